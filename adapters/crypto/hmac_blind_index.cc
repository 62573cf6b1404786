// SPDX-License-Identifier: Apache-2.0
#include "adapters/crypto/hmac_blind_index.h"

#include <openssl/hmac.h>

namespace parley {

Fingerprint HmacBlindIndex::Of(TenantId tenant, std::string_view kind,
                               std::string_view normalised) const {
  CanonicalContent purpose;
  purpose.Add("blind index").Add(tenant.ToString());
  const SecretKey key = keys_.Derive(purpose.text());
  CanonicalContent value;
  value.Add(kind).Add(normalised);
  Fingerprint digest{};
  MustSucceed(HMAC(EVP_sha256(), key.Reveal().data(), static_cast<int>(key.Reveal().size()),
                   BytesOf(value.text()), value.text().size(), digest.data(), nullptr) != nullptr,
              "HMAC");
  return digest;
}

}  // namespace parley
