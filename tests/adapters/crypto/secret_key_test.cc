// SPDX-License-Identifier: Apache-2.0
#include "adapters/crypto/secret_key.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <filesystem>
#include <string>

#include "tests/adapters/crypto/fixture.h"

namespace parley {
namespace {

using std::filesystem::perms;
using testing::HasSubstr;

const std::string kHex = std::string(32, 'a') + std::string(32, 'F');

TEST(LoadKeyFile, ReadsHexadecimalDigitsWithOrWithoutALineEnd) {
  const TemporaryFolder folder;
  for (const std::string end : {"", "\n", "\r\n"}) {
    const absl::StatusOr<SecretKey> key = LoadKeyFile(folder.Write("key", kHex + end));
    ASSERT_TRUE(key.ok()) << key.status();
    EXPECT_EQ(key->Reveal().front(), 0xAA);
    EXPECT_EQ(key->Reveal().back(), 0xFF);
  }
}

TEST(LoadKeyFile, ReadsRawBytes) {
  const TemporaryFolder folder;
  const absl::StatusOr<SecretKey> key = LoadKeyFile(folder.Write("key", std::string(32, '\n')));
  ASSERT_TRUE(key.ok()) << key.status();
  EXPECT_EQ(key->Reveal(), KeyOf('\n').Reveal());
}

TEST(LoadKeyFile, RefusesAnotherLengthOrOtherDigitsAndDoesNotRepeatThem) {
  const TemporaryFolder folder;
  std::string not_hex(64, 'a');
  not_hex.back() = 'g';
  for (const std::string& content : {std::string(), std::string(31, 'x'), std::string(33, 'x'),
                                     kHex + "a", not_hex, std::string(1'000'000, 'a')}) {
    const absl::StatusOr<SecretKey> key = LoadKeyFile(folder.Write("key", content));
    EXPECT_EQ(key.status().code(), absl::StatusCode::kFailedPrecondition);
    EXPECT_THAT(std::string(key.status().message()), HasSubstr(folder.Path("key")));
    EXPECT_THAT(std::string(key.status().message()), testing::Not(HasSubstr("aaaa")));
  }
}

TEST(LoadKeyFile, RefusesAFileThatOthersCanReach) {
  const TemporaryFolder folder;
  for (const perms extra : {perms::others_read, perms::others_write, perms::others_exec}) {
    const absl::StatusOr<SecretKey> key =
        LoadKeyFile(folder.Write("key", kHex, perms::owner_read | perms::owner_write | extra));
    EXPECT_EQ(key.status().code(), absl::StatusCode::kFailedPrecondition);
    EXPECT_THAT(std::string(key.status().message()), HasSubstr("others can reach"));
  }
}

TEST(LoadKeyFile, TakesAFileThatItsGroupCanRead) {
  const TemporaryFolder folder;
  const perms mode = perms::owner_read | perms::group_read;
  EXPECT_TRUE(LoadKeyFile(folder.Write("key", kHex, mode)).ok());
}

TEST(LoadKeyFile, RefusesAFolderAndAFileThatIsNotThere) {
  const TemporaryFolder folder;
  EXPECT_FALSE(LoadKeyFile(folder.Path(".")).ok());
  EXPECT_TRUE(absl::IsNotFound(LoadKeyFile(folder.Path("none")).status()));
}

TEST(GenerateKeyFile, WritesAKeyThatLoadsAndThatOnlyItsOwnerReads) {
  const TemporaryFolder folder;
  ASSERT_TRUE(GenerateKeyFile(folder.Path("one")).ok());
  ASSERT_TRUE(GenerateKeyFile(folder.Path("two")).ok());
  const absl::StatusOr<SecretKey> one = LoadKeyFile(folder.Path("one"));
  const absl::StatusOr<SecretKey> two = LoadKeyFile(folder.Path("two"));
  ASSERT_TRUE(one.ok() && two.ok());
  EXPECT_NE(one->Reveal(), two->Reveal());
  EXPECT_EQ(std::filesystem::status(folder.Path("one")).permissions(),
            perms::owner_read | perms::owner_write);
}

TEST(GenerateKeyFile, NeverWritesOverAKey) {
  const TemporaryFolder folder;
  folder.Write("key", kHex);
  EXPECT_TRUE(absl::IsAlreadyExists(GenerateKeyFile(folder.Path("key"))));
  EXPECT_EQ(folder.Read("key"), kHex);
}

}  // namespace
}  // namespace parley
