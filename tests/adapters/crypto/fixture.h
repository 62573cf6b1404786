// SPDX-License-Identifier: Apache-2.0
#ifndef PARLEY_TESTS_ADAPTERS_CRYPTO_FIXTURE_H_
#define PARLEY_TESTS_ADAPTERS_CRYPTO_FIXTURE_H_

#include <filesystem>
#include <string>
#include <string_view>

#include "adapters/crypto/secret_key.h"
#include "adapters/crypto/signing_key.h"
#include "domain/common/fingerprint.h"

namespace parley {

// A folder of its own that goes with the test.
class TemporaryFolder {
 public:
  TemporaryFolder();
  TemporaryFolder(const TemporaryFolder&) = delete;
  TemporaryFolder& operator=(const TemporaryFolder&) = delete;
  ~TemporaryFolder();

  std::string Path(const std::string& name) const { return (folder_ / name).string(); }
  // Writes a file of mode 0600, or of another.
  std::string Write(const std::string& name, std::string_view content,
                    std::filesystem::perms mode = std::filesystem::perms::owner_read |
                                                  std::filesystem::perms::owner_write) const;
  std::string Read(const std::string& name) const;

 private:
  std::filesystem::path folder_;
};

// 32 bytes of the same value.
SecretKey KeyOf(std::uint8_t value);
std::string Hex(const Fingerprint& digest);

inline const absl::Time kNow = absl::FromUnixSeconds(1'790'000'000);
inline const TokenPolicy kPolicy{.issuer = "https://issuer.example", .audience = "parley"};

Caller AnyCaller();
SigningKey AnyKey(SigningAlgorithm algorithm = SigningAlgorithm::kEs256);

}  // namespace parley

#endif  // PARLEY_TESTS_ADAPTERS_CRYPTO_FIXTURE_H_
