// SPDX-License-Identifier: Apache-2.0
#ifndef PARLEY_ADAPTERS_CRYPTO_VERIFICATION_KEYS_H_
#define PARLEY_ADAPTERS_CRYPTO_VERIFICATION_KEYS_H_

#include <cjose/cjose.h>

#include <cstddef>
#include <cstdint>
#include <nlohmann/json_fwd.hpp>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "adapters/crypto/openssl.h"

namespace parley {

// The signatures that we take (RFC 7518, section 3). Keys shared with the issuer are not among
// them: who can verify could then also sign.
enum class SigningAlgorithm : std::uint8_t { kEs256, kRs256 };

// "ES256", "RS256".
std::string_view NameOf(SigningAlgorithm algorithm);
std::optional<SigningAlgorithm> SigningAlgorithmNamed(std::string_view name);

using Jwk = Owned<cjose_jwk_t, cjose_jwk_release>;

// The public keys of a JWK set (RFC 7517), each good for one algorithm.
class VerificationKeys {
 public:
  // Each key names its `alg`, and where there are several a `kid` of its own. Keys of another `use`
  // are passed over; private keys, RSA of less than 2048 bits and other curves are refused.
  // Errors: one sentence for an operator.
  static absl::StatusOr<VerificationKeys> Parse(std::string_view jwks);

  // The payload of a token (RFC 7515, compact) that is signed by the key it names, with that key's
  // algorithm; none for any other.
  std::optional<std::string> Open(std::string_view token) const;

 private:
  struct Key {
    std::string kid;
    SigningAlgorithm algorithm = SigningAlgorithm::kEs256;
    Jwk jwk;
  };

  static absl::StatusOr<Key> ReadKey(const nlohmann::json& jwk, std::size_t position);
  absl::Status CheckNames() const;
  // A token without `kid` means the only key there is.
  const Key* Find(const std::optional<std::string>& kid) const;

  std::vector<Key> keys_;
};

}  // namespace parley

#endif  // PARLEY_ADAPTERS_CRYPTO_VERIFICATION_KEYS_H_
