// SPDX-License-Identifier: Apache-2.0
#include "domain/debt/payment.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "domain/common/reason.h"
#include "domain/common/text.h"
#include "tests/support/domain/builders.h"
#include "tests/support/domain/status_matchers.h"

namespace parley {
namespace {

using ::testing::ElementsAre;
using ::testing::Eq;
using ::testing::IsEmpty;
using ::testing::SizeIs;
using ::testing::UnorderedElementsAre;

constexpr Day kDay = Day(2026, 2, 11);
constexpr auto kDebt = NumberedId<DebtId>(1);
constexpr auto kOther = NumberedId<DebtId>(2);

// What a payment of 100 is in each state.
Payment In(PaymentState state) {
  Payment payment{.currency = CurrencyOf("EUR")};
  payment.id = NumberedId<PaymentId>(1);
  payment.debtor = NumberedId<DebtorId>(1);
  payment.external_ref = "BANK-1";
  payment.state = state;
  payment.amount = 100;
  payment.value_date = kDay;
  const bool divided = state == PaymentState::kSettled || state == PaymentState::kReturned;
  if (divided) payment.parts = {{.debt = kDebt, .entry = NumberedId<EntryId>(1), .amount = 100}};
  if (state == PaymentState::kAnnounced || state == PaymentState::kFailed) {
    payment.value_date.reset();
    payment.expected_date = kDay;
    payment.parts = {{.debt = kDebt, .amount = 60}, {.debt = kOther, .amount = 40}};
    payment.announced = {{kDebt, 60}, {kOther, 40}};
    payment.created_time = TestNow();
    if (state == PaymentState::kFailed) payment.landed_time = TestNow() + absl::Hours(2);
  }
  if (state == PaymentState::kReturned || state == PaymentState::kFailed) {
    payment.returned_date = kDay + 1;
  }
  const bool on_desk = state == PaymentState::kUnidentified || state == PaymentState::kAssigned;
  if (on_desk) payment.debtor = {};
  if (state == PaymentState::kAssigned) payment.claimed_for = NumberedId<DebtorId>(7);
  return payment;
}

std::vector<PaymentState> EveryState() {
  return {PaymentState::kAnnounced, PaymentState::kSettled,      PaymentState::kReturned,
          PaymentState::kFailed,    PaymentState::kUnidentified, PaymentState::kAssigned};
}

std::vector<Violation> Check(const Payment& payment) {
  Violations violations;
  CheckPayment(payment, kDay, violations);
  return violations.all();
}

TEST(PaymentState, HasOneName) {
  for (const PaymentState state : EveryState()) {
    EXPECT_EQ(PaymentStateNamed(NameOf(state)), state);
    EXPECT_EQ(PaymentStateNumbered(static_cast<int>(state)), state);
  }
  EXPECT_EQ(NameOf(PaymentState::kUnidentified), "UNIDENTIFIED");
  EXPECT_EQ(PaymentStateNamed("GONE"), std::nullopt);
  EXPECT_EQ(PaymentStateNumbered(0), std::nullopt);
  EXPECT_EQ(PaymentStateNumbered(7), std::nullopt);
}

TEST(StandsIn, AsksForTheEntryAndForWhatTakesItBack) {
  const Payment settled = In(PaymentState::kSettled);
  const PaymentPart& part = settled.parts.front();
  Entry entry{.id = part.entry, .kind = EntryKind::kPayment, .amount = part.amount};
  Entry reversal{.id = NumberedId<EntryId>(2), .kind = EntryKind::kReversal, .amount = 100};
  reversal.linked = entry.id;
  EXPECT_TRUE(StandsIn(std::vector{entry}, settled, part));
  EXPECT_TRUE(StandsIn({}, In(PaymentState::kAnnounced), {.debt = kDebt, .amount = 60}));
  EXPECT_FALSE(StandsIn(std::vector{reversal}, settled, part));
  const Payment returned = In(PaymentState::kReturned);
  EXPECT_TRUE(StandsIn(std::vector{entry, reversal}, returned, part));
  EXPECT_FALSE(StandsIn(std::vector{entry}, returned, part));
  entry.amount = 99;
  EXPECT_FALSE(StandsIn(std::vector{entry}, settled, part));
}

TEST(CheckPayment, TakesWhatIsSound) {
  for (const PaymentState state : EveryState()) EXPECT_THAT(Check(In(state)), IsEmpty());
}

TEST(CheckPayment, TellsOfEachFieldThatIsMalformed) {
  Payment payment = In(PaymentState::kSettled);
  payment.external_ref = "";
  payment.amount = 0;
  payment.value_date = kDay + 1;
  payment.method = std::string(kLongestMethod + 1, 'x');
  payment.note = Secret(std::string(kLongestReason + 1, 'x'));
  EXPECT_THAT(Check(payment), UnorderedElementsAre(Violation{"external_ref", Fault::kRequired},
                                                   Violation{"amount", Fault::kNotPositive},
                                                   Violation{"value_date", Fault::kDateInFuture},
                                                   Violation{"method", Fault::kTooLong},
                                                   Violation{"note", Fault::kTooLong}));
  payment = In(PaymentState::kSettled);
  payment.amount = kLargestBalance + 1;
  EXPECT_THAT(Check(payment), ElementsAre(Violation{"amount", Fault::kAmountOutOfRange}));
}

TEST(CheckPayment, TakesAnnouncementsOfDaysThatMayBeMeant) {
  Payment payment = In(PaymentState::kAnnounced);
  for (const Day day : {kDay - kDaysInFlight, kDay + kMostDaysAhead}) {
    payment.expected_date = day;
    EXPECT_THAT(Check(payment), IsEmpty());
  }
  for (const Day day : {kDay - kDaysInFlight - 1, kDay + kMostDaysAhead + 1}) {
    payment.expected_date = day;
    EXPECT_THAT(Check(payment), ElementsAre(Violation{"expected_date", Fault::kOutOfRange}));
  }
}

TEST(CheckPayment, RefusesWishesThatCannotBeMet) {
  Payment payment = In(PaymentState::kSettled);
  payment.instructions = {{kDebt, 60}, {kOther, 40}};
  EXPECT_THAT(Check(payment), IsEmpty());
  payment.instructions = {{kDebt, 60}, {kOther, 41}};
  EXPECT_THAT(Check(payment), ElementsAre(Violation{"instructions[1].amount", Fault::kOutOfRange}));
  payment.instructions = {{kDebt, 1}, {kDebt, 0}};
  EXPECT_THAT(Check(payment),
              UnorderedElementsAre(Violation{"instructions[1].debt", Fault::kDuplicate},
                                   Violation{"instructions[1].amount", Fault::kNotPositive}));
  payment.instructions.assign(kMostInstructions + 1, {kDebt, 1});
  EXPECT_THAT(Check(payment), ElementsAre(Violation{"instructions", Fault::kTooLong}));
}

TEST(RestorePayment, TakesEachStateAsItIs) {
  for (const PaymentState state : EveryState()) {
    EXPECT_THAT(RestorePayment(In(state)), IsOkAnd(Eq(In(state)))) << NameOf(state);
  }
}

TEST(RestorePayment, RefusesWhatNoPaymentIs) {
  const auto refused = [](Payment payment) {
    return ReasonOf(RestorePayment(std::move(payment)).status()) == Reason::kRecordCorrupt;
  };
  for (const PaymentState state : EveryState()) {
    Payment payment = In(state);
    payment.amount = 0;
    EXPECT_TRUE(refused(payment));
    payment = In(state);
    payment.id = {};
    EXPECT_TRUE(refused(payment));
    payment = In(state);
    payment.debtor = payment.debtor.IsNil() ? NumberedId<DebtorId>(1) : DebtorId();
    EXPECT_TRUE(refused(payment) || state == PaymentState::kReturned) << NameOf(state);
    payment = In(state);
    if (payment.value_date.has_value()) {
      payment.value_date.reset();
    } else {
      payment.value_date = kDay;
    }
    EXPECT_TRUE(refused(payment)) << NameOf(state);
    payment = In(state);
    if (payment.parts.empty()) continue;
    ++payment.parts.front().amount;
    EXPECT_TRUE(refused(payment));
    payment = In(state);
    payment.parts.front().entry =
        payment.parts.front().entry.IsNil() ? NumberedId<EntryId>(9) : EntryId();
    EXPECT_TRUE(refused(payment));
  }
}

TEST(CameIn, SettlesWhatWasAnnounced) {
  const auto settled = CameIn(In(PaymentState::kAnnounced), 90, kDay + 2, TestNow());
  ASSERT_THAT(settled, IsOk());
  EXPECT_EQ(settled->state, PaymentState::kSettled);
  EXPECT_EQ(settled->amount, 90);
  EXPECT_EQ(settled->value_date, kDay + 2);
  EXPECT_EQ(settled->landed_time, TestNow());
  EXPECT_THAT(settled->parts, IsEmpty());
  for (const PaymentState state : EveryState()) {
    if (state == PaymentState::kAnnounced) continue;
    EXPECT_EQ(ReasonOf(CameIn(In(state), 1, kDay, TestNow()).status()),
              Reason::kPaymentNotAnnounced);
  }
}

TEST(WentBack, EndsWhatIsThereOnce) {
  const auto ended = [](PaymentState state) {
    const auto payment = WentBack(In(state), kDay + 3, Secret("no funds"), TestNow());
    EXPECT_THAT(payment, IsOk());
    EXPECT_EQ(payment->returned_date, kDay + 3);
    EXPECT_EQ(payment->return_reason, Secret("no funds"));
    EXPECT_EQ(payment->landed_time.has_value(), payment->state == PaymentState::kFailed);
    return payment->state;
  };
  EXPECT_EQ(ended(PaymentState::kAnnounced), PaymentState::kFailed);
  EXPECT_EQ(ended(PaymentState::kSettled), PaymentState::kReturned);
  EXPECT_EQ(ended(PaymentState::kUnidentified), PaymentState::kReturned);
  for (const PaymentState state : {PaymentState::kReturned, PaymentState::kFailed}) {
    EXPECT_EQ(ReasonOf(WentBack(In(state), kDay, {}, TestNow()).status()),
              Reason::kPaymentAlreadyReturned);
  }
  EXPECT_EQ(ReasonOf(WentBack(In(PaymentState::kAssigned), kDay, {}, TestNow()).status()),
            Reason::kPaymentNotInSuspense);
}

TEST(ClaimedFor, KeepsMoneyForOneDebtorAlone) {
  const auto debtor = NumberedId<DebtorId>(7);
  const auto claimed = ClaimedFor(In(PaymentState::kUnidentified), debtor);
  ASSERT_THAT(claimed, IsOk());
  EXPECT_EQ(claimed->claimed_for, debtor);
  EXPECT_THAT(ClaimedFor(*claimed, debtor), IsOkAnd(Eq(*claimed)));
  EXPECT_EQ(ReasonOf(ClaimedFor(*claimed, NumberedId<DebtorId>(8)).status()),
            Reason::kPaymentNotInSuspense);
  EXPECT_EQ(ReasonOf(WentBack(*claimed, kDay, {}, TestNow()).status()),
            Reason::kPaymentNotInSuspense);
  EXPECT_EQ(Unclaimed(*claimed), In(PaymentState::kUnidentified));
  EXPECT_EQ(Assigned(*claimed).state, PaymentState::kAssigned);
  EXPECT_THAT(ClaimedFor(Assigned(*claimed), debtor), IsOkAnd(Eq(Assigned(*claimed))));
  EXPECT_EQ(ReasonOf(ClaimedFor(In(PaymentState::kReturned), debtor).status()),
            Reason::kPaymentNotInSuspense);
}

TEST(InFlight, IsWhatWasAnnouncedUntilItIsLate) {
  const std::vector<Payment> payments = {In(PaymentState::kAnnounced), In(PaymentState::kAnnounced),
                                         In(PaymentState::kFailed), In(PaymentState::kSettled)};
  EXPECT_EQ(InFlightTo(kDebt, payments, kDay), 120);
  EXPECT_EQ(InFlightTo(kOther, payments, kDay + kDaysInFlight), 80);
  EXPECT_EQ(InFlightTo(kDebt, payments, kDay + kDaysInFlight + 1), 0);
  EXPECT_EQ(InFlightTo(NumberedId<DebtId>(3), payments, kDay), 0);
}

TEST(InFlightAsOf, IsToldTheSameForEver) {
  const std::vector<ExpectedMoney> expected = {*ExpectedFor(kDebt, In(PaymentState::kAnnounced)),
                                               *ExpectedFor(kDebt, In(PaymentState::kFailed))};
  EXPECT_THAT(InFlightAsOf(expected, kDay, TestNow() - absl::Seconds(1)), IsEmpty());
  const auto then = InFlightAsOf(expected, kDay, TestNow() + absl::Hours(1));
  ASSERT_THAT(then, SizeIs(2));
  // What became of it later was not known.
  EXPECT_EQ(then.back().landed_time, absl::InfiniteFuture());
  EXPECT_EQ(then.back().amount, 60);
  EXPECT_THAT(InFlightAsOf(expected, kDay, TestNow() + absl::Hours(2)),
              ElementsAre(expected.front()));
  EXPECT_THAT(InFlightAsOf(expected, kDay + kDaysInFlight + 1, TestNow() + absl::Hours(1)),
              IsEmpty());
  EXPECT_EQ(expected.front().amount, 60);
  EXPECT_EQ(expected.front().expected_date, kDay);
  EXPECT_EQ(ExpectedFor(NumberedId<DebtId>(3), In(PaymentState::kAnnounced)), std::nullopt);
  EXPECT_EQ(ExpectedFor(kDebt, In(PaymentState::kSettled)), std::nullopt);
}

TEST(HoldsInFlight, StopDemandsFeesAndTheLadderOfTheDebtsThatItIsFor) {
  const std::vector<Payment> payments = {In(PaymentState::kAnnounced)};
  const std::vector<Hold> holds = HoldsInFlight(payments, kDay - 3);
  const HoldEffects effects = EffectsOn(holds, kDebt, kDay - 3);
  EXPECT_EQ(effects, RowOf(HoldType::kPaymentInFlight).effects);
  EXPECT_EQ(effects.demand, ContactEffect::kStopped);
  EXPECT_TRUE(effects.stops_fees);
  EXPECT_TRUE(effects.stops_ladder);
  EXPECT_EQ(effects.interest, InterestEffect::kRuns);
  EXPECT_EQ(EffectsOn(holds, NumberedId<DebtId>(3), kDay), HoldEffects());
  EXPECT_THAT(HoldsInFlight(payments, kDay + kDaysInFlight + 1), IsEmpty());
}

}  // namespace
}  // namespace parley
