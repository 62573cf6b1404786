// SPDX-License-Identifier: Apache-2.0
#ifndef PARLEY_ADAPTERS_POSTGRES_SQL_TEXT_H_
#define PARLEY_ADAPTERS_POSTGRES_SQL_TEXT_H_

#include <algorithm>
#include <array>
#include <cstddef>
#include <string_view>

namespace parley::postgres {

// Puts a statement together from named pieces at compile time, so that a list of columns is written
// once: `inline constexpr std::string_view kGetDebt = kJoined<kSelect, kDebtColumns, kFrom>;`
template <const std::string_view&... kPieces>
class JoinedText {
  static constexpr auto Join() {
    std::array<char, (kPieces.size() + ... + 0)> text{};
    auto out = text.begin();
    ((out = std::copy(kPieces.begin(), kPieces.end(), out)), ...);
    return text;
  }

 public:
  static constexpr auto kText = Join();
};

template <const std::string_view&... kPieces>
inline constexpr std::string_view kJoined{JoinedText<kPieces...>::kText.data(),
                                          JoinedText<kPieces...>::kText.size()};

}  // namespace parley::postgres

#endif  // PARLEY_ADAPTERS_POSTGRES_SQL_TEXT_H_
