// SPDX-License-Identifier: Apache-2.0
#include "adapters/crypto/signing_key.h"

#include <openssl/err.h>

#include <cstddef>
#include <cstdint>
#include <utility>

#include "adapters/crypto/base64url.h"
#include "adapters/crypto/files.h"
#include "adapters/crypto/json.h"
#include "adapters/crypto/sha256_fingerprints.h"
#include "domain/common/status_macros.h"

namespace parley {
namespace {

using nlohmann::json;

constexpr std::size_t kMostKeyBytes = 1U << 18U;
constexpr std::size_t kRsaBits = 3072;

enum class Half : bool { kPublic, kPrivate };

Jwk Generate(SigningAlgorithm algorithm) {
  cjose_err error{};
  switch (algorithm) {
    case SigningAlgorithm::kEs256:
      return Jwk(cjose_jwk_create_EC_random(CJOSE_JWK_EC_P_256, &error));
    case SigningAlgorithm::kRs256:
      // 65537 is the exponent that cjose takes when it is given none.
      return Jwk(cjose_jwk_create_RSA_random(kRsaBits, nullptr, 0, &error));
  }
  return nullptr;
}

json Members(const Jwk& jwk, Half half) {
  cjose_err error{};
  char* const text = cjose_jwk_to_json(jwk.get(), half == Half::kPrivate, &error);
  MustSucceed(text != nullptr, "writing a key");
  json members = json::parse(text);
  cjose_get_dealloc()(text);
  return members;
}

// RFC 7638: the digest of the members that make the key, in alphabetical order.
std::string Thumbprint(const Jwk& jwk) {
  const json members = Members(jwk, Half::kPublic);
  json essential;
  for (const char* const name : {"crv", "e", "kty", "n", "x", "y"}) {
    if (members.contains(name)) essential[name] = members[name];
  }
  const Fingerprint digest = Sha256Fingerprints().Of(essential.dump());
  return EncodeBase64Url(std::string(digest.begin(), digest.end()));
}

json Describe(const Jwk& jwk, Half half, SigningAlgorithm algorithm, const std::string& kid) {
  json members = Members(jwk, half);
  members["alg"] = NameOf(algorithm);
  members["kid"] = kid;
  members["use"] = "sig";
  return members;
}

// The set in a file, an empty one when there is no file yet.
absl::StatusOr<json> ReadSet(const std::string& path) {
  const absl::StatusOr<std::string> text = ReadKeyMaterial(path, Secrecy::kPublic, kMostKeyBytes);
  if (absl::IsNotFound(text.status())) return json{{"keys", json::array()}};
  PARLEY_RETURN_IF_ERROR(text.status());
  PARLEY_RETURN_IF_ERROR(VerificationKeys::Parse(*text).status());
  return *ParseObject(*text);
}

}  // namespace

SigningKey::SigningKey(SigningAlgorithm algorithm, Jwk jwk, std::string kid)
    : algorithm_(algorithm), jwk_(std::move(jwk)), kid_(std::move(kid)) {}

absl::StatusOr<SigningKey> SigningKey::Make(SigningAlgorithm algorithm) {
  Jwk jwk = Generate(algorithm);
  if (jwk == nullptr) return absl::InternalError("no key could be made");
  std::string kid = Thumbprint(jwk);
  return SigningKey(algorithm, std::move(jwk), std::move(kid));
}

absl::StatusOr<SigningKey> SigningKey::Load(const std::string& path) {
  PARLEY_ASSIGN_OR_RETURN(const std::string text,
                          ReadKeyMaterial(path, Secrecy::kSecret, kMostKeyBytes));
  const absl::Status bad = absl::FailedPreconditionError(path + ": not a private signing key");
  const std::optional<json> members = ParseObject(text);
  if (!members.has_value() || !members->contains("d")) return bad;
  const std::optional<SigningAlgorithm> algorithm =
      SigningAlgorithmNamed(TextMember(*members, "alg").value_or(""));
  cjose_err error{};
  Jwk jwk(cjose_jwk_import(text.data(), text.size(), &error));
  ERR_clear_error();
  if (!algorithm.has_value() || jwk == nullptr) return bad;
  return SigningKey(*algorithm, std::move(jwk), TextMember(*members, "kid").value_or(""));
}

absl::Status SigningKey::Save(const std::string& path) const {
  const json key = Describe(jwk_, Half::kPrivate, algorithm_, kid_);
  return WriteNewFile(path, key.dump(2) + "\n", Secrecy::kSecret);
}

absl::Status SigningKey::Publish(const std::string& path) const {
  PARLEY_ASSIGN_OR_RETURN(json set, ReadSet(path));
  set["keys"].push_back(Describe(jwk_, Half::kPublic, algorithm_, kid_));
  const std::string text = set.dump(2) + "\n";
  PARLEY_RETURN_IF_ERROR(VerificationKeys::Parse(text).status());
  return ReplaceFile(path, text);
}

absl::StatusOr<std::string> SigningKey::Sign(std::string_view payload) const {
  cjose_err error{};
  const Owned<cjose_header_t, cjose_header_release> header(cjose_header_new(&error));
  const std::string algorithm(NameOf(algorithm_));
  const bool described = header != nullptr &&
                         cjose_header_set(header.get(), CJOSE_HDR_ALG, algorithm.c_str(), &error) &&
                         cjose_header_set(header.get(), CJOSE_HDR_KID, kid_.c_str(), &error) &&
                         cjose_header_set(header.get(), "typ", "JWT", &error);
  if (!described) return absl::InternalError("the token's header could not be made");
  const Owned<cjose_jws_t, cjose_jws_release> jws(
      cjose_jws_sign(jwk_.get(), header.get(), BytesOf(payload), payload.size(), &error));
  const char* compact = nullptr;
  if (jws == nullptr || !cjose_jws_export(jws.get(), &compact, &error)) {
    ERR_clear_error();
    return absl::InternalError("the token could not be signed");
  }
  return std::string(compact);
}

absl::StatusOr<std::string> MintToken(const SigningKey& key, const Caller& caller,
                                      const TokenPolicy& policy, absl::Time now) {
  const std::string claims = WriteClaims(caller, policy, now);
  if (!ReadClaims(claims, policy, now).has_value()) {
    return absl::InvalidArgumentError(
        "a token needs a tenant, a principal of at most 256 bytes and an end that is to come");
  }
  return key.Sign(claims);
}

}  // namespace parley
