// SPDX-License-Identifier: Apache-2.0
#ifndef PARLEY_DOMAIN_COMMUNICATION_INBOUND_INBOUND_ITEM_H_
#define PARLEY_DOMAIN_COMMUNICATION_INBOUND_INBOUND_ITEM_H_

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "absl/status/statusor.h"
#include "absl/time/time.h"
#include "domain/common/id.h"
#include "domain/common/sensitive.h"
#include "domain/common/violations.h"
#include "domain/communication/inbound/label.h"
#include "domain/communication/log/contact.h"
#include "domain/communication/vocabulary.h"
#include "domain/debtor/contact_point.h"

namespace parley {

// Where something that came in is. The numbers are stored and never change.
enum class InboundState : std::uint8_t {
  kReceived = 1,
  kMatched = 2,    // We know whose it is.
  kUnmatched = 3,  // Nobody knows yet: it lies on the tenant's desk.
  kLabelled = 4,   // It was heard, and acted on.
  kTriaged = 5,    // A person has looked at it.
  kAnswered = 6,
  kNoAnswerNeeded = 7,
  kMovedAway = 8,  // It lay on the desk, and is a debtor's now: only where it went is kept here.
};

// How we know whose it is. The numbers are stored and never change.
enum class MatchedBy : std::uint8_t {
  kNobody = 0,
  kNamed = 1,    // Whoever handed it over said so.
  kAnswer = 2,   // It answers a message of ours.
  kAddress = 3,  // Its sender's address is exactly one person's.
  kPerson = 4,   // One of us found out.
};

template <>
std::span<const std::string_view> WordsOf<InboundState>();
template <>
std::span<const std::string_view> WordsOf<MatchedBy>();

// A file that came with a message. It is kept elsewhere, and known by its digest.
struct InboundAttachment {
  SensitiveText name;
  std::string media_type;
  std::int64_t size = 0;  // Bytes.
  std::string digest;     // As its keeper writes it: "sha256:...".
  SensitiveText where;    // Its keeper's name for it.

  friend bool operator==(const InboundAttachment&, const InboundAttachment&) = default;
};

// What was received, as it was but for numbers of payment cards. It never changes.
struct InboundContent {
  SensitiveText from;
  SensitiveText to;
  SensitiveText subject;
  SensitiveText text;  // At most kLongestHeard bytes.
  SensitiveText rest;  // What of the text comes after that; empty for most.
  int cards_masked = 0;
  std::vector<InboundAttachment> attachments;
  std::string provider;     // Who handed it over to us; may be empty.
  std::string provider_id;  // By which they know it; empty for none.

  friend bool operator==(const InboundContent&, const InboundContent&) = default;
};

// So much of a text is heard and shown in lists; what comes after it is kept beside it.
inline constexpr std::size_t kLongestHeard = 100'000;

// Something was done at once because of what was heard, for a person to look at and take back.
struct TakenReaction {
  std::string what;  // "OPT_OUT", "HOLD", "WORK" ...
  Intent intent = Intent::kUnclear;
  TextPart evidence;
  Uuid subject;  // What it made or changed; nil for nothing that has an id.
  SensitiveText note;

  friend bool operator==(const TakenReaction&, const TakenReaction&) = default;
};

// Something that somebody sent us, by any channel, or that one of us wrote down of what they said.
struct InboundItem {
  CommunicationId id;
  DebtorId debtor;  // Nil on the tenant's desk.
  Channel channel = Channel::kEmail;
  absl::Time received;
  InboundContent content;
  InboundState state = InboundState::kReceived;
  MatchedBy matched_by = MatchedBy::kNobody;
  std::optional<ContactPointId> point;         // From which it came, where that is on record.
  std::vector<DebtId> debts;                   // That it is about; none where nobody knows.
  std::optional<CommunicationId> in_reply_to;  // The message of ours that it answers.
  std::optional<HeardInbound> heard;
  std::vector<LabelCorrection> corrections;  // Only ever added to.
  std::vector<TakenReaction> reactions;
  // Nothing is sent of our own accord until a person has looked, or until then.
  std::optional<absl::Time> suspends_until;
  bool breached = false;  // It was told that nobody looked until then.
  std::string triaged_by;
  std::optional<absl::Time> triaged_time;
  std::optional<CommunicationId> answer;
  SensitiveText no_answer_reason;
  std::string ended_by;
  std::optional<absl::Time> ended_time;
  DebtorId claimed_for;  // On the desk: whose it is to become, or became.
  std::string actor;     // Who handed it over or wrote it down.
  std::int64_t revision = 1;
  absl::Time created_time;
  absl::Time updated_time;

  friend bool operator==(const InboundItem&, const InboundItem&) = default;
};

// What came in and holds back what we would send of our own accord.
struct WaitingInbound {
  CommunicationId id;
  DebtorId debtor;
  std::vector<DebtId> debts;  // None: all of the person.
  absl::Time since;
  absl::Time until;

  friend bool operator==(const WaitingInbound&, const WaitingInbound&) = default;
};

// Adds what is wrong with what came in; paths begin with `field`, which may be empty.
void CheckInboundContent(const InboundContent& content, Violations& violations);

// A text as it came in, made ready to be kept: bytes that are no UTF-8 become U+FFFD, numbers of
// cards are masked, and what is too long is cut in two, nothing of it lost.
void SetText(std::string_view raw, InboundContent& content);

// Takes a stored one as it is. Errors: RECORD_CORRUPT when it breaks an invariant.
absl::StatusOr<InboundItem> RestoreInbound(InboundItem item);

// True while nobody has looked at it, on whoever's record it is.
bool IsUntriaged(InboundState state);

// True for what waits for an answer or for a decision that it needs none.
bool IsUnanswered(InboundState state);

// Until when somebody is to look at it, until it was told that nobody did; none once somebody has.
std::optional<absl::Time> RunsOut(const InboundItem& item);

// Nobody looked at it in time. It is told once.
InboundItem WithBreach(const InboundItem& item, absl::Time now);

// What an item holds back at an instant; none when it does no more.
std::optional<WaitingInbound> WaitingOf(const InboundItem& item, absl::Time now);

// What it says by now: as a person corrected it last, else as it was heard.
std::vector<Intent> IntentsOf(const InboundItem& item);

// It was heard. Errors of the verbs below: INBOUND_NOT_MATCHED on the desk, INBOUND_ALREADY_MATCHED
// for what is a debtor's by now.
InboundItem Labelled(InboundItem item, HeardInbound heard);

// A person says what it means. Also FIELD_INVALID.
absl::StatusOr<InboundItem> Corrected(const InboundItem& item, const LabelCorrection& correction);

// A person has looked at it; a second time changes nothing.
absl::StatusOr<InboundItem> Triaged(const InboundItem& item, const std::string& actor,
                                    absl::Time now);

// How it ends. One that was answered is answered once more by another message of ours. Also
// INBOUND_ALREADY_ANSWERED.
absl::StatusOr<InboundItem> AnsweredBy(const InboundItem& item, CommunicationId answer,
                                       const std::string& actor, absl::Time now);
absl::StatusOr<InboundItem> WithoutAnswer(const InboundItem& item, const SensitiveText& reason,
                                          const std::string& actor, absl::Time now);

// Of an item on the desk: it is kept for one debtor, it is there now, or everybody may have it
// again. Claimed for another debtor before it is INBOUND_ALREADY_MATCHED.
absl::StatusOr<InboundItem> ClaimedFor(const InboundItem& item, DebtorId debtor);
InboundItem MovedAway(const InboundItem& item);
InboundItem Unclaimed(const InboundItem& item);

}  // namespace parley

#endif  // PARLEY_DOMAIN_COMMUNICATION_INBOUND_INBOUND_ITEM_H_
