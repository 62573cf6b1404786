// SPDX-License-Identifier: Apache-2.0
#ifndef PARLEY_ADAPTERS_CRYPTO_SECRET_KEY_H_
#define PARLEY_ADAPTERS_CRYPTO_SECRET_KEY_H_

#include <array>
#include <cstddef>
#include <cstdint>
#include <string>

#include "absl/status/status.h"
#include "absl/status/statusor.h"

namespace parley {

// A key of 256 bits. Its bytes are wiped from memory when it goes.
class SecretKey {
 public:
  static constexpr std::size_t kSize = 32;
  using Bytes = std::array<std::uint8_t, kSize>;

  explicit SecretKey(const Bytes& bytes) : bytes_(bytes) {}
  SecretKey(const SecretKey&) = default;
  SecretKey& operator=(const SecretKey&) = default;
  ~SecretKey();

  // From the system's generator.
  static SecretKey Random();

  // Whoever needs the bytes says so.
  const Bytes& Reveal() const { return bytes_; }

 private:
  Bytes bytes_;
};

// Reads a key from a file of 32 bytes, or of 64 hexadecimal digits and at most a line's end. The
// file must be closed to others. Errors: one sentence for an operator.
absl::StatusOr<SecretKey> LoadKeyFile(const std::string& path);

// Makes a new key and writes it, as hexadecimal digits, to a file that must not exist yet.
absl::Status GenerateKeyFile(const std::string& path);

}  // namespace parley

#endif  // PARLEY_ADAPTERS_CRYPTO_SECRET_KEY_H_
