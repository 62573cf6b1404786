// SPDX-License-Identifier: Apache-2.0
#ifndef PARLEY_APPLICATION_MESSAGES_ASK_PEOPLE_H_
#define PARLEY_APPLICATION_MESSAGES_ASK_PEOPLE_H_

#include "absl/status/status.h"
#include "application/mutations.h"
#include "application/ports/ids.h"
#include "domain/communication/log/contact.h"
#include "domain/worklist/work_item.h"

namespace parley {

// Puts a message on the team's list, once. Errors: those of the store.
absl::Status AskPeople(Work& work, Ids& ids, DebtorId debtor, WorkKind kind, CommunicationId id);

// Takes off the list what was asked about a message in earlier transactions: it is answered.
// Errors: the same.
absl::Status AskNoMore(Work& work, DebtorId debtor, CommunicationId id);

}  // namespace parley

#endif  // PARLEY_APPLICATION_MESSAGES_ASK_PEOPLE_H_
