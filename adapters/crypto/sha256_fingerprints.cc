// SPDX-License-Identifier: Apache-2.0
#include "adapters/crypto/sha256_fingerprints.h"

namespace parley {

Sha256Fingerprints::Sha256Fingerprints() : sha256_(EVP_MD_fetch(nullptr, "SHA256", nullptr)) {
  MustSucceed(sha256_ != nullptr, "SHA-256");
}

Fingerprint Sha256Fingerprints::Of(std::string_view content) const {
  Fingerprint digest{};
  MustSucceed(EVP_Digest(content.data(), content.size(), digest.data(), nullptr, sha256_.get(),
                         nullptr) == 1,
              "SHA-256");
  return digest;
}

}  // namespace parley
