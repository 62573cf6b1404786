// SPDX-License-Identifier: Apache-2.0
#include "domain/debtor/erasure.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <array>
#include <string>

#include "domain/common/reason.h"
#include "tests/support/domain/builders.h"
#include "tests/support/domain/status_matchers.h"

namespace parley {
namespace {

using testing::IsEmpty;
using testing::Pair;
using testing::UnorderedElementsAre;

Debt Of(DebtStatus status) {
  Debt debt = ADebt();
  debt.status = status;
  return debt;
}

Hold BeforeACourt() {
  Hold hold;
  hold.type = HoldType::kLegal;
  hold.from = TestToday();
  hold.state = HoldState::kActive;
  return hold;
}

TEST(Erasure, IsFineWhereNothingIsOpen) {
  const std::array debts = {Of(DebtStatus::kPaid), Of(DebtStatus::kRecalled)};
  EXPECT_THAT(CheckErasure({debts, {}, {}}, TestToday()), IsOk());
}

TEST(Erasure, TellsAllThatStandsAgainstIt) {
  const std::array debts = {Of(DebtStatus::kActive), Of(DebtStatus::kReceived),
                            Of(DebtStatus::kPaid)};
  const std::array holds = {BeforeACourt()};
  const absl::Status refused =
      CheckErasure({debts, holds, RetentionEnd{"A.RULE", TestToday()}}, TestToday());
  EXPECT_THAT(refused, IsRefused(Reason::kErasureRefused));
  EXPECT_THAT(MetadataOf(refused),
              UnorderedElementsAre(Pair("open_debts", "2"), Pair("legal_holds", "1"),
                                   Pair("retained_by", "A.RULE"),
                                   Pair("retained_until", FormatDay(TestToday()))));
}

TEST(Erasure, WaitsForNoHoldThatIsOverOrOfAnotherType) {
  std::array holds = {BeforeACourt(), BeforeACourt(), BeforeACourt()};
  holds[0].state = HoldState::kEnded;
  holds[1].from = TestToday() - 9;
  holds[1].until = TestToday() - 1;
  holds[2].type = HoldType::kComplaint;
  EXPECT_THAT(CheckErasure({{}, holds, {}}, TestToday()), IsOk());
}

TEST(Erasure, IsFineTheDayAfterRecordsWereToBeKept) {
  EXPECT_THAT(CheckErasure({{}, {}, RetentionEnd{"A.RULE", TestToday() - 1}}, TestToday()), IsOk());
}

}  // namespace
}  // namespace parley
