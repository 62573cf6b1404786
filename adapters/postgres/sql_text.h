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

// So many columns without a value, each with the comma after it.
template <std::size_t count>
class NullsText {
  static constexpr std::string_view kNull = "null, ";
  static constexpr auto Repeat() {
    std::array<char, count * kNull.size()> text{};
    auto out = text.begin();
    for (std::size_t at = 0; at < count; ++at) out = std::copy(kNull.begin(), kNull.end(), out);
    return text;
  }

 public:
  static constexpr auto kText = Repeat();
};

template <std::size_t count>
inline constexpr std::string_view kNulls{NullsText<count>::kText.data(),
                                         NullsText<count>::kText.size()};

}  // namespace parley::postgres

#endif  // PARLEY_ADAPTERS_POSTGRES_SQL_TEXT_H_
