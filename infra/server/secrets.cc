// SPDX-License-Identifier: Apache-2.0
#include "infra/server/secrets.h"

#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "absl/strings/str_cat.h"
#include "adapters/crypto/certificate_pair.h"
#include "adapters/crypto/files.h"

namespace parley::server {
namespace {

void AddProblem(const char* setting, const absl::Status& status, ProblemList& problems) {
  if (!status.ok()) problems.push_back(absl::StrCat(setting, ": ", status.message()));
}

SecretKey LoadKey(const char* setting, const std::string& path, ProblemList& problems) {
  if (path.empty()) return SecretKey::Random();
  absl::StatusOr<SecretKey> key = LoadKeyFile(path);
  AddProblem(setting, key.status(), problems);
  return key.ok() ? *std::move(key) : SecretKey::Random();
}

// The first line of a file that is closed to others; empty where none is named.
SensitiveText LoadText(const char* setting, const std::string& path, ProblemList& problems) {
  constexpr std::size_t kLongest = 4096;
  if (path.empty()) return {};
  absl::StatusOr<std::string> content = ReadKeyMaterial(path, Secrecy::kSecret, kLongest);
  AddProblem(setting, content.status(), problems);
  if (!content.ok()) return {};
  return SensitiveText(content->substr(0, content->find_first_of("\r\n")));
}

std::unique_ptr<JwtAuthenticator> LoadTokenKeys(const Config& config, ProblemList& problems) {
  if (config.token_keys.empty()) return nullptr;
  absl::StatusOr<std::unique_ptr<JwtAuthenticator>> authenticator = JwtAuthenticator::FromFile(
      config.token_keys, {.issuer = config.token_issuer, .audience = config.token_audience});
  AddProblem("token-keys", authenticator.status(), problems);
  return authenticator.ok() ? *std::move(authenticator) : nullptr;
}

}  // namespace

Secrets LoadSecrets(const Config& config, absl::Time now, ProblemList& problems) {
  if (!config.tls_certificate.empty() && !config.tls_key.empty()) {
    AddProblem("tls-cert", CheckCertificatePair(config.tls_certificate, config.tls_key, now),
               problems);
  }
  // In the order in which their problems are told.
  std::unique_ptr<JwtAuthenticator> authenticator = LoadTokenKeys(config, problems);
  const SecretKey seal_key = LoadKey("seal-key", config.seal_key, problems);
  const SecretKey audit_key = LoadKey("audit-key", config.audit_key, problems);
  const SecretKey index_key = LoadKey("index-key", config.index_key, problems);
  const SecretKey personal_key = LoadKey("personal-key", config.personal_key, problems);
  std::vector<SecretKey> unwrap_keys;
  for (const std::string& path : config.unwrap_keys) {
    unwrap_keys.push_back(LoadKey("unwrap-key", path, problems));
  }
  return {std::move(authenticator),
          seal_key,
          audit_key,
          index_key,
          personal_key,
          std::move(unwrap_keys),
          LoadText("smtp-password", config.smtp_password, problems),
          LoadText("sms-password", config.sms_password, problems),
          LoadText("sms-callback-secret", config.sms_callback_secret, problems),
          LoadText("mail-callback-secret", config.mail_callback_secret, problems)};
}

}  // namespace parley::server
