// SPDX-License-Identifier: Apache-2.0
#ifndef PARLEY_DOMAIN_COMMON_CURRENCY_H_
#define PARLEY_DOMAIN_COMMON_CURRENCY_H_

#include <array>
#include <compare>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

namespace parley {

// A currency of ISO 4217 (list one as published on 2024-06-25, amendment 177), with the number of
// decimals of its minor unit. Codes without a minor unit (metals, bond units, testing) are none.
class Currency {
 public:
  // Knows the upper-case three-letter code, or gives none.
  static std::optional<Currency> Find(std::string_view code);

  std::string_view code() const { return {code_.data(), code_.size()}; }
  // 0 (JPY), 2 (EUR), 3 (KWD) or 4 (CLF): the minor unit is 10^-decimals of the currency.
  int decimals() const { return decimals_; }

  friend auto operator<=>(const Currency&, const Currency&) = default;

  template <typename H>
  friend H AbslHashValue(H state, const Currency& currency) {
    return H::combine(std::move(state), currency.code_);
  }

 private:
  Currency(std::array<char, 3> code, int decimals) : code_(code), decimals_(decimals) {}

  std::array<char, 3> code_;
  int decimals_;
};

}  // namespace parley

#endif  // PARLEY_DOMAIN_COMMON_CURRENCY_H_
