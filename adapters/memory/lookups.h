// SPDX-License-Identifier: Apache-2.0
#ifndef PARLEY_ADAPTERS_MEMORY_LOOKUPS_H_
#define PARLEY_ADAPTERS_MEMORY_LOOKUPS_H_

#include <map>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "absl/status/statusor.h"
#include "absl/time/time.h"
#include "adapters/memory/memory_tables.h"
#include "application/ports/contact_record.h"

namespace parley {

// The value under a key, or none.
template <typename Key, typename Value>
const Value* Find(const std::map<Key, Value>& map, const Key& key) {
  const auto found = map.find(key);
  return found == map.end() ? nullptr : &found->second;
}

// True when nothing is asked, or it is what there is.
template <typename Value>
bool IsAskedFor(const std::optional<Value>& asked, const Value& value) {
  return !asked.has_value() || *asked == value;
}

// Errors: DEBTOR_NOT_FOUND, CREDITOR_NOT_FOUND, PAYMENT_NOT_FOUND.
absl::StatusOr<Debtor> FindDebtor(const MemoryTables& tables, DebtorId id);
absl::StatusOr<Creditor> FindCreditor(const MemoryTables& tables, CreditorId id);
absl::StatusOr<Payment> FindPayment(const MemoryTables& tables, DebtorId debtor, PaymentId id);

// All that is recorded about a debtor. Errors: DEBTOR_NOT_FOUND.
absl::StatusOr<DebtorRecord> RecordOf(const MemoryTables& tables, DebtorId id);

// Errors: COMMUNICATION_NOT_FOUND.
absl::StatusOr<LoggedCommunication> FindCommunication(const MemoryTables& tables, DebtorId debtor,
                                                      CommunicationId id);
// What happened in that span, in the order of dispatch.
std::vector<LoggedCommunication> HistoryOf(const MemoryTables& tables, DebtorId debtor,
                                           const HistorySpan& span);

// What bears on whether these may be contacted. Errors: DEBTOR_NOT_FOUND.
absl::StatusOr<std::vector<ContactRecord>> ContactRecordsOf(const MemoryTables& tables,
                                                            std::span<const DebtorId> debtors,
                                                            const ContactMoment& moment);

// A debtor's holds in the order of their ids.
std::vector<Hold> HoldsOf(const MemoryTables& tables, DebtorId debtor);

// Money on its way to a debtor's debts, in the order of ids.
std::vector<Payment> AnnouncedTo(const MemoryTables& tables, DebtorId debtor);

// The kill switches that stand at an instant.
std::vector<KillSwitch> StandingAt(const MemoryTables& tables, absl::Time now);

// The zone that dates a debt's ledger: the debtor's, or else the creditor's.
std::string LedgerZone(const MemoryTables& tables, const Debt& debt);

}  // namespace parley

#endif  // PARLEY_ADAPTERS_MEMORY_LOOKUPS_H_
