// SPDX-License-Identifier: Apache-2.0
#include "domain/communication/conversation.h"

#include <algorithm>
#include <array>
#include <tuple>
#include <utility>

#include "domain/common/reason.h"
#include "domain/common/status_macros.h"
#include "domain/common/text.h"

namespace parley {
namespace {

constexpr auto kStateWords =
    std::to_array<std::string_view>({"", "OPEN", "PENDING", "SNOOZED", "RESOLVED", "REOPENED"});

constexpr std::size_t kLongestNote = 10'000;

std::vector<DebtId> Sorted(std::vector<DebtId> debts) {
  std::sort(debts.begin(), debts.end());
  debts.erase(std::unique(debts.begin(), debts.end()), debts.end());
  return debts;
}

bool IsResolved(const Conversation& conversation) {
  return conversation.state == ConversationState::kResolved;
}

Conversation Moved(const Conversation& conversation, ConversationState state,
                   const ConversationStep& step) {
  Conversation moved = conversation;
  moved.state = state;
  moved.snoozed_until.reset();
  moved.reason = step.reason;
  moved.changed_by = step.actor;
  moved.updated_time = step.now;
  return moved;
}

absl::Status CheckReason(const ConversationStep& step) {
  Violations violations;
  RequireText(violations, "reason", step.reason.Reveal(), kLongestReason, Lines::kMany);
  return violations.ToStatus();
}

bool IsAbout(const Conversation& conversation, const Matter& matter) {
  if (matter.debts.empty()) {
    return matter.direction == Direction::kInbound || conversation.debts.empty();
  }
  const std::vector<DebtId> debts = Sorted(matter.debts);
  return std::includes(conversation.debts.begin(), conversation.debts.end(), debts.begin(),
                       debts.end());
}

// What came in may reopen what is resolved, but goes on with what is not where it can.
auto Rank(const Conversation& one) {
  return std::tuple(!IsResolved(one), one.updated_time, one.id);
}

ConversationState After(ConversationState state, Direction direction) {
  const bool inbound = direction == Direction::kInbound;
  switch (state) {
    case ConversationState::kOpen:
    case ConversationState::kReopened:
      return inbound ? state : ConversationState::kPending;
    case ConversationState::kPending:
      return inbound ? ConversationState::kOpen : state;
    case ConversationState::kSnoozed:
      return inbound ? ConversationState::kOpen : state;
    case ConversationState::kResolved:
      return inbound ? ConversationState::kReopened : state;
  }
  return state;
}

void Keep(const Matter& matter, std::optional<LastSaid>& last) {
  if (last.has_value() && last->at > matter.at) return;
  last = LastSaid{matter.communication, matter.channel, matter.at};
}

absl::Time TimeOf(const std::optional<LastSaid>& last) {
  return last.has_value() ? last->at : absl::InfinitePast();
}

}  // namespace

template <>
std::span<const std::string_view> WordsOf<ConversationState>() {
  return kStateWords;
}

absl::StatusOr<Conversation> RestoreConversation(Conversation conversation) {
  const bool snoozed = conversation.state == ConversationState::kSnoozed;
  const bool sound = !conversation.id.IsNil() && !conversation.debtor.IsNil() &&
                     conversation.debts == Sorted(conversation.debts) &&
                     snoozed == conversation.snoozed_until.has_value() &&
                     conversation.read_by_person >= 0 && conversation.read_by_team >= 0 &&
                     conversation.revision > 0;
  if (!sound) return Refuse(Reason::kRecordCorrupt);
  return conversation;
}

void CheckNote(std::string_view text, Violations& violations) {
  RequireText(violations, "text", text, kLongestNote, Lines::kMany);
}

ConversationState StateAt(const Conversation& conversation, absl::Time now) {
  const bool over = conversation.snoozed_until.has_value() && *conversation.snoozed_until <= now;
  return over ? ConversationState::kOpen : conversation.state;
}

absl::StatusOr<Conversation> Assigned(const Conversation& conversation, const std::string& to,
                                      absl::Time now) {
  Violations violations;
  AllowText(violations, "principal", to, kLongestName);
  PARLEY_RETURN_IF_ERROR(violations.ToStatus());
  if (IsResolved(conversation)) return Refuse(Reason::kConversationStepRefused);
  Conversation assigned = conversation;
  assigned.assigned_to = to;
  assigned.updated_time = now;
  return assigned;
}

absl::StatusOr<Conversation> Snoozed(const Conversation& conversation, absl::Time until,
                                     const ConversationStep& step) {
  Violations violations;
  AllowText(violations, "reason", step.reason.Reveal(), kLongestReason, Lines::kMany);
  if (until <= step.now) violations.Add("until_time", Fault::kDateInPast);
  if (until > step.now + kLongestSnooze) violations.Add("until_time", Fault::kOutOfRange);
  PARLEY_RETURN_IF_ERROR(violations.ToStatus());
  if (IsResolved(conversation)) return Refuse(Reason::kConversationStepRefused);
  Conversation snoozed = Moved(conversation, ConversationState::kSnoozed, step);
  snoozed.snoozed_until = until;
  return snoozed;
}

absl::StatusOr<Conversation> Resolved(const Conversation& conversation,
                                      const ConversationStep& step) {
  PARLEY_RETURN_IF_ERROR(CheckReason(step));
  if (IsResolved(conversation)) return Refuse(Reason::kConversationStepRefused);
  return Moved(conversation, ConversationState::kResolved, step);
}

absl::StatusOr<Conversation> Reopened(const Conversation& conversation,
                                      const ConversationStep& step) {
  PARLEY_RETURN_IF_ERROR(CheckReason(step));
  if (!IsResolved(conversation)) return Refuse(Reason::kConversationStepRefused);
  return Moved(conversation, ConversationState::kReopened, step);
}

std::optional<ConversationId> PlaceOf(const Matter& matter,
                                      std::span<const Conversation> conversations) {
  const Conversation* best = nullptr;
  for (const Conversation& one : conversations) {
    if (matter.answered == one.id) return one.id;
    if (IsResolved(one) && matter.direction == Direction::kOutbound) continue;
    if (!IsAbout(one, matter)) continue;
    if (best == nullptr || Rank(*best) < Rank(one)) best = &one;
  }
  return best == nullptr ? std::nullopt : std::optional(best->id);
}

Conversation Begun(ConversationId id, const Matter& matter) {
  Conversation begun;
  begun.id = id;
  begun.debtor = matter.debtor;
  begun.changed_by = matter.actor;
  begun.created_time = matter.at;
  begun.updated_time = matter.at;
  return Joined(begun, matter);
}

Conversation Joined(const Conversation& conversation, const Matter& matter) {
  const ConversationState state = After(StateAt(conversation, matter.at), matter.direction);
  Conversation joined = conversation;
  if (state != conversation.state) {
    joined = Moved(conversation, state, {matter.actor, SensitiveText(), matter.at});
  }
  joined.updated_time = std::max(conversation.updated_time, matter.at);
  joined.debts.insert(joined.debts.end(), matter.debts.begin(), matter.debts.end());
  joined.debts = Sorted(std::move(joined.debts));
  if (!matter.language.empty()) joined.language = matter.language;
  Keep(matter, matter.direction == Direction::kInbound ? joined.last_in : joined.last_out);
  return joined;
}

Conversation ReadUpTo(const Conversation& conversation, Direction side, std::int64_t line) {
  Conversation read = conversation;
  std::int64_t& mark = side == Direction::kInbound ? read.read_by_person : read.read_by_team;
  mark = std::max(mark, line);
  return read;
}

Handover HandoverOf(const Conversation& conversation, std::span<const ConversationLink> links,
                    int notes, absl::Time now) {
  Handover handover;
  handover.conversation = conversation;
  handover.state = StateAt(conversation, now);
  for (const ConversationLink& link : links) {
    ++(link.direction == Direction::kInbound ? handover.came_in : handover.went_out);
    handover.channels.push_back(link.channel);
  }
  std::sort(handover.channels.begin(), handover.channels.end());
  handover.channels.erase(std::unique(handover.channels.begin(), handover.channels.end()),
                          handover.channels.end());
  handover.notes = notes;
  handover.waits_for_us = handover.state != ConversationState::kResolved &&
                          TimeOf(conversation.last_in) > TimeOf(conversation.last_out);
  return handover;
}

}  // namespace parley
