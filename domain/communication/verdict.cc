// SPDX-License-Identifier: Apache-2.0
#include "domain/communication/verdict.h"

#include <array>
#include <cstddef>

namespace parley {
namespace {

constexpr auto kWords = std::to_array<std::string_view>(
    {"DOES_NOT_CONCERN", "PERMITS", "WARNS", "REQUIRES", "DEFERS", "REFUSES"});
constexpr auto kDecisions =
    std::to_array<std::string_view>({"ALLOW", "ALLOW_WITH", "DEFER", "REFUSE"});

}  // namespace

std::string_view NameOf(Word word) { return kWords.at(static_cast<std::size_t>(word)); }
std::string_view NameOf(GateDecision decision) {
  return kDecisions.at(static_cast<std::size_t>(decision));
}

}  // namespace parley
