// SPDX-License-Identifier: Apache-2.0
#include "domain/communication/templates/template.h"

#include <array>

namespace parley {
namespace {

constexpr auto kPartKindWords =
    std::to_array<std::string_view>({"", "SUBJECT", "TEXT", "HTML", "SECTION"});

}  // namespace

template <>
std::span<const std::string_view> WordsOf<PartKind>() {
  return kPartKindWords;
}

}  // namespace parley
