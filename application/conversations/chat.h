// SPDX-License-Identifier: Apache-2.0
#ifndef PARLEY_APPLICATION_CONVERSATIONS_CHAT_H_
#define PARLEY_APPLICATION_CONVERSATIONS_CHAT_H_

#include <string>

#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "application/call.h"
#include "application/debtors/contact_points.h"
#include "application/inbound/receive_inbound.h"
#include "application/messages/send_message.h"
#include "application/ports/conversations.h"
#include "application/ports/directory.h"

namespace parley {

// What is said in the house's own chat. The person reads it in our records, so that nothing has to
// be handed over: what was committed is there.
class Chat {
 public:
  struct Words {
    DebtorId debtor;
    std::string text;
  };

  struct Parts {
    Directory& directory;
    ConversationDesk& conversations;
    const ContactPoints& contact_points;
    const ReceiveInbound& receive;
    const SendMessage& send;
  };

  explicit Chat(const Parts& parts) : parts_(parts) {}

  // The person is there, so that they can be answered there: from now on they have a chat address.
  // Where nothing may be sent to it any more, it stays so; they may speak to us all the same.
  // Errors: DEBTOR_NOT_FOUND, RECORD_FULL.
  absl::Status Arrive(const Call& call, DebtorId debtor) const;

  // Received as everything that people send us is. Errors: those of ReceiveInbound.
  absl::StatusOr<Answer> FromPerson(const Call& call, const Words& words,
                                    Encode<InboundItem> encode) const;

  // An answer to what the person said last, which passes the gate and the tone check. What the gate
  // does not let out now is not said at all: then no message is there, and the verdict says why.
  // Errors: those of SendMessage; FIELD_INVALID with `say.text`.
  absl::StatusOr<Answer> FromTeam(const Call& call, const Words& words,
                                  Encode<SendMessage::Sent> encode) const;

 private:
  absl::StatusOr<std::optional<CommunicationId>> LastFrom(TenantId tenant, DebtorId debtor) const;

  Parts parts_;
};

}  // namespace parley

#endif  // PARLEY_APPLICATION_CONVERSATIONS_CHAT_H_
