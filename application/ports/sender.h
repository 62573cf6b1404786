// SPDX-License-Identifier: Apache-2.0
#ifndef PARLEY_APPLICATION_PORTS_SENDER_H_
#define PARLEY_APPLICATION_PORTS_SENDER_H_

#include <cstdint>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "absl/time/time.h"
#include "domain/common/sensitive.h"
#include "domain/communication/log/contact.h"
#include "domain/communication/message/delivery_report.h"

namespace parley {

// The words of a message, ready, in the form that its channel needs.

struct EmailWords {
  std::string from_name;  // Who writes, as it shows beside the address; empty for the house's.
  SensitiveText subject;
  SensitiveText text;
  SensitiveText html;           // Says the same; may be empty.
  std::string unsubscribe_url;  // Where one POST ends it; empty where a law wants this sent.
};

struct SmsWords {
  SensitiveText text;
};

struct LetterWords {
  std::string language_code;   // As BCP 47 has it.
  std::string sender;          // Who writes,
  std::string return_address;  // and where to what cannot be delivered goes, on one line.
  std::string day;             // As the language writes it.
  SensitiveText subject;
  SensitiveText text;      // Paragraphs, parted by empty lines.
  std::string slip_title;  // Of the slip to tear off and send back; empty for none.
  std::string slip_text;
  std::vector<std::string> slip_fields;  // What is to be filled in.
  std::string rights_title;         // Of the page that tells the person's rights; empty for none.
  std::vector<std::string> rights;  // Its paragraphs.
  std::string page_text;            // "Page {page} of {pages}".
  absl::Time made;                  // The instant that it is dated by.
  bool large_print = false;
};

struct OutboundMessage {
  CommunicationId id;
  SensitiveText address;  // As it is kept: an e-mail's, a number as E.164, lines of a postal one.
  std::variant<EmailWords, SmsWords, LetterWords> words;
};

// Why a message cannot be sent, now or ever.
enum class RefusalCause : std::uint8_t {
  kAddress = 1,   // There is no such address, or it is none of this channel.
  kContent = 2,   // The provider, or the channel, does not carry such content.
  kOptedOut = 3,  // The provider knows that the person wants nothing from us.
  kOther = 4,
};

// Why a message was not taken this time.
enum class DelayCause : std::uint8_t {
  kUnreachable = 1,  // The provider, that is.
  kBusy = 2,         // It asked to come later.
  kNotAdmitted = 3,  // It does not let us in: credentials, certificate, settings.
  kRecipient = 4,    // The provider is well; the address is full, or asks to come again.
};

// What a provider did with a message that was handed over to it. Codes are the provider's, of
// printable ASCII, and hold nothing about a person.

struct Accepted {
  std::string reference;  // Under which the provider knows it; may be empty.
};
struct RefusedForGood {
  RefusalCause cause = RefusalCause::kOther;
  std::string code;
};
// It was not taken: to try again cannot double it.
struct RefusedForNow {
  DelayCause cause = DelayCause::kUnreachable;
  std::string code;
  std::optional<absl::Duration> retry_after;  // What the provider asked for.
};
// The whole message may have gone, and no answer was understood: it may be sent, or not.
struct NotKnown {};

using HandOver = std::variant<Accepted, RefusedForGood, RefusedForNow, NotKnown>;

// What a provider answers when it is asked about a message.

struct Taken {
  std::string reference;
  DeliveryEvent event = DeliveryEvent::kTaken;
};
struct NeverTaken {};
struct NoAnswer {};

using ProviderAnswer = std::variant<Taken, NeverTaken, NoAnswer>;

struct SenderTraits {
  bool can_be_asked = false;
  bool honours_key = false;  // A message that comes again under its id is taken once.
};

// Hands messages over to a channel, each call at most once: nothing is tried again inside. It may
// be used by many threads at once; how many is for the caller to bound. No call takes much longer
// than `within`, and none fails otherwise than by what it answers.
class Sender {
 public:
  virtual ~Sender() = default;
  Sender(const Sender&) = delete;
  Sender& operator=(const Sender&) = delete;

  virtual SenderTraits traits() const = 0;

  virtual HandOver Send(const OutboundMessage& message, absl::Duration within) = 0;

  // Whether a message was taken whose hand-over came out as NotKnown. Ask no earlier than the time
  // that was given to the hand-over is over: one under way is not known to the provider yet.
  virtual ProviderAnswer Ask(CommunicationId id, absl::Duration within) = 0;

 protected:
  Sender() = default;
};

}  // namespace parley

#endif  // PARLEY_APPLICATION_PORTS_SENDER_H_
