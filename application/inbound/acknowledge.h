// SPDX-License-Identifier: Apache-2.0
#ifndef PARLEY_APPLICATION_INBOUND_ACKNOWLEDGE_H_
#define PARLEY_APPLICATION_INBOUND_ACKNOWLEDGE_H_

#include "application/call.h"
#include "application/messages/send_message.h"
#include "domain/common/days.h"
#include "domain/communication/inbound/inbound_item.h"

namespace parley {

// Tells somebody that we have what they sent, by the channel that it came on: once for each item,
// through gate and tone as every message.
class Acknowledge {
 public:
  // Where the person is: when it came, and by when it is answered.
  struct Days {
    Day received;
    Day answer_by;
  };

  explicit Acknowledge(const SendMessage& send) : send_(send) {}

  // Right after the item was stored. Who wants silence gets its confirmation and nothing else, who
  // is in danger is told who listens; whoever is the wrong person, and who insults, gets nothing.
  // What cannot be written or sent is left to the person who answers.
  void Send(const Call& call, const InboundItem& item, const Days& days) const;

 private:
  const SendMessage& send_;
};

}  // namespace parley

#endif  // PARLEY_APPLICATION_INBOUND_ACKNOWLEDGE_H_
