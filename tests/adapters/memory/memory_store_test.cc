// SPDX-License-Identifier: Apache-2.0
// What the store in memory does beyond the contracts of its ports.
#include "adapters/memory/memory_store.h"

#include <functional>
#include <stdexcept>

#include "tests/support/domain/builders.h"
#include "tests/support/domain/status_matchers.h"
#include "tests/support/memory/memory_harness.h"

namespace parley {
namespace {

using testing::IsEmpty;

constexpr auto kTenant = NumberedId<TenantId>(1);
constexpr auto kDebtor = NumberedId<DebtorId>(1);

class MemoryStoreTest : public testing::Test {
 public:
  MemoryStoreTest() { world.CreateTenant(kTenant); }

  absl::Status Record(TenantId tenant, const std::vector<DebtorId>& debtors,
                      const std::function<void(UnitOfWork&)>& work) {
    return world.store().Run(tenant, debtors, [&](UnitOfWork& unit) {
      work(unit);
      return absl::OkStatus();
    });
  }

  MemoryHarness world;
};

TEST_F(MemoryStoreTest, RefusesAWriteAboutADebtorWhoseLockIsNotHeld) {
  const auto other = NumberedId<DebtorId>(2);
  const std::vector<std::function<void(UnitOfWork&)>> writes = {
      [](UnitOfWork& unit) { unit.debtors().Add(ADebtor(1)); },
      [](UnitOfWork& unit) { unit.debts().Add(ADebt()); },
      [](UnitOfWork& unit) { unit.creditors().Add(ACreditor()); },
      [](UnitOfWork& unit) { unit.outbox().Append(AnEvent()); },
      [](UnitOfWork& unit) {
        AuditRow row;
        row.debtor = NumberedId<DebtorId>(1);
        row.number = 1;
        unit.audit().Append(row);
      },
  };
  for (const auto& write : writes) {
    EXPECT_THAT(Record(kTenant, {other}, write), IsRefused(Reason::kInternal));
  }
  EXPECT_THAT(world.directory().ListDebtors(kTenant, {}, 10), IsOkAnd(IsEmpty()));
}

TEST_F(MemoryStoreTest, DeniesAccessToATenantThatWasNotCreated) {
  EXPECT_THAT(Record(NumberedId<TenantId>(2), {kDebtor},
                     [](UnitOfWork& unit) { unit.debtors().Add(ADebtor()); }),
              IsRefused(Reason::kAccessDenied));
}

TEST_F(MemoryStoreTest, GivesAnUnlockedDebtorAHeadOfZeros) {
  ASSERT_THAT(Record(kTenant, {kDebtor}, [](UnitOfWork& unit) { unit.debtors().Add(ADebtor()); }),
              IsOk());
  EXPECT_THAT(Record(kTenant, {kDesk},
                     [&](UnitOfWork& unit) { EXPECT_EQ(unit.Head(kDebtor).revision, 0); }),
              IsOk());
}

TEST_F(MemoryStoreTest, GivesBackItsLocksWhenWorkThrows) {
  const auto throwing = [](UnitOfWork&) -> absl::Status { throw std::runtime_error("broken"); };
  const std::vector<DebtorId> debtors = {kDebtor};
  EXPECT_THROW((void)world.store().Run(kTenant, debtors, throwing), std::runtime_error);
  EXPECT_THAT(Record(kTenant, debtors, [](UnitOfWork&) {}), IsOk());
}

TEST_F(MemoryStoreTest, TakesAnUnknownPositionForTheBeginning) {
  AuditRecords& records = world.audit_records();
  const AuditDigest nothing = ValueOf(records.DigestNow(kTenant));
  ASSERT_THAT(Record(kTenant, {kDesk},
                     [](UnitOfWork& unit) {
                       AuditRow row;
                       row.number = 1;
                       unit.audit().Append(row);
                     }),
              IsOk());
  const AuditDigest unknown = ValueOf(records.DigestAt(kTenant, "of another store"));
  EXPECT_EQ(unknown.chains, 0);
  EXPECT_EQ(unknown.digest, nothing.digest);
}

}  // namespace
}  // namespace parley
