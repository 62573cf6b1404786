// SPDX-License-Identifier: Apache-2.0
#ifndef PARLEY_ADAPTERS_POLICY_BUILT_IN_H_
#define PARLEY_ADAPTERS_POLICY_BUILT_IN_H_

#include <span>
#include <string_view>

namespace parley::policy {

// A file of infra/rulebooks as it was when the program was built, so that none is looked for later.
struct BuiltIn {
  std::string_view name;  // Without its suffix: "us_regf".
  std::string_view content;
};

// By name.
std::span<const BuiltIn> BuiltIns();

}  // namespace parley::policy

#endif  // PARLEY_ADAPTERS_POLICY_BUILT_IN_H_
