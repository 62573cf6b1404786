// SPDX-License-Identifier: Apache-2.0
// How operators bring people's data under keys, and change the key that wraps them.
#include <gmock/gmock.h>

#include <optional>
#include <string>
#include <vector>

#include "infra/cli/keys.h"
#include "tests/system/support/deployment.h"
#include "tests/system/support/requests.h"

namespace parley::system_test {
namespace {

using testing::HasSubstr;

class PersonalKeys : public testing::Test {
 public:
  void SetUp() override {
    if (TestPostgres().empty()) GTEST_SKIP() << kWithoutPostgres;
    deployment_.emplace(StoreKind::kPostgres);
  }

  Outcome Admin(const std::string& command, const std::string& key,
                const std::vector<std::string>& more = {}) {
    std::vector<std::string> arguments = {"admin",          command,
                                          "--database",     deployment_->database().OwnerAddress(),
                                          "--personal-key", key};
    arguments.insert(arguments.end(), more.begin(), more.end());
    return deployment_->RunCli(arguments);
  }

  // Of a folder of its own, as the steps to change the key begin.
  std::string MakeNextKey() const {
    const std::string folder = deployment_->folder() / "next";
    EXPECT_EQ(deployment_->RunCli({"keys", "init", "--dir", folder}).ending, kSuccess);
    return folder + "/" + cli::kPersonalKeyFile;
  }

  Outcome RunServer(const std::string& personal_key) const {
    Command command{.program = BuiltProgram("parleyd"),
                    .arguments = deployment_->ServerArguments()};
    command.arguments.insert(command.arguments.end(),
                             {"--listen", "127.0.0.1:0", "--personal-key", personal_key});
    return RunProgram(command);
  }

  std::string OwnKey() const { return deployment_->Key(cli::kPersonalKeyFile); }

  std::optional<Deployment> deployment_;
};

TEST_F(PersonalKeys, SealWhatWasInClear) {
  const Connection connection = deployment_->Connect();
  const auto debtor =
      Must(connection.Call<v1::Debtor>("DebtorService/CreateDebtor", NewDebtor("PERSON-1")));
  deployment_->database().Query(
      "update parley.debtors set display_name = 'In Clear' where kind <> 'DESK'");
  const Outcome checked = Admin("encrypt", OwnKey(), {"--check"});
  EXPECT_EQ(checked.ending, Ending{.exit_code = 1});
  EXPECT_THAT(checked.out, HasSubstr("debtors.display_name: 1 in clear\n"));
  const Outcome sealed = Admin("encrypt", OwnKey());
  EXPECT_EQ(sealed.ending, kSuccess) << sealed.err;
  EXPECT_EQ(sealed.out, "1 values sealed, nothing is in clear\n");
  v1::GetDebtorRequest request;
  request.set_name(debtor.name());
  EXPECT_EQ(Must(connection.Call<v1::Debtor>("DebtorService/GetDebtor", request)).display_name(),
            "In Clear");
}

TEST_F(PersonalKeys, AreWrappedByAnother) {
  Must(deployment_->Connect().Call<v1::Debtor>("DebtorService/CreateDebtor", NewDebtor("P-1")));
  const std::string key = MakeNextKey();
  const Outcome rewrapped = Admin("rewrap-keys", key, {"--unwrap-key", OwnKey()});
  EXPECT_THAT(rewrapped.out, HasSubstr(" keys wrapped anew\n")) << rewrapped.err;
  const Outcome again = Admin("rewrap-keys", key, {"--unwrap-key", OwnKey()});
  EXPECT_EQ(again.out, "0 keys wrapped anew\n");
  EXPECT_NE(Admin("rewrap-keys", OwnKey()).ending, kSuccess);
}

// Otherwise what it writes of new people would be lost with the mistake.
TEST_F(PersonalKeys, OfAnotherDatabaseStartNoServerAndSealNothing) {
  Must(deployment_->Connect().Call<v1::Debtor>("DebtorService/CreateDebtor", NewDebtor("P-1")));
  deployment_->Stop();
  const std::string strange = MakeNextKey();
  const Outcome started = RunServer(strange);
  EXPECT_EQ(started.ending, Ending{.exit_code = 1});
  EXPECT_THAT(started.err, HasSubstr("The personal key is not the one"));
  const Outcome sealed = Admin("encrypt", strange);
  EXPECT_NE(sealed.ending, kSuccess);
  EXPECT_THAT(sealed.err, HasSubstr("The personal key is not the one"));
  deployment_->Start();
}

}  // namespace
}  // namespace parley::system_test
