// SPDX-License-Identifier: Apache-2.0
#ifndef PARLEY_ADAPTERS_LEXICONS_BUILT_IN_H_
#define PARLEY_ADAPTERS_LEXICONS_BUILT_IN_H_

#include <span>
#include <string_view>

namespace parley::lexicons {

// A file of infra/lexicons as it was when the program was built, so that none is looked for later.
struct BuiltIn {
  std::string_view name;  // Without its suffix: "tone_en".
  std::string_view content;
};

// By name.
std::span<const BuiltIn> BuiltIns();

}  // namespace parley::lexicons

#endif  // PARLEY_ADAPTERS_LEXICONS_BUILT_IN_H_
