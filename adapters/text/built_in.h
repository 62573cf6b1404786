// SPDX-License-Identifier: Apache-2.0
#ifndef PARLEY_ADAPTERS_TEXT_BUILT_IN_H_
#define PARLEY_ADAPTERS_TEXT_BUILT_IN_H_

#include <span>
#include <string_view>

namespace parley::text {

// A file of messages/ as it was when the program was built, so that none is looked for later.
struct BuiltIn {
  std::string_view name;  // Without its suffix: "es".
  std::string_view content;
};

// By name.
std::span<const BuiltIn> BuiltIns();

}  // namespace parley::text

#endif  // PARLEY_ADAPTERS_TEXT_BUILT_IN_H_
