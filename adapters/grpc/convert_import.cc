// SPDX-License-Identifier: Apache-2.0
#include "adapters/grpc/convert_import.h"

#include <optional>
#include <string>
#include <utility>

#include "adapters/grpc/convert_common.h"
#include "adapters/grpc/convert_debtor.h"
#include "application/debts/import_rows.h"
#include "domain/common/reason.h"

namespace parley::grpc_api {
namespace {

// That a verdict tells: those on 500 rows fit the 4 MiB that clients take.
constexpr int kMostViolations = 50;

DebtorDetails ReadDebtor(const v1::ImportedDebtor& in) {
  return {.kind = ReadDebtorKind(in.kind()),
          .external_refs = {in.external_ref()},
          .display_name = SensitiveText(in.display_name()),
          .birth_date = SensitiveText(in.birth_date()),
          .language = in.language(),
          .region = in.region(),
          .time_zone = in.time_zone()};
}

DebtRow ReadDebtRow(const v1::DebtRow& in) {
  DebtRow row{.creditor_code = in.creditor_code(),
              .external_ref = in.external_ref(),
              .debtor = ReadDebtor(in.debtor()),
              .currency_code = in.currency_code(),
              .itemisation_kind = static_cast<ItemisationDateKind>(in.itemisation_date_kind()),
              .itemisation_date = in.itemisation_date(),
              .original_creditor = in.original_creditor(),
              .product = in.product(),
              .agreement_reference = SensitiveText(in.agreement_reference()),
              .agreement_date = in.agreement_date(),
              .language_code = in.language_code(),
              .default_date = in.default_date(),
              .last_payment_date = in.last_payment_date()};
  for (const v1::OpeningAmount& opening : in.opening()) {
    // A bucket that is missing or unknown was found by the row's shape.
    row.opening.emplace_back(ReadBucket(opening.bucket()).value_or(Bucket::kPrincipal),
                             opening.amount());
  }
  if (in.has_charge_off()) row.charge_off = {in.charge_off().date(), in.charge_off().amount()};
  for (const v1::Transfer& transfer : in.transfers()) {
    row.transfers.push_back({.kind = static_cast<TransferKind>(transfer.kind()),
                             .from_party = transfer.from_party(),
                             .to_party = transfer.to_party(),
                             .transfer_date = transfer.transfer_date(),
                             .notice_date = transfer.notice_date()});
  }
  return row;
}

EntryRow ReadEntryRow(const v1::EntryRow& in, Violations& violations) {
  const bool postable = in.kind() == v1::ENTRY_KIND_CHARGE || in.kind() == v1::ENTRY_KIND_PAYMENT ||
                        in.kind() == v1::ENTRY_KIND_CREDIT;
  if (!postable) AddOnce(violations, "entry.kind", Fault::kUnknownValue);
  if (in.kind() == v1::ENTRY_KIND_PAYMENT && in.bucket() != v1::BUCKET_UNSPECIFIED) {
    AddOnce(violations, "entry.bucket", Fault::kUnknownValue);
  }
  return {.creditor_code = in.creditor_code(),
          .external_ref = in.external_ref(),
          .entry_ref = in.entry_ref(),
          .kind = postable ? static_cast<EntryKind>(in.kind()) : EntryKind::kPayment,
          .value_date = in.value_date(),
          .amount = in.amount(),
          .currency_code = in.currency_code(),
          .bucket = ReadBucket(in.bucket()),
          .reason = SensitiveText(in.reason())};
}

// What else is wrong with a row that is malformed anyway, so that its verdict tells all of it.
void AddRest(const ImportRow& row, Violations& violations) {
  Violations more;
  if (const auto* const debt = std::get_if<DebtRow>(&row.row)) {
    parley::ReadDebtRow(*debt, more);
    CheckDebtor(MakeDebtor({}, debt->debtor, {}), "debt.debtor", more);
  } else {
    const auto& entry = std::get<EntryRow>(row.row);
    const std::optional<Currency> currency = Currency::Find(entry.currency_code);
    if (currency.has_value()) parley::ReadEntryRow(entry, *currency, more);
  }
  AddOnce(violations, more);
}

void Write(const Violation& violation, v1::FieldFinding& out) {
  const FaultRow& fault = RowOf(violation.fault);
  out.set_field(violation.field);
  out.set_reason(fault.name.data(), fault.name.size());
  out.set_description(fault.text.data(), fault.text.size());
}

v1::ImportOutcome WriteOutcome(ImportOutcome outcome) {
  switch (outcome) {
    case ImportOutcome::kPlaced:
      return v1::IMPORT_OUTCOME_PLACED;
    case ImportOutcome::kPosted:
      return v1::IMPORT_OUTCOME_POSTED;
    case ImportOutcome::kDuplicate:
      return v1::IMPORT_OUTCOME_DUPLICATE;
    case ImportOutcome::kRefused:
      return v1::IMPORT_OUTCOME_REFUSED;
    case ImportOutcome::kValid:
      return v1::IMPORT_OUTCOME_VALID;
  }
  return v1::IMPORT_OUTCOME_UNSPECIFIED;
}

}  // namespace

ImportDebts::Options ReadImportOptions(const v1::ImportOptions& options) {
  return {.validate_only = options.validate_only(),
          .create_creditors = options.create_creditors(),
          .creditor_time_zone = options.creditor_time_zone()};
}

ImportRow ReadImportRow(const v1::ImportRow& in, const Shape& shape, const Violations& known) {
  ImportRow row;
  row.number = in.row_number();
  Violations violations;
  const bool readable = shape.Check(in, nullptr, Shape::Extent::kWhole, violations);
  if (readable && in.has_entry()) {
    row.row = ReadEntryRow(in.entry(), violations);
  } else if (readable) {
    row.row = ReadDebtRow(in.debt());
  }
  if (readable && violations.all().size() < kMostViolations) {
    AddOnce(violations, known);
    const bool given = in.row_case() != v1::ImportRow::ROW_NOT_SET;
    if (given && !violations.empty()) AddRest(row, violations);
  }
  row.violations = violations.all();
  return row;
}

void Write(const RowVerdict& verdict, v1::RowVerdict& out) {
  out.set_row_number(verdict.number);
  out.set_outcome(WriteOutcome(verdict.outcome));
  const bool shown = verdict.outcome != ImportOutcome::kRefused &&
                     verdict.outcome != ImportOutcome::kValid && !verdict.debt.IsNil();
  if (shown) {
    const DebtName debt{verdict.debtor, verdict.debt};
    out.set_name(verdict.entry.IsNil() ? NameOf(debt) : NameOf(EntryName{debt, verdict.entry}));
  }
  if (verdict.outcome == ImportOutcome::kRefused) {
    const ReasonRow& reason = RowOf(ReasonOf(verdict.refusal).value_or(Reason::kInternal));
    out.set_reason(reason.name.data(), reason.name.size());
    out.set_message(reason.text.data(), reason.text.size());
  }
  for (const Violation& violation : ViolationsOf(verdict.refusal)) {
    if (out.violations_size() == kMostViolations) break;
    Write(violation, *out.add_violations());
  }
  for (const Violation& warning : verdict.warnings) Write(warning, *out.add_warnings());
}

}  // namespace parley::grpc_api
