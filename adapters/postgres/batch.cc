// SPDX-License-Identifier: Apache-2.0
#include "adapters/postgres/batch.h"

#include <algorithm>
#include <tuple>

#include "adapters/postgres/communication_records.h"
#include "adapters/postgres/json_text.h"
#include "adapters/postgres/ledger_columns.h"
#include "adapters/postgres/payment_json.h"
#include "adapters/postgres/settings_json.h"
#include "adapters/postgres/work_records.h"
#include "domain/common/status_macros.h"

namespace parley::postgres {
namespace {

// The nil id is kept as NULL.
template <typename Identity>
std::optional<Identity> NotNil(const Identity& id) {
  return id.IsNil() ? std::nullopt : std::optional<Identity>(id);
}

std::optional<std::int64_t> UnitsOf(const std::optional<Money>& money) {
  return money.has_value() ? std::optional(money->minor_units()) : std::nullopt;
}

std::optional<std::string> CodeOf(const std::optional<Money>& money) {
  if (!money.has_value()) return std::nullopt;
  const Currency currency = money->currency();
  return std::string(currency.code());
}

std::optional<int> NumberOf(const std::optional<Bucket>& bucket) {
  return bucket.has_value() ? std::optional(static_cast<int>(ReceivableOf(*bucket))) : std::nullopt;
}

std::optional<int> NumberOf(const std::optional<CloseCode>& code) {
  return code.has_value() ? std::optional(static_cast<int>(*code)) : std::nullopt;
}

template <typename Detail>
std::optional<std::string> DetailText(const std::optional<Detail>& detail) {
  return detail.has_value() ? std::optional(JsonOf(*detail)) : std::nullopt;
}

std::optional<std::string> OrderTextOf(const std::optional<AllocationOrder>& order) {
  return order.has_value() ? std::optional(OrderText(*order)) : std::nullopt;
}

}  // namespace

void Batch::Found(DebtorId debtor, const DebtorHead& head) {
  debtors_[debtor].before = head;
  debtors_[debtor].is_found = true;
  tenant_known_ = true;
}

void Batch::Add(const Creditor& creditor) {
  Changed(kDesk);
  RowsOf(Write::kNewCreditors)
      .Add(creditor.id, creditor.code, creditor.display_name, creditor.time_zone,
           JsonOf(creditor.settings), creditor.revision, creditor.created_time,
           creditor.updated_time);
}

void Batch::Replace(const Creditor& creditor) {
  Changed(kDesk);
  RowsOf(Write::kCreditorChanges)
      .Add(creditor.id, creditor.display_name, creditor.time_zone, JsonOf(creditor.settings),
           creditor.revision, creditor.updated_time);
}

void Batch::Add(const Debtor& debtor) {
  LockedDebtor& locked = Changed(debtor.id);
  locked.record = debtor;
  locked.is_new = true;
}

void Batch::Replace(const Debtor& debtor) { Changed(debtor.id).record = debtor; }

void Batch::EraseTexts(DebtorId debtor) {
  Changed(debtor);
  RowsOf(Write::kDestroyedKeys).Add(debtor);
}

void Batch::Add(const Debt& debt) {
  Changed(debt.debtor);
  debts_.insert_or_assign({debt.debtor, debt.id}, DebtToWrite{debt, true});
}

void Batch::Replace(const Debt& debt) {
  Changed(debt.debtor);
  const auto [found, is_first] = debts_.try_emplace({debt.debtor, debt.id}, DebtToWrite{debt});
  if (is_first) return;
  found->second.debt = debt;
  found->second.is_whole = true;
}

void Batch::ReplaceStanding(const Debt& debt) {
  Changed(debt.debtor);
  const auto [found, is_first] =
      debts_.try_emplace({debt.debtor, debt.id}, DebtToWrite{debt, false, false});
  if (!is_first) CopyStanding(debt, found->second.debt);
}

void Batch::Append(const Debt& debt, std::span<const Entry> entries) {
  Changed(debt.debtor);
  for (const Entry& entry : entries) {
    RowsOf(Write::kEntries)
        .Add(debt.debtor, entry.id, debt.id, entry.number, entry.external_ref,
             static_cast<int>(entry.kind), entry.value_date, entry.booked_time, entry.amount,
             NumberOf(entry.bucket), OrderText(entry.order),
             Bytes{records_.Encode(kEntryReason, {debt.debtor, entry.id.uuid()},
                                   entry.reason.Reveal())},
             entry.actor, NotNil(entry.linked), BytesOf(entry.content),
             ArrayOf(entry.postings, [](Posting side) { return static_cast<int>(side.account); }),
             ArrayOf(entry.postings, &Posting::minor_units), DetailText(entry.interest),
             DetailText(entry.fee), NotNil(entry.quote));
  }
}

void Batch::Add(const ChangeNotice& notice) {
  Changed(notice.debtor);
  RowsOf(Write::kNewNotices)
      .Add(notice.debtor, notice.id, notice.debt, notice.given, notice.effective,
           JsonOf(notice.before), JsonOf(notice.after), notice.actor, notice.created_time);
}

void Batch::Add(const Payment& payment) {
  Changed(payment.debtor);
  payments_.insert_or_assign({payment.debtor, payment.id}, PaymentToWrite{payment, true});
}

void Batch::Replace(const Payment& payment) {
  Changed(payment.debtor);
  const auto [found, is_first] =
      payments_.try_emplace({payment.debtor, payment.id}, PaymentToWrite{payment});
  if (!is_first) found->second.payment = payment;
}

void Batch::Add(const WorkItem& item) {
  Changed(item.debtor);
  AddWorkItem(records_, item, RowsOf(Write::kNewWorkItems));
}

void Batch::Replace(const WorkItem& item) {
  Changed(item.debtor);
  AddWorkItemChange(records_, item, RowsOf(Write::kWorkItemChanges));
}

void Batch::Add(const Hold& hold) {
  Changed(hold.debtor);
  const PersonalOwner owner{hold.debtor, hold.id.uuid()};
  RowsOf(Write::kNewHolds)
      .Add(hold.debtor, hold.id, hold.debt, static_cast<int>(hold.type),
           static_cast<int>(hold.state), UnitsOf(hold.disputed), CodeOf(hold.disputed), hold.from,
           hold.until, hold.review,
           Bytes{records_.Encode(kHoldSource, owner, hold.source.Reveal())},
           static_cast<int>(hold.evidence),
           Bytes{records_.Encode(kHoldReason, owner, hold.reason.Reveal())},
           Bytes{records_.Encode(kHoldEndReason, owner, hold.end_reason.Reveal())}, hold.actor,
           hold.revision, hold.created_time, hold.updated_time);
}

void Batch::Replace(const Hold& hold) {
  Changed(hold.debtor);
  const PersonalOwner owner{hold.debtor, hold.id.uuid()};
  RowsOf(Write::kHoldChanges)
      .Add(hold.debtor, hold.id, static_cast<int>(hold.state), hold.until, hold.review,
           static_cast<int>(hold.evidence),
           Bytes{records_.Encode(kHoldEndReason, owner, hold.end_reason.Reveal())}, hold.revision,
           hold.updated_time);
}

void Batch::Add(const LoggedCommunication& communication) {
  Changed(communication.debtor);
  AddCommunication(records_, communication, RowsOf(Write::kNewCommunications));
}

void Batch::Replace(const LoggedCommunication& communication) {
  Changed(communication.debtor);
  AddCommunicationChange(records_, communication, RowsOf(Write::kCommunicationChanges));
}

void Batch::Append(const StoredVerdict& verdict) {
  Changed(verdict.debtor);
  AddVerdict(verdict, RowsOf(Write::kNewVerdicts));
}

void Batch::Engage(const KillSwitch& engaged) {
  Changed(kDesk);
  const SwitchScope& scope = engaged.scope;
  const auto channel =
      scope.channel.has_value() ? std::optional(static_cast<int>(*scope.channel)) : std::nullopt;
  RowsOf(Write::kKillSwitches)
      .Add(engaged.id, channel, scope.creditor, scope.template_id, scope.cadence_id, engaged.reason,
           engaged.actor, engaged.engaged_time);
}

void Batch::Release(const KillSwitch& released) {
  Changed(kDesk);
  const SwitchRelease& release = *released.release;
  RowsOf(Write::kKillSwitchReleases)
      .Add(released.id, release.reason, release.actor, release.time, release.restart.from,
           std::int64_t{release.restart.per_hour}, release.restart.persons,
           release.restart.until());
}

void Batch::Publish(const PublishedRulebook& rulebook) {
  Changed(kDesk);
  RowsOf(Write::kRulebooks)
      .Add(rulebook.edition, rulebook.id, rulebook.version, rulebook.text, rulebook.actor,
           rulebook.published_time);
}

void Batch::Append(const Event& event) {
  LockedDebtor& locked = Changed(event.debtor);
  RowsOf(Write::kEvents)
      .Add(event.debtor, locked.Revision(), static_cast<int>(++locked.events), event.id,
           NameOf(event.type), NotNil(event.debt), NotNil(event.entry), NotNil(event.subject),
           UnitsOf(event.amount), CodeOf(event.amount), event.state, event.occurred_time);
}

void Batch::Append(const StoredAnswer& answer) {
  const Uuid& row = answer.key.request_id.uuid();
  RowsOf(Write::kAnswers)
      .Add(answer.key.principal, answer.key.method, answer.key.request_id, answer.debtor,
           BytesOf(answer.request),
           Bytes{records_.Encode(kAnswer, {answer.debtor, row}, answer.bytes)},
           answer.answered_time);
}

void Batch::Append(const AuditRow& row) {
  Known(row.debtor).audit = AuditHead{row.number, row.mac};
  witness_ = Witness{row.debtor, {row.number, row.mac}};
  RowsOf(Write::kAuditRows)
      .Add(row.debtor, row.number, row.time, row.actor, row.action, row.request_id, row.revision,
           BytesOf(row.content), BytesOf(row.mac));
}

DebtorHead Batch::Head(DebtorId debtor) const {
  const auto found = debtors_.find(debtor);
  return found == debtors_.end() ? DebtorHead() : found->second.before;
}

bool Batch::Changes(DebtorId debtor) const {
  const auto found = debtors_.find(debtor);
  return found != debtors_.end() && found->second.changes;
}

Batch::LockedDebtor& Batch::Known(DebtorId debtor) {
  const auto [found, is_stranger] = debtors_.try_emplace(debtor);
  astray_ = astray_ || is_stranger;
  return found->second;
}

Batch::LockedDebtor& Batch::Changed(DebtorId debtor) {
  LockedDebtor& locked = Known(debtor);
  locked.changes = true;
  return locked;
}

absl::StatusOr<WriteRows> Batch::Take() {
  WriteDebtors();
  WriteDebts();
  WritePayments();
  WriteKeys();
  PARLEY_RETURN_IF_ERROR(records_.codec.failure());
  const bool writes = std::any_of(rows_.begin(), rows_.end(),
                                  [](const WriteArrays& rows) { return !rows.empty(); });
  if (writes && !tenant_known_) RowsOf(Write::kTenant).Add(records_.tenant);
  return std::exchange(rows_, {});
}

void Batch::WriteDebtors() {
  for (const auto& [id, locked] : debtors_) {
    if (locked.record.has_value()) {
      WriteRecord(locked, *locked.record);
    } else if (locked.changes || locked.audit.has_value()) {
      RowsOf(Write::kHeads)
          .Add(id, locked.Revision(), locked.Audit().number, BytesOf(locked.Audit().mac));
    }
  }
}

void Batch::WriteKeys() {
  for (const auto& [debtor, wrapped] : records_.codec.TakeMade()) {
    RowsOf(Write::kNewKeys).Add(debtor, Bytes{wrapped});
  }
}

void Batch::WriteRecord(const LockedDebtor& locked, const Debtor& debtor) {
  const PersonalOwner owner{debtor.id, debtor.id.uuid()};
  const std::string name = records_.Encode(kDisplayName, owner, debtor.display_name.Reveal());
  const std::string birth_date = records_.Encode(kBirthDate, owner, debtor.birth_date.Reveal());
  const std::string references = ArrayText(debtor.external_refs);
  const auto add = [&](Write write, const auto&... times) {
    RowsOf(write).Add(debtor.id, locked.Revision(), debtor.record_revision, locked.Audit().number,
                      BytesOf(locked.Audit().mac), NameOf(debtor.kind), references, Bytes{name},
                      Bytes{birth_date}, debtor.language, debtor.region, debtor.time_zone,
                      times...);
  };
  if (locked.is_new) {
    add(Write::kNewDebtors, debtor.created_time, debtor.updated_time);
  } else {
    add(Write::kDebtorChanges, debtor.updated_time);
  }
}

void Batch::WriteCreditorsOfDebts() {
  std::set<CreditorId> creditors;
  for (const auto& [key, to_write] : debts_) {
    if (to_write.is_new) creditors.insert(to_write.debt.creditor);
  }
  for (const CreditorId creditor : creditors) RowsOf(Write::kCreditorsOfDebts).Add(creditor);
}

void Batch::WriteDebts() {
  WriteCreditorsOfDebts();
  for (const auto& [key, to_write] : debts_) {
    if (to_write.is_new) {
      WriteNew(to_write.debt);
    } else if (to_write.is_whole) {
      WriteChanged(to_write.debt);
    } else {
      WriteStanding(to_write.debt);
    }
  }
}

void Batch::WritePayments() {
  for (const auto& [key, to_write] : payments_) {
    const Payment& payment = to_write.payment;
    const PersonalOwner owner{payment.debtor, payment.id.uuid()};
    const std::string method = records_.Encode(kPaymentMethod, owner, payment.method);
    const std::string note = records_.Encode(kPaymentNote, owner, payment.note.Reveal());
    const std::string reason =
        records_.Encode(kReturnReason, owner, payment.return_reason.Reveal());
    const auto add = [&](Write write, const auto&... fixed) {
      RowsOf(write).Add(payment.debtor, payment.id, static_cast<int>(payment.state), payment.amount,
                        payment.value_date, JsonOf(payment.parts), payment.returned_date,
                        Bytes{reason}, NotNil(payment.claimed_for), payment.revision,
                        payment.updated_time, payment.landed_time, fixed...);
    };
    if (to_write.is_new) {
      add(Write::kNewPayments, payment.external_ref, payment.currency.code(), payment.expected_date,
          Bytes{method}, Bytes{note}, JsonOf(payment.instructions),
          static_cast<int>(payment.strategy), OrderTextOf(payment.order), payment.actor,
          BytesOf(payment.content), payment.created_time, JsonOf(payment.announced));
    } else {
      add(Write::kPaymentChanges);
    }
  }
}

void Batch::WriteNew(const Debt& debt) {
  const PersonalOwner owner{debt.debtor, debt.id.uuid()};
  const std::string reason = records_.Encode(kStatusReason, owner, debt.status_reason.Reveal());
  const std::string agreement =
      records_.Encode(kAgreementReference, owner, debt.origin.agreement_reference.Reveal());
  const auto add = [&](const auto&... ledger) {
    RowsOf(Write::kNewDebts)
        .Add(debt.debtor, debt.id, debt.creditor, debt.external_ref, debt.currency.code(),
             NameOf(debt.status), Bytes{reason}, NumberOf(debt.close_code), debt.left_date,
             ledger..., static_cast<int>(debt.itemisation_kind), debt.itemisation_date,
             JsonOf(debt.origin), Bytes{agreement}, JsonOf(debt.co_debtors), BytesOf(debt.content),
             debt.revision, debt.created_time, debt.updated_time);
  };
  std::apply(add, LedgerCells(debt));
}

void Batch::WriteChanged(const Debt& debt) {
  const PersonalOwner owner{debt.debtor, debt.id.uuid()};
  const std::string reason = records_.Encode(kStatusReason, owner, debt.status_reason.Reveal());
  const auto add = [&](const auto&... ledger) {
    RowsOf(Write::kDebtChanges)
        .Add(debt.debtor, debt.id, NameOf(debt.status), Bytes{reason}, NumberOf(debt.close_code),
             debt.left_date, ledger..., debt.revision, debt.updated_time);
  };
  std::apply(add, LedgerCells(debt));
}

void Batch::WriteStanding(const Debt& debt) {
  const auto add = [&](const auto&... standing) {
    RowsOf(Write::kStandings)
        .Add(debt.debtor, debt.id, NameOf(debt.status), standing..., debt.last_value_date,
             debt.entry_count, debt.revision, debt.updated_time);
  };
  std::apply(add, std::tuple_cat(PositionCells(debt.position), StandingCells(debt.interest)));
}

}  // namespace parley::postgres
