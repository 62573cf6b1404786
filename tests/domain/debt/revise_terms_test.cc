// SPDX-License-Identifier: Apache-2.0
#include "domain/debt/revise_terms.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <optional>
#include <utility>
#include <vector>

#include "domain/common/reason.h"
#include "tests/support/domain/builders.h"
#include "tests/support/domain/status_matchers.h"

namespace parley {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

constexpr std::int64_t kFive = Rate::kUnitsPerOne / 20;
constexpr std::int64_t kTen = Rate::kUnitsPerOne / 10;
const Day kOpened(2026, 1, 1);
const Day kNow(2026, 6, 15);

InterestTerms At(std::vector<RateChange> rates) {
  return {.rule = "rule",
          .version = 1,
          .basis = "contract",
          .interest_from = kOpened,
          .rates = std::move(rates),
          .cap = std::nullopt};
}

// From five percent, to something else.
std::optional<Day> Dearer(const InterestTerms& after) {
  return FirstDearerDay({.interest = At({{kOpened, kFive}})}, {.interest = after}, kNow);
}

TEST(FirstDearerDay, IsNoneWhenNothingCostsMore) {
  EXPECT_EQ(Dearer(At({{kOpened, kFive}})), std::nullopt);
  EXPECT_EQ(Dearer(At({{kOpened, 0}})), std::nullopt);
  EXPECT_EQ(Dearer(At({{kOpened, kFive}, {kNow - 90, kFive - 1}})), std::nullopt);
  InterestTerms terms = At({{kOpened, kFive}});
  terms.interest_from = kOpened + 20;
  terms.cap = 100;
  terms.day_count = DayCount::kActActIsda;
  terms.posting = InterestPosting::kNever;
  EXPECT_EQ(Dearer(terms), std::nullopt);
  EXPECT_EQ(FirstDearerDay({}, {}, kNow), std::nullopt);
}

TEST(FirstDearerDay, IsTheFirstDayOfAHigherRate) {
  EXPECT_EQ(Dearer(At({{kOpened, kFive}, {kNow + 30, kTen}})), kNow + 30);
  EXPECT_EQ(Dearer(At({{kOpened, 0}, {kNow + 10, kFive}, {kNow + 20, kTen}})), kNow + 20);
  EXPECT_EQ(Dearer(At({{kOpened, kTen}})), kOpened + 1);
  EXPECT_EQ(FirstDearerDay({}, {.interest = At({{kNow + 5, 1}})}, kNow), kNow + 5);
}

TEST(FirstDearerDay, IsTheFirstThatBearsInterestForWhatHasNoDayOfItsOwn) {
  const auto with = [](auto change) {
    InterestTerms terms = At({{kOpened, kFive}});
    change(terms);
    return Dearer(terms);
  };
  EXPECT_EQ(with([](InterestTerms& to) { to.base = InterestBase::kPrincipalAndFees; }),
            kOpened + 1);
  EXPECT_EQ(with([](InterestTerms& to) { to.monthly_minimum = 1; }), kOpened + 1);
  EXPECT_EQ(with([](InterestTerms& to) { to.day_count = DayCount::kAct360; }), kOpened + 1);
  EXPECT_EQ(with([](InterestTerms& to) { to.day_count = DayCount::k30360Us; }), kOpened + 1);
  InterestTerms capped = At({{kOpened, kFive}});
  capped.cap = 100;
  InterestTerms higher = capped;
  higher.cap = 101;
  const auto between = [](const InterestTerms& before, const InterestTerms& after) {
    return FirstDearerDay({.interest = before}, {.interest = after}, kNow);
  };
  EXPECT_EQ(between(capped, higher), kOpened + 1);
  EXPECT_EQ(between(capped, At({{kOpened, kFive}})), kOpened + 1);
  EXPECT_EQ(between(higher, capped), std::nullopt);
  InterestTerms never = capped;
  never.posting = InterestPosting::kNever;
  EXPECT_EQ(between(never, capped), kOpened + 1);
}

TEST(FirstDearerDay, IsTodayWhenWhatBearsInterestIsPaidLater) {
  const AllocationOrder principal_first = {Bucket::kPrincipal, Bucket::kInterest, Bucket::kFees,
                                           Bucket::kCosts, Bucket::kPenalty};
  const auto terms = At({{kOpened, kFive}});
  const DebtTerms last{.interest = terms};
  const DebtTerms first{.order = principal_first, .interest = terms};
  EXPECT_EQ(FirstDearerDay(first, last, kNow), kNow);
  EXPECT_EQ(FirstDearerDay(last, first, kNow), std::nullopt);
  // Without interest no order costs anything.
  EXPECT_EQ(FirstDearerDay({.order = principal_first}, {}, kNow), std::nullopt);
}

class ReviseTermsTest : public ::testing::Test {
 public:
  // A debt of 365.00 that bears five percent, with its opening.
  Posted Open() {
    Placement placement = APlacement();
    placement.itemisation_date = kOpened;
    placement.opening = {};
    placement.opening[Bucket::kPrincipal] = 36'500;
    placement.given.interest = At({{kOpened, kFive}});
    SetRules(placement, {}, "");
    return *OpenDebt(placement, stamp, next);
  }

  absl::StatusOr<RevisedTerms> Revise(GivenTerms terms, int notice_days = 0) {
    return ReviseTerms(posted.debt, {NumberedId<NoticeId>(9), std::move(terms), notice_days},
                       posted.entries, stamp, next);
  }

  std::uint64_t last_id = 100;
  EntryIdSource next = [this] { return NumberedId<EntryId>(++last_id); };
  Stamp stamp{TestNow(), kNow, "tester"};
  Posted posted = Open();
};

TEST_F(ReviseTermsTest, TellsWhatWasAndWhatIs) {
  const auto revised = Revise({.interest = At({{kOpened, kFive}, {kNow + 30, kTen}})}, 30);
  ASSERT_THAT(revised, IsOk());
  EXPECT_EQ(revised->posted.debt.rules.interest->rates.size(), 2U);
  EXPECT_EQ(revised->posted.debt.levels, (RuleLevels{SettingLevel::kSystem, SettingLevel::kDebt}));
  ASSERT_TRUE(revised->notice.has_value());
  EXPECT_EQ(revised->notice->given, kNow);
  EXPECT_EQ(revised->notice->effective, kNow + 30);
  EXPECT_EQ(revised->notice->before.interest, posted.debt.rules.interest);
  EXPECT_EQ(revised->notice->after.interest, revised->posted.debt.rules.interest);
  EXPECT_EQ(revised->notice->actor, "tester");
}

TEST_F(ReviseTermsTest, RefusesADearerChangeBeforeTheDaysOfNoticeAreOver) {
  const auto early = Revise({.interest = At({{kOpened, kFive}, {kNow + 29, kTen}})}, 30);
  EXPECT_THAT(early, IsRefused(Reason::kNoticeTooShort));
  EXPECT_EQ(MetadataOf(early.status()).at("earliest_date"), FormatDay(kNow + 30));
  EXPECT_THAT(Revise({.interest = At({{kOpened, kFive}, {kNow, kTen}})}, 0), IsOk());
  EXPECT_THAT(Revise({.interest = At({{kOpened, kFive}, {kNow - 1, kTen}})}, 0),
              IsRefused(Reason::kNoticeTooShort));
}

TEST_F(ReviseTermsTest, RefusesWhatIsDearerAndCanBeginOnNoLaterDay) {
  InterestTerms wider = At({{kOpened, kFive}});
  wider.monthly_minimum = 100;
  for (const int days : {0, 30}) {
    EXPECT_THAT(Revise({.interest = wider}, days), IsRefused(Reason::kTermsWithoutDay));
  }
  AllocationOrder order = kDefaultAllocationOrder;
  std::reverse(order.begin(), order.end());
  posted.debt.rules.order = order;
  EXPECT_THAT(Revise({.order = kDefaultAllocationOrder}, 30), IsRefused(Reason::kTermsWithoutDay));
  EXPECT_THAT(Revise({.order = kDefaultAllocationOrder}), IsOk()) << "an order begins today";
}

TEST_F(ReviseTermsTest, LetsACheaperChangeBeginInThePastAndCorrectsWhatWasPosted) {
  // Five percent of 365.00 is 0.05 a day: 1.50 for the 30 days of January after the first, and 1.40
  // for February, which costs nothing after all.
  const Posted months = *PostInterest(posted.debt, Day(2026, 2, 28), posted.entries, stamp, next);
  ASSERT_EQ(months.debt.position.owed[Bucket::kInterest], 290);
  std::vector<Entry> journal = posted.entries;
  journal.insert(journal.end(), months.entries.begin(), months.entries.end());
  const TermsChange change{
      NumberedId<NoticeId>(9), {.interest = At({{kOpened, kFive}, {Day(2026, 2, 1), 0}})}, 30};
  const auto revised = ReviseTerms(months.debt, change, journal, stamp, next);
  ASSERT_THAT(revised, IsOk());
  EXPECT_EQ(revised->notice->effective, Day(2026, 2, 1));
  EXPECT_EQ(revised->posted.debt.position.owed[Bucket::kInterest], 150);
}

TEST_F(ReviseTermsTest, SaysNothingWhenNothingIsDifferent) {
  const auto revised =
      Revise({.order = kDefaultAllocationOrder, .interest = At({{kOpened, kFive}})});
  ASSERT_THAT(revised, IsOk());
  EXPECT_EQ(revised->notice, std::nullopt);
  EXPECT_THAT(revised->posted.entries, IsEmpty());
  EXPECT_EQ(revised->posted.debt, posted.debt);
}

TEST_F(ReviseTermsTest, CountsAnOrderFromToday) {
  AllocationOrder order = kDefaultAllocationOrder;
  std::reverse(order.begin(), order.end());
  const auto revised = Revise({.order = order}, 30);
  ASSERT_THAT(revised, IsOk());
  EXPECT_EQ(revised->notice->effective, kNow);
  EXPECT_EQ(revised->posted.debt.rules.order, order);
  EXPECT_EQ(revised->posted.debt.levels, (RuleLevels{SettingLevel::kDebt, SettingLevel::kDebt}));
}

TEST(CheckTermsChange, AsksForSomethingThatFits) {
  const auto check = [](const GivenTerms& terms) {
    Violations violations;
    CheckTermsChange(terms, kOpened, violations);
    return violations.all();
  };
  EXPECT_THAT(check({}), ElementsAre(Violation{"interest_terms", Fault::kRequired}));
  EXPECT_THAT(check({.order = kDefaultAllocationOrder}), IsEmpty());
  EXPECT_THAT(
      check({.interest = At({{kOpened - 1, 1}})}),
      ElementsAre(Violation{"interest_terms.rates[0].from_date", Fault::kDateBeforeOpening}));
}

}  // namespace
}  // namespace parley
