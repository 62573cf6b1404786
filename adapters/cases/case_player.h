// SPDX-License-Identifier: Apache-2.0
#ifndef PARLEY_ADAPTERS_CASES_CASE_PLAYER_H_
#define PARLEY_ADAPTERS_CASES_CASE_PLAYER_H_

#include <string_view>
#include <vector>

#include "application/ports/worked_cases.h"

namespace parley {

// Plays each case of a JSON list over the domain alone. Safe for threads.
class CasePlayer final : public WorkedCases {
 public:
  absl::StatusOr<CaseReport> Play(std::string_view cases, const std::vector<Rulebook>& books,
                                  const std::vector<Calendar>& calendars) const override;
};

}  // namespace parley

#endif  // PARLEY_ADAPTERS_CASES_CASE_PLAYER_H_
