// SPDX-License-Identifier: Apache-2.0
#include "domain/debt/freeze.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <cstddef>
#include <cstdint>
#include <utility>
#include <vector>

#include "domain/debt/accrual.h"
#include "domain/debt/hold.h"
#include "tests/domain/debt/test_ledger.h"
#include "tests/support/domain/status_matchers.h"

namespace parley {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;
using ::testing::Not;

constexpr Day kOpened = TestLedger::kOpened;
constexpr Period kMarch{Day(2026, 3, 1), Day(2026, 3, 31)};
constexpr Period kSpring{Day(2026, 3, 1), Day(2026, 5, 31)};

TEST(ReplaceFreezes, TakesOneOfTwinsAndLeavesTheOther) {
  const std::vector<Period> twins = {kMarch, kMarch};
  EXPECT_THAT(ReplaceFreezes(twins, {&kMarch, 1}, {}), ElementsAre(kMarch));
  EXPECT_THAT(ReplaceFreezes(twins, {&kMarch, 1}, {&kSpring, 1}), ElementsAre(kMarch, kSpring));
}

TEST(ReplaceFreezes, LeavesOutWhatIsNotThereAndOrdersTheRest) {
  const Period february{Day(2026, 2, 1), Day(2026, 2, 28)};
  EXPECT_THAT(ReplaceFreezes({&kMarch, 1}, {&kSpring, 1}, {&february, 1}),
              ElementsAre(february, kMarch));
}

// 365.00 at 5 %: 0.05 a day.
TestLedger ALedger() { return TestLedger(APlacementBearing(WithInterest(), Owing(36'500).owed)); }

absl::StatusOr<Posted> Freeze(TestLedger& ledger, std::vector<Period> freezes) {
  return ChangeFreezes(ledger.debt(), std::move(freezes), ledger.journal(), ledger.NextStamp(),
                       ledger.NextIds());
}

TEST(ChangeFreezes, TakesBackInterestThatWasPostedByLinkedCorrections) {
  TestLedger ledger = ALedger();
  ASSERT_THAT(ledger.PostInterestThrough(Day(2026, 3, 31)), IsOk());
  EXPECT_EQ(ledger.balance(), 36'500 + 28 * 5 + 31 * 5);
  const auto posted = Freeze(ledger, {kMarch});
  ASSERT_THAT(posted, IsOk());
  EXPECT_EQ(*Net(posted->debt.position), 36'500 + 28 * 5);
  ASSERT_EQ(posted->entries.size(), 1U);
  EXPECT_EQ(posted->entries.front().kind, EntryKind::kCorrection);
  EXPECT_EQ(posted->entries.front().linked, ledger.journal().back().id);
}

TEST(ChangeFreezes, OnlyKeepsThemForADebtWithoutInterest) {
  TestLedger ledger(Owing(36'500).owed);
  EXPECT_FALSE(NeedsJournalForFreezes(ledger.debt()));
  const auto posted =
      ChangeFreezes(ledger.debt(), {kMarch}, {}, ledger.NextStamp(), ledger.NextIds());
  ASSERT_THAT(posted, IsOk());
  EXPECT_THAT(posted->debt.rules.freezes, ElementsAre(kMarch));
  EXPECT_THAT(posted->entries, IsEmpty());
  EXPECT_GT(posted->debt.updated_time, ledger.debt().updated_time);
}

TEST(ChangeFreezes, LeavesARejectedDebtAsItIs) {
  TestLedger ledger(Owing(36'500).owed);
  Debt rejected = ledger.debt();
  rejected.status = DebtStatus::kRejected;
  EXPECT_THAT(ChangeFreezes(rejected, {kMarch}, {}, ledger.NextStamp(), ledger.NextIds()),
              IsRefused(Reason::kDebtClosedToEntries));
}

// A hold as the properties make it: its first day, and how many days it has; none is until somebody
// ends it.
using Span = std::pair<std::uint8_t, std::uint8_t>;

Hold ARespite(const Span& span) {
  Hold hold;
  hold.type = HoldType::kRespite;
  hold.from = kOpened + span.first;
  if (span.second % 90 > 0) hold.until = hold.from + span.second % 90;
  return hold;
}

std::vector<Period> FreezesOf(const std::vector<Hold>& holds) {
  return ReplaceFreezes({}, {}, InterestFreezes(holds, DebtId()));
}

// What is owed and what has accrued at the end of each of the days that the holds are about.
std::vector<std::int64_t> Course(const TestLedger& ledger) {
  std::vector<std::int64_t> course;
  for (Day day = kOpened; day < kOpened + 300; day += 10) {
    course.push_back(ledger.BalanceAsOf(day));
    course.push_back(*AccruedAsOf(ledger.journal(), ledger.debt().rules, day));
  }
  return course;
}

void Change(TestLedger& ledger, const std::vector<Hold>& holds) {
  LedgerRules rules = ledger.debt().rules;
  rules.freezes = FreezesOf(holds);
  RC_ASSERT(ledger.Change(rules).ok());
  RC_ASSERT(ledger.Findings().empty());
}

TestLedger APostedLedger() {
  TestLedger ledger = ALedger();
  RC_ASSERT(ledger.Post({Payment(1, Day(2026, 4, 10), 5'000)}).ok());
  RC_ASSERT(ledger.PostInterestThrough(Day(2026, 8, 31)).ok());
  return ledger;
}

RC_GTEST_PROP(Holds, UndoneFromTheBeginningAreAsIfTheyHadNeverBeen,
              (const std::vector<Span>& spans)) {
  const TestLedger untouched = APostedLedger();
  TestLedger ledger = APostedLedger();
  std::vector<Hold> holds;
  for (const Span& span : spans) {
    holds.push_back(ARespite(span));
    Change(ledger, holds);
  }
  for (Hold& hold : holds) {
    hold = LiftHold(hold, hold.from - 1, TestNow()).value();
    Change(ledger, holds);
  }
  RC_ASSERT(Course(ledger) == Course(untouched));
  RC_ASSERT(ledger.debt().position == untouched.debt().position);
}

RC_GTEST_PROP(Holds, ThatEndNeverRestoreTheInterestThatAnotherForbids,
              (const Span& one, const Span& other, std::uint8_t days)) {
  std::vector<Hold> holds = {ARespite(one), ARespite(other)};
  TestLedger alone = APostedLedger();
  Change(alone, {holds.back()});
  TestLedger both = APostedLedger();
  Change(both, holds);
  holds.front() = LiftHold(holds.front(), holds.front().from - 1 + days % 100, TestNow()).value();
  Change(both, holds);
  for (Day day = holds.back().from; day <= holds.back().until.value_or(kOpened + 300); ++day) {
    RC_ASSERT(EffectsOn(holds, DebtId(), day).interest == InterestEffect::kFrozen);
  }
  // Interest of those days is never more than the other hold alone would leave.
  const auto left = Course(alone);
  const auto ended = Course(both);
  for (std::size_t at = 0; at + 1 < left.size(); at += 2) {
    RC_ASSERT(ended[at] + ended[at + 1] <= left[at] + left[at + 1] + 1);
  }
}

}  // namespace
}  // namespace parley
