// SPDX-License-Identifier: Apache-2.0
// Where the command line finds its server.
#include <gmock/gmock.h>

#include <filesystem>
#include <map>
#include <sstream>
#include <string>

#include "infra/cli/client/client.h"
#include "infra/cli/client/client_config.h"
#include "tests/system/support/files.h"

namespace parley::cli {
namespace {

using system_test::ScratchFolder;
using system_test::WriteFile;
using testing::HasSubstr;

class ClientToml : public testing::Test {
 public:
  absl::StatusOr<ClientConfig> Load(const ConnectionFlags& flags = {}) {
    const Terminal terminal{
        .in = stream_,
        .out = stream_,
        .err = stream_,
        .environment = [this](const std::string& name) -> std::optional<std::string> {
          const auto found = environment_.find(name);
          if (found == environment_.end()) return std::nullopt;
          return found->second;
        }};
    return LoadClientConfig(flags, terminal);
  }

  std::string Write(const std::string& name, const std::string& content) {
    const std::filesystem::path path = folder_ / name;
    std::filesystem::create_directories(path.parent_path());
    WriteFile(path.string(), content);
    return path.string();
  }

  ScratchFolder folder_;
  std::map<std::string, std::string> environment_;
  std::stringstream stream_;
};

TEST_F(ClientToml, IsReadWithTheFilesThatItNames) {
  Write("ca.pem", "certificate");
  Write("secret/token", "token\n");
  const std::string path = Write("client.toml",
                                 "address = \"localhost:1\"\nca = \"ca.pem\"\n"
                                 "token_file = \"secret/token\"\n");
  const absl::StatusOr<ClientConfig> config = Load({.config_file = path});
  ASSERT_TRUE(config.ok()) << config.status();
  EXPECT_EQ(config->address, "localhost:1");
  EXPECT_EQ(config->ca, "certificate");
  EXPECT_EQ(config->token, "token");
}

TEST_F(ClientToml, IsThatOfTheFlagThenOfTheEnvironmentThenOfTheLastRun) {
  environment_["HOME"] = folder_.path();
  environment_["XDG_DATA_HOME"] = folder_ / "data";
  EXPECT_TRUE(absl::IsFailedPrecondition(Load().status()));
  Write("data/parley/client.toml", "address = \"default\"\n");
  EXPECT_EQ(Load()->address, "default");
  const std::string elsewhere = Write("elsewhere/client.toml", "address = \"last-run\"\n");
  Write(".local/state/parley/last-run", elsewhere + "\n");
  EXPECT_EQ(Load()->address, "last-run");
  environment_["PARLEY_CONFIG"] = Write("environment.toml", "address = \"environment\"\n");
  EXPECT_EQ(Load()->address, "environment");
  const std::string named = Write("named.toml", "address = \"named\"\n");
  EXPECT_EQ(Load({.config_file = named})->address, "named");
  EXPECT_EQ(Load({.config_file = named, .address = "flag"})->address, "flag");
}

TEST_F(ClientToml, OfTheLastRunGivesNothingAwayToAnotherServer) {
  environment_["HOME"] = folder_.path();
  environment_["XDG_DATA_HOME"] = folder_ / "data";
  Write("data/parley/client.toml", "address = \"last-run\"\ntoken = \"secret\"\n");
  EXPECT_EQ(Load({.address = "flag"})->token, "");
  EXPECT_EQ(Load()->token, "secret");
}

TEST_F(ClientToml, OfALastRunThatIsGoneIsPassedOver) {
  environment_["HOME"] = folder_.path();
  environment_["XDG_DATA_HOME"] = folder_ / "data";
  Write("data/parley/client.toml", "address = \"default\"\n");
  Write(".local/state/parley/last-run", folder_ / "gone.toml");
  EXPECT_EQ(Load()->address, "default");
}

TEST_F(ClientToml, IsRefusedWithTheSpotThatIsWrong) {
  const auto error = [this](const std::string& content) {
    return std::string(Load({.config_file = Write("client.toml", content)}).status().message());
  };
  EXPECT_THAT(error("address = \n"), HasSubstr("line 1: not TOML"));
  EXPECT_THAT(error("adress = \"x\"\n"), HasSubstr("unknown key 'adress'"));
  EXPECT_THAT(error("address = 7\n"), HasSubstr("'address' must be a text"));
  EXPECT_THAT(error("address = \"x\"\nca = \"none.pem\"\n"), HasSubstr("none.pem"));
  EXPECT_TRUE(absl::IsNotFound(Load({.config_file = folder_ / "none.toml"}).status()));
}

TEST(Address, IsLocalOnlyWhenItStaysOnThisMachine) {
  EXPECT_TRUE(IsLocalAddress("127.0.0.1:8443"));
  EXPECT_TRUE(IsLocalAddress("localhost:8443"));
  EXPECT_TRUE(IsLocalAddress("unix:/run/parley.sock"));
  EXPECT_FALSE(IsLocalAddress("parley.example:443"));
  EXPECT_FALSE(IsLocalAddress("localhost.example:443"));
}

}  // namespace
}  // namespace parley::cli
