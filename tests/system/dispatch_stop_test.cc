// SPDX-License-Identifier: Apache-2.0
// What stops a dispatcher: its lease, and a kill switch.
#include <gmock/gmock.h>
#include <signal.h>

#include <set>
#include <string>
#include <vector>

#include "absl/strings/str_cat.h"
#include "tests/system/dispatch_house.h"

namespace parley::system_test {
namespace {

using testing::HasSubstr;

class DispatchStop : public DispatchHouse {
 protected:
  void SetUp() override {
    if (TestPostgres().empty()) GTEST_SKIP() << kWithoutPostgres;
  }
  std::vector<std::vector<std::string>> Rows() const {
    return deployment().database().Query(
        "set search_path = parley; select communication_id::text, state::text, revision::text, "
        "provider_reference from messages order by communication_id");
  }
  // Those that somebody began to hand over.
  std::set<std::string> Begun() const {
    std::set<std::string> begun;
    for (const auto& row : deployment().database().Query(
             "set search_path = parley; select communication_id::text from messages "
             "where was_handed_over")) {
      begun.insert(row.front());
    }
    return begun;
  }
};

// It is frozen when the provider has taken a message and nobody has written so yet.
TEST_F(DispatchStop, ByItsLeaseMakesItsLastWordCountForNothing) {
  Open("2s");
  AddPersons(1);
  SendTo(1, Channel::kEmail);
  deployment().Stop();
  Serve("api,dispatch", "PARLEY_FREEZE_AT", "HANDED_OVER");
  ASSERT_TRUE(Eventually([&] { return relay().taken().size() == 1; })) << deployment().Log();
  EXPECT_EQ(Count("state = 2"), 1);

  std::vector<std::string> arguments = deployment().ServerArguments();
  const std::string address = absl::StrCat("unix:", deployment().folder() / "second");
  arguments.insert(
      arguments.end(),
      {"--address-file", deployment().folder() / "second.address", "--listen", address,
       "--anchor-file", deployment().folder() / "second.anchors", "--roles", "api,dispatch"});
  Process second({.program = BuiltProgram("parleyd"), .arguments = arguments});
  ASSERT_TRUE(Eventually([&] { return Count("state = 3") == 1; }, absl::Minutes(1)));
  const auto rescued = Rows();
  second.Signal(SIGTERM);
  EXPECT_EQ(second.Wait(absl::Seconds(20)), kSuccess);

  // It wakes, and writes what came of the hand-over before it ends.
  deployment().server().Signal(SIGCONT);
  deployment().Stop();
  EXPECT_EQ(Rows(), rescued);
  EXPECT_THAT(relay().taken(), testing::SizeIs(1));
}

TEST_F(DispatchStop, ByAKillSwitchLetsNothingBeginAfterItsAnswer) {
  constexpr int kMany = 80;  // More than are begun together.
  Open("60s");
  AddPersons(kMany);
  SendTo(kMany, Channel::kEmail);
  deployment().Stop();
  relay().Be({.end = std::string(kStall)});
  Serve("api,dispatch");
  ASSERT_TRUE(Eventually([&] { return Count("state = 2") > 0; })) << deployment().Log();
  const std::string engaged =
      Call("AdminService.EngageKillSwitch", R"({"kill_switch": {"reason": "wrong balances"}})");
  const std::set<std::string> begun = Begun();
  EXPECT_GT(begun.size(), 0U);
  EXPECT_LT(begun.size(), static_cast<std::size_t>(kMany));
  EXPECT_THAT(engaged, HasSubstr(absl::StrCat("\"hand_overs_under_way\":\"", begun.size(), "\"")));
  relay().Be({});
  EXPECT_TRUE(Eventually([&] { return Count("state = 2") == 0; }, absl::Minutes(2)));
  EXPECT_EQ(Begun(), begun);
  EXPECT_LE(relay().taken().size(), begun.size());
}

}  // namespace
}  // namespace parley::system_test
