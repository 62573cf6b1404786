// SPDX-License-Identifier: Apache-2.0
#ifndef PARLEY_ADAPTERS_GRPC_KNOWN_CALLERS_H_
#define PARLEY_ADAPTERS_GRPC_KNOWN_CALLERS_H_

#include <atomic>
#include <cstddef>
#include <memory>
#include <mutex>
#include <string_view>

#include "absl/container/flat_hash_map.h"
#include "absl/status/statusor.h"
#include "absl/time/time.h"
#include "application/ports/authenticator.h"
#include "application/ports/clock.h"
#include "application/ports/fingerprints.h"
#include "domain/common/fingerprint.h"

namespace parley::grpc_api {

// Shared, because a call keeps its caller while the cache may already have forgotten it.
using CallerRef = std::shared_ptr<const Caller>;

// Tells who bears a token. Verifying a signature costs as much as answering a call, so a token that
// was good is trusted for a while: until it expires, for a minute at most, and until Forget says
// that keys changed. Tokens are known by their digest; none is kept.
class KnownCallers {
 public:
  static constexpr absl::Duration kLongestTrust = absl::Minutes(1);

  KnownCallers(const Authenticator& authenticator, const Fingerprints& fingerprints,
               const Clock& clock, std::size_t most)
      : authenticator_(authenticator), fingerprints_(fingerprints), clock_(clock), most_(most) {}

  // Errors: CREDENTIALS_INVALID.
  absl::StatusOr<CallerRef> Identify(std::string_view token);

  // From now on each token is verified anew, also one whose verification is under way.
  void Forget();

 private:
  struct Known {
    CallerRef caller;
    absl::Time until;
  };
  using Generation = absl::flat_hash_map<Fingerprint, Known>;

  CallerRef Find(const Fingerprint& digest, absl::Time now);
  // Unless all was forgotten since `epoch`.
  void Remember(const Fingerprint& digest, const Known& known, int epoch);

  const Authenticator& authenticator_;
  const Fingerprints& fingerprints_;
  const Clock& clock_;
  const std::size_t most_;
  std::atomic<int> epoch_ = 0;  // Of what is known; it ends when all is forgotten.
  std::mutex mutex_;
  // When the young generation is half of what is allowed, it becomes the old one, and what was old
  // is forgotten: bounded, and no list to keep in order.
  Generation young_;
  Generation old_;
};

}  // namespace parley::grpc_api

#endif  // PARLEY_ADAPTERS_GRPC_KNOWN_CALLERS_H_
