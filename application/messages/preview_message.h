// SPDX-License-Identifier: Apache-2.0
#ifndef PARLEY_APPLICATION_MESSAGES_PREVIEW_MESSAGE_H_
#define PARLEY_APPLICATION_MESSAGES_PREVIEW_MESSAGE_H_

#include <optional>

#include "absl/status/statusor.h"
#include "application/messages/message_tools.h"
#include "application/messages/send_message.h"
#include "application/ports/clock.h"
#include "application/ports/directory.h"
#include "application/ports/messages.h"
#include "domain/communication/message/message.h"

namespace parley {

// What would be sent, by what, when, and what the gate says to it: nothing is stored, and nothing
// counts.
class PreviewMessage {
 public:
  struct Result {
    Contact contact;  // By which it would go.
    Answered answer;
    std::optional<absl::Time> goes;     // None where the gate refuses it.
    std::optional<MessageWords> words;  // None where the gate refuses it.
    bool was_released = false;          // Its tone passes because a second person released it.
    absl::Time judged;
    absl::TimeZone zone;  // Of the person, by whose clock it is told.
  };

  struct Reads {
    ContactLog& log;
    Directory& directory;
    TemplateShelf& shelf;
    MessageQueue& queue;
    const Clock& clock;
  };

  PreviewMessage(const Reads& reads, const MessageTools& tools) : reads_(reads), tools_(tools) {}

  // As the caller would send it. Errors: those of SendMessage, but for what only is found out when
  // something is stored.
  absl::StatusOr<Result> Handle(const Call& call, const SendMessage::Command& command) const;

 private:
  Reads reads_;
  MessageTools tools_;
};

}  // namespace parley

#endif  // PARLEY_APPLICATION_MESSAGES_PREVIEW_MESSAGE_H_
