// SPDX-License-Identifier: Apache-2.0
// What a creditor lets one person decide: above it, a second person is asked; at or below it, the
// verb acts at once.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <array>
#include <optional>
#include <string>
#include <vector>

#include "absl/time/civil_time.h"
#include "tests/support/domain/status_matchers.h"
#include "tests/support/domain/work_builders.h"
#include "tests/support/memory/world.h"

namespace parley {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;
using ::testing::SizeIs;

class ApprovalLimits : public ::testing::Test {
 public:
  // More than 100.00 EUR needs a second person.
  ApprovalLimits() {
    CreditorSettings settings;
    settings.approval_above = {Money(10'000, CurrencyOf("EUR"))};
    UpdateCreditor::Command command{.id = world.creditor.id};
    command.settings = settings;
    Kept<Creditor> kept;
    EXPECT_THAT(world.app.update_creditor.Handle(world.ACall(), command, kept), IsOk());
  }

  Call CallOf(const std::string& principal) {
    Call call = world.ACall();
    call.principal = principal;
    return call;
  }
  absl::StatusOr<PostRelief::Result> Relieve(EntryKind kind, std::optional<std::int64_t> amount,
                                             const std::string& external_ref = "R-1",
                                             bool validate_only = false) {
    PostRelief::Command command{.debtor = debt.debtor,
                                .debt = debt.id,
                                .kind = kind,
                                .external_ref = external_ref,
                                .reason = Secret("a lasting illness")};
    if (amount.has_value()) command.amount = Money(*amount, CurrencyOf("EUR"));
    Call call = CallOf("asker");
    call.validate_only = validate_only;
    Kept<PostRelief::Result> kept;
    const auto answer = world.app.post_relief.Handle(call, command, kept);
    if (!answer.ok()) return answer.status();
    return *kept;
  }
  absl::StatusOr<WorkItem> ApproveBy(const std::string& principal, const WorkItem& item) {
    Kept<WorkItem> kept;
    const WorkTarget target{item.debtor, item.id, {}};
    const auto answer = world.app.approve.Handle(CallOf(principal), target, kept);
    if (!answer.ok()) return answer.status();
    return *kept;
  }
  std::vector<WorkItem> Listed(const WorkFilter& filter = {}) {
    return *world.work_list.ListWork(world.tenant, filter, {}, 100);
  }

  World world;
  Debt debt = world.Place(world.MakeDebtor("D-1"), "L-1", 100'000);
};

TEST_F(ApprovalLimits, LetOnePersonDecideUpToThem) {
  const auto posted = Relieve(EntryKind::kWaiver, 10'000);
  ASSERT_THAT(posted, IsOk());
  EXPECT_FALSE(posted->waiting.has_value());
  EXPECT_EQ(world.Reload(debt).position, Owing(90'000));
  EXPECT_THAT(Listed(), IsEmpty());
}

TEST_F(ApprovalLimits, AskForASecondPersonAboveThemAndChangeNothingElse) {
  const auto asked = Relieve(EntryKind::kWaiver, 10'001);
  ASSERT_THAT(asked, IsOk());
  ASSERT_TRUE(asked->waiting.has_value());
  EXPECT_EQ(asked->debt, debt);
  EXPECT_EQ(world.Reload(debt), debt);
  EXPECT_THAT(Listed(), ElementsAre(*asked->waiting));
  EXPECT_EQ(asked->waiting->asked_by, "asker");
  EXPECT_THAT(ApproveBy("asker", *asked->waiting), IsRefused(Reason::kApprovalByAsker));
  ASSERT_THAT(ApproveBy("second", *asked->waiting), IsOk());
  EXPECT_EQ(world.Reload(debt).position, Owing(89'999));
  EXPECT_THAT(world.Findings(debt), IsEmpty());
}

TEST_F(ApprovalLimits, AreForWriteOffsAndRefundsAsWell) {
  // All that is owed is named when it is asked for, so that a figure is approved.
  const auto write_off = Relieve(EntryKind::kWriteOff, std::nullopt, "W-1");
  ASSERT_THAT(write_off, IsOk());
  EXPECT_EQ(write_off->waiting->act->amount, Money(100'000, CurrencyOf("EUR")));
  ASSERT_THAT(ApproveBy("second", *write_off->waiting), IsOk());
  EXPECT_EQ(world.Reload(debt).status, DebtStatus::kWrittenOff);

  ASSERT_THAT(world.Post(debt, APayment("P-1", 120'000)), IsOk());
  const auto refund = Relieve(EntryKind::kRefund, std::nullopt, "R-1");
  ASSERT_THAT(refund, IsOk());
  ASSERT_TRUE(refund->waiting.has_value());
  const std::int64_t held = world.Reload(debt).position.credit;
  EXPECT_EQ(refund->waiting->act->amount, Money(held, CurrencyOf("EUR")));
  ASSERT_THAT(ApproveBy("second", *refund->waiting), IsOk());
  EXPECT_EQ(world.Reload(debt).position.credit, 0);
  EXPECT_THAT(world.Findings(debt), IsEmpty());
}

TEST_F(ApprovalLimits, AskForNothingThatIsNotPossible) {
  EXPECT_THAT(Relieve(EntryKind::kWaiver, 100'001), IsRefused(Reason::kWaiverAboveBucket));
  EXPECT_THAT(Listed(), IsEmpty());
}

TEST_F(ApprovalLimits, AskOnceForOneReference) {
  const auto first = Relieve(EntryKind::kWaiver, 20'000);
  ASSERT_THAT(first, IsOk());
  const auto again = Relieve(EntryKind::kWaiver, 20'000);
  ASSERT_THAT(again, IsOk());
  EXPECT_EQ(again->waiting, first->waiting);
  EXPECT_THAT(Relieve(EntryKind::kWaiver, 30'000), IsRefused(Reason::kEntryAlreadyPosted));
  EXPECT_THAT(Listed(), SizeIs(1));
  // Once it is approved, the same is answered with the entry.
  const auto approved = ApproveBy("second", *first->waiting);
  ASSERT_THAT(approved, IsOk());
  const auto posted = Relieve(EntryKind::kWaiver, 20'000);
  ASSERT_THAT(posted, IsOk());
  EXPECT_EQ(posted->entry.id, approved->entry);
  EXPECT_EQ(world.Reload(debt).position, Owing(80'000));
}

TEST_F(ApprovalLimits, AreToldByARehearsalThatAsksNobody) {
  const auto judged = Relieve(EntryKind::kWaiver, 20'000, "R-1", /*validate_only=*/true);
  ASSERT_THAT(judged, IsOk());
  EXPECT_TRUE(judged->waiting.has_value());
  EXPECT_THAT(Listed(), IsEmpty());
}

class ApprovalLimitsOfLife : public ApprovalLimits {
 public:
  DebtVersion It() const { return {debt.debtor, debt.id, {}}; }
  absl::StatusOr<ChangedDebt> Close() {
    Kept<ChangedDebt> kept;
    const CloseDebt::Command command{It(), {CloseCode::kUntraceable, Secret("letters back")}};
    const auto answer = world.app.close_debt.Handle(CallOf("asker"), command, kept);
    if (!answer.ok()) return answer.status();
    return *kept;
  }
  absl::StatusOr<ChangedDebt> Decide(Decision decision) {
    Kept<ChangedDebt> kept;
    const DecideDebt::Command command{It(), {decision, Secret("decided")}};
    const auto answer = world.app.decide_debt.Handle(CallOf("asker"), command, kept);
    if (!answer.ok()) return answer.status();
    return *kept;
  }
  // No cadence ends yet that would do it.
  void LetItWait() {
    const std::array debtors = {debt.debtor};
    ASSERT_THAT(world.store.Run(world.tenant, debtors,
                                [&](UnitOfWork& unit) -> absl::Status {
                                  Debt waiting =
                                      AwaitDecision(world.Reload(debt), world.clock.Now()).value();
                                  waiting.revision = unit.Head(debt.debtor).revision + 1;
                                  unit.debts().Replace(waiting);
                                  return absl::OkStatus();
                                }),
                IsOk());
  }
};

TEST_F(ApprovalLimitsOfLife, KeepADebtOpenUntilASecondPersonClosesIt) {
  const auto asked = Close();
  ASSERT_THAT(asked, IsOk());
  ASSERT_TRUE(asked->waiting.has_value());
  EXPECT_EQ(world.Reload(debt), debt);
  EXPECT_EQ(Close()->waiting, asked->waiting);
  EXPECT_THAT(ApproveBy("asker", *asked->waiting), IsRefused(Reason::kApprovalByAsker));
  ASSERT_THAT(ApproveBy("second", *asked->waiting), IsOk());
  const Debt closed = world.Reload(debt);
  EXPECT_EQ(closed.status, DebtStatus::kClosed);
  EXPECT_EQ(closed.close_code, CloseCode::kUntraceable);
  EXPECT_EQ(closed.status_reason, Secret("letters back"));
  EXPECT_THAT(world.Findings(debt), IsEmpty());
}

TEST_F(ApprovalLimitsOfLife, RefuseAClosingOfWhatIsPaidMeanwhile) {
  const auto asked = Close();
  ASSERT_THAT(asked, IsOk());
  ASSERT_THAT(world.Post(debt, APayment("P-1", 100'000)), IsOk());
  EXPECT_THAT(ApproveBy("second", *asked->waiting), IsRefused(Reason::kDebtNotOpen));
  EXPECT_THAT(Listed(), ElementsAre(*asked->waiting));
}

TEST_F(ApprovalLimitsOfLife, RefuseAClosingOfAnotherBalanceUntilItIsAskedForAnew) {
  const auto asked = Close();
  ASSERT_THAT(asked, IsOk());
  EXPECT_EQ(asked->waiting->act->amount, Money(100'000, CurrencyOf("EUR")));
  world.clock.Advance(absl::Hours(1));
  ASSERT_THAT(world.Post(debt, APayment("P-1", 20'000)), IsOk());
  EXPECT_THAT(ApproveBy("second", *asked->waiting), IsRefused(Reason::kApprovalOutdated));
  EXPECT_EQ(world.Reload(debt).status, DebtStatus::kActive);
  world.clock.Advance(absl::Hours(1));
  const auto anew = Close();
  ASSERT_THAT(anew, IsOk());
  EXPECT_EQ(anew->waiting->act->amount, Money(80'000, CurrencyOf("EUR")));
  EXPECT_THAT(Listed(), ElementsAre(*anew->waiting));
  EXPECT_THAT(Listed({.state = WorkState::kRejected}), SizeIs(1));
  EXPECT_THAT(ApproveBy("second", *anew->waiting), IsOk());
  EXPECT_EQ(world.Reload(debt).status, DebtStatus::kClosed);
}

// It goes on while a second person thinks it over.
TEST_F(ApprovalLimitsOfLife, LeaveInterestAside) {
  debt = world.PlaceBearing(world.MakeDebtor("D-2"), "L-2", 100'000);
  const auto asked = Close();
  ASSERT_THAT(asked, IsOk());
  world.clock.Advance(absl::Hours(24 * 40));
  const auto page = world.app.post_due_interest.Find(world.tenant, {});
  ASSERT_THAT(world.app.post_due_interest.Post(world.tenant, page->debts), IsOk());
  EXPECT_THAT(ApproveBy("second", *asked->waiting), IsOk());
  EXPECT_EQ(world.Reload(debt).status, DebtStatus::kClosed);
}

TEST_F(ApprovalLimitsOfLife, AreAskedAnewOnceTheDebtHasMoved) {
  const auto asked = Close();
  ASSERT_THAT(asked, IsOk());
  world.clock.Advance(absl::Seconds(1));
  ASSERT_THAT(world.Post(debt, ACharge("C-1", 1'000)), IsOk());
  ASSERT_THAT(world.Post(debt, APayment("P-1", 1'000)), IsOk());
  EXPECT_THAT(ApproveBy("second", *asked->waiting), IsRefused(Reason::kApprovalOutdated));
  world.clock.Advance(absl::Seconds(1));
  const auto anew = Close();
  EXPECT_NE(anew->waiting->id, asked->waiting->id);
  ASSERT_THAT(ApproveBy("second", *anew->waiting), IsOk());
  EXPECT_EQ(world.Reload(debt).status, DebtStatus::kClosed);
}

TEST_F(ApprovalLimitsOfLife, LetOnePersonCloseWhatIsSmall) {
  ASSERT_THAT(world.Post(debt, APayment("P-1", 90'000)), IsOk());
  const auto closed = Close();
  ASSERT_THAT(closed, IsOk());
  EXPECT_FALSE(closed->waiting.has_value());
  EXPECT_EQ(world.Reload(debt).status, DebtStatus::kClosed);
}

TEST_F(ApprovalLimitsOfLife, AreForADecisionToWriteOffAndForNoOther) {
  LetItWait();
  const auto asked = Decide(Decision::kWriteOff);
  ASSERT_THAT(asked, IsOk());
  ASSERT_TRUE(asked->waiting.has_value());
  EXPECT_EQ(world.Reload(debt).status, DebtStatus::kAwaitingDecision);
  ASSERT_THAT(ApproveBy("second", *asked->waiting), IsOk());
  EXPECT_EQ(world.Reload(debt).status, DebtStatus::kWrittenOff);
}

TEST_F(ApprovalLimitsOfLife, LetOnePersonDecideToGoOn) {
  LetItWait();
  const auto resumed = Decide(Decision::kResume);
  ASSERT_THAT(resumed, IsOk());
  EXPECT_FALSE(resumed->waiting.has_value());
  EXPECT_EQ(world.Reload(debt).status, DebtStatus::kActive);
}

class SmallBalances : public ApprovalLimits {
 public:
  // The amounts that are proposed to be written off.
  std::vector<std::int64_t> Proposed() {
    std::vector<std::int64_t> amounts;
    for (const WorkItem& item : Listed({.kind = WorkKind::kSmallBalance})) {
      amounts.push_back(item.act->amount->minor_units());
    }
    return amounts;
  }
};

TEST_F(SmallBalances, ThatAPaymentLeavesAreProposedToBeWrittenOff) {
  ASSERT_THAT(world.Post(debt, APayment("P-1", 99'600)), IsOk());
  const std::vector<WorkItem> items = Listed();
  ASSERT_THAT(items, SizeIs(1));
  EXPECT_EQ(items.front().kind, WorkKind::kSmallBalance);
  EXPECT_EQ(items.front().asked_by, kAskedByRule);
  EXPECT_EQ(items.front().act->amount, Money(400, CurrencyOf("EUR")));
  ASSERT_THAT(ApproveBy("tester", items.front()), IsOk());
  EXPECT_EQ(world.Reload(debt).status, DebtStatus::kWrittenOff);
  EXPECT_THAT(Listed(), IsEmpty());
  EXPECT_THAT(world.Findings(debt), IsEmpty());
  EXPECT_THAT(world.AuditFindings(), IsEmpty());
}

TEST_F(SmallBalances, AreThoseUpToTheFloor) {
  ASSERT_THAT(world.Post(debt, APayment("P-1", 99'499)), IsOk());
  EXPECT_THAT(Listed(), IsEmpty());
  ASSERT_THAT(world.Post(debt, APayment("P-2", 1)), IsOk());
  EXPECT_THAT(Listed(), SizeIs(1));
}

TEST_F(SmallBalances, AreProposedAnewWhenTheyChangeAndNotAtAllWhenTheyAreGone) {
  ASSERT_THAT(world.Post(debt, APayment("P-1", 99'600)), IsOk());
  const WorkItem first = Listed().front();
  ASSERT_THAT(world.Post(debt, APayment("P-2", 100)), IsOk());
  const std::vector<WorkItem> items = Listed();
  ASSERT_THAT(items, SizeIs(1));
  EXPECT_EQ(items.front().act->amount, Money(300, CurrencyOf("EUR")));
  EXPECT_THAT(ApproveBy("second", first), IsRefused(Reason::kApprovalAlreadyDecided));
  ASSERT_THAT(world.Post(debt, APayment("P-3", 300)), IsOk());
  EXPECT_THAT(Listed(), IsEmpty());
  EXPECT_THAT(Listed({.state = WorkState::kRejected}), SizeIs(2));
}

TEST_F(SmallBalances, AreApprovedAsTheyWereProposedOrNotAtAll) {
  WorkItem stale = AnApproval();
  stale.kind = WorkKind::kSmallBalance;
  stale.asked_by = std::string(kAskedByRule);
  stale.act = AWaiverAct(400);
  stale.act->kind = ActKind::kWriteOff;
  stale.act->bucket.reset();
  EXPECT_THAT(ApproveBy("second", world.Ask(debt, stale)), IsRefused(Reason::kApprovalOutdated));
  EXPECT_EQ(world.Reload(debt), debt);
}

TEST_F(SmallBalances, AreProposedWhenTheyArePlaced) {
  world.Place(world.MakeDebtor("D-2"), "L-2", 500);
  EXPECT_EQ(Proposed(), (std::vector<std::int64_t>{500}));
}

TEST_F(SmallBalances, AreProposedWhenAPlacementIsAccepted) {
  PlaceDebt::Command command = world.APlacing(world.MakeDebtor("D-2"), "L-2", 500);
  command.placement.review = true;
  Kept<Debt> kept;
  ASSERT_THAT(world.app.place_debt.Handle(world.ACall(), command, kept), IsOk());
  const Debt placed = *kept;
  EXPECT_THAT(Proposed(), IsEmpty());
  const ActivateDebt::Command activate{placed.debtor, placed.id, {}};
  ASSERT_THAT(world.app.activate_debt.Handle(world.ACall(), activate, kept), IsOk());
  EXPECT_EQ(Proposed(), (std::vector<std::int64_t>{500}));
}

// 4.70 at 5 % a year since the first of January.
class SmallBalancesThatBear : public SmallBalances {
 public:
  Debt small = world.PlaceBearing(world.MakeDebtor("D-2"), "L-2", 470);
  std::int64_t Owed() { return *Outstanding(world.Reload(small).position); }
};

TEST_F(SmallBalancesThatBear, AreProposedAnewWithTheirInterest) {
  EXPECT_EQ(Proposed(), (std::vector<std::int64_t>{470}));
  const auto page = world.app.post_due_interest.Find(world.tenant, {});
  ASSERT_THAT(page, IsOk());
  ASSERT_THAT(world.app.post_due_interest.Post(world.tenant, page->debts), IsOk());
  EXPECT_GT(Owed(), 470);
  EXPECT_EQ(Proposed(), std::vector{Owed()});
  // Until it is no longer small.
  world.clock.Set(absl::FromCivil(absl::CivilDay(2027, 6, 5), absl::UTCTimeZone()));
  const auto later = world.app.post_due_interest.Find(world.tenant, {});
  ASSERT_THAT(world.app.post_due_interest.Post(world.tenant, later->debts), IsOk());
  EXPECT_GT(Owed(), 500);
  EXPECT_THAT(Proposed(), IsEmpty());
  EXPECT_THAT(world.AuditFindings(), IsEmpty());
}

TEST_F(SmallBalancesThatBear, AreWrittenOffWithTheInterestOfTheDaysSince) {
  ASSERT_EQ(Proposed(), (std::vector<std::int64_t>{470}));
  ASSERT_THAT(ApproveBy("second", Listed({.kind = WorkKind::kSmallBalance}).front()), IsOk());
  const Debt gone = world.Reload(small);
  EXPECT_EQ(gone.status, DebtStatus::kWrittenOff);
  EXPECT_GT(gone.position.written_off, 470);
}

TEST_F(SmallBalancesThatBear, AreProposedAnewWhenAQuoteOrAHoldPostsInterest) {
  Kept<QuotePayoff::Result> quoted;
  const QuotePayoff::Command quote{small.debtor, small.id, {}, {}};
  ASSERT_THAT(world.app.quote_payoff.Handle(world.ACall(), quote, quoted), IsOk());
  EXPECT_GT(Owed(), 470);
  EXPECT_EQ(Proposed(), std::vector{Owed()});
  ASSERT_THAT(world.PlaceAHold(small.debtor, ARespite("2026-01-01")), IsOk());
  EXPECT_EQ(Owed(), 470);
  EXPECT_EQ(Proposed(), std::vector{Owed()});
  ChangeTerms::Command change{small.debtor, small.id, {}, {}};
  change.terms.order = AllocationOrder{Bucket::kPrincipal, Bucket::kInterest, Bucket::kFees,
                                       Bucket::kCosts, Bucket::kPenalty};
  Kept<ChangeTerms::Result> changed;
  ASSERT_THAT(world.app.change_terms.Handle(world.ACall(), change, changed), IsOk());
  EXPECT_EQ(Proposed(), std::vector{Owed()});
}

TEST_F(SmallBalances, AreNotThoseThatMoneyIsHeldFor) {
  ASSERT_THAT(world.Post(debt, APayment("P-1", 100'300)), IsOk());
  const std::vector<WorkItem> items = Listed();
  ASSERT_THAT(items, SizeIs(1));
  EXPECT_EQ(items.front().kind, WorkKind::kCreditHeld);
  ASSERT_THAT(Relieve(EntryKind::kRefund, std::nullopt), IsOk());
  EXPECT_THAT(Listed(), IsEmpty());
  EXPECT_THAT(Listed({.state = WorkState::kDone}), SizeIs(1));
}

}  // namespace
}  // namespace parley
