// SPDX-License-Identifier: Apache-2.0
#include "domain/debt/money_list.h"

#include <algorithm>
#include <cstddef>

#include "absl/strings/str_cat.h"
#include "domain/debt/position.h"

namespace parley {

void CheckMoneyList(const std::vector<Money>& amounts, const std::string& field,
                    Violations& violations) {
  for (std::size_t at = 0; at < amounts.size(); ++at) {
    const Money& amount = amounts[at];
    const std::string path = absl::StrCat(field, "[", at, "]");
    if (amount.minor_units() < 0) violations.Add(path + ".minor_units", Fault::kNegative);
    if (amount.minor_units() > kLargestBalance) {
      violations.Add(path + ".minor_units", Fault::kAmountOutOfRange);
    }
    const bool again =
        std::any_of(amounts.begin(), amounts.begin() + static_cast<std::ptrdiff_t>(at),
                    [&](const Money& other) { return other.currency() == amount.currency(); });
    if (again) violations.Add(path + ".currency_code", Fault::kDuplicate);
  }
}

std::optional<std::int64_t> UnitsIn(const std::vector<Money>& amounts, Currency currency) {
  const auto found = std::find_if(amounts.begin(), amounts.end(), [&](const Money& amount) {
    return amount.currency() == currency;
  });
  if (found == amounts.end()) return std::nullopt;
  return found->minor_units();
}

}  // namespace parley
