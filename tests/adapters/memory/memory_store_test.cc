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
