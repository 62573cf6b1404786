// SPDX-License-Identifier: Apache-2.0
#include "application/rulebooks/system_policy.h"

#include <utility>

#include "domain/common/status_macros.h"

namespace parley {

absl::StatusOr<SystemPolicy> SystemPolicy::Make(std::vector<RulebookFile> files,
                                                std::vector<Calendar> calendars) {
  SystemPolicy policy;
  policy.files_ = std::move(files);
  policy.calendars_ = std::move(calendars);
  PARLEY_ASSIGN_OR_RETURN(Rulebooks compiled, Rulebooks::Make(policy.Books(), policy.calendars_));
  policy.compiled_ = std::make_shared<const Rulebooks>(std::move(compiled));
  return policy;
}

std::vector<Rulebook> SystemPolicy::Books() const {
  std::vector<Rulebook> books;
  books.reserve(files_.size());
  for (const RulebookFile& file : files_) books.push_back(file.book);
  return books;
}

}  // namespace parley
