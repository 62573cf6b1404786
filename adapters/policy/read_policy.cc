// SPDX-License-Identifier: Apache-2.0
#include "adapters/policy/read_policy.h"

#include <utility>

#include "absl/strings/str_cat.h"
#include "adapters/policy/read_rulebook.h"
#include "domain/common/status_macros.h"

namespace parley::policy {
namespace {

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

}  // namespace

absl::StatusOr<Policy> ReadPolicy(std::span<const PolicyFile> files) {
  Policy policy;
  std::string faults;
  for (const PolicyFile& file : files) {
    if (IsOfMessage(file, "Calendar")) {
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
  std::vector<PolicyFile> files = BuiltInFiles();
  std::erase_if(files, [](const PolicyFile& file) {
    return !IsOfMessage(file, "Rulebook") && !IsOfMessage(file, "Calendar");
  });
  return ReadPolicy(files);
}

absl::StatusOr<Policy> ReadPolicyFolder(const std::string& folder) {
  PARLEY_ASSIGN_OR_RETURN(const FolderFiles read, ReadFiles(folder));
  return ReadPolicy(read.files);
}

}  // namespace parley::policy
