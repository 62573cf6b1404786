// SPDX-License-Identifier: Apache-2.0
#ifndef PARLEY_APPLICATION_PORTS_CONTACT_RECORD_H_
#define PARLEY_APPLICATION_PORTS_CONTACT_RECORD_H_

#include <cstdint>
#include <vector>

#include "absl/time/time.h"
#include "application/ports/communications.h"
#include "domain/communication/inbound/inbound_item.h"
#include "domain/communication/kill_switch.h"
#include "domain/communication/log/logged_communication.h"
#include "domain/debt/debt.h"
#include "domain/debt/payment.h"
#include "domain/debtor/debtor_record.h"

namespace parley {

// All records that bear on whether a person may be contacted.
struct ContactRecord {
  std::int64_t edition = 0;  // Of the tenant's rulebooks.
  DebtorRecord person;
  std::vector<Debt> debts;                   // In the order of ids.
  std::vector<Payment> announced;            // Money on its way.
  std::vector<LoggedCommunication> history;  // In the order of dispatch.
  std::vector<KillSwitch> switches;          // That stand, of whatever scope.
  // What came in and holds back at that moment what we would send; in the order of ids.
  std::vector<WaitingInbound> unanswered;

  friend bool operator==(const ContactRecord&, const ContactRecord&) = default;
};

// As of when they are asked for, and how far back.
struct ContactMoment {
  absl::Time now;
  HistorySpan span;
};

}  // namespace parley

#endif  // PARLEY_APPLICATION_PORTS_CONTACT_RECORD_H_
