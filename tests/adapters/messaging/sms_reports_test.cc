// SPDX-License-Identifier: Apache-2.0
#include "adapters/messaging/sms/sms_reports.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <string>

#include "absl/strings/str_cat.h"
#include "absl/strings/str_replace.h"
#include "tests/support/domain/builders.h"
#include "tests/support/domain/status_matchers.h"

namespace parley {
namespace {

using testing::Eq;

const CommunicationId kId(NumberedUuid(42));
const absl::Time kNow =
    absl::FromCivil(absl::CivilSecond(2026, 11, 22, 12, 0, 0), absl::UTCTimeZone());

std::string Body(const std::string& state, const std::string& time = "2026-11-22T11:59:00Z") {
  return absl::StrCat(R"({"event":"EV-9","id":"SM-1","key":")", kId.ToString(), R"(","state":")",
                      state, R"(","time":")", time, R"("})");
}

TEST(SmsReports, TellWhatBecameOfAMessage) {
  const auto report = SmsReports().Read(Body("delivered"), kNow);
  ASSERT_TRUE(report.ok());
  EXPECT_EQ(**report,
            (DeliveryReport{.provider = "",
                            .event_id = "EV-9",
                            .communication = kId,
                            .reference = "SM-1",
                            .news = {DeliveryEvent::kDelivered, kNow - absl::Minutes(1)}}));
}

TEST(SmsReports, TellABadNumberFromABadDay) {
  EXPECT_EQ((*SmsReports().Read(Body("invalid_number"), kNow))->news.event,
            DeliveryEvent::kBounced);
  EXPECT_EQ((*SmsReports().Read(Body("undelivered"), kNow))->news.event,
            DeliveryEvent::kUndelivered);
  EXPECT_EQ((*SmsReports().Read(Body("opted_out"), kNow))->news.event, DeliveryEvent::kOptedOut);
}

TEST(SmsReports, TellNothingOfStatesOnTheWay) {
  EXPECT_THAT(*SmsReports().Read(Body("queued"), kNow), Eq(std::nullopt));
  EXPECT_THAT(*SmsReports().Read(Body("a state of next year"), kNow), Eq(std::nullopt));
}

TEST(SmsReports, AreNotFromTheFuture) {
  EXPECT_EQ((*SmsReports().Read(Body("sent", "2027-01-01T00:00:00Z"), kNow))->news.at, kNow);
}

TEST(SmsReports, AreRefusedWhenAPartIsMissing) {
  const std::string whole = Body("sent");
  for (const std::string part : {"EV-9", "sent", "2026-11-22T11:59:00Z", "0"}) {
    const std::string broken = absl::StrReplaceAll(whole, {{part, ""}});
    EXPECT_THAT(SmsReports().Read(broken, kNow), IsRefused(Reason::kFieldInvalid)) << broken;
  }
  for (const std::string body : {"", "[]", "null", "{", "\"x\"", "\xff"}) {
    EXPECT_THAT(SmsReports().Read(body, kNow), IsRefused(Reason::kFieldInvalid)) << body;
  }
}

RC_GTEST_PROP(SmsReports, SurviveWhateverIsPosted, (std::string rubbish)) {
  static_cast<void>(SmsReports().Read(rubbish, kNow));
  const std::string body = Body("sent");
  const auto cut = *rc::gen::inRange<std::size_t>(0, body.size());
  static_cast<void>(SmsReports().Read(body.substr(0, cut) + rubbish, kNow));
}

}  // namespace
}  // namespace parley
