// SPDX-License-Identifier: Apache-2.0
#include "adapters/policy/read_policy.h"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <system_error>
#include <utility>

#include "absl/strings/str_cat.h"
#include "adapters/policy/built_in.h"
#include "adapters/policy/read_rulebook.h"

namespace parley::policy {
namespace {

namespace fs = std::filesystem;

bool IsCalendar(std::string_view text) {
  return text.find("proto-message: Calendar") != std::string_view::npos;
}

// Adds what is wrong with a file to the faults of the others.
void AddFaults(const absl::Status& status, std::string& faults) {
  absl::StrAppend(&faults, faults.empty() ? "" : "\n", status.message());
}

void KeepCalendar(const PolicyFile& file, Policy& policy, std::string& faults) {
  absl::StatusOr<Calendar> read = ReadCalendar(file.name, file.text);
  if (!read.ok()) return AddFaults(read.status(), faults);
  policy.calendars.push_back(*std::move(read));
}

void KeepRulebook(const PolicyFile& file, Policy& policy, std::string& faults) {
  const auto find_zone = [](const std::string& name, absl::TimeZone* zone) {
    return absl::LoadTimeZone(name, zone);
  };
  absl::StatusOr<Rulebook> read = ReadRulebook(file.name, file.text, find_zone);
  if (!read.ok()) return AddFaults(read.status(), faults);
  policy.files.push_back({*std::move(read), std::string(file.text)});
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
  Policy policy;
  std::string faults;
  for (const PolicyFile& file : files) {
    if (IsCalendar(file.text)) {
      KeepCalendar(file, policy, faults);
    } else {
      KeepRulebook(file, policy, faults);
    }
  }
  if (!faults.empty()) return absl::InvalidArgumentError(faults);
  return policy;
}

std::vector<Rulebook> Policy::Books() const {
  std::vector<Rulebook> books;
  books.reserve(files.size());
  for (const RulebookFile& file : files) books.push_back(file.book);
  return books;
}

absl::StatusOr<Policy> ReadBuiltInPolicy() {
  std::vector<PolicyFile> files;
  for (const BuiltIn& file : BuiltIns()) {
    files.push_back({std::string(file.name) + ".textproto", file.content});
  }
  return ReadPolicy(files);
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
