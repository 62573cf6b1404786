// SPDX-License-Identifier: Apache-2.0
#include "domain/common/status_macros.h"

#include <gtest/gtest.h>

#include <memory>
#include <utility>

namespace parley {
namespace {

using OwnedInt = std::unique_ptr<int>;

absl::Status PassOn(const absl::Status& status, bool& went_on) {
  PARLEY_RETURN_IF_ERROR(status);
  went_on = true;
  return absl::OkStatus();
}

// Two assignments in one scope, of a value that only moves.
absl::StatusOr<int> SumOf(absl::StatusOr<OwnedInt> left, absl::StatusOr<OwnedInt> right) {
  PARLEY_ASSIGN_OR_RETURN(const OwnedInt first, std::move(left));
  OwnedInt second;
  PARLEY_ASSIGN_OR_RETURN(second, std::move(right));
  return *first + *second;
}

TEST(ReturnIfError, ReturnsTheErrorAndNothingElse) {
  bool went_on = false;
  EXPECT_EQ(PassOn(absl::NotFoundError("gone"), went_on), absl::NotFoundError("gone"));
  EXPECT_FALSE(went_on);
  EXPECT_TRUE(PassOn(absl::OkStatus(), went_on).ok());
  EXPECT_TRUE(went_on);
}

TEST(AssignOrReturn, TakesTheValueOrReturnsTheError) {
  const auto sum = SumOf(std::make_unique<int>(2), std::make_unique<int>(3));
  ASSERT_TRUE(sum.ok());
  EXPECT_EQ(*sum, 5);
  EXPECT_EQ(SumOf(absl::AbortedError("first"), std::make_unique<int>(3)).status(),
            absl::AbortedError("first"));
  EXPECT_EQ(SumOf(std::make_unique<int>(2), absl::AbortedError("second")).status(),
            absl::AbortedError("second"));
}

}  // namespace
}  // namespace parley
