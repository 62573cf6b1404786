// SPDX-License-Identifier: Apache-2.0
#include "application/messages/queued_in.h"

namespace parley {

Message QueuedIn(const LoggedCommunication& slot) {
  Message message;
  message.id = slot.id;
  message.debtor = slot.debtor;
  message.channel = slot.contact.channel;
  message.purpose = slot.contact.purpose;
  message.point = slot.contact.point.value_or(ContactPointId());
  message.not_before = slot.dispatch_time;
  message.revision = slot.revision;
  message.created_time = slot.created_time;
  message.updated_time = slot.updated_time;
  return message;
}

}  // namespace parley
