// SPDX-License-Identifier: Apache-2.0
#ifndef PARLEY_INFRA_CLI_KEYS_H_
#define PARLEY_INFRA_CLI_KEYS_H_

#include <string>
#include <vector>

#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "adapters/crypto/verification_keys.h"
#include "infra/cli/command.h"

namespace parley::cli {

// The names of key files in a folder.
inline constexpr const char* kSigningKeyFile = "signing-key.jwk";  // Private: mints tokens.
inline constexpr const char* kJwksFile = "jwks.json";              // Public: verifies tokens.
inline constexpr const char* kAuditKeyFile = "audit.key";          // Seals the audit trail.
inline constexpr const char* kSealKeyFile = "seal.key";            // Seals page tokens.
inline constexpr const char* kIndexKeyFile = "index.key";          // Digests what finds people.
inline constexpr const char* kPersonalKeyFile = "personal.key";    // Wraps what seals their data.
inline constexpr const char* kCertificateFile = "ca.pem";          // Beside it, what it certifies.

// A folder that only its owner may enter; one that is there is left as it is.
absl::Status MakeKeyFolder(const std::string& folder);

// Writes a new private key and adds its public one to the set. Errors: ALREADY_EXISTS.
absl::Status MakeSigningKey(const std::string& folder, SigningAlgorithm algorithm);

// Makes every file that a server of one machine needs and that is not there yet; gives the names of
// those it made.
absl::StatusOr<std::vector<std::string>> MakeMissingKeys(const std::string& folder);

// Tells which files were made.
void TellFiles(const std::vector<std::string>& names, const std::string& folder, Context& context);

}  // namespace parley::cli

#endif  // PARLEY_INFRA_CLI_KEYS_H_
