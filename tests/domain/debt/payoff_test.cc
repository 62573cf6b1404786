// SPDX-License-Identifier: Apache-2.0
// Quotes of a debt without interest, which money meets or not.
#include "domain/debt/payoff.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/domain/debt/test_ledger.h"
#include "tests/support/domain/status_matchers.h"

namespace parley {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;
using ::testing::SizeIs;

// 100 are owed, bear nothing, and are quoted.
class PlainQuote : public ::testing::Test {
 public:
  // Nothing is owed, and nothing is wrong.
  void ExpectPaidOff() const {
    EXPECT_EQ(ledger.debt().position, Position{});
    EXPECT_EQ(ledger.debt().status, DebtStatus::kPaid);
    EXPECT_THAT(ledger.Findings(), IsEmpty());
    EXPECT_THAT(RestoreDebt(ledger.debt()), IsOk());
  }

  TestLedger ledger = TestLedger(InBuckets({{Bucket::kPrincipal, 100}}));
  Payoff quote = ledger.Quote(Day(2026, 2, 10)).value();
};

TEST_F(PlainQuote, LetsGoNothingThatWasGivenUpBefore) {
  ASSERT_THAT(
      ledger.Post({Fee(2, Day(2026, 2, 11), 10), Waiver(3, Day(2026, 2, 11), 10, Bucket::kFees),
                   Charge(4, Day(2026, 2, 11), 50)}),
      IsOk());
  ASSERT_THAT(ledger.Post({Payment(5, Day(2026, 2, 12), 100)}), IsOk());
  EXPECT_EQ(ledger.debt().position, Owing(50));
  EXPECT_THAT(ledger.OfKind(EntryKind::kWaiver), SizeIs(1));
  // Without the waiver the quote lets the fee go.
  ASSERT_THAT(ledger.Reverse(3), IsOk());
  EXPECT_EQ(ledger.debt().position, Owing(50));
  EXPECT_THAT(ledger.OfKind(EntryKind::kWaiver), SizeIs(2));
  EXPECT_THAT(ledger.Findings(), IsEmpty());
}

TEST_F(PlainQuote, LetsGoNoFeeThatWasTakenBackBefore) {
  ASSERT_THAT(ledger.Post({Fee(2, Day(2026, 2, 11), 10), Charge(3, Day(2026, 2, 11), 50)}), IsOk());
  ASSERT_THAT(ledger.Reverse(2), IsOk());
  ASSERT_THAT(ledger.Post({Payment(4, Day(2026, 2, 12), 100)}), IsOk());
  EXPECT_EQ(ledger.debt().position, Owing(50));
  EXPECT_THAT(ledger.OfKind(EntryKind::kWaiver), IsEmpty());
  EXPECT_THAT(ledger.Findings(), IsEmpty());
}

TEST_F(PlainQuote, TakesBackOnceAFeeThatIsReversedAsOfALaterDay) {
  ASSERT_THAT(ledger.Post({Fee(2, Day(2026, 2, 11), 10)}), IsOk());
  TestLedger paid_all = ledger;
  ASSERT_THAT(ledger.Post({Payment(3, Day(2026, 2, 12), 100)}), IsOk());
  ASSERT_THAT(ledger.Reverse(2, Day(2026, 2, 20)), IsOk());
  EXPECT_EQ(ledger.AsOf(Day(2026, 2, 15)), Position{}) << "the quote was met";
  ExpectPaidOff();
  // What was paid of the fee is given back.
  ASSERT_THAT(paid_all.Post({Payment(3, Day(2026, 2, 12), 106)}), IsOk());
  ASSERT_THAT(paid_all.Reverse(2, Day(2026, 2, 20)), IsOk());
  EXPECT_EQ(paid_all.AsOf(Day(2026, 2, 15)), Position{});
  EXPECT_EQ(paid_all.debt().position, Holding(6));
  EXPECT_THAT(paid_all.Findings(), IsEmpty());
}

TEST_F(PlainQuote, IsUsedUpByMoneyThatMeetsANewerOne) {
  ASSERT_THAT(ledger.Post({Fee(2, Day(2026, 2, 11), 10), Charge(3, Day(2026, 2, 11), 50)}), IsOk());
  const Payoff newer = ledger.Quote(Day(2026, 2, 12)).value();
  EXPECT_EQ(newer.amount, 160);
  ASSERT_THAT(ledger.Post({Charge(4, Day(2026, 2, 13), 50)}), IsOk());
  ASSERT_THAT(ledger.Post({Payment(5, Day(2026, 2, 14), 160)}), IsOk());
  EXPECT_EQ(ledger.debt().position, Owing(50)) << "the fee was in the newer quote";
  EXPECT_THAT(ledger.debt().quotes_met, ElementsAre(newer.quote));
  // Nor does later money meet the older one.
  ASSERT_THAT(ledger.Post({Fee(6, Day(2026, 2, 15), 5)}), IsOk());
  ASSERT_THAT(ledger.Post({Payment(7, Day(2026, 2, 16), 50)}), IsOk());
  EXPECT_EQ(ledger.balance(), 5);
  EXPECT_THAT(ledger.debt().quotes_met, ElementsAre(newer.quote));
  EXPECT_THAT(ledger.Findings(), IsEmpty());
}

TEST_F(PlainQuote, UsesUpANewerOneThatItsMoneyDoesNotReach) {
  ASSERT_THAT(ledger.Post({Fee(2, Day(2026, 2, 11), 10)}), IsOk());
  ASSERT_THAT(ledger.Quote(Day(2026, 2, 12)), IsOk());
  ASSERT_THAT(ledger.Post({Payment(3, Day(2026, 2, 13), 100)}), IsOk());
  ExpectPaidOff();
  ASSERT_THAT(ledger.Post({Charge(4, Day(2026, 2, 14), 20), Fee(5, Day(2026, 2, 14), 5)}), IsOk());
  ASSERT_THAT(ledger.Post({Payment(6, Day(2026, 2, 15), 20)}), IsOk());
  EXPECT_EQ(ledger.balance(), 5) << "nothing is let go twice";
  EXPECT_THAT(ledger.debt().quotes_met, ElementsAre(quote.quote));
  EXPECT_THAT(ledger.Findings(), IsEmpty());
}

TEST_F(PlainQuote, IsForgottenAYearAfterItRanOutUnlessItWasMet) {
  const Payoff next = ledger.Quote(quote.valid_until + 366).value();
  EXPECT_THAT(ledger.debt().rules.payoffs, ElementsAre(quote, next));
  const Payoff last = ledger.Quote(quote.valid_until + 367).value();
  EXPECT_THAT(ledger.debt().rules.payoffs, ElementsAre(next, last));
  ledger.SetToday(Day(2028, 12, 31));
  ASSERT_THAT(ledger.Post({Payment(2, last.valid_until, 100), Charge(3, last.valid_until, 7)}),
              IsOk());
  const Payoff much_later = ledger.Quote(Day(2028, 12, 31)).value();
  EXPECT_THAT(ledger.debt().rules.payoffs, ElementsAre(last, much_later));
  EXPECT_THAT(ledger.debt().quotes_met, ElementsAre(last.quote));
  EXPECT_THAT(ledger.Findings(), IsEmpty());
  EXPECT_THAT(RestoreDebt(ledger.debt()), IsOk());
}

}  // namespace
}  // namespace parley
