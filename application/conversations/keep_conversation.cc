// SPDX-License-Identifier: Apache-2.0
#include "application/conversations/keep_conversation.h"

#include "application/conversations/join_conversation.h"
#include "application/etag.h"
#include "domain/common/status_macros.h"

namespace parley {
namespace {

ConversationStep StepOf(const Work& work, const SensitiveText& reason) {
  return {work.call.principal, reason, work.now};
}

}  // namespace

absl::StatusOr<Answer> KeepConversation::Change(const Call& call, const ConversationTarget& target,
                                                Step step, Encode<Conversation> encode) const {
  const auto decide = [&](Work& work) -> absl::StatusOr<Conversation> {
    Conversations& conversations = work.store.conversations();
    PARLEY_ASSIGN_OR_RETURN(const Conversation before,
                            conversations.Find(target.debtor, target.conversation));
    PARLEY_ASSIGN_OR_RETURN(Conversation after, step(work, before));
    PARLEY_RETURN_IF_ERROR(CheckEtag(target.etag, before.revision));
    after.revision = work.NextRevision(target.debtor);
    conversations.Replace(after);
    return after;
  };
  return mutations_.Run<Conversation>(call, target.debtor, decide, encode);
}

absl::StatusOr<Answer> KeepConversation::Assign(const Call& call, const ConversationTarget& target,
                                                const std::string& to,
                                                Encode<Conversation> encode) const {
  const auto step = [&](Work& work, const Conversation& before) {
    return Assigned(before, to, work.now);
  };
  return Change(call, target, step, encode);
}

absl::StatusOr<Answer> KeepConversation::PutOff(const Call& call, const Snooze& snooze,
                                                Encode<Conversation> encode) const {
  const auto step = [&](Work& work, const Conversation& before) {
    return Snoozed(before, snooze.until, StepOf(work, snooze.reason));
  };
  return Change(call, snooze.target, step, encode);
}

absl::StatusOr<Answer> KeepConversation::Resolve(const Call& call, const Decision& decision,
                                                 Encode<Conversation> encode) const {
  const auto step = [&](Work& work, const Conversation& before) -> absl::StatusOr<Conversation> {
    PARLEY_ASSIGN_OR_RETURN(Conversation after, Resolved(before, StepOf(work, decision.reason)));
    TellConversation(work, ids_, after, EventType::kConversationResolved);
    return after;
  };
  return Change(call, decision.target, step, encode);
}

absl::StatusOr<Answer> KeepConversation::Reopen(const Call& call, const Decision& decision,
                                                Encode<Conversation> encode) const {
  const auto step = [&](Work& work, const Conversation& before) -> absl::StatusOr<Conversation> {
    PARLEY_ASSIGN_OR_RETURN(Conversation after, Reopened(before, StepOf(work, decision.reason)));
    TellConversation(work, ids_, after, EventType::kConversationReopened);
    return after;
  };
  return Change(call, decision.target, step, encode);
}

absl::StatusOr<Answer> KeepConversation::MarkRead(const Call& call,
                                                  const ConversationTarget& target, Direction side,
                                                  std::int64_t line,
                                                  Encode<Conversation> encode) const {
  const auto step = [&](Work&, const Conversation& before) -> absl::StatusOr<Conversation> {
    return ReadUpTo(before, side, line);
  };
  return Change(call, target, step, encode);
}

absl::StatusOr<Answer> KeepConversation::AddNote(const Call& call, const Noting& noting,
                                                 Encode<ConversationNote> encode) const {
  Violations violations;
  CheckNote(noting.text.Reveal(), violations);
  PARLEY_RETURN_IF_ERROR(violations.ToStatus());
  const auto add = [&](Work& work) -> absl::StatusOr<ConversationNote> {
    const ConversationTarget& target = noting.target;
    PARLEY_RETURN_IF_ERROR(
        work.store.conversations().Find(target.debtor, target.conversation).status());
    const ConversationNote note{ConversationNoteId(ids_.Next()),
                                target.debtor,
                                target.conversation,
                                work.call.principal,
                                noting.text,
                                work.now};
    work.store.conversations().AddNote(note);
    return note;
  };
  return mutations_.Run<ConversationNote>(call, noting.target.debtor, add, encode);
}

}  // namespace parley
