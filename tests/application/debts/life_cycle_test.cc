// SPDX-License-Identifier: Apache-2.0
// What people and creditors decide about the life of a debt.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <string>
#include <vector>

#include "tests/support/domain/status_matchers.h"
#include "tests/support/memory/world.h"

namespace parley {
namespace {

using ::testing::Contains;
using ::testing::IsEmpty;
using ::testing::Not;

// 365.00 at 5 % bear 0.05 a day, from the first of January to the 22nd of November, 325 days.
class LifeCycleTest : public ::testing::Test {
 public:
  DebtVersion It(std::optional<std::int64_t> etag = {}) const {
    return {debt.debtor, debt.id, etag};
  }
  static const Debt& DebtIn(const Debt& debt) { return debt; }
  static const Debt& DebtIn(const ChangedDebt& changed) { return changed.debt; }
  template <typename Result = Debt, typename UseCase>
  absl::StatusOr<Debt> Do(const UseCase& use_case, const typename UseCase::Command& command) {
    Kept<Result> changed;
    const auto answer = use_case.Handle(world.ACall(), command, changed);
    if (!answer.ok()) return answer.status();
    EXPECT_EQ(DebtIn(*changed), world.Reload(debt));
    EXPECT_THAT(world.Findings(debt), IsEmpty());
    EXPECT_THAT(world.AuditFindings(), IsEmpty());
    return DebtIn(*changed);
  }
  absl::StatusOr<Debt> Close(std::optional<std::int64_t> etag = {}) {
    return Do<ChangedDebt>(world.app.close_debt,
                           {It(etag), {CloseCode::kUntraceable, Secret("letters back")}});
  }
  absl::StatusOr<Debt> Recall(bool force = false, std::string_view reason = "") {
    return Do(world.app.recall_debt, {It(), force, Secret(reason)});
  }
  absl::StatusOr<Debt> Decide(Decision decision) {
    return Do<ChangedDebt>(world.app.decide_debt, {It(), {decision, Secret("decided")}});
  }
  absl::StatusOr<Debt> Reopen() { return Do(world.app.reopen_debt, {It(), Secret("a mistake")}); }
  // No cadence ends yet that would do it.
  void LetItWait() {
    const std::array debtors = {debtor.id};
    ASSERT_THAT(world.store.Run(world.tenant, debtors,
                                [&](UnitOfWork& unit) -> absl::Status {
                                  Debt waiting =
                                      AwaitDecision(world.Reload(debt), world.clock.Now()).value();
                                  waiting.revision = unit.Head(debtor.id).revision + 1;
                                  unit.debts().Replace(waiting);
                                  return absl::OkStatus();
                                }),
                IsOk());
  }
  std::vector<EventType> Told() {
    std::vector<EventType> types;
    for (const MemoryEvent& kept : world.database.Events(world.tenant)) {
      types.push_back(kept.event.type);
    }
    return types;
  }

  World world;
  Debtor debtor = world.MakeDebtor("D-1");
  Debt debt = world.PlaceBearing(debtor, "L-1", 36'500);
};

TEST_F(LifeCycleTest, ClosesADebtWithTheInterestUpToToday) {
  const auto closed = Close(debt.revision);
  ASSERT_THAT(closed, IsOk());
  EXPECT_EQ(closed->status, DebtStatus::kClosed);
  EXPECT_EQ(closed->close_code, CloseCode::kUntraceable);
  EXPECT_EQ(closed->left_date, TestToday());
  EXPECT_EQ(*Outstanding(closed->position), 36'500 + 325 * 5);
  EXPECT_THAT(Told(), Contains(EventType::kClosed));
  EXPECT_THAT(Told(), Not(Contains(EventType::kDebtStatusChanged)));
  EXPECT_THAT(Close(), IsRefused(Reason::kDebtNotOpen));
}

TEST_F(LifeCycleTest, TakesMoneyForAClosedDebtAndBringsItBack) {
  ASSERT_THAT(Close(), IsOk());
  ASSERT_THAT(world.Post(debt, APayment("late", 1'000, "2026-11-22")), IsOk());
  const auto reopened = Reopen();
  ASSERT_THAT(reopened, IsOk());
  EXPECT_EQ(reopened->status, DebtStatus::kActive);
  EXPECT_EQ(reopened->status_reason, Secret("a mistake"));
  EXPECT_EQ(*Outstanding(reopened->position), 36'500 + 325 * 5 - 1'000);
  EXPECT_THAT(Told(), Contains(EventType::kReopened));
  EXPECT_THAT(Reopen(), IsRefused(Reason::kDebtNotClosed));
}

TEST_F(LifeCycleTest, RecallsADebtUnlessADisputeIsOpen) {
  Hold dispute = ARespite("2026-11-01");
  dispute.type = HoldType::kDispute;
  dispute.debt = debt.id;
  ASSERT_THAT(world.PlaceAHold(debtor.id, dispute), IsOk());
  const auto refused = Recall();
  EXPECT_THAT(refused, IsRefused(Reason::kRecallBlocked));
  EXPECT_EQ(MetadataOf(refused.status()).at("blocked_by"), "DISPUTE_OPEN");
  EXPECT_THAT(Recall(true, "the creditor insists"), IsOk());
  EXPECT_THAT(Told(), Contains(EventType::kRecalled));
}

TEST_F(LifeCycleTest, RecallsADebtUnlessMoneyIsOnItsWay) {
  Kept<Payment> announced;
  const PaymentReport report{.external_ref = "BANK-1", .amount = Money(100, CurrencyOf("EUR"))};
  const AnnouncePayment::Command command{debtor.id, report, {}, TestToday()};
  ASSERT_THAT(world.app.announce_payment.Handle(world.ACall(), command, announced), IsOk());
  EXPECT_EQ(MetadataOf(Recall().status()).at("blocked_by"), "PAYMENT_IN_FLIGHT");
  const auto holds = world.app.list_holds.Handle(
      {world.tenant, debtor.id, {.debt = debt.id, .state = {}, .type = {}}, {}, 10});
  EXPECT_EQ(holds->effects->demand, ContactEffect::kStopped);
  EXPECT_THAT(holds->holds, IsEmpty());
  world.clock.Advance(absl::Hours(24 * 6));
  EXPECT_THAT(Recall(), IsOk());
}

TEST_F(LifeCycleTest, DecidesAboutADebtThatWaitsForIt) {
  EXPECT_THAT(Decide(Decision::kResume), IsRefused(Reason::kDebtNotAwaitingDecision));
  LetItWait();
  const auto written_off = Decide(Decision::kWriteOff);
  ASSERT_THAT(written_off, IsOk());
  EXPECT_EQ(written_off->status, DebtStatus::kWrittenOff);
  EXPECT_EQ(written_off->position.written_off, 36'500 + 325 * 5);
  EXPECT_THAT(Told(), Contains(EventType::kDebtStatusChanged));
  EXPECT_EQ(Reopen()->status, DebtStatus::kActive);
}

TEST_F(LifeCycleTest, LeavesHoldsOfADebtThatLeftAndComesBackToIt) {
  const Hold respite = world.PlaceAHold(debtor.id, ARespite("2026-11-01")).value();
  ASSERT_THAT(Close(), IsOk());
  EXPECT_EQ(world.Reload(debt).rules.freezes.size(), 2U);
  ASSERT_THAT(Reopen(), IsOk());
  EXPECT_EQ(world.Reload(debt).rules.freezes.size(), 1U);
}

TEST_F(LifeCycleTest, RefusesAStaleEtagAndADebtThatIsNotThere) {
  EXPECT_THAT(Close(debt.revision + 1), IsRefused(Reason::kEtagStale));
  EXPECT_EQ(world.Reload(debt), debt);
  debt.id = NumberedId<DebtId>(9);
  Kept<ChangedDebt> changed;
  EXPECT_THAT(world.app.close_debt.Handle(world.ACall(), {It(), {}}, changed),
              IsRefused(Reason::kDebtNotFound));
}

}  // namespace
}  // namespace parley
