// SPDX-License-Identifier: Apache-2.0
#ifndef PARLEY_APPLICATION_MESSAGES_CHOOSE_CHANNEL_H_
#define PARLEY_APPLICATION_MESSAGES_CHOOSE_CHANNEL_H_

#include <optional>
#include <string_view>
#include <vector>

#include "absl/status/statusor.h"
#include "absl/time/time.h"
#include "application/communication/gate_record.h"
#include "application/messages/message_tools.h"
#include "domain/communication/log/contact.h"
#include "domain/debtor/debtor_record.h"

namespace parley {

// The longest that a message waits for the gate to open: later, it is another message.
inline constexpr absl::Duration kLongestWait = absl::Hours(24 * 14);

// What is asked of a message.
struct MessageAsk {
  std::string_view template_key;
  std::optional<Channel> channel;  // None: as the person likes it, and the rules allow it.
  Contact contact;                 // Without its channel and purpose, which the template tells.
};

// The contacts by which it may be sent, the best first: by the channel that was asked for; else by
// those that the person ranked for its purpose, and then by the others. The gate judges a way, and
// does not ask whether there is an address at its end: only those are told for which there is one.
// Errors: CHANNEL_NOT_SERVED, TEMPLATE_NOT_FOUND, CONTACT_POINT_NOT_FOUND.
absl::StatusOr<std::vector<Contact>> ContactsFor(const MessageAsk& ask,
                                                 const TemplateLibrary& templates,
                                                 EnumSet<Channel> served,
                                                 const DebtorRecord& person);

// By what the gate is asked of a message before anything is stored.
struct GateView {
  const ContactRecord& record;
  const Rulebooks& rulebooks;
  const Places& places;
  absl::Time now;
  std::string_view template_key;
};

// Of these the first that the gate lets go now, else the one that it lets go soonest, else the
// first; the gate's answer to each is only looked at. Errors: those of the gate.
absl::StatusOr<Contact> BestOf(const std::vector<Contact>& contacts, const GateView& by);

}  // namespace parley

#endif  // PARLEY_APPLICATION_MESSAGES_CHOOSE_CHANNEL_H_
