// SPDX-License-Identifier: Apache-2.0
// What stops contact and by which rules it is judged, over processes: what one was told binds the
// others, and a restart.
#include <gmock/gmock.h>

#include <algorithm>

#include "absl/strings/ascii.h"
#include "absl/strings/str_cat.h"
#include "infra/cli/rpc/request_id.h"
#include "parley/v1/admin_service.pb.h"
#include "parley/v1/rulebook_service.pb.h"
#include "tests/system/support/deployment.h"
#include "tests/system/support/requests.h"

namespace parley::system_test {
namespace {

using testing::HasSubstr;

constexpr const char* kHouseOfOurs = R"(id: "HOUSE.CONSIDERATE"
version: "ours"
title: "Once a week"
authority_url: "https://example.com"
text_read: "all of it"
effective_date: "2030-01-01"
rules {
  id: "OURS.WEEK"
  cite: "our promise"
  frequency_cap { limit: 1 days: 7 }
}
)";

v1::Rulebook Publish(const Connection& caller, const std::string& text) {
  v1::PublishRulebookRequest request;
  request.set_text(text);
  cli::FillRequestId(request);
  return Must(caller.Call<v1::Rulebook>("RulebookService/PublishRulebook", request));
}

v1::KillSwitch Engage(const Connection& caller) {
  v1::EngageKillSwitchRequest request;
  request.mutable_kill_switch()->set_reason("wrong balances");
  cli::FillRequestId(request);
  return Must(caller.Call<v1::KillSwitch>("AdminService/EngageKillSwitch", request));
}

bool IsStopped(const Connection& caller) {
  return Must(caller.Call<v1::SystemStatus>("AdminService/GetSystemStatus",
                                            v1::GetSystemStatusRequest()))
      .contact_stopped();
}

int CountRulebooks(const Connection& caller) {
  return Must(caller.Call<v1::ListRulebooksResponse>("RulebookService/ListRulebooks",
                                                     v1::ListRulebooksRequest()))
      .rulebooks_size();
}

// Another server over the same database.
class SecondServer {
 public:
  explicit SecondServer(const Deployment& first) : process_(CommandOf(first)) {
    const auto serves = [&] { return !ReadFile(AddressFile(first)).empty(); };
    if (!Eventually(serves)) throw std::runtime_error("the second parleyd does not serve");
    address_ = first.address();
    address_.target = std::string(absl::StripAsciiWhitespace(ReadFile(AddressFile(first))));
  }

  const ServerAddress& address() const { return address_; }

 private:
  static std::string AddressFile(const Deployment& first) { return first.folder() / "second"; }
  static Command CommandOf(const Deployment& first) {
    Command command{.program = BuiltProgram("parleyd"), .arguments = first.ServerArguments()};
    std::vector<std::string>& arguments = command.arguments;
    const auto value_of = [&](const char* flag) {
      return std::find(arguments.begin(), arguments.end(), flag) + 1;
    };
    *value_of("--address-file") = AddressFile(first);
    *value_of("--anchor-file") = first.folder() / "second-anchors";
    arguments.insert(arguments.end(), {"--listen", "127.0.0.1:0"});
    command.err = first.folder() / "second.log";
    return command;
  }

  Process process_;
  ServerAddress address_;
};

TEST(PolicyOfServers, ComesWithTheProgramAndAnswersTheWorkedCases) {
  const Deployment deployment(StoreKind::kMemory);
  const Connection caller = deployment.Connect();
  EXPECT_GE(CountRulebooks(caller), 12);
  v1::TestRulebookRequest request;
  request.set_cases(ReadFile("tests/data/contact/cases.json"));
  const auto played =
      Must(caller.Call<v1::TestRulebookResponse>("RulebookService/TestRulebook", request));
  EXPECT_EQ(played.passed_count(), 230);
  EXPECT_EQ(played.failed_count(), 0);
  EXPECT_EQ(played.skipped_count(), 7);
}

TEST(PolicyOfServers, IsRefusedWithThePlaceOfEachFault) {
  const Deployment deployment(StoreKind::kMemory);
  v1::PublishRulebookRequest request;
  request.set_text(absl::StrCat(kHouseOfOurs, "companions: [\"NO.SUCH\"]\n"));
  cli::FillRequestId(request);
  EXPECT_THAT(deployment.Connect().Call<v1::Rulebook>("RulebookService/PublishRulebook", request),
              IsRefusedAs("RULEBOOK_UNSOUND"));
}

TEST(PolicyOfServers, BindsEveryProcessAtOnceAndAfterARestart) {
  if (TestPostgres().empty()) GTEST_SKIP() << kWithoutPostgres;
  Deployment deployment(StoreKind::kPostgres);
  const Connection caller = deployment.Connect();
  const SecondServer second(deployment);
  const Connection other(second.address(), deployment.Token());
  const int before = CountRulebooks(other);
  EXPECT_FALSE(IsStopped(other));

  Engage(caller);
  EXPECT_EQ(Publish(caller, kHouseOfOurs).level(), v1::RULEBOOK_LEVEL_TENANT);
  EXPECT_TRUE(IsStopped(other));
  EXPECT_EQ(CountRulebooks(other), before + 1);
  EXPECT_FALSE(IsStopped(deployment.Connect({.tenant = kOtherTenant})));

  deployment.Kill();
  deployment.Start();
  EXPECT_TRUE(IsStopped(deployment.Connect()));
  EXPECT_EQ(CountRulebooks(deployment.Connect()), before + 1);
}

TEST(PolicyOfServers, IsReadFromTheFolderThatAnOperatorNames) {
  const ScratchFolder folder;
  WriteFile(folder / "house.textproto", kHouseOfOurs);
  {
    const Deployment deployment(StoreKind::kMemory,
                                {.cluster = {}, .flags = {"--rulebooks", folder / ""}});
    EXPECT_EQ(CountRulebooks(deployment.Connect()), 1);
  }
  WriteFile(folder / "wrong.textproto", "id: 7");
  try {
    const Deployment deployment(StoreKind::kMemory,
                                {.cluster = {}, .flags = {"--rulebooks", folder / ""}});
    FAIL() << "it started";
  } catch (const std::runtime_error& error) {
    EXPECT_THAT(error.what(), HasSubstr("wrong.textproto:1:"));
  }
}

}  // namespace
}  // namespace parley::system_test
