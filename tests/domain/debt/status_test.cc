// SPDX-License-Identifier: Apache-2.0
#include "domain/debt/status.h"

#include <gtest/gtest.h>

#include <array>
#include <string>

#include "tests/support/domain/builders.h"

namespace parley {
namespace {

// The names on the wire, in the order of the enum.
constexpr auto kNames = std::to_array<std::string_view>(
    {"RECEIVED", "REJECTED", "ACTIVE", "ON_PLAN", "AWAITING_DECISION", "PAID", "SETTLED",
     "RECALLED", "RETURNED", "WRITTEN_OFF", "CLOSED"});

std::string After(DebtStatus before, const Position& position) {
  return std::string(NameOf(StatusAfterPosting(before, position)));
}

// Nothing is owed, and so much of what was written off did not come in.
Position Losing(std::int64_t lost) {
  Position position;
  position.written_off = 100;
  position.recovered = 100 - lost;
  return position;
}

TEST(DebtStatus, HasANameByWhichItIsFound) {
  ASSERT_EQ(kNames.size(), static_cast<std::size_t>(DebtStatus::kClosed) + 1);
  for (std::size_t at = 0; at < kNames.size(); ++at) {
    EXPECT_EQ(NameOf(static_cast<DebtStatus>(at)), kNames.at(at));
    EXPECT_EQ(DebtStatusNamed(kNames.at(at)), static_cast<DebtStatus>(at));
  }
  EXPECT_EQ(DebtStatusNamed("active"), std::nullopt);
  EXPECT_EQ(DebtStatusNamed(""), std::nullopt);
}

TEST(StatusWhenPlaced, IsPaidWhenNothingIsOwed) {
  EXPECT_EQ(StatusWhenPlaced(Owing(1), false), DebtStatus::kActive);
  EXPECT_EQ(StatusWhenPlaced(Owing(0), false), DebtStatus::kPaid);
  EXPECT_EQ(StatusWhenPlaced(Holding(5), false), DebtStatus::kPaid);
  Position fees;
  fees.owed[Bucket::kFees] = 1;
  EXPECT_EQ(StatusWhenPlaced(fees, false), DebtStatus::kActive);
}

TEST(StatusWhenPlaced, IsWrittenOffWhenWhatWasOwedIsLost) {
  EXPECT_EQ(StatusWhenPlaced(Losing(1), false), DebtStatus::kWrittenOff);
}

TEST(StatusWhenPlaced, WaitsForReviewWhateverIsOwed) {
  EXPECT_EQ(StatusWhenPlaced(Owing(1), true), DebtStatus::kReceived);
  EXPECT_EQ(StatusWhenPlaced(Holding(5), true), DebtStatus::kReceived);
}

TEST(StatusAfterPosting, BecomesPaidWhenNothingIsOwedAnyMore) {
  for (const Position& nothing : {Owing(0), Holding(5)}) {
    EXPECT_EQ(After(DebtStatus::kActive, nothing), "PAID");
    EXPECT_EQ(After(DebtStatus::kOnPlan, nothing), "PAID");
    EXPECT_EQ(After(DebtStatus::kPaid, nothing), "PAID");
    EXPECT_EQ(After(DebtStatus::kSettled, nothing), "SETTLED");
  }
}

TEST(StatusAfterPosting, BecomesActiveWhenSomethingIsOwedAgain) {
  EXPECT_EQ(After(DebtStatus::kPaid, Owing(1)), "ACTIVE");
  EXPECT_EQ(After(DebtStatus::kSettled, Owing(1)), "ACTIVE");
  EXPECT_EQ(After(DebtStatus::kActive, Owing(1)), "ACTIVE");
  EXPECT_EQ(After(DebtStatus::kOnPlan, Owing(1)), "ON_PLAN");
}

TEST(StatusAfterPosting, LeavesToPeopleWhatPeopleDecide) {
  for (const DebtStatus status :
       {DebtStatus::kReceived, DebtStatus::kRejected, DebtStatus::kAwaitingDecision,
        DebtStatus::kRecalled, DebtStatus::kReturned, DebtStatus::kClosed}) {
    for (const Position& position : {Owing(1), Owing(0), Holding(5)}) {
      EXPECT_EQ(After(status, position), NameOf(status));
    }
  }
}

TEST(StatusAfterPosting, IsWrittenOffWhenAWriteOffClosesTheDebt) {
  for (const DebtStatus before :
       {DebtStatus::kActive, DebtStatus::kOnPlan, DebtStatus::kPaid, DebtStatus::kWrittenOff}) {
    EXPECT_EQ(StatusAfterPosting(before, Losing(1), LastRelief::kWriteOff),
              DebtStatus::kWrittenOff);
    EXPECT_EQ(StatusAfterPosting(before, Losing(0), LastRelief::kWriteOff), DebtStatus::kPaid)
        << "nothing of it is lost";
  }
  EXPECT_EQ(StatusAfterPosting(DebtStatus::kOnPlan, Owing(1), LastRelief::kWriteOff),
            DebtStatus::kOnPlan);
}

TEST(StatusAfterPosting, IsPaidAfterAPartWasWrittenOffAndTheRestPaid) {
  EXPECT_EQ(After(DebtStatus::kActive, Losing(1)), "PAID");
  EXPECT_EQ(After(DebtStatus::kPaid, Losing(1)), "PAID");
  EXPECT_EQ(StatusAfterPosting(DebtStatus::kWrittenOff, Losing(1), LastRelief::kOther),
            DebtStatus::kPaid);
}

TEST(StatusAfterPosting, LeavesWrittenOffWhenNothingIsLostAnyMoreOrSomethingIsOwedAgain) {
  EXPECT_EQ(After(DebtStatus::kWrittenOff, Losing(1)), "WRITTEN_OFF");
  EXPECT_EQ(After(DebtStatus::kWrittenOff, Losing(0)), "PAID");
  EXPECT_EQ(After(DebtStatus::kWrittenOff, Holding(5)), "PAID");
  EXPECT_EQ(After(DebtStatus::kWrittenOff, Owing(1)), "ACTIVE");
}

TEST(IsOwedAndOurs, IsTrueForADebtThatIsWorked) {
  for (const std::string_view name : kNames) {
    const bool worked = name == "ACTIVE" || name == "ON_PLAN" || name == "AWAITING_DECISION";
    EXPECT_EQ(IsOwedAndOurs(DebtStatusNamed(name).value()), worked) << name;
  }
}

TEST(TakesEntries, IsFalseForARejectedDebtAlone) {
  for (std::size_t at = 0; at < kNames.size(); ++at) {
    EXPECT_EQ(TakesEntries(static_cast<DebtStatus>(at)), kNames.at(at) != "REJECTED");
  }
}

}  // namespace
}  // namespace parley
