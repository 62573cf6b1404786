// SPDX-License-Identifier: Apache-2.0
#ifndef PARLEY_APPLICATION_RULEBOOKS_TEST_RULEBOOK_H_
#define PARLEY_APPLICATION_RULEBOOKS_TEST_RULEBOOK_H_

#include <string>

#include "absl/status/statusor.h"
#include "application/ports/published_rulebooks.h"
#include "application/ports/worked_cases.h"
#include "application/rulebooks/rulebook_library.h"
#include "domain/common/id.h"

namespace parley {

// Plays worked cases against the rulebooks of a tenant, and one that is not published yet.
class TestRulebook {
 public:
  struct Query {
    TenantId tenant;
    std::string cases;
    std::string text;  // A book to lay over the others; empty for none.
  };

  TestRulebook(const RulebookLibrary& library, RulebookShelf& shelf, const WorkedCases& cases)
      : library_(library), shelf_(shelf), cases_(cases) {}

  // Errors: CASES_MALFORMED, RULEBOOK_UNSOUND.
  absl::StatusOr<CaseReport> Handle(const Query& query) const;

 private:
  const RulebookLibrary& library_;
  RulebookShelf& shelf_;
  const WorkedCases& cases_;
};

}  // namespace parley

#endif  // PARLEY_APPLICATION_RULEBOOKS_TEST_RULEBOOK_H_
