// SPDX-License-Identifier: Apache-2.0
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "parley/v1/admin_service.pb.h"
#include "tests/adapters/grpc/requests.h"
#include "tests/adapters/grpc/served_world.h"

namespace parley {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;
using ::testing::Pair;
using ::testing::StartsWith;

class KillSwitchApi : public ::testing::Test {
 public:
  Reply Engage(v1::EngageKillSwitchRequest request = {}) {
    if (request.request_id().empty()) request.set_request_id(RequestIdText(++requests_));
    if (!request.has_kill_switch()) request.mutable_kill_switch()->set_reason("wrong balances");
    return served_.Call("AdminService/EngageKillSwitch", request);
  }
  Reply EngageFor(const v1::KillSwitchScope& scope) {
    v1::EngageKillSwitchRequest request;
    request.mutable_kill_switch()->set_reason("wrong balances");
    *request.mutable_kill_switch()->mutable_scope() = scope;
    return Engage(request);
  }
  static v1::ReleaseKillSwitchRequest ARelease(const std::string& name) {
    v1::ReleaseKillSwitchRequest request;
    request.set_name(name);
    request.set_reason("mended");
    request.mutable_plan()->set_per_hour(1000);
    return request;
  }
  Reply Release(v1::ReleaseKillSwitchRequest request) {
    request.set_request_id(RequestIdText(++requests_));
    return served_.Call("AdminService/ReleaseKillSwitch", request);
  }
  v1::SystemStatus Status() {
    return served_.Call("AdminService/GetSystemStatus", v1::GetSystemStatusRequest())
        .As<v1::SystemStatus>();
  }
  std::vector<std::string> Names(const std::string& filter) {
    v1::ListKillSwitchesRequest request;
    request.set_filter(filter);
    request.set_page_size(1);
    std::vector<std::string> names;
    do {
      const Reply reply = served_.Call("AdminService/ListKillSwitches", request);
      EXPECT_TRUE(reply.status.ok()) << reply.status.error_message();
      const auto page = reply.As<v1::ListKillSwitchesResponse>();
      for (const v1::KillSwitch& one : page.kill_switches()) names.push_back(one.name());
      request.set_page_token(page.next_page_token());
    } while (!request.page_token().empty());
    return names;
  }

  ServedWorld served_;
  std::uint64_t requests_ = 100;
};

TEST_F(KillSwitchApi, EngagesWithItsReasonAndCaller) {
  v1::KillSwitchScope scope;
  scope.set_channel(v1::CHANNEL_SMS);
  const auto engaged = EngageFor(scope).As<v1::KillSwitch>();
  EXPECT_THAT(engaged.name(), StartsWith("killSwitches/"));
  EXPECT_EQ(engaged.state(), v1::KILL_SWITCH_STATE_ENGAGED);
  EXPECT_EQ(engaged.scope().channel(), v1::CHANNEL_SMS);
  EXPECT_EQ(engaged.reason(), "wrong balances");
  EXPECT_EQ(engaged.actor(), "token");
  EXPECT_FALSE(engaged.has_release());
}

TEST_F(KillSwitchApi, TakesEachScopeByItsName) {
  v1::KillSwitchScope scope;
  scope.set_creditor(NameOfCreditor(served_.world.creditor.id));
  EXPECT_EQ(EngageFor(scope).As<v1::KillSwitch>().scope().creditor(), scope.creditor());
  scope.set_template_("templates/first-words");
  EXPECT_EQ(EngageFor(scope).As<v1::KillSwitch>().scope().template_(), scope.template_());
  scope.set_cadence("cadences/gentle.2");
  EXPECT_EQ(EngageFor(scope).As<v1::KillSwitch>().scope().cadence(), scope.cadence());
  EXPECT_FALSE(Engage().As<v1::KillSwitch>().has_scope());
}

TEST_F(KillSwitchApi, RefusesScopesThatNameNothing) {
  const auto faults = [&](const v1::KillSwitchScope& scope) {
    return EngageFor(scope).violations();
  };
  v1::KillSwitchScope scope;
  scope.set_channel(v1::CHANNEL_UNSPECIFIED);
  EXPECT_THAT(faults(scope), ElementsAre(Pair("kill_switch.scope.channel", "UNKNOWN_VALUE")));
  scope.set_template_("first-words");
  EXPECT_THAT(faults(scope), ElementsAre(Pair("kill_switch.scope.template", "MALFORMED")));
  scope.set_cadence("cadences/with blanks");
  EXPECT_THAT(faults(scope), ElementsAre(Pair("kill_switch.scope.cadence", "MALFORMED")));
  scope.set_creditor("creditors/00000000-0000-7000-8000-000000000099");
  EXPECT_EQ(EngageFor(scope).reason(), "CREDITOR_NOT_FOUND");
}

TEST_F(KillSwitchApi, ReleasesByAPlan) {
  const std::string name = Engage().As<v1::KillSwitch>().name();
  EXPECT_TRUE(Status().contact_stopped());
  const auto released = Release(ARelease(name)).As<v1::KillSwitch>();
  EXPECT_EQ(released.state(), v1::KILL_SWITCH_STATE_RELEASED);
  EXPECT_EQ(released.release().reason(), "mended");
  EXPECT_EQ(released.release().plan().per_hour(), 1000);
  EXPECT_FALSE(Status().contact_stopped());
  EXPECT_EQ(Release(ARelease(name)).reason(), "KILL_SWITCH_ALREADY_RELEASED");
  EXPECT_EQ(Release(ARelease("killSwitches/00000000-0000-7000-8000-000000000099")).reason(),
            "KILL_SWITCH_NOT_FOUND");
}

TEST_F(KillSwitchApi, TellsEveryFaultOfARelease) {
  v1::ReleaseKillSwitchRequest request = ARelease("switches/1");
  request.clear_reason();
  request.mutable_plan()->set_per_hour(-1);
  EXPECT_THAT(Release(request).violations(),
              testing::UnorderedElementsAre(Pair("name", "MALFORMED"), Pair("reason", "REQUIRED"),
                                            Pair("plan.per_hour", "NOT_POSITIVE")));
}

TEST_F(KillSwitchApi, ShowsWhatStandsAndKeepsTheRest) {
  const std::string first = Engage().As<v1::KillSwitch>().name();
  v1::KillSwitchScope scope;
  scope.set_channel(v1::CHANNEL_CALL);
  const std::string second = EngageFor(scope).As<v1::KillSwitch>().name();
  ASSERT_TRUE(Release(ARelease(first)).status.ok());
  ASSERT_EQ(Status().kill_switches_size(), 1);
  EXPECT_EQ(Status().kill_switches(0).name(), second);
  EXPECT_THAT(Names(""), ElementsAre(first, second));
  EXPECT_THAT(Names("state = ENGAGED"), ElementsAre(second));
  EXPECT_THAT(Names("state = RELEASED"), ElementsAre(first));
}

TEST_F(KillSwitchApi, RefusesAFilterThatItDoesNotUnderstand) {
  for (const char* filter :
       {"state", "state = engaged", "reason = \"x\"", "state = ENGAGED AND state = RELEASED"}) {
    v1::ListKillSwitchesRequest request;
    request.set_filter(filter);
    EXPECT_THAT(served_.Call("AdminService/ListKillSwitches", request).violations(),
                ElementsAre(Pair("filter", "FILTER_INVALID")))
        << filter;
  }
}

TEST_F(KillSwitchApi, GivesTheSameAnswerToTheSameRequest) {
  v1::EngageKillSwitchRequest request;
  request.set_request_id(RequestIdText(7));
  request.mutable_kill_switch()->set_reason("wrong balances");
  const std::string first = Engage(request).bytes;
  EXPECT_EQ(Engage(request).bytes, first);
  EXPECT_EQ(Names("").size(), 1U);
  request.mutable_kill_switch()->set_reason("another");
  EXPECT_EQ(Engage(request).reason(), "REQUEST_ID_REUSED");
}

TEST_F(KillSwitchApi, RehearsesWithoutAName) {
  v1::EngageKillSwitchRequest request;
  request.set_validate_only(true);
  request.mutable_kill_switch()->set_reason("wrong balances");
  EXPECT_EQ(Engage(request).As<v1::KillSwitch>().name(), "");
  EXPECT_THAT(Names(""), IsEmpty());
}

TEST_F(KillSwitchApi, NeedsTheScopeOfAdministration) {
  served_.GiveToken("agent", "parley.debt.write parley.work.write parley.approve");
  v1::EngageKillSwitchRequest request;
  request.mutable_kill_switch()->set_reason("wrong balances");
  request.set_request_id(RequestIdText(8));
  EXPECT_EQ(served_.Call("AdminService/EngageKillSwitch", request, {.token = "agent"}).reason(),
            "ACCESS_DENIED");
}

}  // namespace
}  // namespace parley
