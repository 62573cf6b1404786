// SPDX-License-Identifier: Apache-2.0
#include "application/debts/check_debts.h"

#include <algorithm>
#include <cstddef>
#include <string>
#include <utility>

#include "absl/numeric/int128.h"
#include "absl/strings/str_cat.h"
#include "domain/common/reason.h"
#include "domain/common/status_macros.h"
#include "domain/debt/itemisation.h"

namespace parley {
namespace {

// Read by one statement; a page is read by several.
constexpr LedgerLimits kRead = {100, 2'000};
// A page ends with the debt that reaches it.
constexpr std::int64_t kEntriesOfPage = 20'000;
constexpr std::size_t kFindingsOfPage = 1'000;
// Of one debtor, read by one statement.
constexpr int kPaymentsRead = 1'000;

// The balance and its itemisation, each computed in its own way from the same journal.
bool ItemisationAddsUp(const Debt& debt, const std::vector<Entry>& journal) {
  const auto itemisation = Itemise(debt, journal, debt.last_value_date, absl::InfiniteFuture());
  if (!itemisation.ok()) return false;
  absl::int128 sum = itemisation->amount_at_itemisation_date;
  for (const ItemisationLine& line : itemisation->lines) sum += line.amount;
  return sum == Net(debt.position).value_or(0);
}

std::vector<Finding> Check(const Debt& debt, const std::vector<Entry>& journal) {
  std::vector<Finding> findings = CheckJournal(journal, debt.rules, StandingOf(debt));
  if (debt.entry_count != std::ssize(journal)) {
    findings.push_back(
        {Invariant::kNumbersRunOn, "the kept number of entries is not the journal's"});
  }
  if (findings.empty() && !ItemisationAddsUp(debt, journal)) {
    findings.push_back(
        {Invariant::kItemisationAddsUp, "the itemisation does not add up to the balance"});
  }
  return findings;
}

void AddPayment(const Payment& payment, const StoredLedger& ledger,
                std::vector<Finding>& findings) {
  // It came in or went back after the ledger was read.
  if (payment.revision > ledger.debt->revision) return;
  for (const PaymentPart& part : payment.parts) {
    if (part.debt != ledger.position.debt) continue;
    if (StandsIn(ledger.entries, payment, part)) continue;
    findings.push_back(
        {Invariant::kPaymentsInJournal,
         absl::StrCat("payment ", payment.id.ToString(), " is not in the journal as it says")});
  }
}

bool IsFull(const CheckDebts::Result& page, int most) {
  return page.debts_checked >= most || page.entries_checked >= kEntriesOfPage ||
         page.findings.size() >= kFindingsOfPage;
}

}  // namespace

absl::Status CheckDebts::Add(TenantId tenant, const StoredLedger& ledger, Result& result) const {
  std::vector<Finding> findings;
  if (ledger.debt.has_value()) {
    findings = Check(*ledger.debt, ledger.entries);
    PARLEY_RETURN_IF_ERROR(CheckPayments(tenant, ledger, findings));
  } else {
    findings.push_back({Invariant::kRecordIsSound,
                        "the stored record of the debt or of an entry breaks a rule of its own"});
  }
  findings.resize(std::min(findings.size(), CheckDebts::kMostFindings));
  for (Finding& finding : findings) {
    result.findings.push_back({ledger.position, std::move(finding)});
  }
  ++result.debts_checked;
  result.entries_checked += std::ssize(ledger.entries);
  return absl::OkStatus();
}

absl::Status CheckDebts::CheckPayments(TenantId tenant, const StoredLedger& ledger,
                                       std::vector<Finding>& findings) const {
  PaymentId after;
  for (bool more = true; more;) {
    absl::StatusOr<std::vector<Payment>> payments = payment_book_.ListPayments(
        tenant, {ledger.position.debtor, std::nullopt}, after, kPaymentsRead);
    if (ReasonOf(payments.status()) == Reason::kRecordCorrupt) {
      findings.push_back({Invariant::kRecordIsSound,
                          "the stored record of a payment of the debtor breaks a rule of its own"});
      return absl::OkStatus();
    }
    if (!payments.ok()) return std::move(payments).status();
    for (const Payment& payment : *payments) AddPayment(payment, ledger, findings);
    more = std::ssize(*payments) == kPaymentsRead;
    if (more) after = payments->back().id;
  }
  return absl::OkStatus();
}

absl::StatusOr<CheckDebts::Result> CheckDebts::Handle(TenantId tenant, DebtorId debtor,
                                                      DebtId debt) const {
  absl::StatusOr<DebtJournal> journal = portfolio_.GetJournal(tenant, debtor, debt);
  StoredLedger ledger{{debtor, debt}, std::nullopt, {}};
  if (journal.ok()) {
    ledger.debt = std::move(journal->debt);
    ledger.entries = std::move(journal->entries);
  } else if (ReasonOf(journal.status()) != Reason::kRecordCorrupt) {
    return std::move(journal).status();
  }
  Result result;
  PARLEY_RETURN_IF_ERROR(Add(tenant, ledger, result));
  return result;
}

absl::StatusOr<CheckDebts::Result> CheckDebts::HandlePage(TenantId tenant,
                                                          const DebtPosition& after,
                                                          int most) const {
  Result page;
  page.next = after;
  while (page.next.has_value() && !IsFull(page, most)) {
    const LedgerLimits limits{
        static_cast<int>(std::min<std::int64_t>(kRead.debts, most - page.debts_checked)),
        kRead.entries};
    PARLEY_ASSIGN_OR_RETURN(const std::vector<StoredLedger> ledgers,
                            portfolio_.ListLedgers(tenant, *page.next, limits));
    for (const StoredLedger& ledger : ledgers) {
      PARLEY_RETURN_IF_ERROR(Add(tenant, ledger, page));
    }
    page.next = ledgers.empty() ? std::nullopt : std::optional(ledgers.back().position);
  }
  return page;
}

}  // namespace parley
