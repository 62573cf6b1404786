// SPDX-License-Identifier: Apache-2.0
#include "infra/cli/output/money_text.h"

#include <optional>

#include "absl/strings/str_cat.h"
#include "domain/common/currency.h"
#include "domain/common/money.h"

namespace parley::cli {

std::string DecimalText(std::int64_t minor_units, const std::string& currency_code) {
  const std::optional<Currency> currency = Currency::Find(currency_code);
  if (!currency.has_value()) return absl::StrCat(minor_units, " minor units");
  return Money(minor_units, *currency).ToDecimal();
}

std::string DecimalText(const v1::Money& money) {
  return DecimalText(money.minor_units(), money.currency_code());
}

std::string MoneyText(const v1::Money& money) {
  return absl::StrCat(DecimalText(money), " ", money.currency_code());
}

}  // namespace parley::cli
