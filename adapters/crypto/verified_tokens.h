// SPDX-License-Identifier: Apache-2.0
#ifndef PARLEY_ADAPTERS_CRYPTO_VERIFIED_TOKENS_H_
#define PARLEY_ADAPTERS_CRYPTO_VERIFIED_TOKENS_H_

#include <cstddef>
#include <mutex>
#include <optional>

#include "absl/container/flat_hash_map.h"
#include "application/ports/authenticator.h"
#include "domain/common/fingerprint.h"

namespace parley {

// Tokens whose signature was found right, by their digest. A signature costs tens of microseconds
// to check, and a caller sends the same token with each call. Keeps at least the last kMost that
// were used, and at most twice as many.
class VerifiedTokens {
 public:
  static constexpr std::size_t kMost = 4096;

  std::optional<Caller> Find(const Fingerprint& token);
  void Keep(const Fingerprint& token, const Caller& caller);
  void Forget();

 private:
  using Generation = absl::flat_hash_map<Fingerprint, Caller>;

  void Insert(const Fingerprint& token, const Caller& caller);

  std::mutex mutex_;
  Generation young_;
  Generation old_;
};

}  // namespace parley

#endif  // PARLEY_ADAPTERS_CRYPTO_VERIFIED_TOKENS_H_
