// SPDX-License-Identifier: Apache-2.0
#include "application/inbound/match_inbound.h"

#include <string>
#include <utility>

#include "application/etag.h"
#include "application/inbound/end_work.h"
#include "application/inbound/take_in.h"
#include "domain/common/reason.h"
#include "domain/common/status_macros.h"

namespace parley {

absl::StatusOr<Answer> MatchInbound::Handle(const Call& call, const Command& command,
                                            Encode<InboundItem> encode) const {
  const auto claim = [&](Work& work, const InboundItem& kept) -> absl::StatusOr<InboundItem> {
    PARLEY_ASSIGN_OR_RETURN(InboundItem claimed, ClaimedFor(kept, command.debtor));
    if (kept.state == InboundState::kMovedAway) return kept;
    // What a call changed before it was interrupted does not make its etag stale.
    if (kept.claimed_for.IsNil()) PARLEY_RETURN_IF_ERROR(CheckEtag(command.etag, kept.revision));
    claimed.revision = work.NextRevision(kDesk);
    claimed.updated_time = work.now;
    return claimed;
  };
  const auto look = [&](Work& work, const InboundItem& kept) -> absl::StatusOr<InboundItem> {
    PARLEY_RETURN_IF_ERROR(claim(work, kept).status());
    return kept;
  };
  PARLEY_ASSIGN_OR_RETURN(const InboundItem kept, OnDesk(call, command.item, look));
  if (kept.state == InboundState::kMovedAway) return AtDebtor(call, command, kept, encode);
  // What the debtor will not take is said before the desk keeps it for them.
  Call rehearsal = call;
  rehearsal.validate_only = true;
  absl::StatusOr<Answer> rehearsed = AtDebtor(rehearsal, command, kept, encode);
  const bool goes_on = rehearsed.ok() || !kept.claimed_for.IsNil();
  if (call.validate_only || !goes_on) return rehearsed;
  PARLEY_ASSIGN_OR_RETURN(const InboundItem claimed, OnDesk(call, command.item, claim));
  absl::StatusOr<Answer> answer = AtDebtor(call, command, claimed, encode);
  if (!answer.ok() && !IsRefusal(answer.status())) return answer;
  PARLEY_RETURN_IF_ERROR(EndClaim(call, claimed, answer.ok()));
  return answer;
}

absl::StatusOr<InboundItem> MatchInbound::OnDesk(const Call& call, CommunicationId item,
                                                 Decide decide) const {
  // Each step on the desk is known by what it finds there, and needs no stored answer.
  Call on_desk = call;
  on_desk.request_id = {};
  on_desk.validate_only = false;
  std::optional<InboundItem> after;
  const auto step = [&](Work& work) -> absl::StatusOr<InboundItem> {
    PARLEY_ASSIGN_OR_RETURN(const InboundItem before, work.store.inbound().Find(kDesk, item));
    PARLEY_ASSIGN_OR_RETURN(after, decide(work, before));
    if (*after != before) work.store.inbound().Replace(*after);
    return *after;
  };
  const auto nothing = [](const InboundItem&) { return std::string(); };
  PARLEY_RETURN_IF_ERROR(mutations_.Run<InboundItem>(on_desk, kDesk, step, nothing).status());
  return *std::move(after);
}

absl::StatusOr<Answer> MatchInbound::AtDebtor(const Call& call, const Command& command,
                                              const InboundItem& kept,
                                              Encode<InboundItem> encode) const {
  std::optional<TakenIn> taken;
  const auto take = [&](Work& work) -> absl::StatusOr<InboundItem> {
    absl::StatusOr<InboundItem> there = work.store.inbound().Find(command.debtor, command.item);
    if (there.ok() || ReasonOf(there.status()) != Reason::kInboundNotFound) return there;
    // Whoever has claimed it since has it now.
    PARLEY_ASSIGN_OR_RETURN(const InboundItem now, work.store.inbound().Find(kDesk, command.item));
    if (now.revision != kept.revision) return Refuse(Reason::kWriteConflict);
    InboundItem moved = now;
    moved.debtor = command.debtor;
    moved.claimed_for = {};
    moved.matched_by = MatchedBy::kPerson;
    moved.debts = command.debts;
    moved.reactions.clear();
    PARLEY_ASSIGN_OR_RETURN(taken, TakeIn(work, tools_, std::move(moved), std::nullopt));
    return taken->item;
  };
  PARLEY_ASSIGN_OR_RETURN(Answer answer,
                          mutations_.Run<InboundItem>(call, command.debtor, take, encode));
  const bool is_new = taken.has_value() && !answer.replayed && !call.validate_only;
  if (is_new) acknowledge_.Send(call, taken->item, taken->days);
  return answer;
}

absl::Status MatchInbound::EndClaim(const Call& call, const InboundItem& claimed,
                                    bool arrived) const {
  const auto end = [&](Work& work, const InboundItem& kept) -> absl::StatusOr<InboundItem> {
    // A later call made the claim its own, and goes on.
    if (kept.state == InboundState::kMovedAway) return kept;
    if (!arrived && kept.revision != claimed.revision) return kept;
    InboundItem ended = arrived ? MovedAway(kept) : Unclaimed(kept);
    if (ended == kept) return kept;
    ended.revision = work.NextRevision(kDesk);
    ended.updated_time = work.now;
    if (arrived) PARLEY_RETURN_IF_ERROR(EndWorkOf(work, kept, "MATCH"));
    return ended;
  };
  return OnDesk(call, claimed.id, end).status();
}

}  // namespace parley
