// SPDX-License-Identifier: Apache-2.0
#ifndef PARLEY_ADAPTERS_CRYPTO_HMAC_BLIND_INDEX_H_
#define PARLEY_ADAPTERS_CRYPTO_HMAC_BLIND_INDEX_H_

#include <string_view>

#include "adapters/crypto/hkdf.h"
#include "adapters/crypto/secret_key.h"
#include "application/ports/blind_index.h"

namespace parley {

// HMAC-SHA-256 (RFC 2104) under a key of the tenant's own, which is derived from one key by HKDF.
class HmacBlindIndex final : public BlindIndex {
 public:
  explicit HmacBlindIndex(const SecretKey& key) : keys_(key) {}

  Fingerprint Of(TenantId tenant, std::string_view kind,
                 std::string_view normalised) const override;

 private:
  Hkdf keys_;
};

}  // namespace parley

#endif  // PARLEY_ADAPTERS_CRYPTO_HMAC_BLIND_INDEX_H_
