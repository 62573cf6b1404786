// SPDX-License-Identifier: Apache-2.0
#include "adapters/crypto/openssl.h"

#include <openssl/rand.h>

#include <cstdio>
#include <cstdlib>

namespace parley {

void MustSucceed(bool done, std::string_view what) {
  if (done) return;
  std::fprintf(stderr, "OpenSSL failed at %.*s\n", static_cast<int>(what.size()), what.data());
  std::abort();
}

void FillRandom(std::span<std::uint8_t> bytes) {
  MustSucceed(RAND_bytes(bytes.data(), static_cast<int>(bytes.size())) == 1, "random bytes");
}

}  // namespace parley
