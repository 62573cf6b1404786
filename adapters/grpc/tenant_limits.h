// SPDX-License-Identifier: Apache-2.0
#ifndef PARLEY_ADAPTERS_GRPC_TENANT_LIMITS_H_
#define PARLEY_ADAPTERS_GRPC_TENANT_LIMITS_H_

#include <chrono>
#include <mutex>

#include "absl/container/flat_hash_map.h"
#include "absl/time/time.h"
#include "domain/common/id.h"

namespace parley::grpc_api {

// How many calls a tenant may make, so that a busy tenant does not crowd out a quiet one: a bucket
// that holds `burst` calls and fills up again at `calls_per_second`.
struct TenantLimit {
  double calls_per_second = 0;  // 0 for no limit.
  double burst = 0;             // At least 1 call is always allowed.
};

class TenantLimits {
 public:
  using Instant = std::chrono::steady_clock::time_point;

  explicit TenantLimits(TenantLimit limit);

  // Takes one call from the tenant's bucket: zero when there was one, else how long to wait.
  absl::Duration Take(TenantId tenant, Instant now);

 private:
  struct Bucket {
    double calls;
    Instant filled;
  };

  const TenantLimit limit_;
  std::mutex mutex_;
  absl::flat_hash_map<TenantId, Bucket> buckets_;  // As many as there are tenants.
};

}  // namespace parley::grpc_api

#endif  // PARLEY_ADAPTERS_GRPC_TENANT_LIMITS_H_
