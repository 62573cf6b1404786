// SPDX-License-Identifier: Apache-2.0
#include "application/debts/import_rows.h"

#include <cstddef>
#include <optional>
#include <set>
#include <string_view>
#include <variant>

#include "absl/strings/str_cat.h"
#include "domain/common/days.h"
#include "domain/common/money.h"

namespace parley {
namespace {

std::optional<Day> ReadDay(const std::string& text, const std::string& field,
                           Violations& violations) {
  const std::optional<Day> day = ParseDay(text);
  if (!day.has_value()) {
    violations.Add(field, text.empty() ? Fault::kRequired : Fault::kDateMalformed);
  }
  return day;
}

std::optional<Day> ReadOptionalDay(const std::string& text, const std::string& field,
                                   Violations& violations) {
  if (text.empty()) return std::nullopt;
  return ReadDay(text, field, violations);
}

std::int64_t ReadAmount(const std::string& text, Currency currency, const std::string& field,
                        Violations& violations) {
  if (text.empty()) {
    violations.Add(field, Fault::kRequired);
    return 0;
  }
  const std::variant<Money, Fault> amount = ParseDecimalMoney(text, currency);
  if (const Fault* fault = std::get_if<Fault>(&amount)) {
    violations.Add(field, *fault);
    return 0;
  }
  return std::get<Money>(amount).minor_units();
}

Buckets ReadOpening(const DebtRow& row, Currency currency, Violations& violations) {
  Buckets opening;
  std::set<Bucket> seen;
  for (std::size_t at = 0; at < row.opening.size(); ++at) {
    const auto& [bucket, amount] = row.opening[at];
    const std::string field = absl::StrCat("debt.opening[", at, "]");
    if (!seen.insert(bucket).second) violations.Add(field + ".bucket", Fault::kDuplicate);
    opening[bucket] = ReadAmount(amount, currency, field + ".amount", violations);
  }
  return opening;
}

std::vector<Transfer> ReadTransfers(const DebtRow& row, Violations& violations) {
  std::vector<Transfer> transfers;
  for (std::size_t at = 0; at < row.transfers.size(); ++at) {
    const DebtRow::TransferText& text = row.transfers[at];
    const std::string field = absl::StrCat("debt.transfers[", at, "]");
    transfers.push_back(
        {.kind = text.kind,
         .from_party = text.from_party,
         .to_party = text.to_party,
         .transfer_date =
             ReadDay(text.transfer_date, field + ".transfer_date", violations).value_or(Day()),
         .notice_date = ReadOptionalDay(text.notice_date, field + ".notice_date", violations)});
  }
  return transfers;
}

Origin ReadOrigin(const DebtRow& row, Currency currency, Violations& violations) {
  Origin origin;
  origin.original_creditor = row.original_creditor;
  origin.product = row.product;
  origin.agreement_reference = row.agreement_reference;
  origin.agreement_date = ReadOptionalDay(row.agreement_date, "debt.agreement_date", violations);
  origin.language = row.language_code;
  origin.default_date = ReadOptionalDay(row.default_date, "debt.default_date", violations);
  origin.last_payment_date =
      ReadOptionalDay(row.last_payment_date, "debt.last_payment_date", violations);
  if (row.charge_off.has_value()) {
    const auto& [date, amount] = *row.charge_off;
    origin.charge_off = {
        .date = ReadDay(date, "debt.charge_off.date", violations).value_or(Day()),
        .amount = ReadAmount(amount, currency, "debt.charge_off.amount", violations)};
  }
  origin.transfers = ReadTransfers(row, violations);
  return origin;
}

}  // namespace

Placement ReadDebtRow(const DebtRow& row, Violations& violations) {
  const std::optional<Currency> currency = Currency::Find(row.currency_code);
  if (!currency.has_value()) {
    violations.Add("debt.currency_code",
                   row.currency_code.empty() ? Fault::kRequired : Fault::kCurrencyUnknown);
  }
  // Amounts of an unknown currency are read as if it had the usual decimals: faults in their form
  // are told all the same.
  const Currency assumed = currency.value_or(*Currency::Find("EUR"));
  Placement placement{.external_ref = row.external_ref, .currency = assumed};
  placement.itemisation_kind = row.itemisation_kind;
  placement.itemisation_date =
      ReadDay(row.itemisation_date, "debt.itemisation_date", violations).value_or(Day());
  placement.origin = ReadOrigin(row, assumed, violations);
  placement.opening = ReadOpening(row, assumed, violations);
  return placement;
}

void CheckDebtRow(const Placement& placement, Day today, Violations& violations) {
  constexpr std::string_view kOrigin = "debt.origin.";
  Violations found;
  CheckPlacement(placement, today, "debt", found);
  for (const Violation& violation : found.all()) {
    // The row's fields have no "origin" around them.
    const bool of_origin = violation.field.rfind(kOrigin, 0) == 0;
    const std::string path =
        of_origin ? "debt." + violation.field.substr(kOrigin.size()) : violation.field;
    AddOnce(violations, path, violation.fault);
  }
}

Fact ReadEntryRow(const EntryRow& row, Currency currency, Violations& violations) {
  if (!row.currency_code.empty() && row.currency_code != currency.code()) {
    const bool known = Currency::Find(row.currency_code).has_value();
    violations.Add("entry.currency_code",
                   known ? Fault::kCurrencyMismatch : Fault::kCurrencyUnknown);
  }
  Fact fact;
  fact.external_ref = row.entry_ref;
  fact.kind = row.kind;
  fact.value_date = ReadDay(row.value_date, "entry.value_date", violations).value_or(Day());
  fact.amount = ReadAmount(row.amount, currency, "entry.amount", violations);
  fact.bucket = row.bucket;
  fact.reason = row.reason;
  return fact;
}

std::vector<Violation> DifferencesFrom(const Debtor& known, const DebtorDetails& row) {
  std::vector<Violation> differences;
  const auto compare = [&](const char* field, bool given, bool equal) {
    if (!given || equal) return;
    differences.push_back({absl::StrCat("debt.debtor.", field), Fault::kDiffers});
  };
  compare("kind", true, row.kind == known.kind);
  compare("display_name", !row.display_name.Reveal().empty(),
          row.display_name == known.display_name);
  compare("birth_date", !row.birth_date.Reveal().empty(), row.birth_date == known.birth_date);
  compare("language", !row.language.empty(), row.language == known.language);
  compare("region", !row.region.empty(), row.region == known.region);
  compare("time_zone", !row.time_zone.empty(), row.time_zone == known.time_zone);
  return differences;
}

}  // namespace parley
