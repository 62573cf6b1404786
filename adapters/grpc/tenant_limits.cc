// SPDX-License-Identifier: Apache-2.0
#include "adapters/grpc/tenant_limits.h"

#include <algorithm>

namespace parley::grpc_api {

TenantLimits::TenantLimits(TenantLimit limit)
    : limit_{limit.calls_per_second, std::max(limit.burst, 1.0)} {}

absl::Duration TenantLimits::Take(TenantId tenant, Instant now) {
  if (limit_.calls_per_second <= 0) return absl::ZeroDuration();
  const std::lock_guard lock(mutex_);
  Bucket& bucket = buckets_.try_emplace(tenant, Bucket{limit_.burst, now}).first->second;
  const double seconds = std::chrono::duration<double>(now - bucket.filled).count();
  bucket.calls = std::min(limit_.burst, bucket.calls + seconds * limit_.calls_per_second);
  bucket.filled = now;
  if (bucket.calls < 1) return absl::Seconds((1 - bucket.calls) / limit_.calls_per_second);
  bucket.calls -= 1;
  return absl::ZeroDuration();
}

}  // namespace parley::grpc_api
