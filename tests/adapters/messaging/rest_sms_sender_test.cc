// SPDX-License-Identifier: Apache-2.0
#include "adapters/messaging/sms/rest_sms_sender.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "absl/strings/escaping.h"
#include "absl/strings/str_cat.h"
#include "tests/support/domain/builders.h"
#include "tests/support/messaging/fake_sms_provider.h"

namespace parley {
namespace {

using messaging::OutcomeOf;
using messaging::ProviderAnswerOf;
using messaging::SmsAnswer;
using testing::Optional;
using testing::Pair;
using testing::UnorderedElementsAre;

constexpr absl::Duration kPatience = absl::Seconds(20);
const CommunicationId kId(NumberedUuid(42));

OutboundMessage MessageOf(const std::string& text) {
  return {kId, SensitiveText("+34600100200"), SmsWords{SensitiveText(text)}};
}

class RestSmsSenders : public testing::Test {
 public:
  RestSmsSettings Settings() const {
    RestSmsSettings settings;
    settings.url = provider_.url();
    settings.user = "lending";
    settings.password = SensitiveText("pass&word");
    settings.from = "Example & Co";
    settings.callback_url = "https://lending.example/callbacks/sms";
    return settings;
  }

  FakeSmsProvider provider_;
};

TEST_F(RestSmsSenders, PostAFormUnderTheMessagesKey) {
  RestSmsSender sender(Settings());
  const HandOver outcome = sender.Send(MessageOf("1.234,50 € + algo & más = %"), kPatience);
  ASSERT_TRUE(std::holds_alternative<Accepted>(outcome));
  EXPECT_EQ(std::get<Accepted>(outcome).reference, "SM-1");
  SmsRequest request = provider_.last();
  EXPECT_EQ(request.line, "POST /messages HTTP/1.1");
  EXPECT_EQ(request.headers["idempotency-key"], kId.ToString());
  EXPECT_EQ(request.headers["authorization"],
            absl::StrCat("Basic ", absl::Base64Escape("lending:pass&word")));
  EXPECT_EQ(request.headers["content-type"], "application/x-www-form-urlencoded");
  EXPECT_EQ(request.headers.count("expect"), 0U);
  EXPECT_THAT(request.form,
              UnorderedElementsAre(Pair("to", "+34600100200"), Pair("from", "Example & Co"),
                                   Pair("text", "1.234,50 € + algo & más = %"),
                                   Pair("callback", "https://lending.example/callbacks/sms")));
}

TEST_F(RestSmsSenders, PostNothingASecondTimeOnAConnectionThatTurnsOutDead) {
  RestSmsSender sender(Settings());
  ASSERT_TRUE(std::holds_alternative<Accepted>(sender.Send(MessageOf("uno"), kPatience)));
  SmsMood mood;
  mood.ending = SmsMood::Ending::kCuts;
  provider_.Be(mood);
  EXPECT_TRUE(std::holds_alternative<NotKnown>(sender.Send(MessageOf("dos"), kPatience)));
  EXPECT_EQ(provider_.posts(), 2) << "libcurl would have tried the second again";
}

TEST_F(RestSmsSenders, WaitAsLongAsTheProviderAsks) {
  SmsMood mood;
  mood.takes = false;
  mood.status = 429;
  mood.headers = "Retry-After: 17\r\n";
  provider_.Be(mood);
  RestSmsSender sender(Settings());
  const HandOver outcome = sender.Send(MessageOf("uno"), kPatience);
  ASSERT_TRUE(std::holds_alternative<RefusedForNow>(outcome));
  EXPECT_EQ(std::get<RefusedForNow>(outcome).cause, DelayCause::kBusy);
  EXPECT_THAT(std::get<RefusedForNow>(outcome).retry_after, Optional(absl::Seconds(17)));
}

TEST_F(RestSmsSenders, TellWhatBecameOfAMessageTheyAskAbout) {
  RestSmsSender sender(Settings());
  sender.Send(MessageOf("uno"), kPatience);
  provider_.SetState(kId, "delivered");
  const ProviderAnswer answer = sender.Ask(kId, kPatience);
  ASSERT_TRUE(std::holds_alternative<Taken>(answer));
  EXPECT_EQ(std::get<Taken>(answer).event, DeliveryEvent::kDelivered);
  EXPECT_EQ(std::get<Taken>(answer).reference, "SM-1");
}

TEST_F(RestSmsSenders, RefuseATextThatNeedsTooManySegments) {
  RestSmsSender sender(Settings());
  const HandOver outcome = sender.Send(MessageOf(std::string(153 * 6 + 1, 'a')), kPatience);
  ASSERT_TRUE(std::holds_alternative<RefusedForGood>(outcome));
  EXPECT_EQ(std::get<RefusedForGood>(outcome).cause, RefusalCause::kContent);
  EXPECT_EQ(provider_.posts(), 0);
  EXPECT_TRUE(std::holds_alternative<Accepted>(
      sender.Send(MessageOf(std::string(153 * 6, 'a')), kPatience)));
}

TEST_F(RestSmsSenders, DoNotReadAnswersWithoutEnd) {
  SmsMood mood;
  mood.body = std::string(100'000, '{');
  provider_.Be(mood);
  RestSmsSender sender(Settings());
  EXPECT_TRUE(std::holds_alternative<NotKnown>(sender.Send(MessageOf("uno"), kPatience)));
}

std::string About(const std::string& key) {
  return absl::StrCat(R"({"id":"SM-1","key":")", key, R"(","state":"queued"})");
}

TEST(SmsAnswers, CountAsTakenOnlyWhenTheySaySoOfThisVeryMessage) {
  EXPECT_TRUE(std::holds_alternative<Accepted>(OutcomeOf({201, About(kId.ToString())}, kId)));
  EXPECT_TRUE(std::holds_alternative<Accepted>(OutcomeOf({200, About(kId.ToString())}, kId)));
  const std::string other = About(NumberedUuid(43).ToString());
  const std::vector<std::string> bodies = {
      "",           "OK", "{", "[1]", other, absl::StrCat(R"({"key":")", kId.ToString(), R"("})"),
      R"({"id":7})"};
  for (const std::string& body : bodies) {
    EXPECT_TRUE(std::holds_alternative<NotKnown>(OutcomeOf({200, body}, kId))) << body;
    EXPECT_TRUE(std::holds_alternative<NoAnswer>(ProviderAnswerOf({200, body}, kId))) << body;
  }
}

TEST(SmsAnswers, NameTheCauseOfARefusal) {
  const auto cause_of = [](const std::string& code) {
    return std::get<RefusedForGood>(
               OutcomeOf({422, absl::StrCat(R"({"code":")", code, R"("})")}, kId))
        .cause;
  };
  EXPECT_EQ(cause_of("invalid_number"), RefusalCause::kAddress);
  EXPECT_EQ(cause_of("opted_out"), RefusalCause::kOptedOut);
  EXPECT_EQ(cause_of("content_rejected"), RefusalCause::kContent);
  EXPECT_EQ(cause_of("something_new"), RefusalCause::kOther);
}

TEST(SmsAnswers, KnowNothingWhereTheProviderMayHaveTakenTheMessage) {
  for (const int status : {100, 302, 400, 408, 409, 422, 500, 502, 504, 599}) {
    EXPECT_TRUE(std::holds_alternative<NotKnown>(OutcomeOf({status, "<html>"}, kId))) << status;
  }
}

TEST(SmsAnswers, AreForNowWhereItDidNot) {
  for (const int status : {401, 403, 404}) {
    EXPECT_EQ(std::get<RefusedForNow>(OutcomeOf({status, ""}, kId)).cause,
              DelayCause::kNotAdmitted);
  }
  for (const int status : {429, 503}) {
    EXPECT_EQ(std::get<RefusedForNow>(OutcomeOf({status, ""}, kId)).cause, DelayCause::kBusy);
  }
}

TEST(SmsAnswers, DenyAMessageOnlyInTheProvidersOwnWords) {
  EXPECT_TRUE(std::holds_alternative<NeverTaken>(
      ProviderAnswerOf({404, R"({"code":"message_not_found"})"}, kId)));
  EXPECT_TRUE(std::holds_alternative<NoAnswer>(ProviderAnswerOf({404, "<html>Not found"}, kId)));
  EXPECT_TRUE(std::holds_alternative<NoAnswer>(ProviderAnswerOf({500, ""}, kId)));
}

}  // namespace
}  // namespace parley
