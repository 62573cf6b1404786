// SPDX-License-Identifier: Apache-2.0
#ifndef PARLEY_APPLICATION_RULEBOOKS_PUBLISH_RULEBOOK_H_
#define PARLEY_APPLICATION_RULEBOOKS_PUBLISH_RULEBOOK_H_

#include <string>
#include <vector>

#include "absl/status/statusor.h"
#include "application/call.h"
#include "application/mutations.h"
#include "application/ports/ids.h"
#include "application/ports/worked_cases.h"
#include "application/rulebooks/rulebook_library.h"

namespace parley {

// Publishes a version of a rulebook for a tenant: over the system's and the tenant's own of its id,
// on the days on which it is in force.
class PublishRulebook {
 public:
  struct Command {
    std::string text;        // As infra/rulebooks has them.
    std::string cases = {};  // Worked ones that it must pass, as TestRulebook takes them; or none.
  };

  PublishRulebook(const Mutations& mutations, const RulebookLibrary& library,
                  const WorkedCases& cases, Ids& ids)
      : mutations_(mutations), library_(library), cases_(cases), ids_(ids) {}

  // Errors: RULEBOOK_UNSOUND, also for cases that do not pass over it and the other books;
  // CASES_MALFORMED, RULEBOOK_ALREADY_PUBLISHED.
  absl::StatusOr<Answer> Handle(const Call& call, const Command& command,
                                Encode<ShelvedRulebook> encode) const;

 private:
  absl::StatusOr<ShelvedRulebook> Publish(Work& work, const Command& command) const;
  absl::Status CheckCases(const std::string& cases, const std::vector<Rulebook>& books) const;

  const Mutations& mutations_;
  const RulebookLibrary& library_;
  const WorkedCases& cases_;
  Ids& ids_;
};

}  // namespace parley

#endif  // PARLEY_APPLICATION_RULEBOOKS_PUBLISH_RULEBOOK_H_
