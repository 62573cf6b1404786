// SPDX-License-Identifier: Apache-2.0
#include "adapters/crypto/secret_key.h"

#include <openssl/crypto.h>

#include <algorithm>
#include <string_view>

#include "absl/strings/ascii.h"
#include "absl/strings/escaping.h"
#include "adapters/crypto/files.h"
#include "adapters/crypto/openssl.h"
#include "domain/common/status_macros.h"

namespace parley {
namespace {

constexpr std::size_t kHexLength = 2 * SecretKey::kSize;

SecretKey FromText(std::string_view bytes) {
  SecretKey::Bytes key{};
  std::copy(bytes.begin(), bytes.end(), key.begin());
  SecretKey result(key);
  OPENSSL_cleanse(key.data(), key.size());
  return result;
}

bool IsHex(std::string_view text) {
  return text.size() == kHexLength && std::all_of(text.begin(), text.end(), [](char digit) {
           return absl::ascii_isxdigit(static_cast<unsigned char>(digit));
         });
}

}  // namespace

SecretKey::~SecretKey() { OPENSSL_cleanse(bytes_.data(), bytes_.size()); }

SecretKey SecretKey::Random() {
  Bytes bytes{};
  FillRandom(bytes);
  return SecretKey(bytes);
}

absl::StatusOr<SecretKey> LoadKeyFile(const std::string& path) {
  PARLEY_ASSIGN_OR_RETURN(const std::string content,
                          ReadKeyMaterial(path, Secrecy::kSecret, kHexLength + 2));
  if (content.size() == SecretKey::kSize) return FromText(content);
  std::string_view digits = content;
  while (!digits.empty() && (digits.back() == '\n' || digits.back() == '\r')) {
    digits.remove_suffix(1);
  }
  if (!IsHex(digits)) {
    return absl::FailedPreconditionError(path + ": a key is 32 bytes or 64 hexadecimal digits");
  }
  return FromText(absl::HexStringToBytes(absl::string_view(digits.data(), digits.size())));
}

absl::Status GenerateKeyFile(const std::string& path) {
  const SecretKey key = SecretKey::Random();
  const std::string bytes(key.Reveal().begin(), key.Reveal().end());
  return WriteNewFile(path, absl::BytesToHexString(bytes) + "\n", Secrecy::kSecret);
}

}  // namespace parley
