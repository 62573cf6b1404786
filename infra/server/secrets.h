// SPDX-License-Identifier: Apache-2.0
#ifndef PARLEY_INFRA_SERVER_SECRETS_H_
#define PARLEY_INFRA_SERVER_SECRETS_H_

#include <memory>
#include <vector>

#include "absl/time/time.h"
#include "adapters/crypto/jwt_authenticator.h"
#include "adapters/crypto/secret_key.h"
#include "domain/common/sensitive.h"
#include "infra/server/config.h"
#include "infra/server/setting_values.h"

namespace parley::server {

// What the configuration's key files hold.
struct Secrets {
  std::unique_ptr<JwtAuthenticator> authenticator;
  SecretKey seal_key;
  SecretKey audit_key;
  SecretKey index_key;
  SecretKey personal_key;
  std::vector<SecretKey> unwrap_keys;
  SensitiveText smtp_password;
  SensitiveText sms_password;
  SensitiveText sms_callback_secret;
  SensitiveText mail_callback_secret;
};

// Reads every key file that is named and looks at the certificates. A store in memory needs no keys
// that outlive it: what is not named is made up. Each problem is added, with its path; with one,
// or with one of the configuration, the secrets are good for nothing.
Secrets LoadSecrets(const Config& config, absl::Time now, ProblemList& problems);

}  // namespace parley::server

#endif  // PARLEY_INFRA_SERVER_SECRETS_H_
