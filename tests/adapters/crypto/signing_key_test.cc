// SPDX-License-Identifier: Apache-2.0
#include "adapters/crypto/signing_key.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <filesystem>
#include <nlohmann/json.hpp>
#include <string>

#include "tests/adapters/crypto/fixture.h"

namespace parley {
namespace {

using nlohmann::json;

class EachAlgorithm : public testing::TestWithParam<SigningAlgorithm> {};
INSTANTIATE_TEST_SUITE_P(SigningKey, EachAlgorithm,
                         testing::Values(SigningAlgorithm::kEs256, SigningAlgorithm::kRs256),
                         [](const auto& each) { return std::string(NameOf(each.param)); });

TEST_P(EachAlgorithm, SignsAfterItWasSavedAndLoaded) {
  const TemporaryFolder folder;
  const SigningKey key = AnyKey(GetParam());
  ASSERT_TRUE(key.Save(folder.Path("private")).ok());
  ASSERT_TRUE(key.Publish(folder.Path("keys")).ok());
  const absl::StatusOr<SigningKey> loaded = SigningKey::Load(folder.Path("private"));
  ASSERT_TRUE(loaded.ok()) << loaded.status();
  const VerificationKeys keys = *VerificationKeys::Parse(folder.Read("keys"));
  EXPECT_EQ(keys.Open(*loaded->Sign("payload")), "payload");
}

TEST_P(EachAlgorithm, PublishesNothingPrivate) {
  const TemporaryFolder folder;
  ASSERT_TRUE(AnyKey(GetParam()).Publish(folder.Path("keys")).ok());
  const json published = json::parse(folder.Read("keys"))["keys"][0];
  for (const char* const name : {"d", "p", "q", "dp", "dq", "qi", "k"}) {
    EXPECT_FALSE(published.contains(name)) << name;
  }
  EXPECT_EQ(published["alg"], NameOf(GetParam()));
  EXPECT_EQ(published["kid"].get<std::string>().size(), 43U);
}

TEST(SigningKey, SavesItselfForItsOwnerAloneAndNeverOverAnother) {
  const TemporaryFolder folder;
  const SigningKey key = AnyKey();
  ASSERT_TRUE(key.Save(folder.Path("private")).ok());
  using std::filesystem::perms;
  EXPECT_EQ(std::filesystem::status(folder.Path("private")).permissions(),
            perms::owner_read | perms::owner_write);
  EXPECT_TRUE(absl::IsAlreadyExists(key.Save(folder.Path("private"))));
}

TEST(SigningKey, IsNotLoadedFromAPublicKeyOrAnotherText) {
  const TemporaryFolder folder;
  ASSERT_TRUE(AnyKey().Publish(folder.Path("keys")).ok());
  const json published = json::parse(folder.Read("keys"))["keys"][0];
  for (const std::string& text : {published.dump(), std::string("{\"d\":1}"), std::string()}) {
    EXPECT_FALSE(SigningKey::Load(folder.Write("private", text)).ok()) << text;
  }
}

TEST(SigningKey, IsNotPublishedTwiceNorIntoAFileThatIsNoSet) {
  const TemporaryFolder folder;
  const SigningKey key = AnyKey();
  ASSERT_TRUE(key.Publish(folder.Path("keys")).ok());
  EXPECT_FALSE(key.Publish(folder.Path("keys")).ok());
  folder.Write("other", "a letter");
  EXPECT_FALSE(key.Publish(folder.Path("other")).ok());
  EXPECT_EQ(folder.Read("other"), "a letter");
}

TEST(MintToken, RefusesACallerThatNoTokenCanName) {
  const SigningKey key = AnyKey();
  Caller nobody = AnyCaller();
  nobody.principal.clear();
  Caller nowhere = AnyCaller();
  nowhere.tenant = TenantId();
  Caller past = AnyCaller();
  past.expires = kNow - absl::Hours(1);
  for (const Caller& caller : {nobody, nowhere, past}) {
    EXPECT_TRUE(absl::IsInvalidArgument(MintToken(key, caller, kPolicy, kNow).status()));
  }
}

}  // namespace
}  // namespace parley
