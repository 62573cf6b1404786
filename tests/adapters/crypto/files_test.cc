// SPDX-License-Identifier: Apache-2.0
#include "adapters/crypto/files.h"

#include <gtest/gtest.h>
#include <sys/resource.h>

#include <csignal>
#include <filesystem>
#include <string>

#include "tests/adapters/crypto/fixture.h"

namespace parley {
namespace {

// For as long as it lives no file of this process may grow beyond so many bytes.
class SizeLimit {
 public:
  explicit SizeLimit(rlim_t most) {
    ::getrlimit(RLIMIT_FSIZE, &before_);
    const rlimit now{most, before_.rlim_max};
    ::setrlimit(RLIMIT_FSIZE, &now);
    std::signal(SIGXFSZ, SIG_IGN);
  }
  SizeLimit(const SizeLimit&) = delete;
  SizeLimit& operator=(const SizeLimit&) = delete;
  ~SizeLimit() { ::setrlimit(RLIMIT_FSIZE, &before_); }

 private:
  rlimit before_{};
};

TEST(WriteNewFile, NeverTakesTheNameOfAFileThatIsThere) {
  const TemporaryFolder folder;
  EXPECT_TRUE(WriteNewFile(folder.Path("key"), "first", Secrecy::kSecret).ok());
  EXPECT_TRUE(absl::IsAlreadyExists(WriteNewFile(folder.Path("key"), "second", Secrecy::kSecret)));
  EXPECT_EQ(folder.Read("key"), "first");
}

TEST(WriteNewFile, LeavesNothingOfAFileForWhichThereWasNoSpace) {
  const TemporaryFolder folder;
  {
    const SizeLimit limit(4);
    EXPECT_FALSE(WriteNewFile(folder.Path("key"), "much too long", Secrecy::kSecret).ok());
  }
  EXPECT_FALSE(std::filesystem::exists(folder.Path("key")));
  EXPECT_TRUE(WriteNewFile(folder.Path("key"), "much too long", Secrecy::kSecret).ok());
}

TEST(ReplaceFile, KeepsTheOldOneWhenThereIsNoSpaceForTheNew) {
  const TemporaryFolder folder;
  EXPECT_TRUE(ReplaceFile(folder.Path("keys"), "old").ok());
  {
    const SizeLimit limit(4);
    EXPECT_FALSE(ReplaceFile(folder.Path("keys"), "much too long").ok());
  }
  EXPECT_EQ(folder.Read("keys"), "old");
  EXPECT_FALSE(std::filesystem::exists(folder.Path("keys.new")));
  EXPECT_TRUE(ReplaceFile(folder.Path("keys"), "new").ok());
  EXPECT_EQ(folder.Read("keys"), "new");
}

}  // namespace
}  // namespace parley
