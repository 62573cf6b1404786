// SPDX-License-Identifier: Apache-2.0
// What a batch writes once of each debtor, debt and payment, however often it was told of them.
#include <algorithm>
#include <tuple>

#include "adapters/postgres/batch.h"
#include "adapters/postgres/json_text.h"
#include "adapters/postgres/ledger_columns.h"
#include "adapters/postgres/payment_json.h"
#include "domain/common/status_macros.h"

namespace parley::postgres {
namespace {

std::optional<int> NumberOf(const std::optional<CloseCode>& code) {
  return code.has_value() ? std::optional(static_cast<int>(*code)) : std::nullopt;
}

std::optional<std::string> OrderTextOf(const std::optional<AllocationOrder>& order) {
  return order.has_value() ? std::optional(OrderText(*order)) : std::nullopt;
}

}  // namespace

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
