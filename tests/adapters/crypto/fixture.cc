// SPDX-License-Identifier: Apache-2.0
#include "tests/adapters/crypto/fixture.h"

#include <cstdlib>
#include <fstream>
#include <iterator>
#include <stdexcept>

#include "absl/strings/escaping.h"

namespace parley {

TemporaryFolder::TemporaryFolder() {
  std::string name = (std::filesystem::temp_directory_path() / "parley-crypto-XXXXXX").string();
  if (::mkdtemp(name.data()) == nullptr) throw std::runtime_error("no temporary folder");
  folder_ = name;
}

TemporaryFolder::~TemporaryFolder() {
  std::error_code ignored;
  std::filesystem::remove_all(folder_, ignored);
}

std::string TemporaryFolder::Write(const std::string& name, std::string_view content,
                                   std::filesystem::perms mode) const {
  std::ofstream(Path(name), std::ios::binary) << content;
  std::filesystem::permissions(Path(name), mode);
  return Path(name);
}

std::string TemporaryFolder::Read(const std::string& name) const {
  std::ifstream file(Path(name), std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

SecretKey KeyOf(std::uint8_t value) {
  SecretKey::Bytes bytes{};
  bytes.fill(value);
  return SecretKey(bytes);
}

std::string Hex(const Fingerprint& digest) {
  return absl::BytesToHexString(std::string(digest.begin(), digest.end()));
}

Caller AnyCaller() {
  return {.tenant = *TenantId::Parse("018f0000-0000-7000-8000-000000000001"),
          .principal = "ada.example",
          .scopes = {"parley.debts.read", "parley.debts.write"},
          .expires = kNow + absl::Hours(1)};
}

SigningKey AnyKey(SigningAlgorithm algorithm) {
  absl::StatusOr<SigningKey> key = SigningKey::Make(algorithm);
  if (!key.ok()) throw std::runtime_error(key.status().ToString());
  return *std::move(key);
}

}  // namespace parley
