// SPDX-License-Identifier: Apache-2.0
#ifndef PARLEY_INFRA_SERVER_BUILT_IN_H_
#define PARLEY_INFRA_SERVER_BUILT_IN_H_

#include <span>
#include <string_view>

namespace parley::server {

// A text file that the program carries with it.
struct BuiltIn {
  std::string_view name;  // Without its suffix: "us_regf".
  std::string_view content;
};

// The rulebooks and calendars of infra/rulebooks.
std::span<const BuiltIn> BuiltIns();

}  // namespace parley::server

#endif  // PARLEY_INFRA_SERVER_BUILT_IN_H_
