// SPDX-License-Identifier: Apache-2.0
#include "adapters/system/line_file.h"

#include <fcntl.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <sys/mman.h>
#include <sys/resource.h>
#include <unistd.h>

#include <csignal>
#include <filesystem>
#include <fstream>
#include <string>

namespace parley {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

// A file's name that is free, and is free again after the test.
struct Place {
  std::string path =
      (std::filesystem::temp_directory_path() / ("parley-lines-" + std::to_string(::getpid())))
          .string();
  Place() { std::filesystem::remove(path); }
  Place(const Place&) = delete;
  Place& operator=(const Place&) = delete;
  ~Place() { std::filesystem::remove(path); }

  std::unique_ptr<LineFile> Open() const {
    absl::StatusOr<std::unique_ptr<LineFile>> file = LineFile::Open(path);
    EXPECT_TRUE(file.ok()) << file.status();
    return *std::move(file);
  }
};

TEST(LineFile, HasItsLinesWhenItIsOpenedAgain) {
  const Place place;
  {
    const auto file = place.Open();
    EXPECT_THAT(file->lines(), IsEmpty());
    EXPECT_TRUE(file->Append("first").ok());
    EXPECT_TRUE(file->Append("").ok());
    EXPECT_TRUE(file->Append("third").ok());
  }
  EXPECT_THAT(place.Open()->lines(), ElementsAre("first", "", "third"));
}

TEST(LineFile, TakesAwayALineThatWasCutShort) {
  const Place place;
  std::ofstream(place.path) << "first\nsec";
  {
    const auto file = place.Open();
    EXPECT_THAT(file->lines(), ElementsAre("first"));
    EXPECT_TRUE(file->Append("second").ok());
  }
  EXPECT_THAT(place.Open()->lines(), ElementsAre("first", "second"));
}

TEST(LineFile, BelongsToOneAtATime) {
  const Place place;
  auto file = place.Open();
  EXPECT_EQ(LineFile::Open(place.path).status().code(), absl::StatusCode::kFailedPrecondition);
  file.reset();
  EXPECT_TRUE(LineFile::Open(place.path).ok());
}

TEST(LineFile, IsClosedToOthers) {
  const Place place;
  const auto file = place.Open();
  const auto mode = std::filesystem::status(place.path).permissions();
  EXPECT_EQ(mode & std::filesystem::perms::others_all, std::filesystem::perms::none);
}

TEST(LineFile, SaysWhyItCannotBeOpened) {
  EXPECT_TRUE(absl::IsNotFound(LineFile::Open("/nowhere/file").status()));
  EXPECT_FALSE(LineFile::Open("/tmp").ok());
  EXPECT_FALSE(LineFile::Open("/dev/null").ok());
}

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

TEST(LineFile, LeavesNothingOfALineForWhichThereWasNoSpace) {
  const Place place;
  {
    const auto file = place.Open();
    EXPECT_TRUE(file->Append("first").ok());
    {
      const SizeLimit limit(10);
      EXPECT_FALSE(file->Append("much too long").ok());
    }
    EXPECT_TRUE(file->Append("second").ok());
  }
  EXPECT_THAT(place.Open()->lines(), ElementsAre("first", "second"));
}

// A file that may grow and never shrink, behind a place's name.
class SealedFile {
 public:
  explicit SealedFile(const Place& place)
      : descriptor_(::memfd_create("parley-lines", MFD_CLOEXEC | MFD_ALLOW_SEALING)) {
    EXPECT_EQ(::fcntl(descriptor_, F_ADD_SEALS, F_SEAL_SHRINK), 0);
    std::filesystem::create_symlink("/proc/self/fd/" + std::to_string(descriptor_), place.path);
  }
  SealedFile(const SealedFile&) = delete;
  SealedFile& operator=(const SealedFile&) = delete;
  ~SealedFile() { ::close(descriptor_); }

 private:
  const int descriptor_;
};

TEST(LineFile, DoesNotJoinALineToOneThatItCouldNotTakeAway) {
  const Place place;
  const SealedFile sealed(place);
  {
    const auto file = place.Open();
    EXPECT_TRUE(file->Append("first").ok());
    {
      const SizeLimit limit(10);
      EXPECT_FALSE(file->Append("much too long").ok());
    }
    EXPECT_TRUE(file->Append("second").ok());
    EXPECT_TRUE(file->Append("third").ok());
  }
  EXPECT_THAT(place.Open()->lines(), ElementsAre("first", "much", "second", "third"));
}

}  // namespace
}  // namespace parley
