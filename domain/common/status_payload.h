// SPDX-License-Identifier: Apache-2.0
#ifndef PARLEY_DOMAIN_COMMON_STATUS_PAYLOAD_H_
#define PARLEY_DOMAIN_COMMON_STATUS_PAYLOAD_H_

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "absl/status/status.h"

namespace parley {

// Pairs of texts that travel inside an absl::Status; neither side may hold the two separators
// (ASCII 30 and 31), which are taken out.
using PayloadPairs = std::vector<std::pair<std::string, std::string>>;

void SetPayloadPairs(absl::Status& status, std::string_view type, const PayloadPairs& pairs);
PayloadPairs GetPayloadPairs(const absl::Status& status, std::string_view type);

}  // namespace parley

#endif  // PARLEY_DOMAIN_COMMON_STATUS_PAYLOAD_H_
