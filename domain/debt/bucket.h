// SPDX-License-Identifier: Apache-2.0
#ifndef PARLEY_DOMAIN_DEBT_BUCKET_H_
#define PARLEY_DOMAIN_DEBT_BUCKET_H_

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string_view>

namespace parley {

// The parts of which a debt consists.
enum class Bucket : std::uint8_t { kPrincipal, kInterest, kFees, kCosts, kPenalty };

inline constexpr std::size_t kBucketCount = 5;
inline constexpr std::array<Bucket, kBucketCount> kBuckets = {
    Bucket::kPrincipal, Bucket::kInterest, Bucket::kFees, Bucket::kCosts, Bucket::kPenalty};

std::string_view NameOf(Bucket bucket);  // "PRINCIPAL".
std::optional<Bucket> BucketNamed(std::string_view name);

// The order in which money fills the buckets.
using AllocationOrder = std::array<Bucket, kBucketCount>;
inline constexpr AllocationOrder kDefaultAllocationOrder = {
    Bucket::kFees, Bucket::kCosts, Bucket::kPenalty, Bucket::kInterest, Bucket::kPrincipal};

// None unless each bucket is named once.
std::optional<AllocationOrder> AllocationOrderOf(std::span<const Bucket> buckets);

// Minor units a bucket, in the debt's currency.
class Buckets {
 public:
  constexpr Buckets() = default;

  std::int64_t& operator[](Bucket bucket) { return units_.at(static_cast<std::size_t>(bucket)); }
  std::int64_t operator[](Bucket bucket) const {
    return units_.at(static_cast<std::size_t>(bucket));
  }

  friend bool operator==(const Buckets&, const Buckets&) = default;

 private:
  std::array<std::int64_t, kBucketCount> units_{};
};

}  // namespace parley

#endif  // PARLEY_DOMAIN_DEBT_BUCKET_H_
