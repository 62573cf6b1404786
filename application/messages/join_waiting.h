// SPDX-License-Identifier: Apache-2.0
#ifndef PARLEY_APPLICATION_MESSAGES_JOIN_WAITING_H_
#define PARLEY_APPLICATION_MESSAGES_JOIN_WAITING_H_

#include <span>
#include <vector>

#include "absl/status/statusor.h"
#include "application/messages/choose_channel.h"
#include "domain/communication/log/contact.h"
#include "domain/communication/message/message.h"

namespace parley {

// A contact over the debts of messages that wait, and those messages.
struct JoinedContact {
  Contact contact;
  std::vector<Message> taken;
};

// One message a person over several debts: of those that wait, the ones that say the same on the
// same channel, each in the same reply and with no values or occasion of its own, and that nobody
// can have got yet. Only where the gate lets the joined contact go before `waits_until`, to the
// address for which they all wait; else the contact stays alone. Nothing is stored. Errors: those
// of the gate.
absl::StatusOr<JoinedContact> JoinWaiting(std::span<const Message> queued,
                                          const MessageOrder& order, const Contact& contact,
                                          const GateView& by, absl::Time waits_until);

}  // namespace parley

#endif  // PARLEY_APPLICATION_MESSAGES_JOIN_WAITING_H_
