// SPDX-License-Identifier: Apache-2.0
#ifndef PARLEY_APPLICATION_WORKLIST_CLAIM_NEXT_WORK_H_
#define PARLEY_APPLICATION_WORKLIST_CLAIM_NEXT_WORK_H_

#include <optional>
#include <string>
#include <vector>

#include "absl/status/statusor.h"
#include "application/call.h"
#include "application/mutations.h"
#include "application/ports/clock.h"
#include "application/ports/work_items.h"
#include "domain/worklist/work_item.h"

namespace parley {

// A person takes whatever is most pressing of what they can do: of many at once each gets another.
class ClaimNextWork {
 public:
  // What somebody can do; see WorkOffer.
  struct Command {
    std::vector<Skill> skills;
    std::vector<std::string> languages;
  };

  ClaimNextWork(const Mutations& mutations, WorkList& list, const Clock& clock)
      : mutations_(mutations), list_(list), clock_(clock) {}

  // None when nothing is left for them; that, too, is this request's answer for good.
  // Errors: WRITE_CONFLICT when others took first whatever was offered.
  absl::StatusOr<Answer> Handle(const Call& call, const Command& command,
                                Encode<std::optional<WorkItem>> encode) const;

 private:
  absl::StatusOr<Answer> Take(const Call& call, const WorkItem& offered,
                              Encode<std::optional<WorkItem>> encode) const;
  absl::StatusOr<Answer> SayNone(const Call& call, Encode<std::optional<WorkItem>> encode) const;

  const Mutations& mutations_;
  WorkList& list_;
  const Clock& clock_;
};

}  // namespace parley

#endif  // PARLEY_APPLICATION_WORKLIST_CLAIM_NEXT_WORK_H_
