// SPDX-License-Identifier: Apache-2.0
#include "adapters/intake/csv_header.h"

#include <algorithm>
#include <cstddef>
#include <string_view>

#include "absl/strings/str_cat.h"
#include "absl/strings/str_join.h"
#include "domain/common/reason.h"
#include "domain/common/text.h"

namespace parley {
namespace {

constexpr std::size_t kLongestShown = 64;
constexpr std::size_t kMostNames = 10;

using Names = std::vector<std::string>;

bool Holds(const Names& names, const std::string& name) {
  return std::find(names.begin(), names.end(), name) != names.end();
}

// A file that is no CSV at all has anything for a header: what is shown of it is kept short.
std::string Shown(const std::string& name) {
  return CheckText(name, kLongestShown).has_value() ? "(unreadable)" : absl::StrCat("'", name, "'");
}

std::string Complaint(const std::string& what, const Names& names) {
  Names shown;
  for (std::size_t at = 0; at < std::min(names.size(), kMostNames); ++at) {
    shown.push_back(Shown(names[at]));
  }
  if (names.size() > kMostNames) shown.push_back("...");
  return absl::StrCat(what, names.size() == 1 ? " the column " : " the columns ",
                      absl::StrJoin(shown, ", "));
}

}  // namespace

absl::Status CheckHeader(const Names& header, const Names& required, const Names& optional) {
  Names missing;
  for (const std::string& name : required) {
    if (!Holds(header, name)) missing.push_back(name);
  }
  Names unknown;
  Names twice;
  for (std::size_t at = 0; at < header.size(); ++at) {
    const std::string& name = header[at];
    if (!Holds(required, name) && !Holds(optional, name)) unknown.push_back(name);
    const auto here = header.begin() + static_cast<std::ptrdiff_t>(at);
    if (std::find(header.begin(), here, name) != here) twice.push_back(name);
  }
  Names complaints;
  if (!missing.empty()) complaints.push_back(Complaint("lacks", missing));
  if (!unknown.empty()) complaints.push_back(Complaint("has, unknown,", unknown));
  if (!twice.empty()) complaints.push_back(Complaint("has twice", twice));
  if (complaints.empty()) return absl::OkStatus();
  return Refuse(Reason::kFieldInvalid,
                absl::StrCat("the header ", absl::StrJoin(complaints, "; it ")));
}

}  // namespace parley
