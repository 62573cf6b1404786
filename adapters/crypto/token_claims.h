// SPDX-License-Identifier: Apache-2.0
#ifndef PARLEY_ADAPTERS_CRYPTO_TOKEN_CLAIMS_H_
#define PARLEY_ADAPTERS_CRYPTO_TOKEN_CLAIMS_H_

#include <optional>
#include <string>
#include <string_view>

#include "absl/time/time.h"
#include "application/ports/authenticator.h"

namespace parley {

// Whose tokens are taken, and for whom they must be.
struct TokenPolicy {
  std::string issuer;
  std::string audience;
  absl::Duration leeway = absl::Seconds(30);  // For clocks that differ.
};

// The caller that a token's payload names: `iss` is the issuer, `aud` is or holds the audience,
// `exp` is to come and `nbf`, if any, is past; `sub`, `tenant` and `scope` are there, and `debtor`
// when the token reaches one debtor only. None for any other payload.
std::optional<Caller> ReadClaims(std::string_view payload, const TokenPolicy& policy,
                                 absl::Time now);

// The payload that ReadClaims understands, issued now.
std::string WriteClaims(const Caller& caller, const TokenPolicy& policy, absl::Time now);

}  // namespace parley

#endif  // PARLEY_ADAPTERS_CRYPTO_TOKEN_CLAIMS_H_
