// SPDX-License-Identifier: Apache-2.0
#ifndef PARLEY_ADAPTERS_CRYPTO_JWT_AUTHENTICATOR_H_
#define PARLEY_ADAPTERS_CRYPTO_JWT_AUTHENTICATOR_H_

#include <memory>
#include <shared_mutex>
#include <string>
#include <string_view>

#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "absl/time/time.h"
#include "adapters/crypto/token_claims.h"
#include "adapters/crypto/verification_keys.h"
#include "application/ports/authenticator.h"

namespace parley {

// Verifies JSON web tokens (RFC 7519) by the keys of a JWK set in a file. It may be called from any
// thread.
class JwtAuthenticator final : public Authenticator {
 public:
  // Errors: one sentence for an operator, with the file's path.
  static absl::StatusOr<std::unique_ptr<JwtAuthenticator>> FromFile(std::string path,
                                                                    TokenPolicy policy);

  absl::StatusOr<Caller> Verify(std::string_view bearer_token, absl::Time now) const override;

  // Reads the file again. When it is bad the keys stay as they were, and the error says why. Tokens
  // of keys that are gone are refused from then on.
  absl::Status Reload();

 private:
  JwtAuthenticator(std::string path, TokenPolicy policy, VerificationKeys keys);

  const std::string path_;
  const TokenPolicy policy_;
  mutable std::shared_mutex keys_mutex_;
  VerificationKeys keys_;
};

}  // namespace parley

#endif  // PARLEY_ADAPTERS_CRYPTO_JWT_AUTHENTICATOR_H_
