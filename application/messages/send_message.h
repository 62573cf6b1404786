// SPDX-License-Identifier: Apache-2.0
#ifndef PARLEY_APPLICATION_MESSAGES_SEND_MESSAGE_H_
#define PARLEY_APPLICATION_MESSAGES_SEND_MESSAGE_H_

#include <optional>
#include <string>

#include "absl/status/statusor.h"
#include "application/call.h"
#include "application/messages/message_tools.h"
#include "application/mutations.h"
#include "application/ports/templates.h"
#include "domain/communication/message/message.h"

namespace parley {

// Somebody wants a person to be written to: the gate decides, and what may go, now or later, is
// queued with the slot that it takes. It is handed over by a dispatcher, after the gate has judged
// it once more.
class SendMessage {
 public:
  struct Command {
    DebtorId debtor;
    MessageOrder order;
    std::optional<Channel> channel;  // None: as the person likes it, and the rules allow it.
    // Whom, by which point, about which debts and in reply to what; the template tells the rest.
    Contact contact;
    std::string occasion;  // A debtor has one message of each; empty for none.
    absl::Time expires = absl::InfiniteFuture();
    // The person reads it in our own records, so that the commit hands it over: it is there at
    // once, or the gate's answer is all that there is.
    bool is_there_at_once = false;
  };

  struct Sent {
    StoredVerdict verdict;
    std::optional<LoggedCommunication> communication;  // None where the gate refused it.
    std::optional<Message> message;
    absl::TimeZone zone;  // Of the person, by whose clock it is told.
  };

  SendMessage(const Mutations& mutations, TemplateShelf& shelf, const MessageTools& tools)
      : mutations_(mutations), shelf_(shelf), tools_(tools) {}

  // A refusal of the gate is an answer: it is stored, and says why. What cannot be written, by any
  // rule of templates or tone, is not queued and counts for nothing. A message that lists debts
  // takes in one that waits and does the same, so that a person gets one a day. Errors: those of
  // DecideAndReserve, of ContactsFor and of Write; MESSAGE_ALREADY_QUEUED with the metadata's
  // `message` for an occasion that had its message.
  absl::StatusOr<Answer> Handle(const Call& call, const Command& command,
                                Encode<Sent> encode) const;

 private:
  absl::StatusOr<Sent> Send(Work& work, const Command& command,
                            const TemplateLibrary& templates) const;

  const Mutations& mutations_;
  TemplateShelf& shelf_;
  MessageTools tools_;
};

}  // namespace parley

#endif  // PARLEY_APPLICATION_MESSAGES_SEND_MESSAGE_H_
