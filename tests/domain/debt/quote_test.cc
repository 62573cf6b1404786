// SPDX-License-Identifier: Apache-2.0
// Quotes of what pays a debt off. 365.00 bear 0.05 a day since 31 January.
#include "domain/debt/quote.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <set>
#include <string>

#include "domain/debt/accrual.h"
#include "domain/debt/itemisation.h"
#include "tests/domain/debt/test_ledger.h"
#include "tests/support/domain/status_matchers.h"

namespace parley {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;
using ::testing::SizeIs;

constexpr Bucket kPrincipal = Bucket::kPrincipal;
constexpr Bucket kInterest = Bucket::kInterest;
constexpr Day kQuoted = Day(2026, 2, 10);

TestLedger Bearing(LedgerRules rules = WithInterest(), std::int64_t principal = 36'500) {
  TestLedger ledger(APlacementBearing(rules, InBuckets({{kPrincipal, principal}})));
  ledger.SetToday(Day(2027, 12, 31));
  return ledger;
}

std::int64_t Accrued(const TestLedger& ledger, Day day) {
  return AccruedAsOf(ledger.journal(), ledger.debt().rules, day).value();
}

// Nothing is owed, nothing accrues, and nothing is wrong.
void ExpectPaidOff(const TestLedger& ledger) {
  EXPECT_EQ(ledger.debt().position, Position{});
  EXPECT_EQ(ledger.debt().status, DebtStatus::kPaid);
  EXPECT_EQ(Accrued(ledger, Day(2027, 12, 31)), 0);
  EXPECT_THAT(ledger.Findings(), IsEmpty());
  EXPECT_THAT(RestoreDebt(ledger.debt()), IsOk());
}

TEST(IssueQuote, QuotesAllThatIsOwedWithTheInterestOfToday) {
  TestLedger ledger = Bearing();
  const auto quote = ledger.Quote(kQuoted);
  ASSERT_THAT(quote, IsOk());
  EXPECT_EQ(quote->amount, 36'500 + 10 * 5);
  EXPECT_EQ(quote->issued, kQuoted);
  EXPECT_EQ(quote->valid_until, Day(2026, 2, 24));
  EXPECT_EQ(quote->issued_time, ledger.debt().updated_time);
  EXPECT_EQ(ledger.debt().position, At({{kPrincipal, 36'500}, {kInterest, 50}}));
  EXPECT_EQ(ledger.journal().back().value_date, kQuoted);
  EXPECT_THAT(ledger.debt().rules.payoffs, ElementsAre(*quote));
  EXPECT_THAT(ledger.debt().quotes_met, IsEmpty());
  EXPECT_EQ(ledger.debt().status, DebtStatus::kActive);
  EXPECT_THAT(ledger.Findings(), IsEmpty());
  EXPECT_THAT(RestoreDebt(ledger.debt()), IsOk());
}

TEST(IssueQuote, PostsNothingForADebtThatBearsNoInterest) {
  TestLedger ledger(InBuckets({{kPrincipal, 100}, {Bucket::kCosts, 20}}));
  EXPECT_EQ(ledger.Quote(kQuoted)->amount, 120);
  EXPECT_THAT(ledger.journal(), SizeIs(1));
  ASSERT_THAT(ledger.Post({Payment(2, Day(2026, 2, 12), 120)}), IsOk());
  ExpectPaidOff(ledger);
  EXPECT_THAT(ledger.debt().quotes_met, SizeIs(1));
}

TEST(IssueQuote, TakesBackNoFeeThatItLetGoThoughInterestWasWaivedBefore) {
  TestLedger ledger = Bearing();
  const Payoff quote = ledger.Quote(kQuoted).value();
  ASSERT_THAT(ledger.Post({Waiver(2, Day(2026, 2, 15), 25, kInterest)}), IsOk());
  ASSERT_THAT(ledger.Post({Fee(3, Day(2026, 2, 16), 30)}), IsOk());
  ASSERT_THAT(ledger.Post({Payment(4, Day(2026, 2, 20), quote.amount)}), IsOk());
  ExpectPaidOff(ledger);
  ASSERT_THAT(ledger.Reverse(3, Day(2026, 2, 25)), IsOk());
  ExpectPaidOff(ledger);
}

TEST(IssueQuote, IsRefusedForADebtThatIsNotOpen) {
  for (const DebtStatus status :
       {DebtStatus::kReceived, DebtStatus::kRejected, DebtStatus::kPaid, DebtStatus::kSettled,
        DebtStatus::kRecalled, DebtStatus::kReturned, DebtStatus::kWrittenOff,
        DebtStatus::kClosed}) {
    TestLedger ledger = Bearing();
    Debt debt = ledger.debt();
    debt.status = status;
    ledger.SetDebt(debt);
    EXPECT_THAT(ledger.Quote(kQuoted), IsRefused(Reason::kDebtNotOpen)) << NameOf(status);
  }
  TestLedger paid = Bearing();
  Debt nothing_owed = paid.debt();
  nothing_owed.status = DebtStatus::kAwaitingDecision;
  nothing_owed.position = {};
  paid.SetDebt(nothing_owed);
  EXPECT_THAT(paid.Quote(kQuoted), IsRefused(Reason::kDebtNotOpen));
}

TEST(CheckQuote, TakesADayFromTodayToSixtyDaysOn) {
  const auto check = [](std::optional<Day> valid_until) {
    Violations violations;
    CheckQuote({{}, valid_until}, kQuoted, "until", violations);
    return violations.all();
  };
  EXPECT_THAT(check(std::nullopt), IsEmpty());
  EXPECT_THAT(check(kQuoted), IsEmpty());
  EXPECT_THAT(check(kQuoted + 60), IsEmpty());
  EXPECT_THAT(check(kQuoted - 1), ElementsAre(Violation{"until", Fault::kDateInPast}));
  EXPECT_THAT(check(kQuoted + 61), ElementsAre(Violation{"until", Fault::kOutOfRange}));
}

TEST(ReferenceOf, IsShortAndOfTheQuotesOwn) {
  std::set<std::string> references;
  for (std::uint64_t number = 1; number <= 1'000; ++number) {
    references.insert(ReferenceOf(QuoteId(NumberedUuid(number))));
  }
  EXPECT_THAT(references, SizeIs(1'000));
  EXPECT_EQ(*references.begin(), "Q-0000000001");
}

TEST(Quote, IsMetByMoneyWithinItWhateverAccruedSince) {
  TestLedger ledger = Bearing();
  const Payoff quote = ledger.Quote(kQuoted).value();
  ASSERT_THAT(ledger.Post({Payment(2, Day(2026, 2, 24), quote.amount)}), IsOk());
  ExpectPaidOff(ledger);
  EXPECT_THAT(ledger.debt().quotes_met, ElementsAre(quote.quote));
  const Entry& waiver = ledger.journal().back();
  EXPECT_EQ(waiver.kind, EntryKind::kWaiver);
  EXPECT_EQ(waiver.amount, 14 * 5);
  EXPECT_EQ(waiver.value_date, Day(2026, 2, 24));
  EXPECT_EQ(waiver.quote, quote.quote);
  EXPECT_TRUE(waiver.linked.IsNil());
  EXPECT_EQ(waiver.reason.Reveal(), "payoff quote " + ReferenceOf(quote.quote));
  EXPECT_EQ(waiver.postings,
            (std::vector<Posting>{{Account::kPrincipal, -70}, {Account::kWaivers, 70}}));
}

TEST(Quote, IsMetOnTheDayOnWhichItIsGiven) {
  TestLedger ledger = Bearing();
  const Payoff quote = ledger.Quote(kQuoted).value();
  ASSERT_THAT(ledger.Post({Payment(2, kQuoted, quote.amount)}), IsOk());
  ExpectPaidOff(ledger);
  EXPECT_THAT(ledger.OfKind(EntryKind::kWaiver), IsEmpty()) << "nothing accrued since";
  EXPECT_THAT(ledger.debt().quotes_met, SizeIs(1));
}

TEST(Quote, LeavesWhatAccruedToMoneyThatComesADayLate) {
  TestLedger ledger = Bearing();
  const Payoff quote = ledger.Quote(kQuoted).value();
  ASSERT_THAT(ledger.Post({Payment(2, Day(2026, 2, 25), quote.amount)}), IsOk());
  EXPECT_EQ(ledger.debt().position, Owing(15 * 5));
  EXPECT_EQ(ledger.debt().status, DebtStatus::kActive);
  EXPECT_THAT(ledger.debt().quotes_met, IsEmpty());
  EXPECT_THAT(ledger.Findings(), IsEmpty());
}

TEST(Quote, IsMetByMoneyThatIsLearntLate) {
  TestLedger ledger = Bearing();
  const Payoff quote = ledger.Quote(kQuoted).value();
  ASSERT_THAT(ledger.PostInterestThrough(Day(2026, 4, 30)), IsOk());
  ASSERT_THAT(ledger.Post({Payment(2, Day(2026, 2, 20), quote.amount)}), IsOk());
  ExpectPaidOff(ledger);
}

TEST(Quote, IsMetInParts) {
  TestLedger ledger = Bearing();
  const Payoff quote = ledger.Quote(kQuoted).value();
  ASSERT_THAT(ledger.Post({Payment(2, Day(2026, 2, 12), 10'000)}), IsOk());
  EXPECT_THAT(ledger.debt().quotes_met, IsEmpty());
  ASSERT_THAT(ledger.Post({Payment(3, Day(2026, 2, 20), quote.amount - 10'000)}), IsOk());
  ExpectPaidOff(ledger);
}

TEST(Quote, HoldsWhatIsPaidBeyondIt) {
  TestLedger ledger = Bearing();
  const Payoff quote = ledger.Quote(kQuoted).value();
  ASSERT_THAT(ledger.Post({Payment(2, Day(2026, 2, 20), quote.amount + 20)}), IsOk());
  EXPECT_EQ(ledger.debt().position, Position{}) << "0.20 went to interest, and 0.30 are let go";
  EXPECT_EQ(ledger.OfKind(EntryKind::kWaiver).front()->amount, 30);
  ASSERT_THAT(ledger.Post({Payment(3, Day(2026, 2, 21), 7)}), IsOk());
  EXPECT_EQ(ledger.debt().position, Holding(7));
  EXPECT_THAT(ledger.Findings(), IsEmpty());
}

TEST(Quote, LetsGoWhatCameOnTopButNoNewPrincipal) {
  TestLedger ledger = Bearing();
  const Payoff quote = ledger.Quote(kQuoted).value();
  ASSERT_THAT(
      ledger.Post({Fee(2, Day(2026, 2, 11), 700), Charge(3, Day(2026, 2, 11), 300, Bucket::kCosts),
                   Charge(4, Day(2026, 2, 11), 400)}),
      IsOk());
  ASSERT_THAT(ledger.Post({Payment(5, Day(2026, 2, 12), quote.amount)}), IsOk());
  EXPECT_EQ(ledger.debt().position, Owing(400));
  EXPECT_THAT(ledger.Findings(), IsEmpty());
}

TEST(Quote, LetsGoNoInterestOfTheDaysBeforeIt) {
  TestLedger ledger = Bearing();
  const Payoff quote = ledger.Quote(kQuoted).value();
  LedgerRules dearer = ledger.debt().rules;
  dearer.interest->rates = {{TestLedger::kOpened, 1'000'000'000}};
  ASSERT_THAT(ledger.Change(dearer), IsOk());
  ASSERT_THAT(ledger.Post({Payment(2, Day(2026, 2, 20), quote.amount)}), IsOk());
  EXPECT_EQ(ledger.debt().position, Owing(10 * 5)) << "of the ten days that were quoted too low";
  EXPECT_THAT(ledger.debt().quotes_met, ElementsAre(quote.quote));
  EXPECT_THAT(ledger.Findings(), IsEmpty());
}

TEST(Quote, DoesNotCountMoneyThatWasKnownWhenItWasGiven) {
  TestLedger ledger = Bearing();
  ASSERT_THAT(ledger.Post({Payment(2, kQuoted, 20'000)}), IsOk());
  const Payoff quote = ledger.Quote(kQuoted).value();
  EXPECT_EQ(quote.amount, 16'550);
  ASSERT_THAT(ledger.Post({Payment(3, Day(2026, 2, 11), 100)}), IsOk());
  EXPECT_THAT(ledger.debt().quotes_met, IsEmpty());
  ASSERT_THAT(ledger.Post({Payment(4, Day(2026, 2, 12), 16'450)}), IsOk());
  ExpectPaidOff(ledger);
}

TEST(Quote, IsOpenAgainWhenItsMoneyIsReturned) {
  TestLedger ledger = Bearing();
  const Payoff quote = ledger.Quote(kQuoted).value();
  TestLedger never_paid = ledger;
  ASSERT_THAT(ledger.Post({Payment(2, Day(2026, 2, 20), quote.amount)}), IsOk());
  ASSERT_THAT(ledger.Reverse(2), IsOk());
  EXPECT_THAT(ledger.debt().quotes_met, IsEmpty());
  EXPECT_EQ(ledger.debt().status, DebtStatus::kActive);
  ASSERT_THAT(ledger.PostInterestThrough(Day(2026, 2, 28)), IsOk());
  ASSERT_THAT(never_paid.PostInterestThrough(Day(2026, 2, 28)), IsOk());
  EXPECT_EQ(ledger.debt().position, never_paid.debt().position) << "the waiver went with the money";
  EXPECT_THAT(ledger.Findings(), IsEmpty());
  // Other money meets it on another day.
  ASSERT_THAT(ledger.Post({Payment(3, Day(2026, 2, 22), quote.amount)}), IsOk());
  ExpectPaidOff(ledger);
}

TEST(Quote, IsOpenAgainWhenItsMoneyIsReturnedAsOfALaterDay) {
  TestLedger ledger = Bearing();
  const Payoff quote = ledger.Quote(kQuoted).value();
  ASSERT_THAT(ledger.Post({Payment(2, Day(2026, 2, 20), quote.amount)}), IsOk());
  ASSERT_THAT(ledger.Reverse(2, Day(2026, 3, 5)), IsOk());
  EXPECT_THAT(ledger.debt().quotes_met, IsEmpty());
  EXPECT_EQ(ledger.AsOf(Day(2026, 3, 1)), Owing(50)) << "of the ten days until the money came";
  EXPECT_EQ(ledger.balance(), quote.amount + 50);
  EXPECT_THAT(ledger.Findings(), IsEmpty());
}

TEST(Quote, LetsNothingGoThatAFreezeTakesAwayAnyhow) {
  TestLedger ledger = Bearing();
  const Payoff quote = ledger.Quote(kQuoted).value();
  ASSERT_THAT(ledger.Post({Payment(2, Day(2026, 2, 20), quote.amount)}), IsOk());
  LedgerRules frozen = ledger.debt().rules;
  frozen.freezes = {{Day(2026, 2, 11), Day::max()}};
  ASSERT_THAT(ledger.Change(frozen), IsOk());
  ExpectPaidOff(ledger);
  EXPECT_THAT(ledger.debt().quotes_met, SizeIs(1));
}

TEST(Quote, StandsWhoeverChangesTheOtherRules) {
  TestLedger ledger = Bearing();
  const Payoff quote = ledger.Quote(kQuoted).value();
  InterestTerms dearer = FivePercent();
  dearer.rates.push_back({Day(2026, 2, 15), 1'000'000'000});
  LedgerRules changed = ledger.debt().rules;
  changed.interest = dearer;
  ASSERT_THAT(ledger.Change(changed), IsOk());
  EXPECT_THAT(ledger.debt().rules.payoffs, ElementsAre(quote));
  ASSERT_THAT(ledger.Post({Payment(2, Day(2026, 2, 20), quote.amount)}), IsOk());
  ExpectPaidOff(ledger);
}

TEST(Quote, OfALaterDayStandsBesideTheOneBefore) {
  TestLedger ledger = Bearing();
  const Payoff first = ledger.Quote(kQuoted).value();
  const Payoff second = ledger.Quote(Day(2026, 2, 15)).value();
  EXPECT_EQ(second.amount, first.amount + 25);
  ASSERT_THAT(ledger.Post({Payment(2, Day(2026, 2, 20), first.amount)}), IsOk());
  ExpectPaidOff(ledger);
  EXPECT_THAT(ledger.debt().quotes_met, ElementsAre(first.quote));
}

TEST(Quote, WaiverIsNotReversed) {
  TestLedger ledger = Bearing();
  const Payoff quote = ledger.Quote(kQuoted).value();
  ASSERT_THAT(ledger.Post({Payment(2, Day(2026, 2, 20), quote.amount)}), IsOk());
  EXPECT_THAT(ledger.Undo({.id = E(9), .reverses = ledger.journal().back().id}),
              IsRefused(Reason::kQuoteWaiverNotReversible));
}

TEST(Quote, NeedsTheJournalForMoneyThatMayMeetItAlone) {
  TestLedger ledger = Bearing();
  const Payoff quote = ledger.Quote(kQuoted).value();
  const auto needs = [&](const Fact& fact) { return NeedsJournal(ledger.debt(), {&fact, 1}); };
  EXPECT_TRUE(needs(Payment(2, Day(2026, 2, 24), 1)));
  EXPECT_FALSE(needs(Payment(2, Day(2026, 2, 25), 1)));
  EXPECT_FALSE(needs(Charge(2, Day(2026, 2, 24), 1)));
  ASSERT_THAT(ledger.Post({Payment(2, Day(2026, 2, 20), quote.amount)}), IsOk());
  EXPECT_FALSE(needs(Payment(3, Day(2026, 2, 24), 1))) << "it is met";
}

TEST(Quote, IsToldInTheItemisation) {
  TestLedger ledger = Bearing();
  const Payoff quote = ledger.Quote(kQuoted).value();
  ASSERT_THAT(ledger.Post({Payment(2, Day(2026, 2, 20), quote.amount)}), IsOk());
  ASSERT_THAT(ledger.Reverse(2), IsOk());
  ASSERT_THAT(ledger.Post({Payment(3, Day(2026, 2, 22), quote.amount)}), IsOk());
  const auto itemisation =
      Itemise(ledger.debt(), ledger.journal(), Day(2026, 12, 31), absl::InfiniteFuture());
  ASSERT_THAT(itemisation, IsOk());
  std::int64_t sum = itemisation->amount_at_itemisation_date;
  for (const ItemisationLine& line : itemisation->lines) {
    sum += line.amount;
    if (line.kind == ItemisationKind::kWaivers) {
      EXPECT_EQ(line.amount, -60);
    }
  }
  EXPECT_EQ(sum, 0);
}

// Whatever accrues between the quote and the money.
RC_GTEST_PROP(Quotes, AreKeptWhateverAccruesUntilTheMoneyComes, ()) {
  LedgerRules rules = WithInterest();
  InterestTerms& terms = *rules.interest;
  terms.day_count = *rc::gen::element(DayCount::kAct365F, DayCount::kAct360, DayCount::kActActIsda,
                                      DayCount::k30360Us);
  terms.base = *rc::gen::element(InterestBase::kPrincipal, InterestBase::kPrincipalAndFees);
  terms.rates = {{TestLedger::kOpened, *rc::gen::inRange<std::int64_t>(0, 20'000'000'000)},
                 {Day(2026, 2, 20), *rc::gen::inRange<std::int64_t>(0, 20'000'000'000)}};
  if (*rc::gen::arbitrary<bool>()) terms.cap = *rc::gen::inRange<std::int64_t>(0, 2'000);
  terms.monthly_minimum = *rc::gen::element<std::int64_t>(0, 0, 40);
  TestLedger ledger = Bearing(rules, *rc::gen::inRange<std::int64_t>(1, 1'000'000));
  const Day quoted = TestLedger::kOpened + *rc::gen::inRange(0, 60);
  const Payoff quote = ledger.Quote(quoted, quoted + *rc::gen::inRange(0, 60)).value();
  if (*rc::gen::arbitrary<bool>()) {
    RC_ASSERT(ledger.Post({Fee(2, quoted, *rc::gen::inRange<std::int64_t>(1, 500))}).ok());
  }
  const int days = static_cast<int>(quote.valid_until - quoted);
  const Day paid = quoted + *rc::gen::inRange(0, days + 1);
  const std::int64_t part = *rc::gen::inRange<std::int64_t>(0, quote.amount);
  TestLedger late = ledger;
  if (*rc::gen::arbitrary<bool>()) {
    RC_ASSERT(ledger.PostInterestThrough(paid + *rc::gen::inRange(0, 90)).ok());
  }
  if (part > 0) RC_ASSERT(ledger.Post({Payment(3, paid, part)}).ok());
  RC_ASSERT(ledger.Post({Payment(4, paid, quote.amount - part)}).ok());
  RC_ASSERT(ledger.debt().position == Position{});
  RC_ASSERT(ledger.debt().status == DebtStatus::kPaid);
  RC_ASSERT(Accrued(ledger, Day(2027, 12, 31)) == 0);
  RC_ASSERT(ledger.Findings().empty());
  RC_ASSERT(RestoreDebt(ledger.debt()).ok());
  // A day late.
  RC_ASSERT(late.Post({Payment(3, quote.valid_until + 1, quote.amount)}).ok());
  RC_ASSERT(late.debt().quotes_met.empty());
  RC_ASSERT(late.OfKind(EntryKind::kWaiver).empty());
  RC_ASSERT(late.Findings().empty());
  // Money that is taken back was never there.
  RC_ASSERT(ledger.Reverse(4).ok());
  RC_ASSERT(ledger.debt().quotes_met.empty());
  RC_ASSERT(ledger.Findings().empty());
}

}  // namespace
}  // namespace parley
