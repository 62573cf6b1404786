// SPDX-License-Identifier: Apache-2.0
#include "adapters/grpc/convert_tell.h"

#include <span>
#include <string>
#include <utility>

#include "absl/container/flat_hash_map.h"
#include "absl/strings/str_cat.h"
#include "adapters/grpc/convert_common.h"
#include "adapters/grpc/convert_debt.h"
#include "adapters/grpc/convert_entry.h"
#include "adapters/grpc/convert_interest.h"
#include "adapters/grpc/convert_terms.h"
#include "application/words/entry_words.h"
#include "domain/debt/position.h"

namespace parley::grpc_api {
namespace {

// What will be known later is not known now.
template <typename Request>
std::optional<absl::Time> ReadKnownTime(const Request& request, absl::Time now,
                                        Violations& violations) {
  const auto time =
      ReadTime(request.has_known_time(), request.known_time(), "known_time", violations);
  if (time.has_value() && *time > now) AddOnce(violations, "known_time", Fault::kDateInFuture);
  return time;
}

// What asks for a statement, in whichever form.
template <typename Request>
IssueStatement::Query ReadStatementOf(const Request& request, TenantId tenant, absl::Time now,
                                      Violations& violations) {
  const DebtName name = ReadDebtName(request.name(), "name", violations).value_or(DebtName());
  const auto from = ReadDay(request.from_date(), "from_date", violations);
  const auto to = ReadDay(request.to_date(), "to_date", violations);
  if (from.has_value() && to.has_value() && *to < *from) {
    AddOnce(violations, "to_date", Fault::kDateOrder);
  }
  return {.tenant = tenant,
          .debtor = name.debtor,
          .debt = name.debt,
          .period = {from.value_or(Day()), to.value_or(Day())},
          .known_at = ReadKnownTime(request, now, violations)};
}

// What corrections and reversals put right. Most journals are never searched.
class LinkedEntries {
 public:
  explicit LinkedEntries(std::span<const Entry> journal) : journal_(journal) {}

  const Entry* Of(const Entry& entry) {
    if (entry.linked.IsNil()) return nullptr;
    if (by_id_.empty()) {
      for (const Entry& each : journal_) by_id_.emplace(each.id, &each);
    }
    const auto found = by_id_.find(entry.linked);
    return found == by_id_.end() ? nullptr : found->second;
  }

 private:
  std::span<const Entry> journal_;
  absl::flat_hash_map<EntryId, const Entry*> by_id_;
};

void WriteMovement(const Movement& movement, const std::string& entries, const Debt& debt,
                   v1::Movement& out) {
  const Entry& entry = *movement.entry;
  out.set_entry(absl::StrCat(entries, entry.id.ToString()));
  out.set_value_date(FormatDay(entry.value_date));
  out.set_kind(WriteEntryKind(entry.kind));
  Write(movement.amount, debt.currency, *out.mutable_change());
  Write(movement.balance_after, debt.currency, *out.mutable_net_balance_after());
  out.set_reason(entry.reason.Reveal());
  if (entry.interest.has_value()) Write(*entry.interest, debt.currency, *out.mutable_interest());
}

}  // namespace

ItemiseDebt::Query ReadItemise(const v1::GetItemisationRequest& request, TenantId tenant,
                               absl::Time now, Violations& violations) {
  const DebtName name = ReadDebtName(request.name(), "name", violations).value_or(DebtName());
  return {.tenant = tenant,
          .debtor = name.debtor,
          .debt = name.debt,
          .as_of = ReadDay(request.as_of_date(), "as_of_date", violations),
          .known_at = ReadKnownTime(request, now, violations)};
}

IssueStatement::Query ReadStatement(const v1::GetStatementRequest& request, TenantId tenant,
                                    absl::Time now, Violations& violations) {
  CheckLanguageCode(request.language_code(), violations);
  return ReadStatementOf(request, tenant, now, violations);
}

RenderStatement::Query ReadRender(const v1::RenderStatementRequest& request, TenantId tenant,
                                  absl::Time now, Violations& violations) {
  CheckLanguageCode(request.language_code(), violations);
  return {.statement = ReadStatementOf(request, tenant, now, violations),
          .language_code = request.language_code(),
          .format = static_cast<DocumentFormat>(request.format())};
}

void Write(const ItemiseDebt::Result& result, v1::Itemisation& out) {
  const Debt& debt = result.debt;
  const Itemisation& itemisation = result.itemisation;
  out.set_debt(NameOf(DebtName{debt.debtor, debt.id}));
  out.set_creditor(NameOf(debt.creditor));
  out.set_itemisation_date_kind(static_cast<v1::ItemisationDateKind>(debt.itemisation_kind));
  out.set_itemisation_date(FormatDay(debt.itemisation_date));
  out.set_as_of_date(FormatDay(itemisation.as_of));
  Write(itemisation.known_at, *out.mutable_known_time());
  Write(itemisation.amount_at_itemisation_date, debt.currency,
        *out.mutable_amount_at_itemisation());
  for (const ItemisationLine& line : itemisation.lines) {
    v1::ItemisationLine& added = *out.add_lines();
    added.set_kind(static_cast<v1::ItemisationLineKind>(static_cast<int>(line.kind) + 1));
    Write(line.amount, debt.currency, *added.mutable_amount());
    added.set_entry_count(line.entry_count);
  }
  Write(Net(itemisation.position).value_or(0), debt.currency, *out.mutable_net_balance());
  Write(Outstanding(itemisation.position).value_or(0), debt.currency, *out.mutable_balance());
  Write(itemisation.position.credit, debt.currency, *out.mutable_credit_balance());
  Write(itemisation.position.owed, *out.mutable_buckets());
  Write(debt.co_debtors, *out.mutable_co_debtors());
}

void Write(const IssueStatement::Result& result, const Voice& voice, v1::Statement& out) {
  const Debt& debt = result.journal.debt;
  const Statement& statement = result.statement;
  const DebtName debt_name{debt.debtor, debt.id};
  out.set_debt(NameOf(debt_name));
  out.set_creditor(NameOf(debt.creditor));
  out.set_from_date(FormatDay(statement.period.from));
  out.set_to_date(FormatDay(statement.period.to));
  Write(statement.known_at, *out.mutable_known_time());
  Write(Net(statement.opening).value_or(0), debt.currency, *out.mutable_opening_net_balance());
  out.set_language_code(std::string(voice.language_code()));
  const std::string entries = EntriesOf(debt_name);
  LinkedEntries linked(result.journal.entries);
  out.mutable_movements()->Reserve(static_cast<int>(statement.movements.size()));
  for (const Movement& movement : statement.movements) {
    v1::Movement& added = *out.add_movements();
    WriteMovement(movement, entries, debt, added);
    const Entry& entry = *movement.entry;
    added.set_sentence(TellEntry(entry, linked.Of(entry), debt.currency, voice));
  }
  Write(Net(statement.closing).value_or(0), debt.currency, *out.mutable_closing_net_balance());
  Write(Outstanding(statement.closing).value_or(0), debt.currency, *out.mutable_balance());
  Write(statement.closing.credit, debt.currency, *out.mutable_credit_balance());
  Write(statement.opening.owed, *out.mutable_opening_buckets());
  Write(statement.closing.owed, *out.mutable_closing_buckets());
  Write(result.accrued_interest, debt.currency, *out.mutable_accrued_interest());
  for (const ExpectedMoney& money : result.in_flight) {
    v1::ExpectedMoney& added = *out.add_in_flight();
    added.set_payment(NameOf(PaymentName{debt.debtor, money.payment}));
    added.set_expected_date(FormatDay(money.expected_date));
    Write(money.amount, debt.currency, *added.mutable_amount());
  }
  for (const ChangeNotice& notice : result.notices) {
    Write(notice, debt.currency, *out.add_change_notices());
  }
}

void Write(RenderStatement::Result result, v1::Document& out) {
  out.set_content(std::move(result.content));
  out.set_content_type(std::move(result.content_type));
  out.set_file_name(std::move(result.file_name));
  out.set_language_code(std::move(result.language_code));
}

void Write(const CheckDebts::Result& result, v1::CheckInvariantsResponse& out) {
  for (const CheckDebts::DebtFinding& found : result.findings) {
    v1::InvariantFinding& added = *out.add_findings();
    added.set_name(NameOf(DebtName{found.debt.debtor, found.debt.debt}));
    added.set_invariant(std::string(NameOf(found.finding.invariant)));
    added.set_description(found.finding.sentence);
  }
  out.set_debts_checked(result.debts_checked);
  out.set_entries_checked(result.entries_checked);
}

}  // namespace parley::grpc_api
