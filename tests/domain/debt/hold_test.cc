// SPDX-License-Identifier: Apache-2.0
#include "domain/debt/hold.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <utility>
#include <vector>

#include "tests/support/domain/builders.h"
#include "tests/support/domain/status_matchers.h"

namespace parley {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

const DebtId kDebt = NumberedId<DebtId>(1);
const DebtId kOtherDebt = NumberedId<DebtId>(2);
constexpr Day kFrom(2026, 3, 1);
constexpr Day kUntil(2026, 3, 31);

Hold AHold(HoldType type, std::optional<DebtId> debt = kDebt) {
  Hold hold;
  hold.id = NumberedId<HoldId>(1);
  hold.debtor = NumberedId<DebtorId>(1);
  hold.debt = debt;
  hold.type = type;
  hold.from = kFrom;
  hold.until = kUntil;
  hold.source = Secret("the debtor");
  return hold;
}

std::vector<std::pair<std::string, Fault>> FaultsOf(const Hold& hold) {
  Violations violations;
  CheckHold(hold, "hold", violations);
  std::vector<std::pair<std::string, Fault>> faults;
  for (const Violation& violation : violations.all()) {
    faults.emplace_back(violation.field, violation.fault);
  }
  return faults;
}

TEST(CheckHold, FindsNothingInASoundHold) {
  EXPECT_THAT(FaultsOf(AHold(HoldType::kDispute)), IsEmpty());
  EXPECT_THAT(FaultsOf(AHold(HoldType::kRespite, std::nullopt)), IsEmpty());
}

TEST(CheckHold, RefusesAnEndBeforeTheBeginning) {
  Hold hold = AHold(HoldType::kDispute);
  hold.until = kFrom - 1;
  EXPECT_THAT(FaultsOf(hold), ElementsAre(std::pair("hold.until_date", Fault::kDateOrder)));
}

TEST(CheckHold, AsksForAReviewOfHardship) {
  Hold hold = AHold(HoldType::kHardship, std::nullopt);
  EXPECT_THAT(FaultsOf(hold), ElementsAre(std::pair("hold.review_date", Fault::kRequired)));
  hold.review = kFrom - 1;
  EXPECT_THAT(FaultsOf(hold), ElementsAre(std::pair("hold.review_date", Fault::kDateOrder)));
  hold.review = kFrom;
  EXPECT_THAT(FaultsOf(hold), IsEmpty());
}

TEST(CheckHold, PutsWhatIsOfThePersonOnAllDebts) {
  EXPECT_THAT(FaultsOf(AHold(HoldType::kDeceased)),
              ElementsAre(std::pair("hold.debt", Fault::kUnknownValue)));
}

TEST(CheckHold, TakesADisputedPartOnlyOfADispute) {
  Hold hold = AHold(HoldType::kDispute);
  hold.disputed = Money(0, CurrencyOf("EUR"));
  EXPECT_THAT(FaultsOf(hold), ElementsAre(std::pair("hold.disputed", Fault::kNotPositive)));
  hold.disputed = Money(1, CurrencyOf("EUR"));
  EXPECT_THAT(FaultsOf(hold), IsEmpty());
  hold.type = HoldType::kComplaint;
  EXPECT_THAT(FaultsOf(hold), ElementsAre(std::pair("hold.disputed", Fault::kUnknownValue)));
}

TEST(CheckHold, AsksWhichDebtAPartIsOf) {
  Hold hold = AHold(HoldType::kDispute, std::nullopt);
  hold.disputed = Money(kLargestBalance + 1, CurrencyOf("EUR"));
  EXPECT_THAT(FaultsOf(hold), ElementsAre(std::pair("hold.debt", Fault::kRequired),
                                          std::pair("hold.disputed", Fault::kAmountOutOfRange)));
}

TEST(CheckHold, LetsNobodyPlaceWhatLastsAsLongAsMoneyIsOnItsWay) {
  EXPECT_THAT(FaultsOf(AHold(HoldType::kPaymentInFlight)),
              ElementsAre(std::pair("hold.type", Fault::kUnknownValue)));
}

TEST(CheckHold, AsksForASource) {
  Hold hold = AHold(HoldType::kLegal);
  hold.source = {};
  EXPECT_THAT(FaultsOf(hold), ElementsAre(std::pair("hold.source", Fault::kRequired)));
}

TEST(Hold, IsActiveOnBothItsEndsAndOnNoOtherDebt) {
  const Hold hold = AHold(HoldType::kDispute);
  EXPECT_FALSE(IsActiveOn(hold, kDebt, kFrom - 1));
  EXPECT_TRUE(IsActiveOn(hold, kDebt, kFrom));
  EXPECT_TRUE(IsActiveOn(hold, kDebt, kUntil));
  EXPECT_FALSE(IsActiveOn(hold, kDebt, kUntil + 1));
  EXPECT_FALSE(IsActiveOn(hold, kOtherDebt, kFrom));
}

TEST(Hold, OfThePersonIsActiveOnEveryDebtUntilSomebodyEndsIt) {
  Hold hold = AHold(HoldType::kRespite, std::nullopt);
  hold.until.reset();
  EXPECT_TRUE(IsActiveOn(hold, kOtherDebt, Day(2099, 1, 1)));
}

TEST(Hold, HasNoEffectBeforeItIsApprovedOrWhenItIsRejected) {
  Hold hold = AHold(HoldType::kDispute);
  hold.state = HoldState::kRequested;
  EXPECT_FALSE(IsActiveOn(hold, kDebt, kFrom));
  EXPECT_TRUE(IsActiveOn(ApproveHold(hold, TestNow()).value(), kDebt, kFrom));
  const Hold rejected = RejectHold(hold, TestNow()).value();
  EXPECT_FALSE(IsActiveOn(rejected, kDebt, kFrom));
  EXPECT_EQ(rejected.updated_time, TestNow());
  EXPECT_THAT(ApproveHold(rejected, TestNow()), IsRefused(Reason::kHoldNotRequested));
  EXPECT_THAT(RejectHold(AHold(HoldType::kDispute), TestNow()),
              IsRefused(Reason::kHoldNotRequested));
}

TEST(Hold, BeginsOnItsFirstDayAndExpiresWhenItsLastIsOver) {
  Hold hold = AHold(HoldType::kDispute);
  EXPECT_EQ(StateOn(hold, kFrom - 1), HoldState::kScheduled);
  EXPECT_EQ(StateOn(hold, kFrom), HoldState::kActive);
  EXPECT_EQ(StateOn(hold, kUntil), HoldState::kActive);
  EXPECT_EQ(StateOn(hold, kUntil + 1), HoldState::kExpired);
  hold.state = HoldState::kEnded;
  EXPECT_EQ(StateOn(hold, kUntil + 1), HoldState::kEnded);
  hold.state = HoldState::kActive;
  hold.until.reset();
  EXPECT_EQ(StateOn(hold, Day(2099, 1, 1)), HoldState::kActive);
}

TEST(HoldState, HasANameByWhichItIsFound) {
  for (int number = 1; number <= 6; ++number) {
    const auto state = static_cast<HoldState>(number);
    EXPECT_EQ(HoldStateNamed(NameOf(state)), state);
  }
  EXPECT_EQ(HoldStateNamed("OVER"), std::nullopt);
}

TEST(RestoreHold, TakesWhatIsSoundAndNothingElse) {
  Hold hold = AHold(HoldType::kDispute);
  hold.until = hold.from - 1;
  EXPECT_EQ(RestoreHold(hold).value(), hold);
  const auto corrupt = [](Hold broken) {
    return ReasonOf(RestoreHold(std::move(broken)).status()) == Reason::kRecordCorrupt;
  };
  Hold broken = hold;
  broken.until = hold.from - 2;
  EXPECT_TRUE(corrupt(broken));
  for (const HoldState state : {HoldState::kExpired, HoldState::kScheduled}) {
    broken = hold;
    broken.state = state;
    EXPECT_TRUE(corrupt(broken));
  }
  broken = hold;
  broken.id = HoldId();
  EXPECT_TRUE(corrupt(broken));
  broken = AHold(HoldType::kDispute, std::nullopt);
  broken.disputed = Money(1, CurrencyOf("EUR"));
  EXPECT_TRUE(corrupt(broken));
}

TEST(LiftHold, KeepsWhatTheHoldDidUntilItsLastDay) {
  const Hold ended =
      LiftHold(AHold(HoldType::kRespite, std::nullopt), kFrom + 4, TestNow()).value();
  EXPECT_EQ(ended.state, HoldState::kEnded);
  EXPECT_TRUE(IsActiveOn(ended, kDebt, kFrom + 4));
  EXPECT_FALSE(IsActiveOn(ended, kDebt, kFrom + 5));
  EXPECT_THAT(InterestFreezes({&ended, 1}, kDebt), ElementsAre(Period{kFrom, kFrom + 4}));
}

TEST(LiftHold, MakesNoHoldLonger) {
  const Hold ended = LiftHold(AHold(HoldType::kDispute), kUntil + 43, TestNow()).value();
  EXPECT_EQ(ended.until, kUntil);
}

TEST(LiftHold, MayUndoItFromTheBeginning) {
  const Hold ended =
      LiftHold(AHold(HoldType::kRespite, std::nullopt), kFrom - 1, TestNow()).value();
  EXPECT_FALSE(IsActiveOn(ended, kDebt, kFrom));
  EXPECT_THAT(InterestFreezes({&ended, 1}, kDebt), IsEmpty());
}

TEST(LiftHold, RefusesAnEarlierDayAndASecondEnd) {
  const Hold hold = AHold(HoldType::kDispute);
  EXPECT_THAT(LiftHold(hold, kFrom - 2, TestNow()), IsRefused(Reason::kFieldInvalid));
  const Hold ended = LiftHold(hold, kFrom, TestNow()).value();
  EXPECT_THAT(LiftHold(ended, kFrom, TestNow()), IsRefused(Reason::kHoldNotActive));
}

TEST(ProlongHold, GivesItAnotherLastDay) {
  const Hold hold = AHold(HoldType::kDispute);
  const Hold extended = ProlongHold(hold, std::nullopt, kUntil, kUntil, TestNow()).value();
  EXPECT_TRUE(IsActiveOn(extended, kDebt, kUntil + 1));
  EXPECT_EQ(extended.review, kUntil);
  EXPECT_THAT(ProlongHold(hold, kFrom - 1, std::nullopt, kFrom, TestNow()),
              IsRefused(Reason::kFieldInvalid));
  const Hold ended = LiftHold(hold, kFrom, TestNow()).value();
  EXPECT_THAT(ProlongHold(ended, kUntil, std::nullopt, kFrom, TestNow()),
              IsRefused(Reason::kHoldNotActive));
}

TEST(ProlongHold, DoesNotReviveOneThatHasExpired) {
  const Hold hold = AHold(HoldType::kDispute);
  EXPECT_THAT(ProlongHold(hold, kUntil + 30, std::nullopt, kUntil, TestNow()), IsOk());
  EXPECT_THAT(ProlongHold(hold, kUntil + 30, std::nullopt, kUntil + 1, TestNow()),
              IsRefused(Reason::kHoldNotActive));
}

TEST(TakesMoneyToday, IsRefusedWhereItIsNotClearWhoseDebtItIs) {
  const std::vector<Hold> holds = {AHold(HoldType::kDispute), AHold(HoldType::kIdentity)};
  EXPECT_THAT(TakesMoneyToday(holds, kDebt, kFrom - 1), IsOk());
  EXPECT_THAT(TakesMoneyToday(holds, kDebt, kUntil + 1), IsOk());
  EXPECT_THAT(TakesMoneyToday(holds, kOtherDebt, kFrom), IsOk());
  const absl::Status refused = TakesMoneyToday(holds, kDebt, kFrom);
  EXPECT_THAT(refused, IsRefused(Reason::kMoneyHeldApart));
  EXPECT_EQ(MetadataOf(refused).at("hold"), holds[1].id.ToString());
}

TEST(EffectsOn, AreThoseOfAllActiveHoldsTogether) {
  const std::vector<Hold> holds = {AHold(HoldType::kRepresentation, std::nullopt),
                                   AHold(HoldType::kComplaint),
                                   AHold(HoldType::kIdentity, kOtherDebt)};
  const HoldEffects effects = EffectsOn(holds, kDebt, kFrom);
  EXPECT_EQ(effects.demand, ContactEffect::kStopped);
  EXPECT_EQ(effects.addressee, Addressee::kRepresentative);
  EXPECT_EQ(effects.interest, InterestEffect::kRuns);
  EXPECT_TRUE(effects.stops_fees);
  EXPECT_EQ(effects.money, MoneyEffect::kAccepted);
  EXPECT_EQ(EffectsOn(holds, kDebt, kUntil + 1), HoldEffects{});
}

TEST(EffectsOn, LetTheRestBeAskedForWhenPartsAreDisputed) {
  std::vector<Hold> holds = {AHold(HoldType::kDispute), AHold(HoldType::kDispute)};
  holds[0].disputed = Money(100, CurrencyOf("EUR"));
  holds[1].disputed = Money(kLargestBalance, CurrencyOf("EUR"));
  HoldEffects effects = EffectsOn({&holds[0], 1}, kDebt, kFrom);
  EXPECT_EQ(effects.demand, ContactEffect::kAllowed);
  EXPECT_EQ(effects.disputed, 100);
  EXPECT_EQ(effects.interest, InterestEffect::kFrozen);
  EXPECT_EQ(EffectsOn(holds, kDebt, kFrom).disputed, kLargestBalance);
  holds[1].disputed.reset();
  EXPECT_EQ(EffectsOn(holds, kDebt, kFrom).demand, ContactEffect::kStopped);
}

TEST(EffectsOn, HaveWhatOtherFactsForbidAmongThem) {
  const HoldEffects in_flight = RowOf(HoldType::kPaymentInFlight).effects;
  EXPECT_EQ(EffectsOn({}, kDebt, kFrom, in_flight), in_flight);
  const Hold dispute = AHold(HoldType::kDispute);
  EXPECT_EQ(EffectsOn({&dispute, 1}, kDebt, kFrom, in_flight),
            Union(in_flight, EffectsOf(dispute)));
}

TEST(EffectsOn, KeepWhatAnotherHoldForbidsWhenOneEnds) {
  std::vector<Hold> holds = {AHold(HoldType::kRespite, std::nullopt), AHold(HoldType::kIdentity)};
  holds[1] = LiftHold(holds[1], kFrom, TestNow()).value();
  const HoldEffects effects = EffectsOn(holds, kDebt, kFrom + 1);
  EXPECT_EQ(effects, RowOf(HoldType::kRespite).effects);
}

TEST(InterestFreezes, AreTheDaysOfHoldsThatFreezeIt) {
  std::vector<Hold> holds = {AHold(HoldType::kComplaint), AHold(HoldType::kRespite, std::nullopt),
                             AHold(HoldType::kIdentity, kOtherDebt)};
  holds[1].until.reset();
  EXPECT_THAT(InterestFreezes(holds, kDebt), ElementsAre(Period{kFrom, Day::max()}));
  EXPECT_THAT(InterestFreezes(holds, kOtherDebt),
              ElementsAre(Period{kFrom, Day::max()}, Period{kFrom, kUntil}));
}

}  // namespace
}  // namespace parley
