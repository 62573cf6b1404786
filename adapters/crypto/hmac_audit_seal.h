// SPDX-License-Identifier: Apache-2.0
#ifndef PARLEY_ADAPTERS_CRYPTO_HMAC_AUDIT_SEAL_H_
#define PARLEY_ADAPTERS_CRYPTO_HMAC_AUDIT_SEAL_H_

#include <string_view>

#include "adapters/crypto/openssl.h"
#include "adapters/crypto/secret_key.h"
#include "application/ports/seals.h"
#include "domain/common/fingerprint.h"

namespace parley {

// Seals audit rows by HMAC-SHA-256 (RFC 2104) under one key.
class HmacAuditSeal final : public AuditSeal {
 public:
  explicit HmacAuditSeal(const SecretKey& key);

  Fingerprint Mac(std::string_view content) const override;

 private:
  // Holds the key; each row is sealed by a copy of it, which may be made by several threads.
  Owned<EVP_MAC_CTX, EVP_MAC_CTX_free> keyed_;
};

}  // namespace parley

#endif  // PARLEY_ADAPTERS_CRYPTO_HMAC_AUDIT_SEAL_H_
