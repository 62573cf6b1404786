// SPDX-License-Identifier: Apache-2.0
#ifndef PARLEY_DOMAIN_COMMUNICATION_MESSAGE_MESSAGE_H_
#define PARLEY_DOMAIN_COMMUNICATION_MESSAGE_MESSAGE_H_

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "absl/status/statusor.h"
#include "absl/time/time.h"
#include "domain/common/id.h"
#include "domain/common/sensitive.h"
#include "domain/communication/log/contact.h"
#include "domain/communication/message/message_state.h"
#include "domain/communication/templates/choose_language.h"
#include "domain/communication/templates/set_part.h"
#include "domain/communication/templates/values.h"

namespace parley {

// What a message is to say: a template, and what the caller fills it with; an agent's own words are
// among those values. What the records know (names, balances, dates) is not: it is read when the
// message goes out, so that it is true then.
struct MessageOrder {
  std::string template_key;
  TemplateValues values;

  friend bool operator==(const MessageOrder&, const MessageOrder&) = default;
};

// A message in words, as it was handed over: kept for ever, and never changed.
struct MessageWords {
  std::string template_key;
  std::int32_t template_version = 0;
  bool is_tenants_own = false;  // The template is the tenant's, else it came with the program.
  ChosenLanguage language;
  std::vector<SetPart> parts;

  friend bool operator==(const MessageWords&, const MessageWords&) = default;
};

// Why a message failed or was cancelled. The numbers are stored and never change.
enum class MessageEnd : std::uint8_t {
  kNone = 0,
  kAddressRefused = 1,  // The provider knows no such address.
  kContentRefused = 2,  // The provider does not carry such content.
  kOptedOut = 3,        // The provider knows that the person wants nothing from us.
  kRefused = 4,         // The provider refuses it otherwise.
  kAttemptsSpent = 5,   // It was tried as often as it may.
  kNeverCame = 6,       // The provider was asked, and never had it.
  kGateRefused = 7,     // The rules do not let it out any more.
  kPointless = 8,       // What it says is no longer so.
  kExpired = 9,         // Its occasion is over.
  kTakenBack = 10,      // Somebody took it back.
  kNotWritable = 11,    // It cannot be put into words as rules and templates now are.
  kTextHeldBack = 12,   // The tone check holds its words back.
  kJoined = 13,         // Another message says it, too.
};

template <>
std::span<const std::string_view> WordsOf<MessageEnd>();

// One dispatcher's hold of a message, for a time: whoever comes to complete it with another token
// is too late.
struct MessageLease {
  std::int64_t token = 0;
  absl::Time until;

  friend bool operator==(const MessageLease&, const MessageLease&) = default;
};

// A message on its way out. It is one with the row of the log that has its slot, and has that id.
struct Message {
  CommunicationId id;
  DebtorId debtor;
  Channel channel = Channel::kEmail;
  Purpose purpose = Purpose::kReply;
  ContactPointId point;
  // What it is sent on the occasion of; a debtor has one message of each. Empty for none.
  std::string occasion;
  MessageOrder order;
  std::string asked_by;      // The principal who had it sent.
  bool any_channel = false;  // Nobody named one: where this one fails, another may do.
  // The one that failed, by another channel, and whose place it takes.
  std::optional<CommunicationId> follows;
  MessageState state = MessageState::kQueued;
  MessageEnd end = MessageEnd::kNone;
  bool was_handed_over = false;                 // It may have been with a provider, once at least.
  bool was_released = false;                    // A person let it go once more.
  absl::Time not_before;                        // When it may go.
  absl::Time expires = absl::InfiniteFuture();  // When its occasion is over.
  std::int32_t attempts = 0;                    // Hand-overs that were begun.
  std::optional<MessageLease> lease;            // Of whoever hands it over.
  std::optional<MessageWords> words;            // Once it was handed over.
  std::string provider;                         // By our name for it, once it was handed over.
  std::string provider_reference;               // Under which the provider knows it.
  std::string provider_code;                    // What the provider answered last, of a refusal.
  std::int64_t revision = 1;
  absl::Time created_time;
  absl::Time updated_time;

  friend bool operator==(const Message&, const Message&) = default;
};

// Takes a stored one as it is. Errors: RECORD_CORRUPT when it breaks an invariant: ids that are
// nil, one that was handed over without words, an end without a state that has ended, one that
// follows itself.
absl::StatusOr<Message> RestoreMessage(Message message);

}  // namespace parley

#endif  // PARLEY_DOMAIN_COMMUNICATION_MESSAGE_MESSAGE_H_
