// SPDX-License-Identifier: Apache-2.0
// parleyd as a process: how it starts, what it says, how it is told to reload and to end.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <csignal>
#include <filesystem>
#include <string>

#include "absl/strings/str_cat.h"
#include "adapters/crypto/signing_key.h"
#include "tests/system/support/deployment.h"
#include "tests/system/support/requests.h"

namespace parley::system_test {
namespace {

using testing::AllOf;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;

constexpr Ending kFailed{.exit_code = 1};
constexpr Ending kMisconfigured{.exit_code = 2};

Outcome RunServer(std::vector<std::string> arguments) {
  return RunProgram({.program = BuiltProgram("parleyd"), .arguments = std::move(arguments)});
}

bool IsAdmitted(const Connection& connection) {
  return connection
      .Call<v1::ListCreditorsResponse>("CreditorService/ListCreditors", v1::ListCreditorsRequest())
      .ok();
}

TEST(Parleyd, TellsItsVersionItsHelpAndItsConfiguration) {
  EXPECT_THAT(RunServer({"--version"}).out, testing::MatchesRegex("parleyd [0-9.]+\n"));
  EXPECT_THAT(RunServer({"--help"}).out, HasSubstr("--listen"));
  const Outcome printed =
      RunServer({"--store", "memory", "--memory-tenant", kTenant, "--keys", "k", "--print-config"});
  EXPECT_EQ(printed.ending, kSuccess);
  EXPECT_THAT(printed.out, HasSubstr("store = \"memory\""));
}

TEST(Parleyd, TellsAllThatIsWrongWithItsConfigurationAndEndsWith2) {
  const Outcome outcome = RunServer({"--workers", "none", "--listen", "nowhere"});
  EXPECT_EQ(outcome.ending, kMisconfigured);
  EXPECT_THAT(outcome.out, IsEmpty());
  EXPECT_THAT(outcome.err, AllOf(HasSubstr("--workers"), HasSubstr("--listen"),
                                 HasSubstr("token-keys"), HasSubstr("database")));
}

TEST(Parleyd, TellsOfEveryKeyFileThatCannotBeUsed) {
  const ScratchFolder folder;
  WriteFile(folder / "seal.key", "short");
  const Outcome outcome =
      RunServer({"--database", "dbname=parley", "--keys", folder.path(), "--tls-cert",
                 folder / "none.pem", "--tls-key", folder / "none.pem", "--workers", "none"});
  EXPECT_EQ(outcome.ending, kMisconfigured);
  EXPECT_THAT(outcome.err,
              AllOf(HasSubstr("tls-cert: "), HasSubstr("token-keys: "), HasSubstr("seal-key: "),
                    HasSubstr("audit-key: "), HasSubstr("index-key: "), HasSubstr("personal-key: "),
                    HasSubstr("--workers")));
}

TEST(Parleyd, EndsWith1WhenThereIsNoDatabase) {
  const Deployment keys(StoreKind::kMemory, {.started = false});
  const Outcome outcome =
      RunServer({"--database", "host=/nowhere dbname=parley", "--keys", keys.folder() / "keys",
                 "--listen", "127.0.0.1:0", "--metrics", "off"});
  EXPECT_EQ(outcome.ending, kFailed);
  EXPECT_EQ(outcome.err, "parleyd: The store cannot be reached.\n");
}

TEST(Parleyd, SaysWhereItServesOnceItDoes) {
  const Deployment deployment(StoreKind::kMemory);
  const std::string address = deployment.address().target;
  EXPECT_THAT(address, testing::MatchesRegex("127\\.0\\.0\\.1:[1-9][0-9]*"));
  EXPECT_THAT(deployment.Log(), HasSubstr(absl::StrCat("\"address\":\"", address, "\"")));
}

TEST(Parleyd, DoesNotTakeAPortThatAnotherServes) {
  const Deployment first(StoreKind::kMemory);
  std::vector<std::string> arguments = first.ServerArguments();
  arguments.insert(arguments.end(), {"--address-file", first.folder() / "other", "--listen",
                                     first.address().target});
  const Outcome second = RunServer(arguments);
  EXPECT_EQ(second.ending, kFailed);
  EXPECT_THAT(second.err, HasSubstr("cannot serve at " + first.address().target));
  EXPECT_THAT(ReadFile(first.folder() / "other"), IsEmpty());
}

TEST(Parleyd, ServesOnAUnixSocket) {
  const ScratchFolder sockets;
  const std::string address = "unix:" + (sockets / "parley");
  const Deployment keys(StoreKind::kMemory, {.started = false});
  std::vector<std::string> arguments = keys.ServerArguments();
  arguments.insert(arguments.end(), {"--listen", address});
  Process server({.program = BuiltProgram("parleyd"), .arguments = arguments});
  EXPECT_TRUE(Eventually([&] { return !ReadFile(keys.folder() / "address").empty(); }));
  EXPECT_EQ(ReadFile(keys.folder() / "address"), address + "\n");
  server.Signal(SIGTERM);
  EXPECT_EQ(server.Wait(absl::Seconds(20)), kSuccess);
}

TEST(Parleyd, EndsGracefullyWhenItIsInterrupted) {
  for (const int signal : {SIGTERM, SIGINT}) {
    Deployment deployment(StoreKind::kMemory);
    deployment.server().Signal(signal);
    EXPECT_EQ(deployment.server().Wait(absl::Seconds(20)), kSuccess);
    EXPECT_THAT(deployment.Log(), HasSubstr("\"event\":\"stopped\""));
  }
}

TEST(Parleyd, TakesTheKeysOfTokensAnewAndKeepsTheOldOnesWhenTheFileIsBad) {
  Deployment deployment(StoreKind::kMemory);
  const std::string file = deployment.folder() / "keys/jwks.json";
  const auto reload = [&](const std::string& event) {
    deployment.server().Signal(SIGHUP);
    return Eventually([&] { return deployment.Log().find(event) != std::string::npos; });
  };
  const Connection early = deployment.Connect();
  ASSERT_TRUE(IsAdmitted(early));

  WriteFile(file, "a letter");
  ASSERT_TRUE(reload("token_keys_kept"));
  EXPECT_TRUE(IsAdmitted(deployment.Connect({.principal = "somebody else"})));

  std::filesystem::remove(file);
  ASSERT_TRUE(Must(SigningKey::Make(SigningAlgorithm::kRs256)).Publish(file).ok());
  ASSERT_TRUE(reload("token_keys_reloaded"));
  // Nobody is trusted any longer because their token was good before.
  EXPECT_FALSE(IsAdmitted(early));
  EXPECT_FALSE(IsAdmitted(deployment.Connect({.principal = "a third one"})));
}

TEST(Parleyd, ShowsMetricsOnAPortOfItsOwn) {
  const Deployment deployment(StoreKind::kMemory, {.flags = {"--metrics", "127.0.0.1:0"}});
  ASSERT_TRUE(IsAdmitted(deployment.Connect()));
  EXPECT_THAT(deployment.Log(), Not(HasSubstr("\"metrics\":\"off\"")));
  EXPECT_THAT(deployment.Log(), HasSubstr("\"metrics\":\"127.0.0.1:"));
}

}  // namespace
}  // namespace parley::system_test
