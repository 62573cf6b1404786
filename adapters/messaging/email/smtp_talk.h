// SPDX-License-Identifier: Apache-2.0
#ifndef PARLEY_ADAPTERS_MESSAGING_EMAIL_SMTP_TALK_H_
#define PARLEY_ADAPTERS_MESSAGING_EMAIL_SMTP_TALK_H_

#include <cstdint>
#include <string>
#include <string_view>

#include "application/ports/sender.h"

namespace parley::messaging {

// How far a talk with a relay has come.
enum class SmtpPhase : std::uint8_t {
  kGreeting,   // Up to the first word about the message: TLS, authentication.
  kSender,     // MAIL FROM was said,
  kRecipient,  // RCPT TO,
  kContent,    // DATA; the message goes out.
  kEnd,        // All of it went, and the dot that ends it is out or about to be.
};

// Listens to a talk with a relay and remembers where it stands: before the dot is out nothing was
// taken, whatever breaks; behind it only the relay knows.
class SmtpTalk {
 public:
  void OnCommand(std::string_view line);
  // One line of what the relay says.
  void OnReply(std::string_view line);
  void OnEndOfContent();

  bool is_over() const { return over_; }

  // What became of the message; `not_admitted` as libcurl saw it.
  HandOver Outcome(bool not_admitted) const;

 private:
  void Enter(SmtpPhase phase);
  HandOver OutcomeOfEnd() const;
  HandOver OutcomeOfPermanent() const;

  SmtpPhase phase_ = SmtpPhase::kGreeting;
  bool over_ = false;   // We said QUIT: what follows is about nothing.
  int code_ = 0;        // Of the last whole reply to the last command; 0 before it came.
  std::string answer_;  // Its text.
};

}  // namespace parley::messaging

#endif  // PARLEY_ADAPTERS_MESSAGING_EMAIL_SMTP_TALK_H_
