// SPDX-License-Identifier: Apache-2.0
#ifndef PARLEY_APPLICATION_COMMUNICATION_CONTACT_RECORD_H_
#define PARLEY_APPLICATION_COMMUNICATION_CONTACT_RECORD_H_

#include <span>
#include <vector>

#include "absl/status/statusor.h"
#include "application/mutations.h"
#include "application/ports/contact_record.h"

namespace parley {

// How far back rules look: the longest count is of a month, and a presumption about talks with
// third parties reaches over years.
HistorySpan HistoryNeededAt(absl::Time now);

// Reads them under the debtors' locks, which are held. Errors: DEBTOR_NOT_FOUND and those of the
// store.
absl::StatusOr<std::vector<ContactRecord>> ReadContactRecords(Work& work,
                                                              std::span<const DebtorId> debtors);

// The same of one debtor outside a transaction.
absl::StatusOr<ContactRecord> ReadContactRecord(ContactLog& log, TenantId tenant, DebtorId debtor,
                                                absl::Time now);

// The row of its history; null where there is none.
const LoggedCommunication* CommunicationIn(const ContactRecord& record, CommunicationId id);

// Takes a row out of the history, as if it had never been.
void Forget(ContactRecord& record, CommunicationId id);

// Null where the person has no such point.
const KnownPoint* PointIn(const DebtorRecord& person, ContactPointId id);

}  // namespace parley

#endif  // PARLEY_APPLICATION_COMMUNICATION_CONTACT_RECORD_H_
