// SPDX-License-Identifier: Apache-2.0
// Two people at terminals on two servers, one of which is killed while they chat.
#include <gmock/gmock.h>

#include <csignal>
#include <nlohmann/json.hpp>
#include <optional>
#include <string>
#include <vector>

#include "absl/strings/str_cat.h"
#include "absl/strings/str_split.h"
#include "tests/system/support/deployment.h"
#include "tests/system/support/requests.h"

namespace parley::system_test {
namespace {

using ::testing::ElementsAreArray;

constexpr int kLines = 40;

class ChatOverTwoServers : public testing::Test {
 protected:
  void SetUp() override {
    if (TestPostgres().empty()) GTEST_SKIP() << kWithoutPostgres;
    deployment_.emplace(StoreKind::kPostgres);
    placed_ = Place(deployment_->Connect(), "1");
    std::vector<std::string> arguments = deployment_->ServerArguments();
    arguments.insert(arguments.end(),
                     {"--address-file", deployment_->folder() / "second.address", "--listen",
                      "127.0.0.1:0", "--anchor-file", deployment_->folder() / "second.anchors"});
    second_.emplace(Command{.program = BuiltProgram("parleyd"), .arguments = arguments});
    ASSERT_TRUE(Eventually([this] { return !SecondAddress().empty(); }));
  }

  std::string SecondAddress() const {
    const std::string text = ReadFile(deployment_->folder() / "second.address");
    return text.substr(0, text.find('\n'));
  }
  std::string FirstAddress() const { return deployment_->address().target; }

  // A terminal: what the shell prints is typed.
  Process Terminal(const std::string& name, const std::string& typed, const Grant& grant,
                   const std::vector<std::string>& servers) const {
    const std::string token = deployment_->folder() / (name + ".token");
    WriteFile(token, deployment_->Token(grant));
    std::string line =
        absl::StrCat("(", typed, ") | ", BuiltProgram("parley"), " --config ",
                     deployment_->client_toml(), " --token-file ", token, " --address ", servers[0],
                     " -o json chat ", placed_.debtor.name(), " --or ", servers[1]);
    return Process({.program = "/bin/bash",
                    .arguments = {"-c", line},
                    .out = deployment_->folder() / (name + ".out"),
                    .err = deployment_->folder() / (name + ".err")});
  }

  // The words that a terminal showed, in order.
  std::vector<std::string> Shown(const std::string& name) const {
    std::vector<std::string> words;
    for (const auto& row : absl::StrSplit(ReadFile(deployment_->folder() / (name + ".out")), '\n',
                                          absl::SkipEmpty())) {
      const auto frame = nlohmann::json::parse(std::string(row), nullptr, false);
      if (frame.contains("line")) words.push_back(frame["line"]["text"]);
    }
    return words;
  }

  std::optional<Deployment> deployment_;
  PlacedDebt placed_;
  std::optional<Process> second_;
};

TEST_F(ChatOverTwoServers, LosesAndDoublesNothingWhenOneIsKilled) {
  const Grant theirs{.principal = "app", .debtor = placed_.debtor.name().substr(8)};
  Process agent = Terminal("agent", "sleep 40", {}, {SecondAddress(), FirstAddress()});
  Process person = Terminal(
      "person",
      absl::StrCat("for i in $(seq 1 ", kLines, "); do echo \"line $i\"; sleep 0.05; done"), theirs,
      {FirstAddress(), SecondAddress()});
  ASSERT_TRUE(Eventually([&] { return Shown("agent").size() >= 5; }))
      << ReadFile(deployment_->folder() / "person.err")
      << ReadFile(deployment_->folder() / "agent.err") << deployment_->Log();
  deployment_->Kill();

  EXPECT_EQ(person.Wait(absl::Seconds(60)), kSuccess)
      << ReadFile(deployment_->folder() / "person.err");
  std::vector<std::string> said;
  for (int at = 1; at <= kLines; ++at) said.push_back(absl::StrCat("line ", at));
  EXPECT_TRUE(Eventually([&] { return Shown("agent").size() >= kLines; }));
  EXPECT_THAT(Shown("agent"), ElementsAreArray(said));
  EXPECT_THAT(Shown("person"), testing::IsSubsetOf(said));
  EXPECT_EQ(deployment_->database().Number(
                "select count(*) from parley.inbound where tenant_id = '01890000-0000-7000-8000-"
                "00000000000a'"),
            kLines);
}

}  // namespace
}  // namespace parley::system_test
