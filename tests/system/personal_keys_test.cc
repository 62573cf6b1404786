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
  const std::string next = deployment_->folder() / "next";
  ASSERT_EQ(deployment_->RunCli({"keys", "init", "--dir", next}).ending, kSuccess);
  const std::string key = next + "/" + cli::kPersonalKeyFile;
  const Outcome rewrapped = Admin("rewrap-keys", key, {"--unwrap-key", OwnKey()});
  EXPECT_THAT(rewrapped.out, HasSubstr(" keys wrapped anew\n")) << rewrapped.err;
  const Outcome again = Admin("rewrap-keys", key, {"--unwrap-key", OwnKey()});
  EXPECT_EQ(again.out, "0 keys wrapped anew\n");
  EXPECT_NE(Admin("rewrap-keys", OwnKey()).ending, kSuccess);
}

}  // namespace
}  // namespace parley::system_test
