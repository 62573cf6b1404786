// SPDX-License-Identifier: Apache-2.0
// A debt of which the ledger alone was read: interest is posted to it as to the whole one.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "domain/debt/accrual.h"
#include "domain/debt/debt.h"
#include "tests/domain/debt/test_ledger.h"
#include "tests/support/domain/status_matchers.h"

namespace parley {
namespace {

constexpr Day kMarchEnd = Day(2026, 3, 31);

TestLedger Bearing() {
  return TestLedger(APlacementBearing(WithInterest(), InBuckets({{Bucket::kPrincipal, 36'500}})));
}

TEST(LedgerAlone, TakesTheSameInterest) {
  TestLedger whole = Bearing();
  TestLedger alone = Bearing();
  alone.SetDebt(LedgerAlone(alone.debt()));
  EXPECT_NE(alone.debt(), whole.debt());
  ASSERT_THAT(whole.PostInterestThrough(kMarchEnd), IsOk());
  ASSERT_THAT(alone.PostInterestThrough(kMarchEnd), IsOk());
  EXPECT_EQ(alone.journal(), whole.journal());
  EXPECT_EQ(alone.debt(), LedgerAlone(whole.debt()));
}

TEST(LedgerAlone, ChangesInItsStandingOnly) {
  TestLedger ledger = Bearing();
  Debt expected = ledger.debt();
  ASSERT_THAT(ledger.PostInterestThrough(kMarchEnd), IsOk());
  EXPECT_NE(ledger.debt(), expected);
  CopyStanding(ledger.debt(), expected);
  EXPECT_EQ(ledger.debt(), expected);
}

TEST(LedgerAlone, IsSoundWithoutItsWordsWhereAWholeDebtIsNot) {
  const Debt alone = LedgerAlone(Bearing().debt());
  EXPECT_THAT(RestoreLedger(alone), IsOkAnd(alone));
  EXPECT_THAT(RestoreDebt(alone), IsRefused(Reason::kRecordCorrupt));
  Debt unsound = alone;
  unsound.entry_count = -1;
  EXPECT_THAT(RestoreLedger(unsound), IsRefused(Reason::kRecordCorrupt));
}

}  // namespace
}  // namespace parley
