// SPDX-License-Identifier: Apache-2.0
#ifndef PARLEY_APPLICATION_COMMUNICATION_CONTACT_RECORD_H_
#define PARLEY_APPLICATION_COMMUNICATION_CONTACT_RECORD_H_

#include <vector>

#include "absl/status/statusor.h"
#include "application/mutations.h"
#include "application/ports/communications.h"
#include "application/ports/directory.h"
#include "application/ports/kill_switches.h"
#include "application/ports/payments.h"
#include "application/ports/portfolio.h"
#include "application/ports/published_rulebooks.h"
#include "domain/communication/kill_switch.h"
#include "domain/communication/log/logged_communication.h"
#include "domain/debt/debt.h"
#include "domain/debt/payment.h"
#include "domain/debtor/debtor_record.h"

namespace parley {

// All records that bear on whether a person may be contacted.
struct ContactRecord {
  DebtorRecord person;
  std::vector<Debt> debts;
  std::vector<Payment> announced;  // Money on its way.
  std::vector<LoggedCommunication> history;
  std::vector<KillSwitch> switches;  // That stand, of whatever scope.
};

// How far back rules look: the longest count is of a month, and a presumption about talks with
// third parties reaches over years.
HistorySpan HistoryNeededAt(absl::Time now);

// Reads them under the debtor's lock. Errors: DEBTOR_NOT_FOUND and those of the store.
absl::StatusOr<ContactRecord> ReadContactRecord(Work& work, DebtorId debtor);

// The ports that read them outside a transaction.
struct ContactReads {
  Directory& directory;
  Portfolio& portfolio;
  PaymentBook& payment_book;
  ContactLog& contact_log;
  SwitchBoard& switch_board;
  RulebookShelf& rulebook_shelf;
};

// The same, each part as it is committed when it is read.
absl::StatusOr<ContactRecord> ReadContactRecord(const ContactReads& reads, TenantId tenant,
                                                DebtorId debtor, absl::Time now);

}  // namespace parley

#endif  // PARLEY_APPLICATION_COMMUNICATION_CONTACT_RECORD_H_
