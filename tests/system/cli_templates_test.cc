// SPDX-License-Identifier: Apache-2.0
// Templates, checked without a server.
#include <gmock/gmock.h>

#include <string>

#include "nlohmann/json.hpp"
#include "tests/system/cli_run.h"
#include "tests/system/support/files.h"

namespace parley::cli {
namespace {

using system_test::ScratchFolder;
using system_test::WriteFile;
using testing::HasSubstr;
using testing::StartsWith;

constexpr const char* kSheet = R"(# proto-message: TemplateSheet
key: "thanks"
version: 1
channels: [CHANNEL_SMS]
purpose: PURPOSE_RECEIPT
variables { name: "amount" type: VARIABLE_TYPE_MONEY }
wordings {
  language: "en"
  text: "{{> SELF_IDENTIFICATION}} We have {{amount}}. {{> REQUIRED}} {{> OPT_OUT}}"
}
)";

std::string Replaced(std::string text, const std::string& what, const std::string& by) {
  return text.replace(text.find(what), what.size(), by);
}

TEST(CheckTemplates, PassesThoseOfTheProgram) {
  const CliResult result = RunInProcess({"template", "check"});
  EXPECT_EQ(result.exit_code, 0) << result.err;
  EXPECT_THAT(result.out, HasSubstr(", nothing wrong\n"));
}

TEST(CheckTemplates, PassesASoundFileAndTellsEachFaultOfOthersByItsPlace) {
  const ScratchFolder folder;
  WriteFile(folder / "thanks.textproto", kSheet);
  const CliResult sound = RunInProcess({"template", "check", folder / "thanks.textproto"});
  EXPECT_EQ(sound.exit_code, 0) << sound.err;
  EXPECT_EQ(sound.out, "templates: 1, nothing wrong\n");

  WriteFile(folder / "other.textproto", Replaced(kSheet, "{{amount}}", "{{amuont}}"));
  const CliResult result = RunInProcess({"template", "check", folder / "other.textproto"});
  EXPECT_EQ(result.exit_code, 1);
  EXPECT_THAT(result.out, StartsWith(folder / "other.textproto"));
  EXPECT_THAT(result.out, HasSubstr(":9:3: wordings[0].text: line 1: amuont: is not declared\n"));
  EXPECT_THAT(result.out, HasSubstr(":6:1: variables[0]: amount: is declared and not used\n"));
}

TEST(CheckTemplates, AnswersInJsonToo) {
  const ScratchFolder folder;
  WriteFile(folder / "thanks.textproto", Replaced(kSheet, "{{> OPT_OUT}}", ""));
  const CliResult result = RunInProcess({"template", "check", folder / "", "-o", "json"});
  EXPECT_EQ(result.exit_code, 1);
  const nlohmann::json told = nlohmann::json::parse(result.out);
  ASSERT_EQ(told["faults"].size(), 1U);
  EXPECT_THAT(told["faults"][0].get<std::string>(), HasSubstr("lacks the block OPT_OUT"));
}

TEST(CheckTemplates, NeedsSomethingToCheck) {
  const ScratchFolder folder;
  EXPECT_NE(RunInProcess({"template", "check", folder / "none"}).exit_code, 0);
}

}  // namespace
}  // namespace parley::cli
