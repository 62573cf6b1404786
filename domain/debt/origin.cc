// SPDX-License-Identifier: Apache-2.0
#include "domain/debt/origin.h"

#include <cstddef>

#include "absl/strings/str_cat.h"
#include "domain/common/text.h"

namespace parley {
namespace {

constexpr std::size_t kMostTransfers = 50;

void CheckPast(const std::optional<Day>& day, Day today, const std::string& field,
               Violations& violations) {
  if (day.has_value() && *day > today) violations.Add(field, Fault::kDateInFuture);
}

void CheckTransfer(const Transfer& transfer, Day today, const std::string& field,
                   Violations& violations) {
  RequireText(violations, field + ".from_party", transfer.from_party, kLongestName);
  RequireText(violations, field + ".to_party", transfer.to_party, kLongestName);
  CheckPast(transfer.transfer_date, today, field + ".transfer_date", violations);
  CheckPast(transfer.notice_date, today, field + ".notice_date", violations);
}

}  // namespace

void CheckOrigin(const Origin& origin, Day today, const std::string& field,
                 Violations& violations) {
  RequireText(violations, field + ".original_creditor", origin.original_creditor, kLongestName);
  RequireText(violations, field + ".product", origin.product, kLongestName);
  AllowText(violations, field + ".agreement_reference", origin.agreement_reference.Reveal(),
            kLongestName);
  CheckPast(origin.agreement_date, today, field + ".agreement_date", violations);
  if (!origin.language.empty() && !IsLanguageTag(origin.language)) {
    violations.Add(field + ".language_code", Fault::kLanguageMalformed);
  }
  CheckPast(origin.default_date, today, field + ".default_date", violations);
  CheckPast(origin.last_payment_date, today, field + ".last_payment_date", violations);
  if (origin.charge_off.has_value()) {
    CheckPast(origin.charge_off->date, today, field + ".charge_off.date", violations);
    if (origin.charge_off->amount < 0) {
      violations.Add(field + ".charge_off.amount", Fault::kNegative);
    }
  }
  if (origin.transfers.size() > kMostTransfers) {
    violations.Add(field + ".transfers", Fault::kTooLong);
  }
  for (std::size_t at = 0; at < origin.transfers.size(); ++at) {
    const std::string path = absl::StrCat(field, ".transfers[", at, "]");
    CheckTransfer(origin.transfers[at], today, path, violations);
    if (at > 0 && origin.transfers[at].transfer_date < origin.transfers[at - 1].transfer_date) {
      violations.Add(path + ".transfer_date", Fault::kDateOrder);
    }
  }
}

}  // namespace parley
