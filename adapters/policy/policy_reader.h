// SPDX-License-Identifier: Apache-2.0
#ifndef PARLEY_ADAPTERS_POLICY_POLICY_READER_H_
#define PARLEY_ADAPTERS_POLICY_POLICY_READER_H_

#include <string_view>
#include <vector>

#include "application/ports/rulebook_reader.h"

namespace parley {

// Reads rulebooks in protobuf's text format. Safe for threads.
class PolicyReader final : public RulebookReader {
 public:
  absl::StatusOr<Rulebook> Read(std::string_view text) const override;
  absl::Status Refused(std::string_view text, const std::vector<BookFault>& faults) const override;
};

}  // namespace parley

#endif  // PARLEY_ADAPTERS_POLICY_POLICY_READER_H_
