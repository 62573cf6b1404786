// SPDX-License-Identifier: Apache-2.0
#ifndef PARLEY_TESTS_SUPPORT_DOMAIN_STATUS_MATCHERS_H_
#define PARLEY_TESTS_SUPPORT_DOMAIN_STATUS_MATCHERS_H_

#include <gmock/gmock.h>

#include <string>
#include <utility>

#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "domain/common/reason.h"

namespace parley {

inline const absl::Status& StatusIn(const absl::Status& status) { return status; }
template <typename T>
const absl::Status& StatusIn(const absl::StatusOr<T>& result) {
  return result.status();
}

// The value of a result that must be OK; the test fails by an exception when it is not.
template <typename T>
T ValueOf(absl::StatusOr<T> result) {
  return std::move(result).value();
}

// EXPECT_THAT(status_or_result, IsOk());
MATCHER(IsOk, negation ? "is an error" : "is OK") {
  *result_listener << StatusIn(arg).ToString();
  return arg.ok();
}

// EXPECT_THAT(status_or_result, IsRefused(Reason::kDebtNotFound));
MATCHER_P(IsRefused, reason,
          std::string(negation ? "is not refused as " : "is refused as ") +
              std::string(RowOf(reason).name)) {
  *result_listener << StatusIn(arg).ToString();
  return ReasonOf(StatusIn(arg)) == reason;
}

// EXPECT_THAT(result, IsOkAnd(Eq(debt)));
MATCHER_P(IsOkAnd, value_matcher, "is OK and its value fits") {
  *result_listener << StatusIn(arg).ToString();
  return arg.ok() && ::testing::ExplainMatchResult(value_matcher, *arg, result_listener);
}

}  // namespace parley

#endif  // PARLEY_TESTS_SUPPORT_DOMAIN_STATUS_MATCHERS_H_
