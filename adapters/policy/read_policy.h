// SPDX-License-Identifier: Apache-2.0
#ifndef PARLEY_ADAPTERS_POLICY_READ_POLICY_H_
#define PARLEY_ADAPTERS_POLICY_READ_POLICY_H_

#include <span>
#include <string>
#include <vector>

#include "absl/status/statusor.h"
#include "adapters/policy/policy_file.h"
#include "application/ports/rulebook_reader.h"
#include "domain/communication/calendar.h"
#include "domain/communication/rulebook.h"

namespace parley::policy {

// Rulebooks with their files, and the calendars that they name.
struct Policy {
  std::vector<RulebookFile> files;
  std::vector<Calendar> calendars;

  std::vector<Rulebook> Books() const;
};

// Reads files in protobuf's text format; one whose head names the message Calendar is a calendar.
// Zones are those of the machine. Errors: INVALID_ARGUMENT, with "file:line:column: what is wrong"
// of everything that is, in every file.
absl::StatusOr<Policy> ReadPolicy(std::span<const PolicyFile> files);

// The files that the program carries with it: infra/rulebooks. Errors: those of ReadPolicy.
absl::StatusOr<Policy> ReadBuiltInPolicy();

// All *.textproto of a folder and below. Errors: NOT_FOUND for no such folder or none in it, and
// those of ReadPolicy.
absl::StatusOr<Policy> ReadPolicyFolder(const std::string& folder);

}  // namespace parley::policy

#endif  // PARLEY_ADAPTERS_POLICY_READ_POLICY_H_
