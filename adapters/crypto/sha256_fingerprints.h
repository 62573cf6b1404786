// SPDX-License-Identifier: Apache-2.0
#ifndef PARLEY_ADAPTERS_CRYPTO_SHA256_FINGERPRINTS_H_
#define PARLEY_ADAPTERS_CRYPTO_SHA256_FINGERPRINTS_H_

#include <string_view>

#include "adapters/crypto/openssl.h"
#include "application/ports/fingerprints.h"
#include "domain/common/fingerprint.h"

namespace parley {

class Sha256Fingerprints final : public Fingerprints {
 public:
  Sha256Fingerprints();

  Fingerprint Of(std::string_view content) const override;

 private:
  // Looked up once: OpenSSL takes a lock and compares names at each look-up.
  Owned<EVP_MD, EVP_MD_free> sha256_;
};

}  // namespace parley

#endif  // PARLEY_ADAPTERS_CRYPTO_SHA256_FINGERPRINTS_H_
