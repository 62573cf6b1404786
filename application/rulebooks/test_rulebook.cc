// SPDX-License-Identifier: Apache-2.0
#include "application/rulebooks/test_rulebook.h"

#include <vector>

#include "domain/common/status_macros.h"
#include "domain/communication/supersede.h"

namespace parley {

absl::StatusOr<CaseReport> TestRulebook::Handle(const Query& query) const {
  PARLEY_ASSIGN_OR_RETURN(const std::vector<PublishedRulebook> published,
                          shelf_.ListPublished(query.tenant));
  PARLEY_ASSIGN_OR_RETURN(std::vector<Rulebook> books, library_.InForce(published));
  if (!query.text.empty()) {
    PARLEY_ASSIGN_OR_RETURN(const Rulebook tried, library_.reader().Read(query.text));
    Supersede(books, tried);
  }
  return cases_.Play(query.cases, books, library_.system().calendars());
}

}  // namespace parley
