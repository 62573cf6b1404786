// SPDX-License-Identifier: Apache-2.0
#include <gmock/gmock.h>

#include <array>
#include <string>

#include "infra/cli/import/verdict_file.h"
#include "tests/system/support/files.h"

namespace parley::cli {
namespace {

using system_test::ReadFile;
using system_test::ScratchFolder;
using system_test::WriteFile;
using testing::EndsWith;
using testing::HasSubstr;
using testing::StartsWith;

const ImportIdentity& Identity() {
  static const ImportIdentity identity{"sha256:1234", "validate_only:0", "localhost:1"};
  return identity;
}

Verdict AVerdict(std::int64_t row, const std::string& outcome) {
  return {.row = row,
          .file = "debts.csv",
          .line = row + 1,
          .external_ref = "D, \"1\"",
          .outcome = outcome,
          .details = "column: FAULT: A sentence."};
}

class VerdictFiles : public testing::Test {
 public:
  absl::StatusOr<VerdictFile> Open(const ImportIdentity& identity = Identity(),
                                   VerdictFile::Start start = VerdictFile::Start::kResume) const {
    return VerdictFile::Open(path(), identity, start);
  }

  void WriteTwo() const {
    absl::StatusOr<VerdictFile> file = Open();
    ASSERT_TRUE(file.ok()) << file.status();
    const std::array verdicts = {AVerdict(1, "PLACED"), AVerdict(7, "REFUSED")};
    ASSERT_TRUE(file->Append(verdicts).ok());
  }

  std::string path() const { return folder_ / "verdicts.csv"; }

  ScratchFolder folder_;
};

TEST_F(VerdictFiles, AreReadBackAsTheyWereWritten) {
  WriteTwo();
  const absl::StatusOr<VerdictFile> file = Open();
  ASSERT_TRUE(file.ok()) << file.status();
  EXPECT_TRUE(file->Has(1));
  EXPECT_TRUE(file->Has(7));
  EXPECT_FALSE(file->Has(2));
  EXPECT_EQ(file->tally().ToText(), "1 placed, 0 posted, 0 duplicate, 1 refused");
  EXPECT_THAT(ReadFile(path()), StartsWith("# parley import inputs=sha256:1234 "));
  EXPECT_THAT(ReadFile(path()), HasSubstr("\"D, \"\"1\"\"\""));
}

TEST_F(VerdictFiles, LoseALineThatACrashCutOff) {
  WriteTwo();
  const std::string whole = ReadFile(path());
  for (std::size_t cut = whole.find("\n1,") + 1; cut < whole.size(); ++cut) {
    WriteFile(path(), whole.substr(0, cut));
    absl::StatusOr<VerdictFile> file = Open();
    ASSERT_TRUE(file.ok()) << cut << file.status();
    EXPECT_FALSE(file->Has(7)) << cut;
    const std::array verdicts = {AVerdict(9, "PLACED")};
    ASSERT_TRUE(file->Append(verdicts).ok());
    EXPECT_THAT(ReadFile(path()), EndsWith("A sentence.\n"));
    EXPECT_THAT(ReadFile(path()), HasSubstr("\n9,debts.csv,10,"));
  }
}

TEST_F(VerdictFiles, BeginAnewWhenACrashLeftNoWholeHeader) {
  WriteTwo();
  const std::string whole = ReadFile(path());
  for (std::size_t cut = 16; cut < whole.find("\n1,"); ++cut) {
    WriteFile(path(), whole.substr(0, cut));
    const absl::StatusOr<VerdictFile> file = Open();
    ASSERT_TRUE(file.ok()) << cut << file.status();
    EXPECT_EQ(ReadFile(path()), whole.substr(0, whole.find("\n1,") + 1));
  }
}

TEST_F(VerdictFiles, GoOnWithTheirOwnImportAlone) {
  WriteTwo();
  const std::string before = ReadFile(path());
  ImportIdentity other = Identity();
  other.inputs = "sha256:4321";
  EXPECT_THAT(std::string(Open(other).status().message()), HasSubstr("other input files"));
  other = Identity();
  other.options = "validate_only:1";
  EXPECT_THAT(std::string(Open(other).status().message()), HasSubstr("other options"));
  other = Identity();
  other.server = "localhost:2";
  EXPECT_THAT(std::string(Open(other).status().message()), HasSubstr("another server"));
  EXPECT_EQ(ReadFile(path()), before);
  EXPECT_TRUE(Open(other, VerdictFile::Start::kAfresh).ok());
  EXPECT_THAT(ReadFile(path()), HasSubstr("server=localhost:2"));
}

TEST_F(VerdictFiles, LeaveAFileThatIsSomethingElseAlone) {
  WriteFile(path(), "dear diary\n");
  EXPECT_THAT(std::string(Open().status().message()), HasSubstr("no verdict file"));
  EXPECT_EQ(ReadFile(path()), "dear diary\n");
}

TEST_F(VerdictFiles, NameTheLineThatIsDamaged) {
  WriteTwo();
  WriteFile(path(), ReadFile(path()) + "rubbish\n");
  EXPECT_THAT(std::string(Open().status().message()), HasSubstr("damaged at line 5"));
}

TEST_F(VerdictFiles, ServeOneImportAtATime) {
  const absl::StatusOr<VerdictFile> first = Open();
  ASSERT_TRUE(first.ok());
  EXPECT_THAT(std::string(Open().status().message()), HasSubstr("in use"));
}

}  // namespace
}  // namespace parley::cli
