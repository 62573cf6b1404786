// SPDX-License-Identifier: Apache-2.0
#include "application/communication/contact_record.h"

#include <utility>

#include "application/payments/announced.h"
#include "domain/common/status_macros.h"

namespace parley {
namespace {

constexpr absl::Duration kYear = absl::Hours(24 * 366);
constexpr int kMostDebtsRead = 1000;

}  // namespace

HistorySpan HistoryNeededAt(absl::Time now) { return {now - kYear, now - 10 * kYear}; }

absl::StatusOr<ContactRecord> ReadContactRecord(Work& work, DebtorId debtor) {
  ContactRecord record;
  PARLEY_ASSIGN_OR_RETURN(record.person, work.store.person_records().Find(debtor));
  PARLEY_ASSIGN_OR_RETURN(std::vector<LedgerHead> ledgers,
                          work.store.debts().FindLedgersOf(debtor, {}));
  for (LedgerHead& ledger : ledgers) record.debts.push_back(std::move(ledger.debt));
  PARLEY_ASSIGN_OR_RETURN(record.announced, work.store.payments().AnnouncedOf(debtor));
  PARLEY_ASSIGN_OR_RETURN(record.history,
                          work.store.communications().Since(debtor, HistoryNeededAt(work.now)));
  PARLEY_ASSIGN_OR_RETURN(record.switches, work.store.kill_switches().Standing(work.now));
  return record;
}

absl::StatusOr<ContactRecord> ReadContactRecord(const ContactReads& reads, TenantId tenant,
                                                DebtorId debtor, absl::Time now) {
  ContactRecord record;
  PARLEY_ASSIGN_OR_RETURN(record.person, reads.directory.GetRecord(tenant, debtor));
  PARLEY_ASSIGN_OR_RETURN(
      record.debts, reads.portfolio.ListDebts(tenant, {.debtor = debtor}, {}, kMostDebtsRead));
  PARLEY_ASSIGN_OR_RETURN(record.announced, AnnouncedOf(reads.payment_book, tenant, debtor));
  PARLEY_ASSIGN_OR_RETURN(record.history,
                          reads.contact_log.History(tenant, debtor, HistoryNeededAt(now)));
  PARLEY_ASSIGN_OR_RETURN(record.switches, reads.switch_board.Standing(tenant, now));
  return record;
}

}  // namespace parley
