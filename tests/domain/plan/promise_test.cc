// SPDX-License-Identifier: Apache-2.0
#include "domain/plan/promise.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <array>
#include <vector>

#include "tests/support/domain/builders.h"
#include "tests/support/domain/status_matchers.h"

namespace parley {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

Promise APromise() {
  Promise promise;
  promise.id = NumberedId<PromiseId>(1);
  promise.debt = NumberedId<DebtId>(1);
  promise.amount = Money(4'000, CurrencyOf("EUR"));
  promise.due = TestToday() + 3;
  promise.updated_time = TestNow();
  return promise;
}

std::vector<Violation> FaultsOf(const Promise& promise) {
  Violations violations;
  CheckPromise(promise, CurrencyOf("EUR"), TestToday(), "it", violations);
  return violations.all();
}

TEST(CheckPromise, TakesAnyDayFromTodayToTheLongest) {
  for (const int days : {0, 1, kLongestPromiseDays}) {
    Promise promise = APromise();
    promise.due = TestToday() + days;
    EXPECT_THAT(FaultsOf(promise), IsEmpty()) << days;
  }
}

TEST(CheckPromise, NamesWhatIsWrongAllAtOnce) {
  Promise promise = APromise();
  promise.amount = Money(0, CurrencyOf("USD"));
  promise.due = TestToday() - 1;
  EXPECT_THAT(FaultsOf(promise),
              ElementsAre(Violation{"it.amount.minor_units", Fault::kNotPositive},
                          Violation{"it.amount.currency_code", Fault::kCurrencyMismatch},
                          Violation{"it.due_date", Fault::kDateInPast}));
  promise = APromise();
  promise.due = TestToday() + kLongestPromiseDays + 1;
  EXPECT_THAT(FaultsOf(promise), ElementsAre(Violation{"it.due_date", Fault::kOutOfRange}));
}

TEST(CheckPromised, AllowsAllThatIsOwedAndNoMore) {
  EXPECT_THAT(CheckPromised(APromise(), 4'000), IsOk());
  EXPECT_THAT(CheckPromised(APromise(), 3'999), IsRefused(Reason::kPromiseAboveBalance));
}

TEST(PendingOf, FindsTheOneOfThatDebtThatIsStillToBeKept) {
  Promise over = APromise();
  over.state = PromiseState::kReplaced;
  Promise of_another = APromise();
  of_another.debt = NumberedId<DebtId>(2);
  const Promise pending = APromise();
  EXPECT_EQ(PendingOf(std::array{over, of_another, pending}, pending.debt), pending);
  EXPECT_EQ(PendingOf(std::array{over, of_another}, pending.debt), std::nullopt);
}

TEST(EndingAPromise, IsDoneOnceAndFromPendingAlone) {
  const absl::Time later = TestNow() + absl::Hours(1);
  const Promise cancelled = ValueOf(Cancelled(APromise(), Secret("ill"), later));
  EXPECT_EQ(cancelled.state, PromiseState::kCancelled);
  EXPECT_EQ(cancelled.end_reason, Secret("ill"));
  EXPECT_EQ(cancelled.updated_time, later);
  EXPECT_EQ(ValueOf(Replaced(APromise(), later)).state, PromiseState::kReplaced);
  for (std::size_t state = 2; state < WordsOf<PromiseState>().size(); ++state) {
    Promise over = APromise();
    over.state = static_cast<PromiseState>(state);
    EXPECT_THAT(Cancelled(over, {}, later), IsRefused(Reason::kPromiseNotPending)) << state;
    EXPECT_THAT(Replaced(over, later), IsRefused(Reason::kPromiseNotPending)) << state;
  }
}

}  // namespace
}  // namespace parley
