// SPDX-License-Identifier: Apache-2.0
#ifndef PARLEY_ADAPTERS_POSTGRES_SQL_FAILURE_H_
#define PARLEY_ADAPTERS_POSTGRES_SQL_FAILURE_H_

#include <string>
#include <string_view>

#include "absl/status/status.h"
#include "domain/common/reason.h"

namespace parley::postgres {

// What the database said of a statement that failed: never its text, which may hold data.
struct SqlFailure {
  std::string sqlstate;    // Empty when the link was lost before it could say anything.
  std::string constraint;  // The name of the constraint that was broken; often empty.
};

// The reason that our callers see.
Reason MeaningOf(const SqlFailure& failure);

// A status with that reason. What is ours to repair names the code and the constraint for the log.
absl::Status StatusOf(const SqlFailure& failure);

// True when the same transaction may succeed if it is run again: 40001 and 40P01.
bool MayRunAgain(const SqlFailure& failure);

// True when the session can no longer be relied upon, although its link may be up: its prepared
// statements are gone or were made for another schema.
bool SpoilsSession(const SqlFailure& failure);

}  // namespace parley::postgres

#endif  // PARLEY_ADAPTERS_POSTGRES_SQL_FAILURE_H_
