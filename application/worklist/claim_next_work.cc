// SPDX-License-Identifier: Apache-2.0
#include "application/worklist/claim_next_work.h"

#include <utility>

#include "application/worklist/items.h"
#include "domain/common/reason.h"
#include "domain/common/status_macros.h"

namespace parley {
namespace {

// Longer than a claim takes, and so short that what was offered to a caller who is gone is soon
// offered to another.
constexpr absl::Duration kOfferLasts = absl::Seconds(15);
constexpr int kMostTries = 10;

// Somebody named this very item in the meantime, and took or ended it.
bool WentToAnother(const absl::Status& status) {
  const auto reason = ReasonOf(status);
  return reason == Reason::kWorkClaimedByAnother || reason == Reason::kWorkAlreadyEnded;
}

}  // namespace

absl::StatusOr<Answer> ClaimNextWork::Handle(const Call& call, const Command& command,
                                             Encode<std::optional<WorkItem>> encode) const {
  for (int tries = 0; tries < kMostTries; ++tries) {
    const absl::Time now = clock_.Now();
    const WorkOffer offer = {call.principal, command.skills, command.languages, now,
                             now + kOfferLasts};
    PARLEY_ASSIGN_OR_RETURN(const std::optional<WorkItem> offered, list_.Offer(call.tenant, offer));
    if (!offered.has_value()) return SayNone(call, encode);
    absl::StatusOr<Answer> answer = Take(call, *offered, encode);
    if (answer.ok() || !WentToAnother(answer.status())) return answer;
  }
  return Refuse(Reason::kWriteConflict);
}

absl::StatusOr<Answer> ClaimNextWork::Take(const Call& call, const WorkItem& offered,
                                           Encode<std::optional<WorkItem>> encode) const {
  const auto decide = [&](Work& work) -> absl::StatusOr<std::optional<WorkItem>> {
    PARLEY_ASSIGN_OR_RETURN(const WorkItem item,
                            work.store.work_items().Find(offered.debtor, offered.id));
    if (item.state != WorkState::kOpen) return Refuse(Reason::kWorkClaimedByAnother);
    PARLEY_ASSIGN_OR_RETURN(WorkItem taken, TakeWork(item, work.call.principal, work.now));
    return RecordChanged(work, std::move(taken));
  };
  return mutations_.Run<std::optional<WorkItem>>(call, offered.debtor, decide, encode);
}

// Said on the tenant's desk, so that a repetition gets the answer of the first time.
absl::StatusOr<Answer> ClaimNextWork::SayNone(const Call& call,
                                              Encode<std::optional<WorkItem>> encode) const {
  const auto decide = [](Work&) -> absl::StatusOr<std::optional<WorkItem>> { return std::nullopt; };
  return mutations_.Run<std::optional<WorkItem>>(call, kDesk, decide, encode);
}

}  // namespace parley
