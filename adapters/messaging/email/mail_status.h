// SPDX-License-Identifier: Apache-2.0
#ifndef PARLEY_ADAPTERS_MESSAGING_EMAIL_MAIL_STATUS_H_
#define PARLEY_ADAPTERS_MESSAGING_EMAIL_MAIL_STATUS_H_

#include <algorithm>
#include <array>
#include <string_view>

namespace parley::messaging {

// Whether a status (RFC 3463) says that nobody is reached at the recipient's address: it does not
// exist, moved, or its mailbox or host is closed. What tells less, such as 5.0.0 or 5.1.0, or tells
// of the sender, of the protocol or of a policy, bars nobody: it may as well be our fault.
constexpr bool IsAboutRecipient(std::string_view status) {
  constexpr auto kStatuses = std::to_array<std::string_view>(
      {"5.1.1", "5.1.2", "5.1.3", "5.1.4", "5.1.6", "5.1.10", "5.2.1", "5.4.4"});
  return std::find(kStatuses.begin(), kStatuses.end(), status) != kStatuses.end();
}

}  // namespace parley::messaging

#endif  // PARLEY_ADAPTERS_MESSAGING_EMAIL_MAIL_STATUS_H_
