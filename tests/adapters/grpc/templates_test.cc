// SPDX-License-Identifier: Apache-2.0
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "parley/v1/template_service.pb.h"
#include "tests/adapters/grpc/requests.h"
#include "tests/adapters/grpc/served_world.h"

namespace parley {
namespace {

using ::testing::Contains;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::Pair;

constexpr const char* kName = "templates/payment_received.en.sms";
constexpr const char* kFirst = "templates/payment_received.en.sms/versions/1";

v1::Template AReceipt(
    const std::string& text = "{{> SELF_IDENTIFICATION}} Thank you for {{amount}}. {{> OPT_OUT}}") {
  v1::Template words;
  words.set_key("payment_received");
  words.set_language_code("en");
  words.set_channel(v1::CHANNEL_SMS);
  words.set_purpose(v1::PURPOSE_RECEIPT);
  v1::TemplateVariable& amount = *words.add_variables();
  amount.set_name("amount");
  amount.set_type(v1::VARIABLE_TYPE_MONEY);
  v1::TemplatePart& part = *words.add_parts();
  part.set_kind(v1::MESSAGE_PART_KIND_TEXT);
  part.set_text(text);
  return words;
}

class TemplateApi : public ::testing::Test {
 public:
  TemplateApi() {
    served_.GiveToken("author", "parley.template.read parley.template.write");
    served_.GiveToken("reviewer", "parley.template.read parley.approve");
  }

  Reply Create(const v1::Template& words, const std::string& token = "author") {
    v1::CreateTemplateRequest request;
    *request.mutable_template_() = words;
    request.set_request_id(RequestIdText(++requests_));
    return served_.Call("TemplateService/CreateTemplate", request, {.token = token});
  }
  Reply CreateVersion(const std::string& parent, const v1::Template& words) {
    v1::CreateTemplateVersionRequest request;
    request.set_parent(parent);
    *request.mutable_template_() = words;
    request.set_request_id(RequestIdText(++requests_));
    return served_.Call("TemplateService/CreateTemplateVersion", request);
  }
  Reply Approve(const std::string& name, const std::string& token = "reviewer") {
    v1::ApproveTemplateRequest request;
    request.set_name(name);
    request.set_request_id(RequestIdText(++requests_));
    return served_.Call("TemplateService/ApproveTemplate", request, {.token = token});
  }
  Reply Retire(const std::string& name) {
    v1::RetireTemplateRequest request;
    request.set_name(name);
    request.set_request_id(RequestIdText(++requests_));
    return served_.Call("TemplateService/RetireTemplate", request);
  }
  Reply Get(const std::string& name) {
    v1::GetTemplateRequest request;
    request.set_name(name);
    return served_.Call("TemplateService/GetTemplate", request);
  }
  std::vector<std::string> Names(const std::string& filter) {
    v1::ListTemplatesRequest request;
    request.set_filter(filter);
    request.set_page_size(2);
    std::vector<std::string> names;
    do {
      const Reply reply = served_.Call("TemplateService/ListTemplates", request);
      EXPECT_TRUE(reply.status.ok()) << reply.status.error_message();
      const auto page = reply.As<v1::ListTemplatesResponse>();
      for (const v1::Template& one : page.templates()) {
        EXPECT_EQ(one.parts_size(), 0);
        names.push_back(one.name());
      }
      request.set_page_token(page.next_page_token());
    } while (!request.page_token().empty());
    return names;
  }

  ServedWorld served_;
  std::uint64_t requests_ = 100;
};

TEST_F(TemplateApi, ShowsTheSystems) {
  const auto words = Get(kName).As<v1::Template>();
  EXPECT_EQ(words.name(), "templates/payment_received.en.sms/versions/system-1");
  EXPECT_EQ(words.level(), v1::TEMPLATE_LEVEL_SYSTEM);
  EXPECT_EQ(words.state(), v1::TEMPLATE_STATE_APPROVED);
  EXPECT_EQ(words.purpose(), v1::PURPOSE_RECEIPT);
  EXPECT_FALSE(words.has_create_time());
  EXPECT_EQ(Get(words.name()).bytes, words.SerializeAsString());
}

TEST_F(TemplateApi, PutsADraftIntoUseAndOutOfIt) {
  const auto draft = Create(AReceipt()).As<v1::Template>();
  EXPECT_EQ(draft.name(), kFirst);
  EXPECT_EQ(draft.level(), v1::TEMPLATE_LEVEL_TENANT);
  EXPECT_EQ(draft.state(), v1::TEMPLATE_STATE_DRAFT);
  EXPECT_EQ(draft.author(), "author");
  const auto approved = Approve(kFirst).As<v1::Template>();
  EXPECT_EQ(approved.state(), v1::TEMPLATE_STATE_APPROVED);
  EXPECT_EQ(approved.approver(), "reviewer");
  EXPECT_EQ(Get(kName).bytes, approved.SerializeAsString());
  EXPECT_EQ(CreateVersion(kName, AReceipt()).As<v1::Template>().name(),
            "templates/payment_received.en.sms/versions/2");
  EXPECT_EQ(Retire(kFirst).As<v1::Template>().retirer(), "token");
  EXPECT_EQ(Get(kName).As<v1::Template>().level(), v1::TEMPLATE_LEVEL_SYSTEM);
}

TEST_F(TemplateApi, TellsWhyATemplateIsNotSent) {
  EXPECT_THAT(Create(AReceipt("Thank you.")).metadata()["faults"],
              HasSubstr("lacks the block SELF_IDENTIFICATION"));
  const std::string threat =
      "{{> SELF_IDENTIFICATION}} Thank you for {{amount}}. We will tell your employer. "
      "{{> OPT_OUT}}";
  ASSERT_TRUE(Create(AReceipt(threat)).status.ok());
  const Reply refused = Approve(kFirst);
  EXPECT_EQ(refused.reason(), "TEXT_NEEDS_RELEASE");
  EXPECT_THAT(refused.metadata()["faults"], HasSubstr("THREAT.TELLS_OTHERS"));
  EXPECT_EQ(Create(AReceipt()).reason(), "TEMPLATE_ALREADY_EXISTS");
}

TEST_F(TemplateApi, NeedsItsScopes) {
  EXPECT_EQ(Create(AReceipt(), "reviewer").reason(), "ACCESS_DENIED");
  ASSERT_TRUE(Create(AReceipt()).status.ok());
  EXPECT_EQ(Approve(kFirst, "author").reason(), "ACCESS_DENIED");
}

TEST_F(TemplateApi, ListsTheSystemsAndThenTheTenants) {
  ASSERT_TRUE(Create(AReceipt()).status.ok());
  EXPECT_THAT(Names("key = \"payment_received\" AND language_code = \"en\""), Contains(kFirst));
  EXPECT_THAT(Names("level = TENANT"), ElementsAre(kFirst));
  EXPECT_THAT(Names("state = DRAFT"), ElementsAre(kFirst));
  v1::ListTemplatesRequest request;
  request.set_filter("state = MINE");
  EXPECT_THAT(served_.Call("TemplateService/ListTemplates", request).violations(),
              ElementsAre(Pair("filter", "FILTER_INVALID")));
}

TEST_F(TemplateApi, TakesOnlyItsNames) {
  for (const char* name : {"templates/payment_received", "templates/a.en.SMS", "templates/a.en.fax",
                           "templates/a.en.sms/versions/01", "templates/a.en.sms/versions/system-",
                           "templates/.en.sms", "rulebooks/a.en.sms"}) {
    EXPECT_THAT(Get(name).violations(), ElementsAre(Pair("name", "MALFORMED"))) << name;
  }
  EXPECT_EQ(Get("templates/nobody.en.sms").reason(), "TEMPLATE_NOT_FOUND");
  EXPECT_EQ(Approve("templates/payment_received.en.sms/versions/system-1").reason(),
            "TEMPLATE_NOT_FOUND");
  EXPECT_THAT(CreateVersion("templates/payment_received.es.sms", AReceipt()).violations(),
              ElementsAre(Pair("template.language_code", "DIFFERS")));
}

TEST_F(TemplateApi, FillsATemplateWithValues) {
  ASSERT_TRUE(Create(AReceipt()).status.ok());
  v1::RenderTemplateRequest request;
  request.set_name(kFirst);
  request.set_fill_samples(true);
  v1::TemplateValue& amount = *request.add_values();
  amount.set_name("amount");
  amount.mutable_money()->set_minor_units(4'200);
  amount.mutable_money()->set_currency_code("EUR");
  const Reply filled = served_.Call("TemplateService/RenderTemplate", request);
  ASSERT_TRUE(filled.status.ok()) << filled.status.error_message();
  EXPECT_THAT(filled.As<v1::RenderTemplateResponse>().parts(0).text(), HasSubstr("€42.00"));
  request.set_fill_samples(false);
  EXPECT_EQ(served_.Call("TemplateService/RenderTemplate", request).reason(), "FIELD_INVALID");
}

TEST_F(TemplateApi, ChecksTheToneOfAText) {
  v1::CheckToneRequest request;
  request.set_text("We will tell your employer.");
  request.set_language_code("en");
  const auto told = served_.Call("TemplateService/CheckTone", request).As<v1::CheckToneResponse>();
  EXPECT_TRUE(told.held_back());
  ASSERT_GE(told.findings_size(), 1);
  EXPECT_EQ(told.findings(0).category(), v1::TONE_CATEGORY_THREAT);
  EXPECT_EQ(told.findings(0).severity(), v1::TONE_SEVERITY_BLOCKS);
  EXPECT_EQ(told.findings(0).rule(), "THREAT.TELLS_OTHERS");
  EXPECT_EQ(told.findings(0).begin(), 0);
  EXPECT_EQ(told.findings(0).end(), 26);
  EXPECT_NE(told.findings(0).suggestion(), "");
  EXPECT_EQ(told.readability().word_count(), 5);
  request.set_language_code("fi");
  EXPECT_THAT(served_.Call("TemplateService/CheckTone", request).violations(),
              ElementsAre(Pair("language_code", "UNKNOWN_VALUE")));
}

}  // namespace
}  // namespace parley
