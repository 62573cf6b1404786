// SPDX-License-Identifier: Apache-2.0
#ifndef PARLEY_APPLICATION_COMMUNICATION_TELL_CONTACT_H_
#define PARLEY_APPLICATION_COMMUNICATION_TELL_CONTACT_H_

#include "application/mutations.h"
#include "application/ports/ids.h"
#include "domain/communication/log/logged_communication.h"
#include "domain/communication/log/stored_verdict.h"
#include "domain/communication/message/message.h"

namespace parley {

// Tells others what the gate answered: of what it let through the communication, else the verdict.
void TellVerdict(Work& work, Ids& ids, const StoredVerdict& verdict);

// Tells others what came of a message, once for each state that tells more than the one before.
void TellMessage(Work& work, Ids& ids, const Message& message);

// Tells others what came of any other communication.
void TellOutcome(Work& work, Ids& ids, const LoggedCommunication& communication);

}  // namespace parley

#endif  // PARLEY_APPLICATION_COMMUNICATION_TELL_CONTACT_H_
