// SPDX-License-Identifier: Apache-2.0
#include "adapters/crypto/jwt_authenticator.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <nlohmann/json.hpp>
#include <string>
#include <utility>
#include <vector>

#include "domain/common/reason.h"
#include "tests/adapters/crypto/fixture.h"

namespace parley {
namespace {

using nlohmann::json;
using testing::HasSubstr;

// An authenticator and the key whose tokens it takes.
struct Gate {
  TemporaryFolder folder;
  SigningKey key = AnyKey();
  std::unique_ptr<JwtAuthenticator> authenticator;

  Gate() {
    EXPECT_TRUE(key.Publish(folder.Path("keys")).ok());
    authenticator = *JwtAuthenticator::FromFile(folder.Path("keys"), kPolicy);
  }

  absl::StatusOr<Caller> Verify(std::string_view token, absl::Time now = kNow) const {
    return authenticator->Verify(token, now);
  }
  std::string Mint(const Caller& caller) const { return *MintToken(key, caller, kPolicy, kNow); }
  absl::StatusOr<Caller> VerifyClaims(const json& claims) const {
    return Verify(*key.Sign(claims.dump()));
  }
};

json AnyClaims() { return json::parse(WriteClaims(AnyCaller(), kPolicy, kNow)); }

json With(const char* name, const json& value) {
  json claims = AnyClaims();
  claims[name] = value;
  return claims;
}

json Without(const char* name) {
  json claims = AnyClaims();
  claims.erase(name);
  return claims;
}

void ExpectRefused(const absl::StatusOr<Caller>& caller, const std::string& why = {}) {
  EXPECT_EQ(ReasonOf(caller.status()), Reason::kCredentialsInvalid) << why;
  EXPECT_EQ(caller.status(), Refuse(Reason::kCredentialsInvalid)) << why;
}

TEST(JwtAuthenticator, KnowsTheCallerOfAToken) {
  const Gate gate;
  Caller caller = AnyCaller();
  caller.debtor = DebtorId::Parse("018f0000-0000-7000-8000-0000000000d1");
  const absl::StatusOr<Caller> seen = gate.Verify(gate.Mint(caller));
  ASSERT_TRUE(seen.ok()) << seen.status();
  EXPECT_EQ(seen->tenant, caller.tenant);
  EXPECT_EQ(seen->principal, "ada.example");
  EXPECT_EQ(seen->scopes, caller.scopes);
  EXPECT_EQ(seen->debtor, caller.debtor);
  EXPECT_EQ(seen->expires, caller.expires);
}

TEST(JwtAuthenticator, KnowsTheCallerAgain) {
  const Gate gate;
  const std::string token = gate.Mint(AnyCaller());
  ASSERT_TRUE(gate.Verify(token).ok());
  const absl::StatusOr<Caller> again = gate.Verify(token, kNow + absl::Minutes(59));
  ASSERT_TRUE(again.ok());
  EXPECT_EQ(again->debtor, std::nullopt);
  EXPECT_EQ(again->scopes, AnyCaller().scopes);
}

TEST(JwtAuthenticator, RefusesAnExpiredTokenAlsoWhenItWasGoodBefore) {
  const Gate gate;
  const std::string token = gate.Mint(AnyCaller());
  ExpectRefused(gate.Verify(token, kNow + absl::Hours(2)));
  EXPECT_TRUE(gate.Verify(token).ok());
  ExpectRefused(gate.Verify(token, kNow + absl::Hours(2)));
}

TEST(JwtAuthenticator, AllowsThirtySecondsForClocksThatDiffer) {
  const Gate gate;
  const std::string token = gate.Mint(AnyCaller());
  const absl::Time end = AnyCaller().expires;
  EXPECT_TRUE(gate.Verify(token, end + absl::Seconds(29)).ok());
  ExpectRefused(gate.Verify(token, end + absl::Seconds(30)));
  const std::int64_t now = absl::ToUnixSeconds(kNow);
  EXPECT_TRUE(gate.VerifyClaims(With("nbf", now + 30)).ok());
  ExpectRefused(gate.VerifyClaims(With("nbf", now + 31)));
}

TEST(JwtAuthenticator, TakesAnAudienceAmongSeveral) {
  const Gate gate;
  EXPECT_TRUE(gate.VerifyClaims(With("aud", {"billing", "parley"})).ok());
}

TEST(JwtAuthenticator, TakesATokenWithoutScopes) {
  const Gate gate;
  EXPECT_TRUE(gate.VerifyClaims(With("scope", ""))->scopes.empty());
}

TEST(JwtAuthenticator, RefusesClaimsThatAreMissingOrNotWhatTheyMustBe) {
  const Gate gate;
  ASSERT_TRUE(gate.VerifyClaims(AnyClaims()).ok());
  for (const char* const name : {"iss", "aud", "exp", "sub", "tenant", "scope"}) {
    ExpectRefused(gate.VerifyClaims(Without(name)), name);
    ExpectRefused(gate.VerifyClaims(With(name, nullptr)), name);
    ExpectRefused(gate.VerifyClaims(With(name, json::object())), name);
    ExpectRefused(gate.VerifyClaims(With(name, true)), name);
  }
  const std::string nil = "00000000-0000-0000-0000-000000000000";
  const std::vector<std::pair<const char*, json>> wrong{
      {"iss", "https://issuer.example/"},
      {"iss", {"https://issuer.example"}},
      {"aud", "parley2"},
      {"aud", {"billing"}},
      {"aud", json::array()},
      {"exp", "1790003600"},
      {"exp", -1},
      {"exp", -1e300},
      {"nbf", "now"},
      {"nbf", 1e300},
      {"nbf", nullptr},
      {"sub", ""},
      {"sub", std::string(257, 'x')},
      {"sub", "two\nlines"},
      {"tenant", "mine"},
      {"tenant", nil},
      {"scope", {"parley.debts.read"}},
      {"debtor", ""},
      {"debtor", "me"},
      {"debtor", nil},
      {"debtor", nullptr},
      {"debtor", 7},
  };
  for (const auto& [name, value] : wrong) {
    ExpectRefused(gate.VerifyClaims(With(name, value)), name + value.dump());
  }
}

TEST(JwtAuthenticator, RefusesPayloadsThatAreNoClaims) {
  const Gate gate;
  for (const std::string_view payload : {"[]", "null", "text", "{", "\xff\xfe", "{\"a\":1}{"}) {
    ExpectRefused(gate.Verify(*gate.key.Sign(payload)), std::string(payload));
  }
}

TEST(JwtAuthenticator, RefusesTextThatIsNoToken) {
  const Gate gate;
  for (const std::string& text :
       {std::string(), std::string("."), std::string(".."), std::string("a.b.c"),
        std::string("Bearer x"), std::string(100'000, 'a'), std::string(9000, '.')}) {
    ExpectRefused(gate.Verify(text));
  }
}

TEST(JwtAuthenticator, RefusesTheTokenOfAnotherIssuersKey) {
  const Gate gate;
  const Gate other;
  ExpectRefused(gate.Verify(other.Mint(AnyCaller())));
}

TEST(JwtAuthenticator, TakesOldAndNewKeysWhileBothAreInTheFile) {
  Gate gate;
  const std::string old_token = gate.Mint(AnyCaller());
  ASSERT_TRUE(gate.Verify(old_token).ok());
  const SigningKey next = AnyKey(SigningAlgorithm::kRs256);
  const std::string new_token = *MintToken(next, AnyCaller(), kPolicy, kNow);
  ExpectRefused(gate.Verify(new_token), "before the reload");

  ASSERT_TRUE(next.Publish(gate.folder.Path("keys")).ok());
  ASSERT_TRUE(gate.authenticator->Reload().ok());
  EXPECT_TRUE(gate.Verify(old_token).ok());
  EXPECT_TRUE(gate.Verify(new_token).ok());

  std::filesystem::remove(gate.folder.Path("keys"));
  ASSERT_TRUE(next.Publish(gate.folder.Path("keys")).ok());
  ASSERT_TRUE(gate.authenticator->Reload().ok());
  ExpectRefused(gate.Verify(old_token), "its key is gone");
  EXPECT_TRUE(gate.Verify(new_token).ok());
}

TEST(JwtAuthenticator, KeepsItsKeysWhenTheNewFileIsBad) {
  Gate gate;
  const std::string token = gate.Mint(AnyCaller());
  for (const std::string_view content : {"", R"({"keys":[]})", R"({"keys":[{"kty":"oct"}]})"}) {
    gate.folder.Write("keys", content);
    const absl::Status reloaded = gate.authenticator->Reload();
    EXPECT_FALSE(reloaded.ok());
    EXPECT_THAT(std::string(reloaded.message()), HasSubstr(gate.folder.Path("keys")));
    EXPECT_TRUE(gate.Verify(token).ok());
  }
  std::filesystem::remove(gate.folder.Path("keys"));
  EXPECT_FALSE(gate.authenticator->Reload().ok());
  EXPECT_TRUE(gate.Verify(token).ok());
}

TEST(JwtAuthenticator, DoesNotStartWithoutKeys) {
  const TemporaryFolder folder;
  const auto gate = JwtAuthenticator::FromFile(folder.Path("none"), kPolicy);
  EXPECT_TRUE(absl::IsNotFound(gate.status()));
  EXPECT_THAT(std::string(gate.status().message()), HasSubstr(folder.Path("none")));
}

}  // namespace
}  // namespace parley
