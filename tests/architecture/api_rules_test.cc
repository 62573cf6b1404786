// SPDX-License-Identifier: Apache-2.0
#include "tests/architecture/api_rules.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <set>
#include <string>

#include "parley/v1/options.pb.h"
#include "tests/architecture/api_descriptors.h"
#include "tests/architecture/api_fixture.h"

namespace parley::architecture {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;
using ::testing::UnorderedElementsAre;

std::vector<ApiRule> EveryRule() {
  std::vector<ApiRule> rules = MethodRulesOfTheApi();
  for (const ApiRule& rule : MessageRulesOfTheApi()) rules.push_back(rule);
  return rules;
}

std::set<std::string> RulesThatComplain(const google::protobuf::FileDescriptor& file) {
  std::set<std::string> names;
  for (const ApiRule& rule : EveryRule()) {
    Complaints complaints;
    rule.check(file, complaints);
    if (!complaints.empty()) names.emplace(rule.name);
  }
  return names;
}

std::string Broken(const ApiBreak& how) {
  std::string text(kSoundProto);
  const std::size_t at = text.find(how.text);
  EXPECT_NE(at, std::string::npos) << how.text << " is not in the sound proto";
  return at == std::string::npos ? text : text.replace(at, how.text.size(), how.becomes);
}

TEST(ApiRules, AreKeptByTheApi) {
  const ApiDescriptors api;
  Complaints complaints;
  for (const google::protobuf::FileDescriptor* file : api.files()) {
    for (const ApiRule& rule : EveryRule()) rule.check(*file, complaints);
  }
  EXPECT_THAT(complaints, IsEmpty());
}

TEST(ApiRules, SeeTheWholeApi) {
  const ApiDescriptors api;
  std::set<std::string> services;
  for (const google::protobuf::FileDescriptor* file : api.files()) {
    for (int at = 0; at < file->service_count(); ++at) services.insert(file->service(at)->name());
  }
  EXPECT_THAT(services,
              ElementsAre("AdminService", "CaseService", "CommunicationService",
                          "ConversationService", "CreditorService", "DebtService", "DebtorService",
                          "EventService", "InboundService", "PlanService", "RulebookService",
                          "TemplateService", "WorkService"));
}

TEST(ApiRules, AreKeptByTheSoundProto) {
  ApiDescriptors api;
  const auto* file = api.Add("parley/v1/thing_service.proto", kSoundProto);
  ASSERT_NE(file, nullptr);
  EXPECT_THAT(RulesThatComplain(*file), IsEmpty());
}

TEST(ApiRules, EachNoticesWhatBreaksItAndNothingElseDoes) {
  for (const ApiBreak& how : kApiBreaks) {
    SCOPED_TRACE(std::string(how.rule) + ": " + std::string(how.text));
    ApiDescriptors api;
    const auto* file = api.Add("parley/v1/thing_service.proto", Broken(how));
    ASSERT_NE(file, nullptr);
    EXPECT_THAT(RulesThatComplain(*file), ElementsAre(how.rule));
  }
}

TEST(ApiRules, HaveAFixtureEach) {
  for (const ApiRule& rule : EveryRule()) {
    const auto breaks = [&](const ApiBreak& how) { return how.rule == rule.name; };
    EXPECT_TRUE(std::any_of(std::begin(kApiBreaks), std::end(kApiBreaks), breaks)) << rule.name;
  }
}

// A token that is bound to one debtor is refused these. A new method stands here only when no name
// in its request places it under one debtor, or when it is the team's: work, and what the team
// makes of conversations.
TEST(ApiTargets, AreMissingOnlyWhereACallIsUnderNoDebtor) {
  const ApiDescriptors api;
  std::set<std::string> without;
  for (const google::protobuf::FileDescriptor* file : api.files()) {
    ForEachMethod(*file, [&](const google::protobuf::MethodDescriptor& method) {
      if (method.options().GetExtension(v1::method).target().empty()) without.insert(method.name());
    });
  }
  EXPECT_THAT(
      without,
      UnorderedElementsAre(
          "CreateCreditor", "GetCreditor", "ListCreditors", "UpdateCreditor", "ExplainSetting",
          "CreateDebtor", "ListDebtors", "LookUpDebtor", "LookUpDebtors", "ImportDebts",
          "ListSuspense", "ReceiveUnidentifiedPayment", "ListWork", "ClaimWork", "ClaimNextWork",
          "ReleaseWork", "CompleteWork", "Approve", "Reject", "EngageKillSwitch",
          "ReleaseKillSwitch", "ListKillSwitches", "GetSystemStatus", "GetRulebook",
          "ListRulebooks", "PublishRulebook", "TestRulebook", "CreateTemplate", "GetTemplate",
          "ListTemplates", "CreateTemplateVersion", "ApproveTemplate", "RetireTemplate",
          "RenderTemplate", "CheckTone", "Watch", "ListDeadLetters", "RetryDeadLetter",
          "DropDeadLetter", "KeepCallback", "MissCallback", "GetConversation", "ListConversations",
          "AssignConversation", "SnoozeConversation", "ResolveConversation", "ReopenConversation",
          "AddConversationNote", "SummariseHandover"));
}

}  // namespace
}  // namespace parley::architecture
