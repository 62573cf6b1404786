// SPDX-License-Identifier: Apache-2.0
#include "adapters/crypto/verification_keys.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <openssl/evp.h>
#include <openssl/hmac.h>

#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "adapters/crypto/base64url.h"
#include "tests/adapters/crypto/fixture.h"

namespace parley {
namespace {

using nlohmann::json;
using testing::HasSubstr;

// RFC 7515, appendices A.2 and A.3: keys and tokens.
constexpr std::string_view kPayload =
    "{\"iss\":\"joe\",\r\n \"exp\":1300819380,\r\n \"http://example.com/is_root\":true}";
constexpr const char* kModulus =
    "ofgWCuLjybRlzo0tZWJjNiuSfb4p4fAkd_wWJcyQoTbji9k0l8W26mPddxHmfHQp-Vaw-4qPCJrcS2mJPMEzP1Pt0Bm4"
    "d4QlL-yRT-SFd2lZS-pCgNMsD1W_YpRPEwOWvG6b32690r2jZ47soMZo9wGzjb_7OMg0LOL-bSf63kpaSHSXndS5z5re"
    "xMdbBYUsLA9e-KXBdQOS-UTo7WTBEMa2R2CapHg665xsmtdVMTBQY4uDZlxvb3qCo5ZwKh9kG4LT6_I5IhlJH7aGhyxX"
    "FvUK-DWNmoudF8NAco9_h9iaGNj8q2ethFkMLs91kzk2PAcDTW9gb54h4FRWyuXpoQ";
constexpr std::string_view kRsaToken =
    "eyJhbGciOiJSUzI1NiJ9."
    "eyJpc3MiOiJqb2UiLA0KICJleHAiOjEzMDA4MTkzODAsDQogImh0dHA6Ly9leGFtcGxlLmNvbS9pc19yb290Ijp0cnVl"
    "fQ.cC4hiUPoj9Eetdgtv3hF80EGrhuB__dzERat0XF9g2VtQgr9PJbu3XOiZj5RZmh7AAuHIm4Bh-0Qc_lF5YKt_O8W2"
    "Fp5jujGbds9uJdbF9CUAr7t1dnZcAcQjbKBYNX4BAynRFdiuB--f_nZLgrnbyTyWzO75vRK5h6xBArLIARNPvkSjtQBM"
    "Hlb1L07Qe7K0GarZRmB_eSN9383LcOLn6_dO--xi12jzDwusC-eOkHWEsqtFZESc6BfI7noOPqvhJ1phCnvWh6IeYI2w"
    "9QOYEUipUTI8np6LbgGY9Fs98rqVt5AXLIhWkWywlVmtVrBp0igcN_IoypGlUPQGe77Rw";
constexpr std::string_view kEcToken =
    "eyJhbGciOiJFUzI1NiJ9."
    "eyJpc3MiOiJqb2UiLA0KICJleHAiOjEzMDA4MTkzODAsDQogImh0dHA6Ly9leGFtcGxlLmNvbS9pc19yb290Ijp0cnVl"
    "fQ.DtEhU3ljbEg8L38VWAfUAqOyKAM6-Xx-F4GawxaepmXFCgfTjDxw5djxLa8ISlSApmWQxfKTUJqPP3-Kg6NU1Q";

json RsaKey() { return {{"kty", "RSA"}, {"alg", "RS256"}, {"n", kModulus}, {"e", "AQAB"}}; }
json EcKey() {
  return {{"kty", "EC"},
          {"alg", "ES256"},
          {"crv", "P-256"},
          {"x", "f83OJ3D2xF1Bg8vub9tLe1gHMzV76e8Tus9uPHvRVEU"},
          {"y", "x_FEzRu9m36HLN_tue659LNpXW6pCyStikYjKIWI5a0"}};
}

absl::StatusOr<VerificationKeys> Parse(const std::vector<json>& keys) {
  return VerificationKeys::Parse(json{{"keys", keys}}.dump());
}

std::string Token(const json& header, std::string_view signature) {
  return EncodeBase64Url(header.dump()) + "." + EncodeBase64Url(kPayload) + "." +
         EncodeBase64Url(signature);
}

std::string Hmac(std::string_view key, std::string_view content) {
  std::string mac(32, '\0');
  unsigned length = 0;
  HMAC(EVP_sha256(), key.data(), static_cast<int>(key.size()),
       reinterpret_cast<const unsigned char*>(content.data()), content.size(),
       reinterpret_cast<unsigned char*>(mac.data()), &length);
  return mac;
}

TEST(VerificationKeys, OpenTheTokensOfTheStandard) {
  EXPECT_EQ(Parse({RsaKey()})->Open(kRsaToken), kPayload);
  EXPECT_EQ(Parse({EcKey()})->Open(kEcToken), kPayload);
}

TEST(VerificationKeys, DoNotOpenWithOneCharacterChangedMissingOrAdded) {
  const VerificationKeys keys = *Parse({EcKey()});
  for (std::size_t at = 0; at < kEcToken.size(); ++at) {
    for (const char other : {'A', 'z', '_', '.', '=', ' '}) {
      std::string changed(kEcToken);
      changed[at] = other;
      EXPECT_EQ(keys.Open(changed).has_value(), changed == kEcToken) << changed;
    }
    EXPECT_EQ(keys.Open(kEcToken.substr(0, at)), std::nullopt);
  }
  for (const std::string_view more : {"A", "=", ".", ".A", " ", "\n"}) {
    EXPECT_EQ(keys.Open(std::string(kEcToken) + std::string(more)), std::nullopt) << more;
  }
}

TEST(VerificationKeys, DoNotOpenUnderAnotherKeyOfTheSameKind) {
  const TemporaryFolder folder;
  ASSERT_TRUE(AnyKey().Publish(folder.Path("keys")).ok());
  EXPECT_EQ(VerificationKeys::Parse(folder.Read("keys"))->Open(kEcToken), std::nullopt);
}

TEST(VerificationKeys, RefuseTheAlgorithmThatNeedsNoKey) {
  const VerificationKeys keys = *Parse({EcKey()});
  for (const char* const name : {"none", "None", "NONE", ""}) {
    EXPECT_EQ(keys.Open(Token({{"alg", name}}, "")), std::nullopt);
    EXPECT_EQ(keys.Open(Token({{"alg", name}}, "x")), std::nullopt);
  }
}

TEST(VerificationKeys, RefuseThePublicKeyUsedAsASharedOne) {
  const std::string content =
      EncodeBase64Url(json{{"alg", "HS256"}}.dump()) + "." + EncodeBase64Url(kPayload);
  for (const std::string& secret : {RsaKey().dump(), std::string(kModulus), std::string()}) {
    const std::string token = content + "." + EncodeBase64Url(Hmac(secret, content));
    EXPECT_EQ(Parse({RsaKey()})->Open(token), std::nullopt);
  }
}

TEST(VerificationKeys, RefuseAnAlgorithmThatIsNotTheKeysOwn) {
  for (const char* const name : {"RS256", "RS384", "PS256", "ES384", "ES512", "HS256", "EdDSA"}) {
    EXPECT_EQ(Parse({EcKey()})->Open(Token({{"alg", name}}, std::string(64, 'x'))), std::nullopt);
  }
  EXPECT_EQ(Parse({RsaKey()})->Open(Token({{"alg", "PS256"}}, std::string(256, 'x'))),
            std::nullopt);
}

TEST(VerificationKeys, RefuseHeadersThatAreNotOurs) {
  const VerificationKeys keys = *Parse({EcKey()});
  const std::string signature(64, 'x');
  for (const json& header :
       {json::array({"ES256"}), json(nullptr), json("ES256"), json::object(),
        json{{"alg", nullptr}}, json{{"alg", 256}}, json{{"alg", {"ES256"}}},
        json{{"alg", "ES256"}, {"kid", 5}}, json{{"alg", "ES256"}, {"crit", {"b64"}}}}) {
    EXPECT_EQ(keys.Open(Token(header, signature)), std::nullopt) << header;
  }
}

TEST(VerificationKeys, RefuseSignaturesOfAnotherLength) {
  const VerificationKeys keys = *Parse({EcKey()});
  for (const std::size_t length : {1U, 2U, 63U, 65U, 66U, 128U, 1000U}) {
    EXPECT_EQ(keys.Open(Token({{"alg", "ES256"}}, std::string(length, '\1'))), std::nullopt);
  }
  EXPECT_EQ(keys.Open(Token({{"alg", "ES256"}}, std::string(64, '\0'))), std::nullopt);
}

TEST(VerificationKeys, TakeTheKeyThatATokenNames) {
  json first = EcKey();
  json second = RsaKey();
  first["kid"] = "first";
  second["kid"] = "second";
  const VerificationKeys keys = *Parse({first, second});
  EXPECT_EQ(keys.Open(kEcToken), std::nullopt) << "of several keys one must be named";

  const TemporaryFolder folder;
  const SigningKey signer = AnyKey(SigningAlgorithm::kRs256);
  ASSERT_TRUE(AnyKey().Publish(folder.Path("keys")).ok());
  ASSERT_TRUE(signer.Publish(folder.Path("keys")).ok());
  EXPECT_EQ(VerificationKeys::Parse(folder.Read("keys"))->Open(*signer.Sign("hello")), "hello");
  EXPECT_EQ(keys.Open(*signer.Sign("hello")), std::nullopt);
}

TEST(VerificationKeys, PassOverKeysThatAreNotForSigning) {
  json other = RsaKey();
  other["use"] = "enc";
  other["alg"] = "RSA-OAEP";
  json key = EcKey();
  key["use"] = "sig";
  EXPECT_EQ(Parse({other, key})->Open(kEcToken), kPayload);
}

struct BadSet {
  const char* what;
  std::vector<json> keys;
  const char* says;
};

json With(json key, const char* name, const json& value) {
  key[name] = value;
  return key;
}

TEST(VerificationKeys, RefuseASetThatIsNotFitAndSayWhy) {
  json without_algorithm = EcKey();
  without_algorithm.erase("alg");
  json off_curve = With(EcKey(), "x", "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAE");
  json shared = {{"kty", "oct"}, {"alg", "HS256"}, {"k", "c2VjcmV0"}};
  const std::vector<BadSet> cases{
      {"no keys", {}, "no signing key"},
      {"no objects", {"text"}, "key 1: not an object"},
      {"no algorithm", {without_algorithm}, "key 1: its alg"},
      {"an unknown algorithm", {With(EcKey(), "alg", "ES384")}, "key 1: its alg"},
      {"another kind of key", {With(EcKey(), "alg", "RS256")}, "key 1: its alg needs another"},
      {"a small key", {With(RsaKey(), "n", std::string(170, 'x'))}, "2048 bits"},
      {"a point off the curve", {off_curve}, "key 1: not a well-formed key"},
      {"a private key", {With(EcKey(), "d", "AAAA")}, "key 1: a private or shared key"},
      {"a shared key", {shared}, "key 1: a private or shared key"},
      {"two keys without names", {EcKey(), RsaKey()}, "a kid of its own"},
      {"two keys of one name",
       {With(EcKey(), "kid", "a"), With(RsaKey(), "kid", "a")},
       "a kid of its own"},
  };
  for (const BadSet& bad : cases) {
    const absl::StatusOr<VerificationKeys> keys = Parse(bad.keys);
    EXPECT_EQ(keys.status().code(), absl::StatusCode::kFailedPrecondition) << bad.what;
    EXPECT_THAT(std::string(keys.status().message()), HasSubstr(bad.says)) << bad.what;
  }
}

TEST(VerificationKeys, RefuseTextThatIsNoSet) {
  for (const std::string_view text : {"", "[]", "{}", "{\"keys\":{}}", "{\"keys\":[", "\xff"}) {
    EXPECT_FALSE(VerificationKeys::Parse(text).ok()) << text;
  }
}

}  // namespace
}  // namespace parley
