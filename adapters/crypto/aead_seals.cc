// SPDX-License-Identifier: Apache-2.0
#include "adapters/crypto/aead_seals.h"

#include <openssl/err.h>

#include <array>
#include <climits>
#include <cstddef>
#include <cstdint>

#include "adapters/crypto/base64url.h"
#include "adapters/crypto/openssl.h"

namespace parley {
namespace {

constexpr std::size_t kNonceSize = 12;
constexpr std::size_t kTagSize = 16;
// OpenSSL counts in int. What callers send, which may be the context, is far shorter.
constexpr std::size_t kLongest = 1U << 30U;

using CipherContext = Owned<EVP_CIPHER_CTX, EVP_CIPHER_CTX_free>;

std::uint8_t* MutableBytes(std::string& text, std::size_t at) {
  return reinterpret_cast<std::uint8_t*>(text.data() + at);
}

}  // namespace

std::string AeadSeals::Seal(std::string_view text, std::string_view context) const {
  MustSucceed(text.size() <= kLongest && context.size() <= kLongest, "sealing so long a text");
  std::array<std::uint8_t, kNonceSize> nonce{};
  FillRandom(nonce);
  std::string sealed(nonce.begin(), nonce.end());
  sealed.resize(kNonceSize + text.size() + kTagSize);
  const CipherContext cipher(EVP_CIPHER_CTX_new());
  int length = 0;
  MustSucceed(cipher != nullptr &&
                  EVP_EncryptInit_ex2(cipher.get(), EVP_aes_256_gcm(), key_.Reveal().data(),
                                      nonce.data(), nullptr) == 1 &&
                  EVP_EncryptUpdate(cipher.get(), nullptr, &length, BytesOf(context),
                                    static_cast<int>(context.size())) == 1 &&
                  EVP_EncryptUpdate(cipher.get(), MutableBytes(sealed, kNonceSize), &length,
                                    BytesOf(text), static_cast<int>(text.size())) == 1 &&
                  EVP_EncryptFinal_ex(cipher.get(), MutableBytes(sealed, kNonceSize + text.size()),
                                      &length) == 1 &&
                  EVP_CIPHER_CTX_ctrl(cipher.get(), EVP_CTRL_AEAD_GET_TAG, kTagSize,
                                      MutableBytes(sealed, kNonceSize + text.size())) == 1,
              "AES-256-GCM");
  return EncodeBase64Url(sealed);
}

std::optional<std::string> AeadSeals::Open(std::string_view sealed,
                                           std::string_view context) const {
  if (sealed.size() > 2 * kLongest || context.size() > kLongest) return std::nullopt;
  std::optional<std::string> bytes = DecodeBase64Url(sealed);
  if (!bytes.has_value() || bytes->size() < kNonceSize + kTagSize) return std::nullopt;
  const std::size_t size = bytes->size() - kNonceSize - kTagSize;
  std::string text(size, '\0');
  const CipherContext cipher(EVP_CIPHER_CTX_new());
  int length = 0;
  const bool opened =
      cipher != nullptr &&
      EVP_DecryptInit_ex2(cipher.get(), EVP_aes_256_gcm(), key_.Reveal().data(),
                          MutableBytes(*bytes, 0), nullptr) == 1 &&
      EVP_DecryptUpdate(cipher.get(), nullptr, &length, BytesOf(context),
                        static_cast<int>(context.size())) == 1 &&
      EVP_DecryptUpdate(cipher.get(), MutableBytes(text, 0), &length,
                        MutableBytes(*bytes, kNonceSize), static_cast<int>(size)) == 1 &&
      EVP_CIPHER_CTX_ctrl(cipher.get(), EVP_CTRL_AEAD_SET_TAG, kTagSize,
                          MutableBytes(*bytes, kNonceSize + size)) == 1 &&
      EVP_DecryptFinal_ex(cipher.get(), MutableBytes(text, size), &length) == 1;
  if (opened) return text;
  // A stale error of this thread would be taken for one of a TLS connection that it serves next.
  ERR_clear_error();
  return std::nullopt;
}

}  // namespace parley
