// SPDX-License-Identifier: Apache-2.0
// The failing ports, over a store that never fails by itself.
#include "tests/support/application/fail_nth.h"

#include <string>

#include "tests/support/domain/builders.h"
#include "tests/support/domain/status_matchers.h"
#include "tests/support/memory/memory_harness.h"

namespace parley {
namespace {

using testing::ElementsAre;

constexpr auto kTenant = NumberedId<TenantId>(1);
const std::vector<DebtorId> kDebtors = {NumberedId<DebtorId>(1)};

// A piece of work with two reads.
absl::Status AddADebtor(UnitOfWork& unit) {
  const absl::StatusOr<Debtor> debtor = unit.debtors().Find(kDebtors.front());
  if (absl::IsUnavailable(debtor.status())) return debtor.status();
  const auto journal = unit.debts().Journal(kDebtors.front(), NumberedId<DebtId>(1));
  if (!journal.ok()) return journal.status();
  unit.debtors().Add(ADebtor());
  return absl::OkStatus();
}

class FailNthTest : public testing::Test {
 public:
  FailNthTest() { world.CreateTenant(kTenant); }

  MemoryHarness world;
};

TEST(FailNth, VisitsEveryCallOnceAndThenFailsNone) {
  std::vector<std::string> visited;
  for (int nth = 1; nth < 100; ++nth) {
    MemoryHarness world;
    world.CreateTenant(kTenant);
    FailNth fault(nth);
    FailingStore store(world.store(), fault);
    const absl::Status done = store.Run(kTenant, kDebtors, AddADebtor);
    if (!fault.HasFailed()) {
      EXPECT_THAT(done, IsOk());
      break;
    }
    EXPECT_THAT(done, IsRefused(Reason::kStoreUnavailable));
    visited.push_back(fault.failed_call());
  }
  EXPECT_THAT(visited, ElementsAre("Store.Run", "Debtors.Find", "Debts.Journal", "Store.Commit",
                                   "Store.Reply"));
}

TEST_F(FailNthTest, WritesOnlyWhenNothingButTheReplyFails) {
  for (int nth = 1; nth <= 5; ++nth) {
    FailNth fault(nth);
    FailingStore store(world.store(), fault);
    EXPECT_THAT(store.Run(kTenant, kDebtors, AddADebtor), IsRefused(Reason::kStoreUnavailable));
    const bool written = world.directory().GetDebtor(kTenant, kDebtors.front()).ok();
    EXPECT_EQ(written, fault.failed_call() == "Store.Reply");
  }
}

TEST_F(FailNthTest, FailsOneCallAndNoneAfterIt) {
  FailNth fault(1);
  FailingDirectory directory(world.directory(), fault);
  EXPECT_THAT(directory.ListDebtors(kTenant, {}, 1), IsRefused(Reason::kStoreUnavailable));
  EXPECT_THAT(directory.ListDebtors(kTenant, {}, 1), IsOk());
}

TEST_F(FailNthTest, RunsWorkAgainAndKeepsOneRun) {
  RerunningStore store(world.store());
  int runs = 0;
  const auto work = [&](UnitOfWork& unit) {
    ++runs;
    return AddADebtor(unit);
  };
  EXPECT_THAT(store.Run(kTenant, kDebtors, work), IsOk());
  EXPECT_EQ(runs, 2);
  EXPECT_THAT(world.directory().GetDebtor(kTenant, kDebtors.front()), IsOk());
  EXPECT_THAT(store.Run(kTenant, kDebtors, work), IsRefused(Reason::kDebtorAlreadyExists));
}

}  // namespace
}  // namespace parley
