// SPDX-License-Identifier: Apache-2.0
#include "domain/debt/bucket.h"

#include <algorithm>

namespace parley {

std::string_view NameOf(Bucket bucket) {
  switch (bucket) {
    case Bucket::kPrincipal:
      return "PRINCIPAL";
    case Bucket::kInterest:
      return "INTEREST";
    case Bucket::kFees:
      return "FEES";
    case Bucket::kCosts:
      return "COSTS";
    case Bucket::kPenalty:
      return "PENALTY";
  }
  return {};
}

std::optional<Bucket> BucketNamed(std::string_view name) {
  for (const Bucket bucket : kBuckets) {
    if (NameOf(bucket) == name) return bucket;
  }
  return std::nullopt;
}

std::optional<AllocationOrder> AllocationOrderOf(std::span<const Bucket> buckets) {
  AllocationOrder order{};
  if (buckets.size() != order.size()) return std::nullopt;
  std::copy(buckets.begin(), buckets.end(), order.begin());
  return std::is_permutation(order.begin(), order.end(), kBuckets.begin())
             ? std::optional<AllocationOrder>(order)
             : std::nullopt;
}

}  // namespace parley
