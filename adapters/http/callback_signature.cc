// SPDX-License-Identifier: Apache-2.0
#include "adapters/http/callback_signature.h"

#include <openssl/crypto.h>
#include <openssl/evp.h>
#include <openssl/hmac.h>

#include <array>
#include <cstdint>

#include "absl/strings/escaping.h"
#include "absl/strings/numbers.h"

namespace parley {

std::string SignatureOf(std::string_view secret, std::string_view timestamp,
                        std::string_view body) {
  const std::string content = std::string(timestamp) + "." + std::string(body);
  std::array<unsigned char, EVP_MAX_MD_SIZE> digest{};
  unsigned int size = 0;
  HMAC(EVP_sha256(), secret.data(), static_cast<int>(secret.size()),
       reinterpret_cast<const unsigned char*>(content.data()), content.size(), digest.data(),
       &size);
  return absl::BytesToHexString(
      absl::string_view(reinterpret_cast<const char*>(digest.data()), size));
}

bool IsSignedBy(std::string_view secret, const CallbackStamp& stamp, std::string_view body,
                absl::Time now, absl::Duration window) {
  std::int64_t seconds = 0;
  if (secret.empty() || !absl::SimpleAtoi(std::string(stamp.timestamp), &seconds)) return false;
  const std::string expected = SignatureOf(secret, stamp.timestamp, body);
  const bool is_ours = stamp.signature.size() == expected.size() &&
                       CRYPTO_memcmp(stamp.signature.data(), expected.data(), expected.size()) == 0;
  return is_ours && absl::AbsDuration(now - absl::FromUnixSeconds(seconds)) <= window;
}

}  // namespace parley
