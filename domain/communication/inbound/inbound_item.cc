// SPDX-License-Identifier: Apache-2.0
#include "domain/communication/inbound/inbound_item.h"

#include <algorithm>
#include <array>
#include <utility>

#include "absl/strings/str_cat.h"
#include "domain/common/reason.h"
#include "domain/common/text.h"
#include "domain/common/utf8.h"
#include "domain/communication/inbound/mask_cards.h"

namespace parley {
namespace {

// In the order of the enums, the first of which begins at one.
constexpr auto kStates =
    std::to_array<std::string_view>({"", "RECEIVED", "MATCHED", "UNMATCHED", "LABELLED", "TRIAGED",
                                     "ANSWERED", "NO_ANSWER_NEEDED", "MOVED_AWAY"});
constexpr auto kMatches =
    std::to_array<std::string_view>({"NOBODY", "NAMED", "ANSWER", "ADDRESS", "PERSON"});

constexpr std::string_view kReplacement = "\xEF\xBF\xBD";
constexpr std::size_t kLongestAddress = 1000;
constexpr std::size_t kLongestSubject = 10'000;
constexpr std::size_t kMostAttachments = 100;
constexpr std::size_t kLongestWhere = 2000;

bool IsSound(const InboundItem& item) {
  const bool on_desk = item.debtor.IsNil();
  const bool desk_state =
      item.state == InboundState::kUnmatched || item.state == InboundState::kMovedAway;
  return !item.id.IsNil() && !item.actor.empty() && item.revision >= 1 && on_desk == desk_state &&
         (item.state == InboundState::kAnswered) == item.answer.has_value() &&
         (on_desk || item.claimed_for.IsNil());
}

absl::Status CheckMatched(const InboundItem& item) {
  if (item.state == InboundState::kMovedAway) {
    return Refuse(Reason::kInboundAlreadyMatched, {}, {{"debtor", item.claimed_for.ToString()}});
  }
  return item.state == InboundState::kUnmatched ? Refuse(Reason::kInboundNotMatched)
                                                : absl::OkStatus();
}

// Text that came from outside may hold any control characters: they are kept as they came.
void AllowAnything(Violations& violations, const std::string& field, std::string_view text,
                   std::size_t longest) {
  if (text.size() > longest) violations.Add(field, Fault::kTooLong);
}

void CheckAttachment(const InboundAttachment& one, const std::string& field,
                     Violations& violations) {
  AllowAnything(violations, field + ".name", one.name.Reveal(), kLongestAddress);
  AllowText(violations, field + ".media_type", one.media_type, kLongestName);
  AllowText(violations, field + ".digest", one.digest, kLongestName);
  RequireText(violations, field + ".where", one.where.Reveal(), kLongestWhere);
  if (one.size < 0) violations.Add(field + ".size_bytes", Fault::kNegative);
}

std::string AsUtf8(std::string_view raw) {
  std::string text;
  text.reserve(raw.size());
  while (!raw.empty()) {
    std::string_view rest = raw;
    if (TakeCodePoint(rest).has_value()) {
      text += raw.substr(0, raw.size() - rest.size());
      raw = rest;
    } else {
      text += kReplacement;
      raw.remove_prefix(1);
    }
  }
  return text;
}

// The last place up to `most` at which no character is cut.
std::size_t CutAt(std::string_view text, std::size_t most) {
  if (text.size() <= most) return text.size();
  while (most > 0 && (static_cast<unsigned char>(text[most]) & 0xC0U) == 0x80U) --most;
  return most;
}

}  // namespace

template <>
std::span<const std::string_view> WordsOf<InboundState>() {
  return kStates;
}

template <>
std::span<const std::string_view> WordsOf<MatchedBy>() {
  return kMatches;
}

void CheckInboundContent(const InboundContent& content, Violations& violations) {
  AllowAnything(violations, "from", content.from.Reveal(), kLongestAddress);
  AllowAnything(violations, "to", content.to.Reveal(), kLongestAddress);
  AllowAnything(violations, "subject", content.subject.Reveal(), kLongestSubject);
  AllowText(violations, "provider", content.provider, kLongestName);
  AllowText(violations, "provider_id", content.provider_id, kLongestReason);
  if (content.attachments.size() > kMostAttachments) {
    violations.Add("attachments", Fault::kTooLong);
    return;
  }
  for (std::size_t at = 0; at < content.attachments.size(); ++at) {
    CheckAttachment(content.attachments[at], absl::StrCat("attachments[", at, "]"), violations);
  }
}

void SetText(std::string_view raw, InboundContent& content) {
  MaskedText masked = MaskCards(AsUtf8(raw));
  const std::size_t cut = CutAt(masked.text, kLongestHeard);
  content.rest = SensitiveText(masked.text.substr(cut));
  masked.text.resize(cut);
  content.text = SensitiveText(std::move(masked.text));
  MaskedText subject = MaskCards(AsUtf8(content.subject.Reveal()));
  content.subject = SensitiveText(std::move(subject.text));
  content.cards_masked = masked.cards + subject.cards;
}

absl::StatusOr<InboundItem> RestoreInbound(InboundItem item) {
  if (!IsSound(item)) return Refuse(Reason::kRecordCorrupt);
  return item;
}

bool IsUntriaged(InboundState state) {
  return state == InboundState::kReceived || state == InboundState::kMatched ||
         state == InboundState::kUnmatched || state == InboundState::kLabelled;
}

bool IsUnanswered(InboundState state) {
  return IsUntriaged(state) || state == InboundState::kTriaged;
}

std::optional<absl::Time> RunsOut(const InboundItem& item) {
  return IsUntriaged(item.state) && !item.breached ? item.suspends_until : std::nullopt;
}

InboundItem WithBreach(const InboundItem& item, absl::Time now) {
  InboundItem late = item;
  late.breached = true;
  late.updated_time = now;
  return late;
}

std::optional<WaitingInbound> WaitingOf(const InboundItem& item, absl::Time now) {
  const bool waits = IsUntriaged(item.state) && item.suspends_until.has_value();
  if (!waits || *item.suspends_until <= now) return std::nullopt;
  return WaitingInbound{item.id, item.debtor, item.debts, item.created_time, *item.suspends_until};
}

std::vector<Intent> IntentsOf(const InboundItem& item) {
  if (!item.corrections.empty()) return item.corrections.back().intents;
  std::vector<Intent> intents;
  if (!item.heard.has_value()) return intents;
  for (const InboundLabel& label : item.heard->labels) intents.push_back(label.intent);
  return intents;
}

InboundItem Labelled(InboundItem item, HeardInbound heard) {
  item.heard = std::move(heard);
  item.state = InboundState::kLabelled;
  return item;
}

absl::StatusOr<InboundItem> Corrected(const InboundItem& item, const LabelCorrection& correction) {
  Violations violations;
  RequireText(violations, "reason", correction.reason.Reveal(), kLongestReason, Lines::kMany);
  if (correction.intents.empty()) violations.Add("intents", Fault::kRequired);
  for (std::size_t at = 0; at < correction.intents.size(); ++at) {
    const auto here = correction.intents.begin() + static_cast<std::ptrdiff_t>(at);
    if (std::find(correction.intents.begin(), here, *here) == here) continue;
    violations.Add(absl::StrCat("intents[", at, "]"), Fault::kDuplicate);
  }
  if (!violations.empty()) return violations.ToStatus();
  if (absl::Status matched = CheckMatched(item); !matched.ok()) return matched;
  InboundItem corrected = item;
  corrected.corrections.push_back(correction);
  corrected.updated_time = correction.time;
  return corrected;
}

absl::StatusOr<InboundItem> Triaged(const InboundItem& item, const std::string& actor,
                                    absl::Time now) {
  if (absl::Status matched = CheckMatched(item); !matched.ok()) return matched;
  if (!IsUntriaged(item.state)) return item;
  InboundItem triaged = item;
  triaged.state = InboundState::kTriaged;
  triaged.triaged_by = actor;
  triaged.triaged_time = now;
  triaged.updated_time = now;
  return triaged;
}

absl::StatusOr<InboundItem> AnsweredBy(const InboundItem& item, CommunicationId answer,
                                       const std::string& actor, absl::Time now) {
  if (item.answer == answer && item.state == InboundState::kAnswered) return item;
  if (!IsUnanswered(item.state) && item.state != InboundState::kMovedAway) {
    return Refuse(Reason::kInboundAlreadyAnswered);
  }
  absl::StatusOr<InboundItem> ended = Triaged(item, actor, now);
  if (!ended.ok()) return ended;
  ended->state = InboundState::kAnswered;
  ended->answer = answer;
  ended->ended_by = actor;
  ended->ended_time = now;
  ended->updated_time = now;
  return ended;
}

absl::StatusOr<InboundItem> WithoutAnswer(const InboundItem& item, const SensitiveText& reason,
                                          const std::string& actor, absl::Time now) {
  Violations violations;
  RequireText(violations, "no_answer_reason", reason.Reveal(), kLongestReason, Lines::kMany);
  if (!violations.empty()) return violations.ToStatus();
  if (!IsUnanswered(item.state) && item.state != InboundState::kMovedAway) {
    return Refuse(Reason::kInboundAlreadyAnswered);
  }
  absl::StatusOr<InboundItem> ended = Triaged(item, actor, now);
  if (!ended.ok()) return ended;
  ended->state = InboundState::kNoAnswerNeeded;
  ended->no_answer_reason = reason;
  ended->ended_by = actor;
  ended->ended_time = now;
  ended->updated_time = now;
  return ended;
}

absl::StatusOr<InboundItem> ClaimedFor(const InboundItem& item, DebtorId debtor) {
  const bool anothers = !item.claimed_for.IsNil() && item.claimed_for != debtor;
  const bool on_desk =
      item.state == InboundState::kUnmatched || item.state == InboundState::kMovedAway;
  if (anothers || !on_desk) {
    const DebtorId whose = on_desk ? item.claimed_for : item.debtor;
    return Refuse(Reason::kInboundAlreadyMatched, {}, {{"debtor", whose.ToString()}});
  }
  InboundItem claimed = item;
  claimed.claimed_for = debtor;
  return claimed;
}

InboundItem MovedAway(const InboundItem& item) {
  InboundItem moved = item;
  moved.state = InboundState::kMovedAway;
  // The debtor's record has it, and goes with it when they are forgotten.
  moved.content = {};
  return moved;
}

InboundItem Unclaimed(const InboundItem& item) {
  InboundItem free = item;
  if (free.state == InboundState::kUnmatched) free.claimed_for = {};
  return free;
}

}  // namespace parley
