// SPDX-License-Identifier: Apache-2.0
#include "domain/debt/fee_guard.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <vector>

#include "domain/common/reason.h"
#include "tests/domain/debt/test_ledger.h"
#include "tests/support/domain/builders.h"
#include "tests/support/domain/status_matchers.h"

namespace parley {
namespace {

const Day kToday(2026, 3, 10);

Fact AFee(std::int64_t amount = 500, FeeCause cause = FeeCause::kLatePayment) {
  return {.id = NumberedId<EntryId>(50),
          .external_ref = "FEE-1",
          .kind = EntryKind::kFee,
          .value_date = kToday,
          .amount = amount,
          .fee = FeeDetail{.rule = "late", .basis = {}, .cause = cause, .cause_ref = "bill-7"}};
}

CreditorSettings OneRule(std::vector<FeeCause> causes = {}) {
  return {.fee_rules = {{.id = "late",
                         .version = 4,
                         .basis = "Section 9",
                         .enabled = true,
                         .causes = std::move(causes),
                         .most = {Money(500, CurrencyOf("EUR"))}}}};
}

class GuardFeesTest : public ::testing::Test {
 public:
  absl::Status Guard(Fact fact) {
    facts = {std::move(fact)};
    return GuardFees(facts, debt, {settings, journal, holds, kToday});
  }

  Debt debt = ADebt();
  CreditorSettings settings = OneRule();
  std::vector<Entry> journal = {AnOpening()};
  std::vector<Hold> holds;
  std::vector<Fact> facts;
};

TEST_F(GuardFeesTest, LetsAFeePassAndTellsItsRule) {
  EXPECT_THAT(Guard(AFee()), IsOk());
  EXPECT_EQ(facts.front().fee->version, 4);
  EXPECT_EQ(facts.front().fee->basis, "Section 9");
}

TEST_F(GuardFeesTest, NeedsAnEnabledRule) {
  settings.fee_rules.front().enabled = false;
  EXPECT_THAT(Guard(AFee()), IsRefused(Reason::kFeeNotAllowed));
  settings.fee_rules.clear();
  EXPECT_THAT(Guard(AFee()), IsRefused(Reason::kFeeNotAllowed));
  settings = OneRule();
  settings.fee_rules.front().id = "another";
  EXPECT_THAT(Guard(AFee()), IsRefused(Reason::kFeeNotAllowed));
}

TEST_F(GuardFeesTest, TakesNoMoreThanTheRuleAllowsInTheDebtsCurrency) {
  EXPECT_THAT(Guard(AFee(501)), IsRefused(Reason::kFeeAboveRule));
  settings.fee_rules.front().most = {Money(500, CurrencyOf("USD"))};
  EXPECT_THAT(Guard(AFee(1)), IsRefused(Reason::kFeeAboveRule));
}

TEST_F(GuardFeesTest, NeverChargesForAContactOrAFailedPaymentUnlessTheRuleNamesThem) {
  for (const FeeCause cause : {FeeCause::kContact, FeeCause::kFailedPayment}) {
    settings = OneRule();
    EXPECT_THAT(Guard(AFee(1, cause)), IsRefused(Reason::kFeeCauseNotCovered));
    settings = OneRule({cause});
    EXPECT_THAT(Guard(AFee(1, cause)), IsOk());
    EXPECT_THAT(Guard(AFee(1, FeeCause::kService)), IsRefused(Reason::kFeeCauseNotCovered));
  }
}

TEST_F(GuardFeesTest, ChargesOnceForACause) {
  Entry charged = AnEntry(2).With(&Entry::kind, EntryKind::kFee);
  charged.fee = AFee().fee;
  charged.fee->rule = "another";
  journal.push_back(charged);
  EXPECT_THAT(Guard(AFee()), IsRefused(Reason::kFeeAlreadyCharged));
  Fact other = AFee();
  other.fee->cause_ref = "bill-8";
  EXPECT_THAT(Guard(other), IsOk());
  // Nor when it was taken back.
  Entry reversal = AnEntry(3).With(&Entry::kind, EntryKind::kReversal);
  reversal.fee = charged.fee;
  journal.push_back(reversal);
  EXPECT_THAT(Guard(AFee()), IsRefused(Reason::kFeeAlreadyCharged));
}

TEST_F(GuardFeesTest, ChargesOnceForACauseWithinARequest) {
  facts = {AFee(), AFee()};
  EXPECT_THAT(GuardFees(facts, debt, {settings, journal, holds, kToday}),
              IsRefused(Reason::kFeeAlreadyCharged));
}

TEST_F(GuardFeesTest, ChargesNothingOnADayOnWhichAHoldStopsFees) {
  const auto fee_of = [](Day day) {
    Fact fee = AFee();
    fee.value_date = day;
    return fee;
  };
  Hold hold;
  hold.debtor = debt.debtor;
  hold.type = HoldType::kRespite;
  hold.from = kToday - 20;
  hold.until = kToday - 10;
  holds = {hold};
  EXPECT_THAT(Guard(fee_of(kToday - 10)), IsRefused(Reason::kFeesOnHold));
  EXPECT_THAT(Guard(fee_of(kToday - 9)), IsOk());
  // Nor is one charged for an earlier day while such a hold is active.
  holds.front().from = kToday;
  holds.front().until.reset();
  EXPECT_THAT(Guard(fee_of(kToday - 9)), IsRefused(Reason::kFeesOnHold));
  holds.front().type = HoldType::kRepresentation;
  EXPECT_THAT(Guard(fee_of(kToday)), IsOk());
}

TEST(TakeBackFees, ReversesThoseOfTheDaysThatStand) {
  TestLedger ledger(InBuckets({{Bucket::kPrincipal, 100}}));
  ledger.SetToday(Day(2026, 4, 1));
  ASSERT_THAT(ledger.Post({Fee(2, Day(2026, 2, 28), 5), Fee(3, Day(2026, 3, 1), 6),
                           Fee(4, Day(2026, 3, 10), 7), Fee(5, Day(2026, 3, 11), 8)}),
              IsOk());
  ASSERT_THAT(ledger.Reverse(3), IsOk());
  const Period days{Day(2026, 3, 1), Day(2026, 3, 10)};
  const auto take_back = [&] {
    return TakeBackFees(ledger.debt(), days, SensitiveText("RESPITE since 2026-03-01"),
                        ledger.journal(), ledger.NextStamp(), ledger.NextIds());
  };
  ASSERT_THAT(ledger.Keep(take_back()), IsOk());
  EXPECT_EQ(ledger.debt().position, At({{Bucket::kPrincipal, 100}, {Bucket::kFees, 5 + 8}}));
  const Entry& reversal = ledger.journal().back();
  EXPECT_EQ(reversal.linked, E(4));
  EXPECT_EQ(reversal.value_date, Day(2026, 3, 10));
  EXPECT_EQ(reversal.reason.Reveal(), "RESPITE since 2026-03-01");
  EXPECT_TRUE(ledger.Findings().empty());
  // Once more there is nothing to take back.
  EXPECT_TRUE(take_back()->entries.empty());
}

TEST_F(GuardFeesTest, AsksNothingOfOtherFacts) {
  Fact payment = AFee();
  payment.kind = EntryKind::kPayment;
  payment.fee.reset();
  settings = {};
  EXPECT_THAT(Guard(payment), IsOk());
}

TEST(FeeCauses, HaveANameAndANumberByWhichTheyAreFound) {
  for (int number = 1; number <= 6; ++number) {
    const auto cause = FeeCauseNumbered(number);
    ASSERT_TRUE(cause.has_value());
    EXPECT_EQ(FeeCauseNamed(NameOf(*cause)), cause);
  }
  EXPECT_EQ(NameOf(FeeCause::kFailedPayment), "FAILED_PAYMENT");
  EXPECT_EQ(FeeCauseNumbered(0), std::nullopt);
  EXPECT_EQ(FeeCauseNumbered(7), std::nullopt);
  EXPECT_EQ(FeeCauseNamed("contact"), std::nullopt);
}

}  // namespace
}  // namespace parley
