// SPDX-License-Identifier: Apache-2.0
#ifndef PARLEY_DOMAIN_COMMON_STATUS_MACROS_H_
#define PARLEY_DOMAIN_COMMON_STATUS_MACROS_H_

#include <utility>

#include "absl/status/status.h"
#include "absl/status/statusor.h"

// Returns from the function when the expression's status is not OK. Without braces, so that it adds
// no level of nesting to the functions that use it.
#define PARLEY_RETURN_IF_ERROR(expression)                                                    \
  do                                                                                          \
    if (absl::Status parley_status = (expression); !parley_status.ok()) return parley_status; \
  while (false)

// NOLINTBEGIN(bugprone-macro-parentheses): what is declared cannot stand in parentheses.
#define PARLEY_STATUS_CONCAT_(left, right) left##right
#define PARLEY_STATUS_CONCAT(left, right) PARLEY_STATUS_CONCAT_(left, right)
#define PARLEY_ASSIGN_OR_RETURN_(holder, target, expression) \
  auto holder = (expression);                                \
  if (!holder.ok()) return std::move(holder).status();       \
  target = *std::move(holder)
// NOLINTEND(bugprone-macro-parentheses)

// Declares or assigns `target` from an absl::StatusOr, or returns its status.
#define PARLEY_ASSIGN_OR_RETURN(target, expression) \
  PARLEY_ASSIGN_OR_RETURN_(PARLEY_STATUS_CONCAT(parley_holder_, __LINE__), target, expression)

#endif  // PARLEY_DOMAIN_COMMON_STATUS_MACROS_H_
