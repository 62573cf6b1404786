// SPDX-License-Identifier: Apache-2.0
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "parley/v1/rulebook_service.pb.h"
#include "tests/adapters/grpc/requests.h"
#include "tests/adapters/grpc/served_world.h"

namespace parley {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::Pair;

constexpr const char* kSystems = "rulebooks/TEST.HOUSE/versions/1";

class RulebookApi : public ::testing::Test {
 public:
  Reply Publish(const std::string& text, const std::string& cases = "") {
    v1::PublishRulebookRequest request;
    request.set_text(text);
    request.set_cases(cases);
    request.set_request_id(RequestIdText(++requests_));
    return served_.Call("RulebookService/PublishRulebook", request);
  }
  Reply Get(const std::string& name) {
    v1::GetRulebookRequest request;
    request.set_name(name);
    return served_.Call("RulebookService/GetRulebook", request);
  }
  std::vector<std::string> Names(const std::string& filter) {
    v1::ListRulebooksRequest request;
    request.set_filter(filter);
    request.set_page_size(1);
    std::vector<std::string> names;
    do {
      const Reply reply = served_.Call("RulebookService/ListRulebooks", request);
      EXPECT_TRUE(reply.status.ok()) << reply.status.error_message();
      const auto page = reply.As<v1::ListRulebooksResponse>();
      for (const v1::Rulebook& one : page.rulebooks()) {
        EXPECT_EQ(one.text(), "");
        names.push_back(one.name());
      }
      request.set_page_token(page.next_page_token());
    } while (!request.page_token().empty());
    return names;
  }
  Reply Test(const std::string& cases, const std::string& text = "") {
    v1::TestRulebookRequest request;
    request.set_cases(cases);
    request.set_text(text);
    return served_.Call("RulebookService/TestRulebook", request);
  }

  ServedWorld served_;
  std::uint64_t requests_ = 100;
};

TEST_F(RulebookApi, ShowsTheSystems) {
  const auto book = Get(kSystems).As<v1::Rulebook>();
  EXPECT_EQ(book.level(), v1::RULEBOOK_LEVEL_SYSTEM);
  EXPECT_EQ(book.status(), v1::RULEBOOK_STATUS_LIVE);
  EXPECT_EQ(book.effective_date(), "2020-01-01");
  EXPECT_EQ(book.until_date(), "");
  EXPECT_EQ(book.rule_count(), 1);
  EXPECT_EQ(book.text(), ABookText("TEST.HOUSE", "1", "2020-01-01"));
  EXPECT_FALSE(book.has_create_time());
}

TEST_F(RulebookApi, PublishesWithItsTextAndCaller) {
  const std::string text = ABookText("TEST.OWN", "2026-a", "2026-01-01", "2027-01-01");
  const auto published = Publish(text).As<v1::Rulebook>();
  EXPECT_EQ(published.name(), "rulebooks/TEST.OWN/versions/2026-a");
  EXPECT_EQ(published.level(), v1::RULEBOOK_LEVEL_TENANT);
  EXPECT_EQ(published.until_date(), "2027-01-01");
  EXPECT_EQ(published.actor(), "token");
  EXPECT_EQ(published.text(), text);
  EXPECT_EQ(Get(published.name()).bytes, published.SerializeAsString());
}

TEST_F(RulebookApi, TellsTheFaultsOfATextWithTheirPlaces) {
  const Reply reply = Publish(ABookText("TEST.OWN", "1", "2026-01-01", "-", 0));
  EXPECT_EQ(reply.reason(), "RULEBOOK_UNSOUND");
  EXPECT_THAT(reply.metadata()["faults"], HasSubstr("1:1: rules[0].frequency_cap.limit"));
  EXPECT_EQ(Publish(ABookText("TEST.HOUSE", "1", "2026-01-01")).reason(),
            "RULEBOOK_ALREADY_PUBLISHED");
}

TEST_F(RulebookApi, ListsTheSystemsAndThenTheTenants) {
  ASSERT_TRUE(Publish(ABookText("TEST.Z", "1", "2026-01-01")).status.ok());
  ASSERT_TRUE(Publish(ABookText("TEST.A", "1", "2026-01-01")).status.ok());
  const std::string z = "rulebooks/TEST.Z/versions/1";
  const std::string a = "rulebooks/TEST.A/versions/1";
  EXPECT_THAT(Names(""), ElementsAre(kSystems, z, a));
  EXPECT_THAT(Names("level = SYSTEM"), ElementsAre(kSystems));
  EXPECT_THAT(Names("level = TENANT"), ElementsAre(z, a));
  v1::ListRulebooksRequest request;
  request.set_filter("level = MINE");
  EXPECT_THAT(served_.Call("RulebookService/ListRulebooks", request).violations(),
              ElementsAre(Pair("filter", "FILTER_INVALID")));
}

TEST_F(RulebookApi, FindsNoneOfAnotherName) {
  EXPECT_EQ(Get("rulebooks/TEST.HOUSE/versions/2").reason(), "RULEBOOK_NOT_FOUND");
  for (const char* name : {"rulebooks/TEST.HOUSE", "rulebooks//versions/1", "TEST.HOUSE",
                           "rulebooks/TEST.HOUSE/versions/", "rulebooks/A/versions/1/rules/2"}) {
    EXPECT_THAT(Get(name).violations(), ElementsAre(Pair("name", "MALFORMED"))) << name;
  }
}

TEST_F(RulebookApi, PlaysWorkedCases) {
  const auto passed = Test("all").As<v1::TestRulebookResponse>();
  EXPECT_EQ(passed.passed_count(), 1);
  EXPECT_EQ(passed.skipped_count(), 1);
  EXPECT_EQ(passed.failed_count(), 0);
  const auto failed = Test("fail").As<v1::TestRulebookResponse>();
  ASSERT_EQ(failed.failures_size(), 1);
  EXPECT_EQ(failed.failed_count(), 1);
  EXPECT_EQ(failed.failures(0).id(), "C-1");
  EXPECT_THAT(failed.failures(0).differences(0), HasSubstr("expected"));
  EXPECT_EQ(Test("malformed").reason(), "CASES_MALFORMED");
  EXPECT_EQ(Test("all", "nonsense").reason(), "RULEBOOK_UNSOUND");
}

TEST_F(RulebookApi, PublishesOnlyWhatPassesItsCases) {
  const std::string text = ABookText("TEST.OWN", "1", "2026-01-01");
  EXPECT_EQ(Publish(text, "fail").reason(), "RULEBOOK_UNSOUND");
  EXPECT_EQ(Publish(text, "pass").reason(), "");
}

TEST_F(RulebookApi, NeedsItsScopes) {
  served_.GiveToken("reader", "parley.rulebook.read");
  v1::PublishRulebookRequest request;
  request.set_text(ABookText("TEST.OWN", "1", "2026-01-01"));
  request.set_request_id(RequestIdText(7));
  EXPECT_EQ(served_.Call("RulebookService/PublishRulebook", request, {.token = "reader"}).reason(),
            "ACCESS_DENIED");
}

}  // namespace
}  // namespace parley
