// SPDX-License-Identifier: Apache-2.0
#include "adapters/policy/read_policy.h"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <system_error>
#include <utility>

#include "absl/strings/str_cat.h"
#include "adapters/policy/read_rulebook.h"

namespace parley::policy {
namespace {

namespace fs = std::filesystem;

bool IsCalendar(std::string_view text) {
  return text.find("proto-message: Calendar") != std::string_view::npos;
}

// Keeps what was read, or adds what is wrong to the other faults.
template <typename Value>
void Keep(absl::StatusOr<Value> read, std::vector<Value>& all, std::string& faults) {
  if (read.ok()) {
    all.push_back(*std::move(read));
  } else {
    absl::StrAppend(&faults, faults.empty() ? "" : "\n", read.status().message());
  }
}

std::vector<fs::path> FilesOf(const std::string& folder) {
  std::vector<fs::path> paths;
  std::error_code error;
  for (fs::recursive_directory_iterator at(folder, error), end; !error && at != end;
       at.increment(error)) {
    if (at->path().extension() == ".textproto") paths.push_back(at->path());
  }
  std::sort(paths.begin(), paths.end());
  return paths;
}

std::string Content(const fs::path& path) {
  std::ifstream stream(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(stream), std::istreambuf_iterator<char>()};
}

}  // namespace

absl::StatusOr<Policy> ReadPolicy(std::span<const PolicyFile> files) {
  const auto find_zone = [](const std::string& name, absl::TimeZone* zone) {
    return absl::LoadTimeZone(name, zone);
  };
  Policy policy;
  std::string faults;
  for (const PolicyFile& file : files) {
    if (IsCalendar(file.text)) {
      Keep(ReadCalendar(file.name, file.text), policy.calendars, faults);
    } else {
      Keep(ReadRulebook(file.name, file.text, find_zone), policy.books, faults);
    }
  }
  if (!faults.empty()) return absl::InvalidArgumentError(faults);
  return policy;
}

absl::StatusOr<Policy> ReadPolicyFolder(const std::string& folder) {
  const std::vector<fs::path> paths = FilesOf(folder);
  if (paths.empty()) {
    return absl::NotFoundError(absl::StrCat("no *.textproto in the folder ", folder));
  }
  std::vector<std::string> contents;
  contents.reserve(paths.size());
  for (const fs::path& path : paths) contents.push_back(Content(path));
  std::vector<PolicyFile> files;
  for (std::size_t at = 0; at < paths.size(); ++at) {
    files.push_back({paths[at].string(), contents[at]});
  }
  return ReadPolicy(files);
}

}  // namespace parley::policy
