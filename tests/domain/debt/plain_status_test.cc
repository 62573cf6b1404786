// SPDX-License-Identifier: Apache-2.0
#include "domain/debt/plain_status.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <array>

#include "tests/support/domain/builders.h"

namespace parley {
namespace {

using ::testing::Contains;
using ::testing::ElementsAre;
using ::testing::IsEmpty;
using ::testing::Not;

constexpr auto kStatuses = std::to_array<DebtStatus>(
    {DebtStatus::kReceived, DebtStatus::kRejected, DebtStatus::kActive, DebtStatus::kOnPlan,
     DebtStatus::kAwaitingDecision, DebtStatus::kPaid, DebtStatus::kSettled, DebtStatus::kRecalled,
     DebtStatus::kReturned, DebtStatus::kWrittenOff, DebtStatus::kClosed});

constexpr Day kToday(2026, 3, 10);
constexpr DebtId kDebt = NumberedId<DebtId>(7);

Hold HoldOf(HoldType type) {
  Hold hold;
  hold.type = type;
  hold.from = Day(2026, 3, 1);
  return hold;
}

// A debt of that status, with these holds, today.
Circumstances Now(DebtStatus status, const std::vector<Hold>& holds) {
  return CircumstancesOf(ADebt().With(&Debt::id, kDebt).With(&Debt::status, status), holds, kToday);
}

Circumstances With(DebtStatus status, const std::vector<HoldType>& types) {
  std::vector<Hold> holds;
  for (const HoldType type : types) holds.push_back(HoldOf(type));
  return Now(status, holds);
}

Hold ADisputedPart() {
  Hold hold = HoldOf(HoldType::kDispute);
  hold.disputed = Money(500, CurrencyOf("EUR"));
  return hold;
}

// Every status with every set of holds, a dispute about a part among them.
template <typename Check>
void ForEachCombination(Check check) {
  std::vector<Hold> each = {ADisputedPart()};
  for (const HoldRow& row : HoldTable()) each.push_back(HoldOf(row.type));
  for (unsigned set = 0; set < 1U << each.size(); ++set) {
    std::vector<Hold> holds;
    for (std::size_t at = 0; at < each.size(); ++at) {
      if ((set >> at & 1U) != 0) holds.push_back(each[at]);
    }
    Circumstances now = Now(DebtStatus::kActive, holds);
    for (const DebtStatus status : kStatuses) {
      now.status = status;
      for (const bool bears_interest : {false, true}) {
        now.bears_interest = bears_interest;
        check(now);
      }
    }
  }
}

bool Assures(const PlainStatus& status, PlainAssurance assurance) {
  return std::ranges::count(status.assurances, assurance) > 0;
}
bool Offers(const PlainStatus& status, PlainAction action) {
  return std::ranges::count(status.actions, action) > 0;
}

TEST(PlainStatus, TellsWhatTheStatusSaysWhenThereIsNoHold) {
  EXPECT_EQ(Explain(With(DebtStatus::kReceived, {})).state, PlainState::kBeingChecked);
  EXPECT_EQ(Explain(With(DebtStatus::kRejected, {})).state, PlainState::kNotTakenOn);
  EXPECT_EQ(Explain(With(DebtStatus::kActive, {})).state, PlainState::kOpen);
  EXPECT_EQ(Explain(With(DebtStatus::kOnPlan, {})).state, PlainState::kOnPlan);
  EXPECT_EQ(Explain(With(DebtStatus::kAwaitingDecision, {})).state, PlainState::kBeingDecided);
  EXPECT_EQ(Explain(With(DebtStatus::kPaid, {})).state, PlainState::kPaid);
  EXPECT_EQ(Explain(With(DebtStatus::kSettled, {})).state, PlainState::kSettled);
  EXPECT_EQ(Explain(With(DebtStatus::kRecalled, {})).state, PlainState::kTakenBack);
  EXPECT_EQ(Explain(With(DebtStatus::kReturned, {})).state, PlainState::kGivenBack);
  EXPECT_EQ(Explain(With(DebtStatus::kWrittenOff, {})).state, PlainState::kNoLongerAsked);
  EXPECT_EQ(Explain(With(DebtStatus::kClosed, {})).state, PlainState::kClosed);
}

TEST(PlainStatus, TellsWhyADebtIsClosed) {
  const auto closed = [](CloseCode code) {
    return Explain({.status = DebtStatus::kClosed, .close_code = code}).state;
  };
  EXPECT_EQ(closed(CloseCode::kNotOwed), PlainState::kClosedNotOwed);
  EXPECT_EQ(closed(CloseCode::kTimeBarred), PlainState::kClosedTooOld);
  EXPECT_EQ(closed(CloseCode::kInsolvent), PlainState::kClosedInsolvent);
  EXPECT_EQ(closed(CloseCode::kDeceasedNoEstate), PlainState::kClosedNoEstate);
  EXPECT_EQ(closed(CloseCode::kUntraceable), PlainState::kClosed);
}

TEST(PlainStatus, OfAnOpenDebtCanBePaidDisputedAndPlanned) {
  const PlainStatus status = Explain(With(DebtStatus::kActive, {}));
  EXPECT_THAT(status.assurances, IsEmpty());
  EXPECT_THAT(status.actions, ElementsAre(PlainAction::kPay));
  EXPECT_THAT(
      status.rights,
      ElementsAre(PlainRight::kDispute, PlainRight::kProof, PlainRight::kStatement,
                  PlainRight::kPlan, PlainRight::kPause, PlainRight::kOtherChannel,
                  PlainRight::kRepresentative, PlainRight::kComplain, PlainRight::kOutsideComplaint,
                  PlainRight::kAdvice, PlainRight::kOwnData));
}

TEST(PlainStatus, OfThreeHoldsLeadsWithTheOneThatWeighsMost) {
  Circumstances now =
      With(DebtStatus::kActive, {HoldType::kStopContact, HoldType::kHardship, HoldType::kDispute});
  now.bears_interest = true;
  const PlainStatus status = Explain(now);
  EXPECT_EQ(status.state, PlainState::kDisputed);
  EXPECT_THAT(status.assurances,
              ElementsAre(PlainAssurance::kNotAsked, PlainAssurance::kNoInterest,
                          PlainAssurance::kNoNewFees, PlainAssurance::kNoticesOnly,
                          PlainAssurance::kAdmitsNothing));
  EXPECT_THAT(status.actions, ElementsAre(PlainAction::kNothing, PlainAction::kPayUnderProtest,
                                          PlainAction::kSendEvidence, PlainAction::kAwaitAnswer));
  EXPECT_THAT(status.rights, Not(Contains(PlainRight::kDispute)));
  EXPECT_THAT(status.rights, Contains(PlainRight::kHearAgain));
}

TEST(PlainStatus, TellsEachHoldAlone) {
  for (const HoldRow& row : HoldTable()) {
    const PlainStatus status = Explain(With(DebtStatus::kActive, {row.type}));
    EXPECT_EQ(status.state, PlainStateOf(HoldOf(row.type))) << row.name;
    EXPECT_GE(status.state, PlainState::kEstate) << row.name;
  }
}

TEST(PlainStatus, OfADisputedPartAsksForTheRest) {
  const PlainStatus status = Explain(Now(DebtStatus::kActive, {ADisputedPart()}));
  EXPECT_EQ(status.state, PlainState::kDisputedInPart);
  EXPECT_THAT(status.assurances, Contains(PlainAssurance::kDisputedPartNotAsked));
  EXPECT_THAT(status.assurances, Not(Contains(PlainAssurance::kNotAsked)));
  EXPECT_THAT(status.actions, ElementsAre(PlainAction::kPay, PlainAction::kSendEvidence,
                                          PlainAction::kAwaitAnswer));
  EXPECT_THAT(status.rights, Contains(PlainRight::kDispute));
}

TEST(PlainStatus, OfACourtCaseSaysThatLettersAreToBeAnswered) {
  const PlainStatus legal = Explain(With(DebtStatus::kActive, {HoldType::kLegal}));
  EXPECT_THAT(legal.actions, ElementsAre(PlainAction::kAnswerCourt, PlainAction::kPayIfYouWish));
  EXPECT_THAT(legal.assurances, Contains(PlainAssurance::kThroughLawyer));
  const PlainStatus insolvency = Explain(With(DebtStatus::kActive, {HoldType::kInsolvency}));
  EXPECT_THAT(insolvency.actions,
              ElementsAre(PlainAction::kAnswerCourt, PlainAction::kContactAdministrator));
  EXPECT_THAT(insolvency.assurances, Contains(PlainAssurance::kThroughAdministrator));
}

TEST(PlainStatus, OfAPlanThatRestsSaysThatNothingNeedsToBeDone) {
  const PlainStatus status = Explain(With(DebtStatus::kOnPlan, {HoldType::kHardship}));
  EXPECT_THAT(status.actions, ElementsAre(PlainAction::kNothing, PlainAction::kKeepToPlan));
  EXPECT_THAT(Explain(With(DebtStatus::kOnPlan, {})).actions,
              ElementsAre(PlainAction::kKeepToPlan));
}

TEST(PlainStatus, TellsWithWhomWeSpeakWhateverWeMayWrite) {
  const PlainStatus status =
      Explain(With(DebtStatus::kActive, {HoldType::kStopContact, HoldType::kRepresentation,
                                         HoldType::kLegal, HoldType::kDeceased}));
  EXPECT_THAT(status.assurances, Contains(PlainAssurance::kNoticesOnly));
  EXPECT_THAT(status.assurances, Contains(PlainAssurance::kThroughExecutor));
  EXPECT_THAT(status.assurances, Not(Contains(PlainAssurance::kThroughRepresentative)));
}

TEST(PlainStatus, OfAClosedDebtLeavesRights) {
  EXPECT_THAT(
      Explain(With(DebtStatus::kPaid, {})).rights,
      ElementsAre(PlainRight::kDispute, PlainRight::kStatement, PlainRight::kComplain,
                  PlainRight::kOutsideComplaint, PlainRight::kAdvice, PlainRight::kOwnData));
  EXPECT_THAT(Explain(With(DebtStatus::kRecalled, {})).rights, Not(Contains(PlainRight::kDispute)));
}

TEST(PlainStatus, OfSeveralDisputesOneIsAboutTheWhole) {
  std::vector<Hold> holds = {HoldOf(HoldType::kDispute), HoldOf(HoldType::kDispute)};
  holds[0].disputed = Money(500, CurrencyOf("EUR"));
  EXPECT_FALSE(Now(DebtStatus::kActive, holds).in_part);
  holds[1].disputed = Money(700, CurrencyOf("EUR"));
  EXPECT_TRUE(Now(DebtStatus::kActive, holds).in_part);
}

TEST(PlainStatus, CountsTheHoldsOfTodayOnly) {
  std::vector<Hold> holds = {HoldOf(HoldType::kRespite)};
  holds[0].until = Day(2026, 3, 9);
  EXPECT_EQ(Explain(Now(DebtStatus::kActive, holds)).state, PlainState::kOpen);
  holds[0].until = kToday;
  EXPECT_EQ(Explain(Now(DebtStatus::kActive, holds)).state, PlainState::kRespite);
  holds[0].state = HoldState::kRequested;
  EXPECT_EQ(Explain(Now(DebtStatus::kActive, holds)).state, PlainState::kOpen);
}

TEST(PlainStatus, OffersMoneyBackThatWeHold) {
  Circumstances now{.status = DebtStatus::kPaid, .we_hold = true};
  EXPECT_THAT(Explain(now).actions,
              ElementsAre(PlainAction::kNothing, PlainAction::kAskForMoneyBack));
}

TEST(PlainStatus, HasAnAnswerToEveryCombination) {
  ForEachCombination([](const Circumstances& now) {
    const PlainStatus status = Explain(now);
    ASSERT_THAT(NameOf(status.state), Not(IsEmpty()));
    ASSERT_THAT(status.actions, Not(IsEmpty()));
    ASSERT_THAT(status.rights, Contains(PlainRight::kComplain));
  });
}

TEST(PlainStatus, NeverAsksForMoneyThatAHoldStops) {
  ForEachCombination([](const Circumstances& now) {
    const PlainStatus status = Explain(now);
    const bool asks = Offers(status, PlainAction::kPay);
    ASSERT_FALSE(asks && now.effects.demand == ContactEffect::kStopped);
    ASSERT_FALSE(asks && Assures(status, PlainAssurance::kNotAsked));
    if (now.effects.money == MoneyEffect::kInSuspense) {
      for (const auto pays : {PlainAction::kPay, PlainAction::kPayIfYouWish,
                              PlainAction::kPayUnderProtest, PlainAction::kKeepToPlan}) {
        ASSERT_FALSE(Offers(status, pays));
      }
    }
  });
}

TEST(PlainStatus, NeverSaysThatNobodyAsksWhereARestIsAskedFor) {
  ForEachCombination([](const Circumstances& now) {
    const PlainStatus status = Explain(now);
    if (!Assures(status, PlainAssurance::kDisputedPartNotAsked)) return;
    ASSERT_FALSE(Offers(status, PlainAction::kPayUnderProtest));
    ASSERT_FALSE(Offers(status, PlainAction::kPayIfYouWish));
    ASSERT_FALSE(Offers(status, PlainAction::kNothing));
  });
}

TEST(PlainStatus, NeverSaysThatNothingNeedsToBeDoneBesideACourt) {
  ForEachCombination([](const Circumstances& now) {
    const PlainStatus status = Explain(now);
    const bool in_court = now.holds.HasAny({HoldType::kLegal, HoldType::kInsolvency});
    ASSERT_EQ(Offers(status, PlainAction::kAnswerCourt), in_court);
    ASSERT_FALSE(in_court && Offers(status, PlainAction::kNothing));
  });
}

TEST(PlainStatus, SaysThatInterestAndFeesStopExactlyWhenTheyDo) {
  ForEachCombination([](const Circumstances& now) {
    const PlainStatus status = Explain(now);
    if (status.assurances.empty()) return;
    const bool frozen = now.effects.interest == InterestEffect::kFrozen;
    const bool runs = now.bears_interest && !frozen;
    ASSERT_EQ(Assures(status, PlainAssurance::kNoInterest), now.bears_interest && frozen);
    ASSERT_EQ(Assures(status, PlainAssurance::kInterestRuns),
              runs && Assures(status, PlainAssurance::kNotAsked));
    ASSERT_EQ(Assures(status, PlainAssurance::kNoNewFees), now.effects.stops_fees);
  });
}

TEST(PlainStatus, SaysNothingTwice) {
  ForEachCombination([](const Circumstances& now) {
    PlainStatus status = Explain(now);
    std::ranges::sort(status.actions);
    ASSERT_EQ(std::ranges::adjacent_find(status.actions), status.actions.end());
    ASSERT_TRUE(std::ranges::is_sorted(status.rights));
    ASSERT_EQ(std::ranges::adjacent_find(status.rights), status.rights.end());
  });
}

class NextDay : public ::testing::Test {
 public:
  std::optional<ComingDay> Next(DebtStatus status = DebtStatus::kActive) const {
    return NextDayOf(ADebt().With(&Debt::id, kDebt).With(&Debt::status, status), holds, kToday);
  }

  std::vector<Hold> holds = {HoldOf(HoldType::kHardship), HoldOf(HoldType::kRespite)};
};

TEST_F(NextDay, IsTheFirstReviewOrEndFromToday) {
  EXPECT_EQ(Next(), std::nullopt);
  holds[0].review = Day(2026, 3, 5);
  holds[1].until = Day(2026, 5, 1);
  EXPECT_EQ(Next(), (ComingDay{Day(2026, 5, 1), ComingDay::Kind::kEnd}));
  holds[0].review = Day(2026, 4, 1);
  EXPECT_EQ(Next(), (ComingDay{Day(2026, 4, 1), ComingDay::Kind::kReview}));
}

TEST_F(NextDay, IsTheEndOfWhatThePersonIsToldOfFirst) {
  holds[0].until = Day(2026, 4, 1);
  EXPECT_EQ(Next(), std::nullopt) << "the respite leads, and nobody knows its end";
  holds[1].until = Day(2026, 5, 1);
  EXPECT_EQ(Next()->day, Day(2026, 5, 1));
  holds.push_back(holds[1]);
  holds.back().until = Day(2026, 6, 1);
  EXPECT_EQ(Next()->day, Day(2026, 6, 1)) << "two of a kind end with the later";
}

TEST_F(NextDay, OfAClosedDebtIsThatOfMoneyOnItsWayAlone) {
  holds[1].until = Day(2026, 5, 1);
  holds[0].review = Day(2026, 4, 1);
  EXPECT_EQ(Next(DebtStatus::kPaid), std::nullopt);
  holds.push_back(HoldOf(HoldType::kPaymentInFlight));
  holds.back().until = Day(2026, 3, 12);
  EXPECT_EQ(Next(DebtStatus::kPaid),
            (ComingDay{Day(2026, 3, 12), ComingDay::Kind::kMoneyExpected}));
}

}  // namespace
}  // namespace parley
