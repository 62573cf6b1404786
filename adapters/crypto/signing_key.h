// SPDX-License-Identifier: Apache-2.0
#ifndef PARLEY_ADAPTERS_CRYPTO_SIGNING_KEY_H_
#define PARLEY_ADAPTERS_CRYPTO_SIGNING_KEY_H_

#include <string>
#include <string_view>

#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "absl/time/time.h"
#include "adapters/crypto/token_claims.h"
#include "adapters/crypto/verification_keys.h"
#include "application/ports/authenticator.h"

namespace parley {

// A private key that signs tokens: for development and tests, where no identity provider is. Its
// `kid` is its thumbprint (RFC 7638). Errors of all: one sentence for an operator.
class SigningKey {
 public:
  static absl::StatusOr<SigningKey> Make(SigningAlgorithm algorithm);
  // From the file that Save wrote; it must be closed to others.
  static absl::StatusOr<SigningKey> Load(const std::string& path);

  // Writes the private key, as a JWK, to a new file of mode 0600.
  absl::Status Save(const std::string& path) const;
  // Adds the public key to the JWK set in a file, which need not exist yet.
  absl::Status Publish(const std::string& path) const;

  // A compact JWS (RFC 7515) of the payload.
  absl::StatusOr<std::string> Sign(std::string_view payload) const;

 private:
  SigningKey(SigningAlgorithm algorithm, Jwk jwk, std::string kid);

  SigningAlgorithm algorithm_;
  Jwk jwk_;
  std::string kid_;
};

// A token that an authenticator of this policy takes from now until the caller's `expires`.
// Errors: INVALID_ARGUMENT for a caller that no token can name.
absl::StatusOr<std::string> MintToken(const SigningKey& key, const Caller& caller,
                                      const TokenPolicy& policy, absl::Time now);

}  // namespace parley

#endif  // PARLEY_ADAPTERS_CRYPTO_SIGNING_KEY_H_
