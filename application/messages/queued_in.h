// SPDX-License-Identifier: Apache-2.0
#ifndef PARLEY_APPLICATION_MESSAGES_QUEUED_IN_H_
#define PARLEY_APPLICATION_MESSAGES_QUEUED_IN_H_

#include "domain/communication/log/logged_communication.h"
#include "domain/communication/message/message.h"

namespace parley {

// A message that waits for the time of its slot, whose row of the log was just reserved for it;
// what it says and who asked for it are the caller's to tell.
Message QueuedIn(const LoggedCommunication& slot);

}  // namespace parley

#endif  // PARLEY_APPLICATION_MESSAGES_QUEUED_IN_H_
