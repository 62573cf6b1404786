// SPDX-License-Identifier: Apache-2.0
#include "adapters/crypto/aead.h"

#include <openssl/err.h>

#include <array>
#include <cstdint>

#include "adapters/crypto/openssl.h"

namespace parley {
namespace {

constexpr std::size_t kNonceSize = 12;
constexpr std::size_t kTagSize = Aead::kOverhead - kNonceSize;
// OpenSSL counts in int. What callers send, which may be the context, is far shorter.
constexpr std::size_t kLongest = 1U << 30U;

using CipherContext = Owned<EVP_CIPHER_CTX, EVP_CIPHER_CTX_free>;

// Looked up once: OpenSSL takes a lock and compares names at each look-up. It is never given back,
// because threads may seal until the process ends.
const EVP_CIPHER* Aes256Gcm() {
  static const EVP_CIPHER* const cipher = EVP_CIPHER_fetch(nullptr, "AES-256-GCM", nullptr);
  MustSucceed(cipher != nullptr, "AES-256-GCM");
  return cipher;
}

std::uint8_t* MutableBytes(std::string& text, std::size_t at) {
  return reinterpret_cast<std::uint8_t*>(text.data() + at);
}

}  // namespace

std::string Aead::Seal(std::string_view text, std::string_view context) const {
  MustSucceed(text.size() <= kLongest && context.size() <= kLongest, "sealing so long a text");
  std::array<std::uint8_t, kNonceSize> nonce{};
  FillRandom(nonce);
  std::string sealed(nonce.begin(), nonce.end());
  sealed.resize(text.size() + kOverhead);
  const CipherContext cipher(EVP_CIPHER_CTX_new());
  int length = 0;
  MustSucceed(cipher != nullptr &&
                  EVP_EncryptInit_ex2(cipher.get(), Aes256Gcm(), key_.Reveal().data(), nonce.data(),
                                      nullptr) == 1 &&
                  EVP_EncryptUpdate(cipher.get(), nullptr, &length, BytesOf(context),
                                    static_cast<int>(context.size())) == 1 &&
                  EVP_EncryptUpdate(cipher.get(), MutableBytes(sealed, kNonceSize), &length,
                                    BytesOf(text), static_cast<int>(text.size())) == 1 &&
                  EVP_EncryptFinal_ex(cipher.get(), MutableBytes(sealed, kNonceSize + text.size()),
                                      &length) == 1 &&
                  EVP_CIPHER_CTX_ctrl(cipher.get(), EVP_CTRL_AEAD_GET_TAG, kTagSize,
                                      MutableBytes(sealed, kNonceSize + text.size())) == 1,
              "AES-256-GCM");
  return sealed;
}

std::optional<std::string> Aead::Open(std::string_view sealed, std::string_view context) const {
  if (sealed.size() < kOverhead || sealed.size() > kLongest) return std::nullopt;
  if (context.size() > kLongest) return std::nullopt;
  const std::size_t size = sealed.size() - kOverhead;
  std::string text(size, '\0');
  std::array<std::uint8_t, kTagSize> tag{};
  sealed.substr(kNonceSize + size).copy(reinterpret_cast<char*>(tag.data()), tag.size());
  const CipherContext cipher(EVP_CIPHER_CTX_new());
  int length = 0;
  const bool opened =
      cipher != nullptr &&
      EVP_DecryptInit_ex2(cipher.get(), Aes256Gcm(), key_.Reveal().data(), BytesOf(sealed),
                          nullptr) == 1 &&
      EVP_DecryptUpdate(cipher.get(), nullptr, &length, BytesOf(context),
                        static_cast<int>(context.size())) == 1 &&
      EVP_DecryptUpdate(cipher.get(), MutableBytes(text, 0), &length,
                        BytesOf(sealed.substr(kNonceSize)), static_cast<int>(size)) == 1 &&
      EVP_CIPHER_CTX_ctrl(cipher.get(), EVP_CTRL_AEAD_SET_TAG, kTagSize, tag.data()) == 1 &&
      EVP_DecryptFinal_ex(cipher.get(), MutableBytes(text, size), &length) == 1;
  if (opened) return text;
  // A stale error of this thread would be taken for one of a TLS connection that it serves next.
  ERR_clear_error();
  return std::nullopt;
}

}  // namespace parley
