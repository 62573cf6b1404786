// SPDX-License-Identifier: Apache-2.0
#ifndef PARLEY_ADAPTERS_MESSAGING_EMAIL_COMPOSE_MAIL_H_
#define PARLEY_ADAPTERS_MESSAGING_EMAIL_COMPOSE_MAIL_H_

#include <optional>
#include <string>

#include "absl/time/time.h"
#include "application/ports/sender.h"

namespace parley::messaging {

// What stands at the head of a mail beside its words.
struct MailHead {
  std::string from_name;
  std::string from_address;
  std::string to;
  std::string message_id;  // Without angles.
  absl::Time date;
};

// Why these words cannot be a mail to that address; none when they can. What could add a line to
// the head, a line break above all, is refused and never cleaned up.
std::optional<RefusalCause> RefusalOf(const MailHead& head, const EmailWords& words);

// The mail as it goes over the line (RFC 5322): text and HTML as alternatives, in UTF-8, every line
// ended by CR LF. The words were not refused.
std::string ComposeMail(const MailHead& head, const EmailWords& words);

}  // namespace parley::messaging

#endif  // PARLEY_ADAPTERS_MESSAGING_EMAIL_COMPOSE_MAIL_H_
