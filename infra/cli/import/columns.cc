// SPDX-License-Identifier: Apache-2.0
#include "infra/cli/import/columns.h"

#include <algorithm>

#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"

namespace parley::cli {
namespace {

// As many as a debt may have.
constexpr int kMostTransfers = 50;

constexpr Presence kRequired = Presence::kRequired;
constexpr Presence kOptional = Presence::kOptional;

void AddTransfers(std::vector<Column>& columns) {
  for (int number = 1; number <= kMostTransfers; ++number) {
    const std::string name = absl::StrCat("transfer_", number, "_");
    const std::string path = absl::StrCat("debt.transfers[", number - 1, "].");
    columns.push_back({name + "kind", path + "kind", kOptional});
    columns.push_back({name + "from", path + "from_party", kOptional});
    columns.push_back({name + "to", path + "to_party", kOptional});
    columns.push_back({name + "date", path + "transfer_date", kOptional});
    columns.push_back({name + "notice_date", path + "notice_date", kOptional});
  }
}

std::vector<Column> MakeDebtColumns() {
  std::vector<Column> columns = {
      {"external_ref", "debt.external_ref", kRequired},
      {"debtor_external_ref", "debt.debtor.external_ref", kRequired},
      {"creditor", "debt.creditor_code", kOptional},
      {"original_creditor", "debt.original_creditor", kRequired},
      {"product", "debt.product", kRequired},
      {"currency", "debt.currency_code", kRequired},
      {"itemisation_date_kind", "debt.itemisation_date_kind", kRequired},
      {"itemisation_date", "debt.itemisation_date", kRequired},
      {"opening_principal", "debt.opening", kRequired, v1::BUCKET_PRINCIPAL},
      {"opening_interest", "debt.opening", kOptional, v1::BUCKET_INTEREST},
      {"opening_fees", "debt.opening", kOptional, v1::BUCKET_FEES},
      {"opening_costs", "debt.opening", kOptional, v1::BUCKET_COSTS},
      {"opening_penalty", "debt.opening", kOptional, v1::BUCKET_PENALTY},
      {"agreement_reference", "debt.agreement_reference", kOptional},
      {"agreement_date", "debt.agreement_date", kOptional},
      {"agreement_language", "debt.language_code", kOptional},
      {"default_date", "debt.default_date", kOptional},
      {"last_payment_date", "debt.last_payment_date", kOptional},
      {"charge_off_date", "debt.charge_off.date", kOptional},
      {"charge_off_amount", "debt.charge_off.amount", kOptional},
      {"debtor_kind", "debt.debtor.kind", kOptional},
      {"debtor_name", "debt.debtor.display_name", kRequired},
      {"debtor_birth_year", "debt.debtor.birth_date", kOptional},
      {"debtor_birth_date", "debt.debtor.birth_date", kOptional},
      {"language", "debt.debtor.language", kOptional},
      {"region", "debt.debtor.region", kOptional},
      {"time_zone", "debt.debtor.time_zone", kOptional},
  };
  AddTransfers(columns);
  return columns;
}

std::vector<Column> MakeEntryColumns() {
  return {
      {"external_ref", "entry.external_ref", kRequired},
      {"entry_ref", "entry.entry_ref", kRequired},
      {"kind", "entry.kind", kRequired},
      {"value_date", "entry.value_date", kRequired},
      {"amount", "entry.amount", kRequired},
      {"creditor", "entry.creditor_code", kOptional},
      {"currency", "entry.currency_code", kOptional},
      {"bucket", "entry.bucket", kOptional},
      {"reason", "entry.reason", kOptional},
  };
}

std::string NameOfOpening(v1::Bucket bucket) {
  for (const Column& column : DebtColumns()) {
    if (column.bucket == bucket) return column.name;
  }
  return "";
}

}  // namespace

const std::vector<Column>& DebtColumns() {
  static const auto& columns = *new std::vector<Column>(MakeDebtColumns());
  return columns;
}

const std::vector<Column>& EntryColumns() {
  static const auto& columns = *new std::vector<Column>(MakeEntryColumns());
  return columns;
}

CsvColumns NamesOf(const std::vector<Column>& columns) {
  CsvColumns names;
  for (const Column& column : columns) {
    (column.presence == kRequired ? names.required : names.optional).push_back(column.name);
  }
  return names;
}

std::string ColumnOf(std::string_view path, const v1::ImportRow& row) {
  const v1::DebtRow& debt = row.debt();
  for (int at = 0; at < debt.opening_size(); ++at) {
    const std::string amount = absl::StrCat("debt.opening[", at, "]");
    if (path.substr(0, amount.size()) == amount) return NameOfOpening(debt.opening(at).bucket());
  }
  const std::vector<Column>& columns = row.has_debt() ? DebtColumns() : EntryColumns();
  const auto found = std::find_if(columns.begin(), columns.end(),
                                  [path](const Column& column) { return column.path == path; });
  return found == columns.end() ? "" : found->name;
}

}  // namespace parley::cli
