// SPDX-License-Identifier: Apache-2.0
#ifndef PARLEY_APPLICATION_PORTS_WORKED_CASES_H_
#define PARLEY_APPLICATION_PORTS_WORKED_CASES_H_

#include <string>
#include <string_view>
#include <vector>

#include "absl/status/statusor.h"
#include "domain/communication/calendar.h"
#include "domain/communication/rulebook.h"

namespace parley {

// A worked case that does not pass: what was given, expected and answered, as JSON, and how the
// last two differ, or why the case cannot be played.
struct CaseFailure {
  std::string id;
  std::string title;
  std::string action;
  std::vector<std::string> differences;
  std::string given;
  std::string expected;
  std::string answered;
};

struct CaseReport {
  int passed = 0;
  int skipped = 0;  // Acts that the product never performs.
  std::vector<CaseFailure> failures;
};

// Plays worked cases against rulebooks: infra/docs/conformance.md.
class WorkedCases {
 public:
  virtual ~WorkedCases() = default;

  // Errors: CASES_MALFORMED when the text is no JSON list.
  virtual absl::StatusOr<CaseReport> Play(std::string_view cases,
                                          const std::vector<Rulebook>& books,
                                          const std::vector<Calendar>& calendars) const = 0;
};

}  // namespace parley

#endif  // PARLEY_APPLICATION_PORTS_WORKED_CASES_H_
