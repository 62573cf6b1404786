// SPDX-License-Identifier: Apache-2.0
#ifndef PARLEY_ADAPTERS_MESSAGING_EMAIL_RETURN_PATH_H_
#define PARLEY_ADAPTERS_MESSAGING_EMAIL_RETURN_PATH_H_

#include <optional>
#include <string>
#include <string_view>

#include "domain/communication/log/contact.h"

namespace parley::messaging {

// The address to which what becomes of one message is reported (VERP): "bounces@example.org" and an
// id give "bounces+ID@example.org".
std::string ReturnPathOf(std::string_view mailbox, CommunicationId id);

// Whose return path it is; none when it is no such address.
std::optional<CommunicationId> IdInReturnPath(std::string_view address);

// "ID@domain", and back; the angles around it do not matter.
std::string MessageIdOf(CommunicationId id, std::string_view domain);
std::optional<CommunicationId> IdInMessageId(std::string_view message_id);

}  // namespace parley::messaging

#endif  // PARLEY_ADAPTERS_MESSAGING_EMAIL_RETURN_PATH_H_
