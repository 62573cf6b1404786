// SPDX-License-Identifier: Apache-2.0
#ifndef PARLEY_APPLICATION_DISPATCH_END_MESSAGE_H_
#define PARLEY_APPLICATION_DISPATCH_END_MESSAGE_H_

#include "absl/status/status.h"
#include "absl/time/time.h"
#include "application/mutations.h"
#include "application/ports/contact_record.h"
#include "application/ports/ids.h"
#include "domain/communication/log/logged_communication.h"
#include "domain/communication/message/message.h"

namespace parley {

// True where a message asks for more than is owed now: what it says is no longer so.
bool IsPointless(const Message& message, const LoggedCommunication& slot,
                 const ContactRecord& record);

// Writes what becomes of a message on its way, with the row of the log that has its slot.
class MessageEnding {
 public:
  MessageEnding(Work& work, Ids& ids) : work_(work), ids_(ids) {}

  // It will not go. Its slot is given back, unless it may have gone before.
  absl::Status Cancel(Message message, LoggedCommunication slot, MessageEnd end) const;
  // It goes later, and keeps its slot for then.
  absl::Status PutOff(Message message, LoggedCommunication slot, absl::Time until) const;
  // It is handed over from now on.
  Message Begin(Message message, MessageWords words, LoggedCommunication slot) const;
  // It is in another state, and the log and those who listen are told what that means. What people
  // were asked about it before is answered, unless it still is UNKNOWN.
  absl::Status Move(Message message, MessageState state, LoggedCommunication slot) const;

 private:
  void Write(Message& message, LoggedCommunication& slot) const;

  Work& work_;
  Ids& ids_;
};

}  // namespace parley

#endif  // PARLEY_APPLICATION_DISPATCH_END_MESSAGE_H_
