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

// Every status with every set of holds.
template <typename Check>
void ForEachCombination(Check check) {
  const unsigned sets = 1U << HoldTable().size();
  for (const DebtStatus status : kStatuses) {
    for (unsigned set = 0; set < sets; ++set) {
      Circumstances now{.status = status};
      for (const HoldRow& row : HoldTable()) {
        if ((set & (1U << (static_cast<unsigned>(row.type) - 1))) == 0) continue;
        now.holds.Add(row.type);
        now.effects = Union(now.effects, row.effects);
      }
      check(now);
    }
  }
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
  EXPECT_THAT(status.rights,
              ElementsAre(PlainRight::kDispute, PlainRight::kStatement, PlainRight::kPlan,
                          PlainRight::kPause, PlainRight::kOtherChannel,
                          PlainRight::kRepresentative, PlainRight::kComplain, PlainRight::kAdvice));
}

TEST(PlainStatus, OfThreeHoldsLeadsWithTheOneThatWeighsMost) {
  const PlainStatus status = Explain(
      With(DebtStatus::kActive, {HoldType::kStopContact, HoldType::kHardship, HoldType::kDispute}));
  EXPECT_EQ(status.state, PlainState::kDisputed);
  EXPECT_THAT(status.assurances,
              ElementsAre(PlainAssurance::kNotAsked, PlainAssurance::kNoInterest,
                          PlainAssurance::kNoNewFees, PlainAssurance::kNoticesOnly,
                          PlainAssurance::kAdmitsNothing));
  EXPECT_THAT(status.actions, ElementsAre(PlainAction::kNothing, PlainAction::kPayUnderProtest,
                                          PlainAction::kSendEvidence, PlainAction::kAwaitAnswer));
  EXPECT_THAT(status.rights, Not(Contains(PlainRight::kDispute)));
}

TEST(PlainStatus, TellsEachHoldAlone) {
  for (const HoldRow& row : HoldTable()) {
    const PlainStatus status = Explain(With(DebtStatus::kActive, {row.type}));
    EXPECT_EQ(status.state, PlainStateOf(HoldOf(row.type))) << row.name;
    EXPECT_GE(status.state, PlainState::kEstate) << row.name;
  }
}

TEST(PlainStatus, OfADisputedPartAsksForTheRest) {
  Circumstances now{.status = DebtStatus::kActive, .in_part = true};
  now.holds.Add(HoldType::kDispute);
  now.effects.interest = InterestEffect::kFrozen;
  const PlainStatus status = Explain(now);
  EXPECT_EQ(status.state, PlainState::kDisputedInPart);
  EXPECT_THAT(status.assurances, Contains(PlainAssurance::kDisputedPartNotAsked));
  EXPECT_THAT(status.actions, Contains(PlainAction::kPay));
  EXPECT_THAT(status.rights, Contains(PlainRight::kDispute));
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
    const bool asks = std::ranges::count(status.actions, PlainAction::kPay) > 0;
    if (now.effects.demand == ContactEffect::kStopped) {
      ASSERT_FALSE(asks);
    }
    if (now.effects.money == MoneyEffect::kInSuspense) {
      for (const auto pays : {PlainAction::kPay, PlainAction::kPayIfYouWish,
                              PlainAction::kPayUnderProtest, PlainAction::kKeepToPlan}) {
        ASSERT_THAT(status.actions, Not(Contains(pays)));
      }
    }
    const bool told_not_asked =
        std::ranges::count(status.assurances, PlainAssurance::kNotAsked) > 0;
    ASSERT_FALSE(asks && told_not_asked);
  });
}

TEST(PlainStatus, SaysThatInterestAndFeesStopExactlyWhenTheyDo) {
  ForEachCombination([](const Circumstances& now) {
    const PlainStatus status = Explain(now);
    if (status.assurances.empty()) return;
    ASSERT_EQ(std::ranges::count(status.assurances, PlainAssurance::kNoInterest) > 0,
              now.effects.interest == InterestEffect::kFrozen);
    ASSERT_EQ(std::ranges::count(status.assurances, PlainAssurance::kNoNewFees) > 0,
              now.effects.stops_fees);
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

TEST(NextDay, IsTheFirstReviewOrEndFromToday) {
  std::vector<Hold> holds = {HoldOf(HoldType::kHardship), HoldOf(HoldType::kRespite)};
  EXPECT_EQ(NextDayOf(holds, kDebt, kToday), std::nullopt);
  holds[0].review = Day(2026, 3, 5);
  holds[1].until = Day(2026, 5, 1);
  EXPECT_EQ(NextDayOf(holds, kDebt, kToday), (ComingDay{Day(2026, 5, 1), ComingDay::Kind::kEnd}));
  holds[0].review = Day(2026, 4, 1);
  EXPECT_EQ(NextDayOf(holds, kDebt, kToday),
            (ComingDay{Day(2026, 4, 1), ComingDay::Kind::kReview}));
}

}  // namespace
}  // namespace parley
