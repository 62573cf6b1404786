// SPDX-License-Identifier: Apache-2.0
#ifndef PARLEY_ADAPTERS_POLICY_READ_RULEBOOK_H_
#define PARLEY_ADAPTERS_POLICY_READ_RULEBOOK_H_

#include <string>
#include <string_view>
#include <vector>

#include "absl/functional/function_ref.h"
#include "absl/status/statusor.h"
#include "absl/time/time.h"
#include "domain/communication/calendar.h"
#include "domain/communication/check_rulebook.h"
#include "domain/communication/rulebook.h"

namespace parley::policy {

// Finds a zone by its IANA name; false for an unknown one.
using FindZone = absl::FunctionRef<bool(const std::string&, absl::TimeZone*)>;

// Reads a rulebook or a calendar in protobuf's text format (parley.policy.v1), and refuses what is
// unsound. Errors: INVALID_ARGUMENT, with "file:line:column: what is wrong" of everything that is.
absl::StatusOr<Rulebook> ReadRulebook(std::string_view file, std::string_view text,
                                      FindZone find_zone);
// Faults of a rulebook that reads, each in a line of its own with its place in the text.
std::string PlacesOf(std::string_view file, std::string_view text,
                     const std::vector<BookFault>& faults);

absl::StatusOr<Calendar> ReadCalendar(std::string_view file, std::string_view text);

}  // namespace parley::policy

#endif  // PARLEY_ADAPTERS_POLICY_READ_RULEBOOK_H_
