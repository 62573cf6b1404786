// SPDX-License-Identifier: Apache-2.0
#include "adapters/crypto/jwt_authenticator.h"

#include <cstddef>
#include <mutex>
#include <optional>
#include <utility>

#include "absl/strings/str_cat.h"
#include "adapters/crypto/files.h"
#include "domain/common/reason.h"
#include "domain/common/status_macros.h"

namespace parley {
namespace {

constexpr std::size_t kMostKeyBytes = 1U << 18U;
// What the metadata of a call can hold.
constexpr std::size_t kLongestToken = 8192;

absl::StatusOr<VerificationKeys> ReadKeys(const std::string& path) {
  PARLEY_ASSIGN_OR_RETURN(const std::string text,
                          ReadKeyMaterial(path, Secrecy::kPublic, kMostKeyBytes));
  absl::StatusOr<VerificationKeys> keys = VerificationKeys::Parse(text);
  if (keys.ok()) return keys;
  return absl::FailedPreconditionError(absl::StrCat(path, ": ", keys.status().message()));
}

}  // namespace

JwtAuthenticator::JwtAuthenticator(std::string path, TokenPolicy policy, VerificationKeys keys)
    : path_(std::move(path)), policy_(std::move(policy)), keys_(std::move(keys)) {}

absl::StatusOr<std::unique_ptr<JwtAuthenticator>> JwtAuthenticator::FromFile(std::string path,
                                                                             TokenPolicy policy) {
  PARLEY_ASSIGN_OR_RETURN(VerificationKeys keys, ReadKeys(path));
  return std::unique_ptr<JwtAuthenticator>(
      new JwtAuthenticator(std::move(path), std::move(policy), std::move(keys)));
}

absl::StatusOr<Caller> JwtAuthenticator::Verify(std::string_view bearer_token,
                                                absl::Time now) const {
  if (bearer_token.size() > kLongestToken) return Refuse(Reason::kCredentialsInvalid);
  const std::shared_lock lock(keys_mutex_);
  const std::optional<std::string> payload = keys_.Open(bearer_token);
  if (!payload.has_value()) return Refuse(Reason::kCredentialsInvalid);
  std::optional<Caller> caller = ReadClaims(*payload, policy_, now);
  if (!caller.has_value()) return Refuse(Reason::kCredentialsInvalid);
  return *std::move(caller);
}

absl::Status JwtAuthenticator::Reload() {
  PARLEY_ASSIGN_OR_RETURN(VerificationKeys keys, ReadKeys(path_));
  const std::unique_lock lock(keys_mutex_);
  keys_ = std::move(keys);
  return absl::OkStatus();
}

}  // namespace parley
