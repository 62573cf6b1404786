// SPDX-License-Identifier: Apache-2.0
#include "domain/common/status_payload.h"

#include <algorithm>
#include <iterator>

#include "absl/strings/cord.h"
#include "absl/strings/str_split.h"

namespace parley {
namespace {

constexpr char kPairEnd = '\x1e';
constexpr char kKeyEnd = '\x1f';

absl::string_view ToAbsl(std::string_view text) { return {text.data(), text.size()}; }

void AppendClean(std::string& out, std::string_view text) {
  std::copy_if(text.begin(), text.end(), std::back_inserter(out),
               [](char c) { return c != kPairEnd && c != kKeyEnd; });
}

}  // namespace

void SetPayloadPairs(absl::Status& status, std::string_view type, const PayloadPairs& pairs) {
  std::string encoded;
  for (const auto& [key, value] : pairs) {
    AppendClean(encoded, key);
    encoded.push_back(kKeyEnd);
    AppendClean(encoded, value);
    encoded.push_back(kPairEnd);
  }
  status.SetPayload(ToAbsl(type), absl::Cord(encoded));
}

PayloadPairs GetPayloadPairs(const absl::Status& status, std::string_view type) {
  PayloadPairs pairs;
  const auto payload = status.GetPayload(ToAbsl(type));
  if (!payload.has_value()) return pairs;
  const std::string encoded(*payload);
  for (const absl::string_view pair : absl::StrSplit(encoded, kPairEnd, absl::SkipEmpty())) {
    const std::pair<std::string, std::string> halves =
        absl::StrSplit(pair, absl::MaxSplits(kKeyEnd, 1));
    pairs.push_back(halves);
  }
  return pairs;
}

}  // namespace parley
