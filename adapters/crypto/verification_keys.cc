// SPDX-License-Identifier: Apache-2.0
#include "adapters/crypto/verification_keys.h"

#include <openssl/err.h>

#include <algorithm>
#include <array>
#include <cstddef>
#include <utility>

#include "absl/strings/str_cat.h"
#include "adapters/crypto/base64url.h"
#include "adapters/crypto/json.h"
#include "domain/common/status_macros.h"

namespace parley {
namespace {

using Jws = Owned<cjose_jws_t, cjose_jws_release>;

constexpr std::size_t kLeastRsaBits = 2048;
constexpr std::string_view kEs256 = "ES256";
constexpr std::string_view kRs256 = "RS256";

absl::Status Unfit(std::size_t position, const char* what) {
  return absl::FailedPreconditionError(absl::StrCat("key ", position, ": ", what));
}

bool IsFit(const Jwk& jwk, SigningAlgorithm algorithm) {
  cjose_err error{};
  const cjose_jwk_kty_t type = cjose_jwk_get_kty(jwk.get(), &error);
  switch (algorithm) {
    case SigningAlgorithm::kEs256:
      return type == CJOSE_JWK_KTY_EC &&
             cjose_jwk_EC_get_curve(jwk.get(), &error) == CJOSE_JWK_EC_P_256;
    case SigningAlgorithm::kRs256:
      return type == CJOSE_JWK_KTY_RSA && cjose_jwk_get_keysize(jwk.get(), &error) >= kLeastRsaBits;
  }
  return false;
}

struct Header {
  std::string algorithm;
  std::optional<std::string> kid;
};

// Reads a token's header before cjose does. A token that asks for extensions (`crit`) is not for
// us.
std::optional<Header> ReadHeader(std::string_view encoded) {
  const std::optional<std::string> text = DecodeBase64Url(encoded);
  if (!text.has_value()) return std::nullopt;
  const std::optional<nlohmann::json> header = ParseObject(*text);
  if (!header.has_value() || header->contains("crit")) return std::nullopt;
  std::optional<std::string> algorithm = TextMember(*header, "alg");
  std::optional<std::string> kid = TextMember(*header, "kid");
  if (!algorithm.has_value() || header->contains("kid") != kid.has_value()) return std::nullopt;
  return Header{.algorithm = *std::move(algorithm), .kid = std::move(kid)};
}

// Three parts, each in the one text that its bytes have.
std::optional<std::array<std::string_view, 3>> Split(std::string_view token) {
  const std::size_t first = token.find('.');
  const std::size_t last = token.rfind('.');
  if (first == last) return std::nullopt;
  const std::array<std::string_view, 3> parts{
      token.substr(0, first), token.substr(first + 1, last - first - 1), token.substr(last + 1)};
  for (const std::string_view part : parts) {
    if (part.empty() || !DecodeBase64Url(part).has_value()) return std::nullopt;
  }
  return parts;
}

// A signature of ES256 is two numbers of 32 bytes (RFC 7518, section 3.4); cjose passes over a byte
// too many. That one of RS256 has the modulus' length is seen by OpenSSL.
bool HasLengthOf(SigningAlgorithm algorithm, std::string_view signature) {
  constexpr std::size_t kEncodedEs256Length = 86;
  return algorithm != SigningAlgorithm::kEs256 || signature.size() == kEncodedEs256Length;
}

// What cjose understood must be what we looked at.
bool IsSignedBy(const Jws& jws, const Jwk& jwk, SigningAlgorithm algorithm) {
  cjose_err error{};
  const char* const seen =
      cjose_header_get(cjose_jws_get_protected(jws.get()), CJOSE_HDR_ALG, &error);
  return seen != nullptr && NameOf(algorithm) == seen &&
         cjose_jws_verify(jws.get(), jwk.get(), &error);
}

std::optional<std::string> Verify(std::string_view token, const Jwk& jwk,
                                  SigningAlgorithm algorithm) {
  cjose_err error{};
  const Jws jws(cjose_jws_import(token.data(), token.size(), &error));
  if (jws == nullptr || !IsSignedBy(jws, jwk, algorithm)) {
    // A stale error of this thread would be taken for one of a TLS connection that it serves next.
    ERR_clear_error();
    return std::nullopt;
  }
  std::uint8_t* payload = nullptr;
  std::size_t length = 0;
  if (!cjose_jws_get_plaintext(jws.get(), &payload, &length, &error)) return std::nullopt;
  return std::string(payload, payload + length);
}

}  // namespace

std::string_view NameOf(SigningAlgorithm algorithm) {
  switch (algorithm) {
    case SigningAlgorithm::kEs256:
      return kEs256;
    case SigningAlgorithm::kRs256:
      return kRs256;
  }
  return {};
}

std::optional<SigningAlgorithm> SigningAlgorithmNamed(std::string_view name) {
  if (name == kEs256) return SigningAlgorithm::kEs256;
  if (name == kRs256) return SigningAlgorithm::kRs256;
  return std::nullopt;
}

absl::StatusOr<VerificationKeys> VerificationKeys::Parse(std::string_view jwks) {
  const std::optional<nlohmann::json> set = ParseObject(jwks);
  if (!set.has_value() || !set->contains("keys") || !set->at("keys").is_array()) {
    return absl::FailedPreconditionError("not a JWK set: an object with an array of keys");
  }
  VerificationKeys result;
  std::size_t position = 0;
  for (const nlohmann::json& jwk : set->at("keys")) {
    ++position;
    if (jwk.is_object() && TextMember(jwk, "use").value_or("sig") != "sig") continue;
    PARLEY_ASSIGN_OR_RETURN(Key key, ReadKey(jwk, position));
    result.keys_.push_back(std::move(key));
  }
  if (result.keys_.empty()) return absl::FailedPreconditionError("the JWK set has no signing key");
  PARLEY_RETURN_IF_ERROR(result.CheckNames());
  return result;
}

absl::StatusOr<VerificationKeys::Key> VerificationKeys::ReadKey(const nlohmann::json& jwk,
                                                                std::size_t position) {
  if (!jwk.is_object()) return Unfit(position, "not an object");
  if (jwk.contains("d") || jwk.contains("k")) {
    return Unfit(position, "a private or shared key; this file holds public keys only");
  }
  const std::optional<SigningAlgorithm> algorithm =
      SigningAlgorithmNamed(TextMember(jwk, "alg").value_or(""));
  if (!algorithm.has_value()) return Unfit(position, "its alg must be ES256 or RS256");
  const std::string text = jwk.dump();
  cjose_err error{};
  Key key{.kid = TextMember(jwk, "kid").value_or(""),
          .algorithm = *algorithm,
          .jwk = Jwk(cjose_jwk_import(text.data(), text.size(), &error))};
  ERR_clear_error();
  if (key.jwk == nullptr) return Unfit(position, "not a well-formed key");
  if (!IsFit(key.jwk, key.algorithm)) {
    return Unfit(position,
                 "its alg needs another key: ES256 P-256, RS256 RSA of 2048 bits or more");
  }
  return key;
}

absl::Status VerificationKeys::CheckNames() const {
  if (keys_.size() == 1) return absl::OkStatus();
  std::vector<std::string> names;
  for (const Key& key : keys_) names.push_back(key.kid);
  std::sort(names.begin(), names.end());
  if (names.front().empty() || std::adjacent_find(names.begin(), names.end()) != names.end()) {
    return absl::FailedPreconditionError("of several keys each needs a kid of its own");
  }
  return absl::OkStatus();
}

std::optional<std::string> VerificationKeys::Open(std::string_view token) const {
  const std::optional<std::array<std::string_view, 3>> parts = Split(token);
  if (!parts.has_value()) return std::nullopt;
  const std::optional<Header> header = ReadHeader(parts->front());
  if (!header.has_value()) return std::nullopt;
  const Key* const key = Find(header->kid);
  if (key == nullptr || header->algorithm != NameOf(key->algorithm) ||
      !HasLengthOf(key->algorithm, parts->back())) {
    return std::nullopt;
  }
  return Verify(token, key->jwk, key->algorithm);
}

const VerificationKeys::Key* VerificationKeys::Find(const std::optional<std::string>& kid) const {
  if (!kid.has_value()) return keys_.size() == 1 ? &keys_.front() : nullptr;
  const auto found =
      std::find_if(keys_.begin(), keys_.end(), [&kid](const Key& key) { return key.kid == *kid; });
  return found == keys_.end() ? nullptr : &*found;
}

}  // namespace parley
