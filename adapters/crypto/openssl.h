// SPDX-License-Identifier: Apache-2.0
#ifndef PARLEY_ADAPTERS_CRYPTO_OPENSSL_H_
#define PARLEY_ADAPTERS_CRYPTO_OPENSSL_H_

#include <openssl/evp.h>

#include <cstdint>
#include <memory>
#include <span>
#include <string_view>

namespace parley {

// Frees what OpenSSL or cjose gave, whatever its function returns.
template <auto kFree>
struct FreeBy {
  template <typename T>
  void operator()(T* owned) const {
    kFree(owned);
  }
};

template <typename T, auto kFree>
using Owned = std::unique_ptr<T, FreeBy<kFree>>;

// Stops the process unless the library did what it always does: it fails here only when memory is
// out or the library is broken, and nothing that is secret or sealed may go on without it.
void MustSucceed(bool done, std::string_view what);

// Bytes of the system's generator.
void FillRandom(std::span<std::uint8_t> bytes);

inline const std::uint8_t* BytesOf(std::string_view text) {
  return reinterpret_cast<const std::uint8_t*>(text.data());
}

}  // namespace parley

#endif  // PARLEY_ADAPTERS_CRYPTO_OPENSSL_H_
