// SPDX-License-Identifier: Apache-2.0
#include "domain/debt/dispute.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <array>
#include <string>

#include "tests/support/domain/builders.h"
#include "tests/support/domain/status_matchers.h"

namespace parley {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

DebtDispute ADispute(DisputeState state = DisputeState::kOpen) {
  DebtDispute dispute;
  dispute.id = NumberedId<DisputeId>(1);
  dispute.debt = NumberedId<DebtId>(1);
  dispute.ground = DisputeGround::kWrongAmount;
  dispute.disputed = Money(5'000, CurrencyOf("EUR"));
  dispute.statement = Secret("The fee of March is not mine.");
  dispute.evidence = {Secret("letter-1")};
  dispute.state = state;
  dispute.source = Secret("the debtor");
  return dispute;
}

DisputeAnswer AnAnswer(DisputeOutcome outcome = DisputeOutcome::kNotUpheld) {
  DisputeAnswer answer;
  answer.outcome = outcome;
  answer.finding = Secret("It was charged by the agreement.");
  answer.answered_in = NumberedId<CommunicationId>(1);
  answer.was_sent = true;
  answer.window_until = TestToday() + 30;
  return answer;
}

std::vector<Violation> FaultsOf(const DebtDispute& dispute) {
  Violations violations;
  CheckDispute(dispute, "it", violations);
  return violations.all();
}

std::vector<Violation> FaultsOf(const DisputeAnswer& answer) {
  Violations violations;
  CheckAnswer(answer, ADispute(), violations);
  return violations.all();
}

TEST(CheckDispute, NamesWhatIsWrongAllAtOnce) {
  EXPECT_THAT(FaultsOf(ADispute()), IsEmpty());
  DebtDispute dispute = ADispute();
  dispute.ground = DisputeGround::kOther;
  dispute.disputed = Money(0, CurrencyOf("EUR"));
  dispute.statement = Secret("");
  dispute.evidence = {Secret("letter-1"), Secret("")};
  dispute.source = Secret("");
  EXPECT_THAT(FaultsOf(dispute),
              ElementsAre(Violation{"it.disputed.minor_units", Fault::kNotPositive},
                          Violation{"it.statement", Fault::kRequired},
                          Violation{"it.evidence[1]", Fault::kRequired},
                          Violation{"it.source", Fault::kRequired}));
  dispute = ADispute();
  dispute.evidence.assign(kMostEvidence + 1, Secret("one"));
  EXPECT_THAT(FaultsOf(dispute), ElementsAre(Violation{"it.evidence", Fault::kTooLong}));
}

TEST(ADuplicate, SaysNothingThatAnEarlierOneDidNotSay) {
  const DebtDispute earlier = ADispute(DisputeState::kClosed);
  const std::array known = {earlier};
  DebtDispute fresh = ADispute();
  fresh.id = NumberedId<DisputeId>(2);
  EXPECT_EQ(LikeWhich(known, fresh), earlier.id);
  fresh.statement = Secret("");
  fresh.evidence.clear();
  EXPECT_EQ(LikeWhich(known, fresh), earlier.id);

  DebtDispute other = fresh;
  other.debt = NumberedId<DebtId>(2);
  EXPECT_EQ(LikeWhich(known, other), std::nullopt);
  other = fresh;
  other.ground = DisputeGround::kNotMine;
  EXPECT_EQ(LikeWhich(known, other), std::nullopt);
  other = fresh;
  other.disputed = std::nullopt;
  EXPECT_EQ(LikeWhich(known, other), std::nullopt);
  other = fresh;
  other.statement = Secret("And the one of April.");
  EXPECT_EQ(LikeWhich(known, other), std::nullopt);
  other = fresh;
  other.evidence = {Secret("letter-1"), Secret("letter-2")};
  EXPECT_EQ(LikeWhich(known, other), std::nullopt);
}

// Which steps begin where, in the order of the states.
TEST(TheSteps, BeginOnlyWhereTheyMay) {
  struct Row {
    DisputeState from;
    bool review;
    bool ask;
    bool answer;
    bool accept;
    bool escalate;
    bool close;
    bool withdraw;
  };
  using S = DisputeState;
  const Row rows[] = {
      {S::kOpen, true, false, false, false, false, false, true},
      {S::kUnderReview, false, true, true, false, false, false, true},
      {S::kInfoRequested, true, false, true, false, false, false, true},
      {S::kAnswered, false, false, false, true, true, true, false},
      {S::kAcceptedByDebtor, false, false, false, false, false, false, false},
      {S::kEscalated, false, false, false, true, false, true, false},
      {S::kClosed, false, false, false, false, false, false, false},
  };
  for (const Row& row : rows) {
    const DebtDispute dispute = ADispute(row.from);
    const std::string from(WordsOf<S>()[static_cast<std::size_t>(row.from)]);
    const auto ends = [&](S to, std::optional<DisputeOutcome> outcome) {
      return EndedBy(dispute, {to, outcome, {}}, TestNow()).ok();
    };
    EXPECT_EQ(Reviewed(dispute, TestNow()).ok(), row.review) << from;
    EXPECT_EQ(AskedForMore(dispute, TestNow()).ok(), row.ask) << from;
    EXPECT_EQ(WithAnswer(dispute, AnAnswer(), TestNow()).ok(), row.answer) << from;
    EXPECT_EQ(ends(S::kAcceptedByDebtor, {}), row.accept) << from;
    EXPECT_EQ(ends(S::kEscalated, {}), row.escalate) << from;
    EXPECT_EQ(ends(S::kClosed, {}), row.close) << from;
    EXPECT_EQ(ends(S::kClosed, DisputeOutcome::kWithdrawn), row.withdraw) << from;
  }
}

TEST(AnAnswer, MustHaveBeenSent) {
  DisputeAnswer answer = AnAnswer();
  answer.was_sent = false;
  EXPECT_THAT(WithAnswer(ADispute(DisputeState::kUnderReview), answer, TestNow()),
              IsRefused(Reason::kDisputeAnswerNotSent));
}

TEST(AnAnswer, SaysHowMuchIsUpheld) {
  EXPECT_THAT(FaultsOf(AnAnswer()), IsEmpty());
  EXPECT_THAT(FaultsOf(AnAnswer(DisputeOutcome::kUpheld)), IsEmpty());
  EXPECT_THAT(FaultsOf(AnAnswer(DisputeOutcome::kPartlyUpheld)),
              ElementsAre(Violation{"adjusted", Fault::kRequired}));
  const auto with = [](DisputeOutcome outcome, std::int64_t amount, const char* currency = "EUR") {
    DisputeAnswer answer = AnAnswer(outcome);
    answer.adjusted = Money(amount, CurrencyOf(currency));
    return FaultsOf(answer);
  };
  EXPECT_THAT(with(DisputeOutcome::kPartlyUpheld, 4'999), IsEmpty());
  EXPECT_THAT(with(DisputeOutcome::kPartlyUpheld, 5'000),
              ElementsAre(Violation{"adjusted.minor_units", Fault::kOutOfRange}));
  EXPECT_THAT(with(DisputeOutcome::kUpheld, 5'000), IsEmpty());
  EXPECT_THAT(with(DisputeOutcome::kUpheld, 5'001),
              ElementsAre(Violation{"adjusted.minor_units", Fault::kOutOfRange}));
  EXPECT_THAT(with(DisputeOutcome::kUpheld, 0),
              ElementsAre(Violation{"adjusted.minor_units", Fault::kNotPositive}));
  EXPECT_THAT(with(DisputeOutcome::kUpheld, 1, "USD"),
              ElementsAre(Violation{"adjusted.currency_code", Fault::kCurrencyMismatch}));
  EXPECT_THAT(with(DisputeOutcome::kNotUpheld, 1),
              ElementsAre(Violation{"adjusted", Fault::kDiffers}));
}

TEST(ADuplicate, IsClosedAsOneOnlyWhereTheSystemFoundOne) {
  const DisputeEnd end{DisputeState::kClosed, DisputeOutcome::kDuplicate, Secret("as in March")};
  EXPECT_THAT(EndedBy(ADispute(), end, TestNow()), IsRefused(Reason::kDisputeNotADuplicate));
  DebtDispute like = ADispute();
  like.like = NumberedId<DisputeId>(9);
  const DebtDispute closed = ValueOf(EndedBy(like, end, TestNow()));
  EXPECT_EQ(closed.outcome, DisputeOutcome::kDuplicate);
  EXPECT_EQ(closed.finding, Secret("as in March"));
  EXPECT_FALSE(IsOpen(closed));
}

TEST(ALateDispute, IsToldOnceAndOnlyWhileTheAnswerIsOurs) {
  DebtDispute dispute = ADispute();
  EXPECT_EQ(RunsOut(dispute), std::nullopt);  // Nothing says by when.
  dispute.answer_by = TestToday();
  EXPECT_EQ(RunsOut(dispute), TestToday());
  EXPECT_EQ(RunsOut(WithBreach(dispute, TestNow())), std::nullopt);
  for (const DisputeState state : {DisputeState::kInfoRequested, DisputeState::kAnswered,
                                   DisputeState::kEscalated, DisputeState::kClosed}) {
    dispute.state = state;
    EXPECT_EQ(RunsOut(dispute), std::nullopt);
  }
  dispute.state = DisputeState::kUnderReview;
  EXPECT_EQ(RunsOut(dispute), TestToday());
}

}  // namespace
}  // namespace parley
