// SPDX-License-Identifier: Apache-2.0
#ifndef PARLEY_INFRA_CLI_CASES_PLAY_CASES_H_
#define PARLEY_INFRA_CLI_CASES_PLAY_CASES_H_

#include <string>
#include <string_view>
#include <vector>

#include "absl/status/statusor.h"
#include "domain/communication/rulebooks.h"
#include "infra/cli/cases/case_answer.h"

namespace parley::cli {

// A case that does not pass: what was given and expected, what was answered, and how they differ.
struct CaseFailure {
  std::string id;
  std::string title;
  std::string action;
  Json given;
  Json expected;
  CaseAnswer answer;
  std::vector<std::string> differences;  // Or why the case cannot be played.
};

struct CaseReport {
  int passed = 0;
  int skipped = 0;  // Acts that the product never performs.
  std::vector<CaseFailure> failures;
};

// Plays every case of a JSON list over the domain alone: infra/docs/conformance.md.
// Errors: INVALID_ARGUMENT when the text is no JSON list.
absl::StatusOr<CaseReport> PlayCases(std::string_view text, const std::vector<Rulebook>& books,
                                     const std::vector<Calendar>& calendars);

}  // namespace parley::cli

#endif  // PARLEY_INFRA_CLI_CASES_PLAY_CASES_H_
