// SPDX-License-Identifier: Apache-2.0
#include "adapters/policy/policy_reader.h"

#include <string>

#include "adapters/policy/read_rulebook.h"
#include "domain/common/reason.h"

namespace parley {
namespace {

// What is told of faults at most: a status is to fit into trailers.
constexpr std::size_t kMostBytesOfFaults = 3000;

absl::Status Unsound(std::string_view faults) {
  if (faults.size() > kMostBytesOfFaults) {
    // Whole lines; the first is told whatever its length.
    const std::size_t end = faults.rfind('\n', kMostBytesOfFaults);
    faults = faults.substr(0, end == std::string_view::npos ? kMostBytesOfFaults : end);
  }
  return Refuse(Reason::kRulebookUnsound, {}, {{"faults", std::string(faults)}});
}

}  // namespace

absl::StatusOr<Rulebook> PolicyReader::Read(std::string_view text) const {
  const auto find_zone = [](const std::string& name, absl::TimeZone* zone) {
    return absl::LoadTimeZone(name, zone);
  };
  absl::StatusOr<Rulebook> book = policy::ReadRulebook("", text, find_zone);
  if (book.ok()) return book;
  const absl::string_view faults = book.status().message();
  return Unsound({faults.data(), faults.size()});
}

absl::Status PolicyReader::Refused(std::string_view text,
                                   const std::vector<BookFault>& faults) const {
  return Unsound(policy::PlacesOf("", text, faults));
}

}  // namespace parley
