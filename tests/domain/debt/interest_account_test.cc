// SPDX-License-Identifier: Apache-2.0
#include "domain/debt/interest_account.h"

#include <gtest/gtest.h>

#include <string_view>

namespace parley {
namespace {

constexpr std::int64_t kFivePercent = 500'000'000;

Day On(std::string_view text) { return ParseDay(text).value(); }

InterestTerms Terms() {
  return {.rule = "statutory",
          .version = 1,
          .basis = "the contract",
          .interest_from = On("2026-01-01"),
          .rates = {{On("2026-01-01"), kFivePercent}},
          .cap = std::nullopt};
}

// 365.00 bears 0.05 a day at 5 %.
constexpr std::int64_t kBase = 36'500;

class InterestAccounts : public ::testing::Test {
 protected:
  InterestAccount Account(std::int64_t base = kBase) const {
    InterestAccount account(terms_, {});
    EXPECT_TRUE(account.BaseIs(On("2026-01-01"), base).ok());
    return account;
  }

  static std::int64_t Post(InterestAccount& account, std::string_view day) {
    return account.PostThrough(On(day)).value().amount;
  }

  InterestTerms terms_ = Terms();
};

TEST_F(InterestAccounts, PostWhatAccruedSinceThePostingBefore) {
  InterestAccount account = Account();
  EXPECT_EQ(Post(account, "2026-01-31"), 30 * 5);
  EXPECT_EQ(Post(account, "2026-02-28"), 28 * 5);
  EXPECT_EQ(account.posted_through(), On("2026-02-28"));
}

TEST_F(InterestAccounts, PostADayOnce) {
  InterestAccount account = Account();
  EXPECT_EQ(Post(account, "2026-01-31"), 30 * 5);
  EXPECT_EQ(Post(account, "2026-01-31"), 0);
  EXPECT_EQ(Post(account, "2026-01-15"), 0);
}

TEST_F(InterestAccounts, NeverAddRoundingUp) {
  // 0.4 of a cent a day: the days alone would be posted as nothing.
  InterestAccount account = Account(2'920);
  std::int64_t posted = 0;
  for (Day day = On("2026-01-02"); day <= On("2026-04-11"); ++day) {
    const Accrued accrued = account.PostThrough(day).value();
    EXPECT_LE(accrued.carried_millionths, 500'000);
    EXPECT_GE(accrued.carried_millionths, -500'000);
    posted += accrued.amount;
  }
  EXPECT_EQ(posted, 40);
}

TEST_F(InterestAccounts, TellWhatThePostingBeforeLeftOver) {
  InterestAccount account = Account(2'920);
  EXPECT_EQ(account.PostThrough(On("2026-01-02")).value().carried_millionths, 0);
  EXPECT_EQ(account.PostThrough(On("2026-01-03")).value().carried_millionths, 400'000);
  const Accrued third = account.PostThrough(On("2026-01-04")).value();
  EXPECT_EQ(third.carried_millionths, -200'000);
  EXPECT_EQ(third.after, On("2026-01-03"));
}

TEST_F(InterestAccounts, PostNoMoreThanTheCap) {
  terms_.cap = 200;
  InterestAccount account = Account();
  EXPECT_EQ(Post(account, "2026-01-31"), 150);
  EXPECT_EQ(Post(account, "2026-02-28"), 50);
  EXPECT_EQ(Post(account, "2026-03-31"), 0);
}

TEST_F(InterestAccounts, PostTheCapOfWhatNoLedgerCouldHold) {
  terms_.rates.front().units = kHighestRate;
  terms_.cap = 200;
  InterestAccount account = Account(kLargestBalance);
  EXPECT_EQ(Post(account, "9000-12-31"), 200);
  const Accrued beyond = account.PostThrough(On("9999-12-31")).value();
  EXPECT_EQ(beyond.amount, 0);
  EXPECT_GT(beyond.carried_millionths, 0) << "as much as can be told";
}

TEST_F(InterestAccounts, PostTheLeastForAMonthInWhichSomeAccrued) {
  terms_.monthly_minimum = 145;
  InterestAccount account = Account();
  EXPECT_EQ(Post(account, "2026-01-31"), 150);
  const Accrued february = account.PostThrough(On("2026-02-28")).value();
  EXPECT_EQ(february.amount, 145);
  EXPECT_EQ(february.topped_up, 5);
  // The next month is not posted the less for it.
  EXPECT_EQ(Post(account, "2026-03-31"), 31 * 5);
}

TEST_F(InterestAccounts, PostNoLeastForAMonthWithAFrozenDay) {
  terms_.monthly_minimum = 1'000;
  const std::vector<Period> freezes = {{On("2026-01-31"), On("2026-01-31")},
                                       {On("2026-03-30"), Day::max()}};
  InterestAccount account(terms_, freezes);
  ASSERT_TRUE(account.BaseIs(On("2026-01-01"), kBase).ok());
  EXPECT_EQ(Post(account, "2026-01-31"), 29 * 5);
  EXPECT_EQ(Post(account, "2026-02-28"), 1'000);
  EXPECT_EQ(Post(account, "2026-03-31"), 29 * 5);
}

TEST_F(InterestAccounts, CountTheWholeMonthTowardsTheLeast) {
  terms_.monthly_minimum = 145;
  InterestAccount account = Account();
  EXPECT_EQ(Post(account, "2026-01-11"), 50);
  EXPECT_EQ(Post(account, "2026-01-31"), 100);
}

TEST_F(InterestAccounts, TopUpOnlyADebtThatBearsInterest) {
  terms_.monthly_minimum = 145;
  InterestAccount account = Account();
  EXPECT_EQ(Post(account, "2026-01-11"), 50);
  ASSERT_TRUE(account.BaseIs(On("2026-01-11"), 0).ok());
  EXPECT_EQ(Post(account, "2026-01-31"), 0);
  EXPECT_EQ(Post(account, "2026-02-28"), 0);
}

TEST_F(InterestAccounts, KeepTheLeastUnderTheCap) {
  terms_.monthly_minimum = 1'000;
  terms_.cap = 1'100;
  InterestAccount account = Account();
  EXPECT_EQ(Post(account, "2026-01-31"), 1'000);
  EXPECT_EQ(Post(account, "2026-02-28"), 100);
  EXPECT_EQ(Post(account, "2026-03-31"), 0);
}

TEST_F(InterestAccounts, GoOnFromWhereALedgerStands) {
  InterestAccount whole = Account(2'920);
  ASSERT_EQ(Post(whole, "2026-01-31"), 12);
  ASSERT_TRUE(whole.BaseIs(On("2026-01-31"), 3'333).ok());
  InterestAccount resumed(terms_, {}, 3'333, whole.standing());
  for (const std::string_view day : {"2026-02-28", "2026-03-31", "2026-04-30"}) {
    const Accrued expected = whole.PostThrough(On(day)).value();
    const Accrued found = resumed.PostThrough(On(day)).value();
    EXPECT_EQ(found.amount, expected.amount);
    EXPECT_EQ(found.carried_millionths, expected.carried_millionths);
    EXPECT_EQ(found.after, expected.after);
  }
  EXPECT_EQ(resumed.standing(), whole.standing());
}

TEST_F(InterestAccounts, RefuseWhatTheLedgerCannotHold) {
  terms_.rates.front().units = kHighestRate;
  InterestAccount account = Account(kLargestBalance);
  EXPECT_FALSE(account.PostThrough(On("2027-12-31")).ok());
}

}  // namespace
}  // namespace parley
