// SPDX-License-Identifier: Apache-2.0
#include "adapters/messaging/email/email_reports.h"

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
using testing::Optional;

const CommunicationId kId(NumberedUuid(42));
const absl::Time kNow =
    absl::FromCivil(absl::CivilSecond(2026, 11, 22, 12, 0, 0), absl::UTCTimeZone());

std::string ReturnPath() { return absl::StrCat("bounces+", kId.ToString(), "@lending.example"); }

// As a relay writes it (RFC 3464, appendix E).
std::string Notification(const std::string& to, const std::string& action,
                         const std::string& status) {
  return absl::StrCat(
      "From: MAILER-DAEMON@relay.example\r\n"
      "To: <",
      to,
      ">\r\n"
      "Subject: Undelivered Mail Returned to Sender\r\n"
      "Date: Sun, 22 Nov 2026 11:30:00 +0000\r\n"
      "Message-Id: <20261122.4XyZ@relay.example>\r\n"
      "MIME-Version: 1.0\r\n"
      "Content-Type: multipart/report; report-type=delivery-status;\r\n"
      "\tboundary=\"=_b\"\r\n"
      "\r\n"
      "--=_b\r\nContent-Type: text/plain; charset=us-ascii\r\n\r\n"
      "I'm sorry to have to inform you.\r\n"
      "--=_b\r\nContent-Type: message/delivery-status\r\n\r\n"
      "Reporting-MTA: dns; relay.example\r\n"
      "Arrival-Date: Sun, 22 Nov 2026 11:29:58 +0000\r\n"
      "\r\n"
      "Final-Recipient: rfc822; ada@person.example\r\n"
      "Action: ",
      action, "\r\nStatus: ", status,
      "\r\n"
      "Diagnostic-Code: smtp; 550\r\n 5.1.1 User\r\n unknown\r\n"
      "\r\n"
      "--=_b\r\nContent-Type: text/rfc822-headers\r\n\r\n"
      "Subject: Your account\r\n"
      "Message-ID: <",
      kId.ToString(), "@lending.example>\r\n\r\n--=_b--\r\n");
}

// As a mailbox provider writes it (RFC 5965, appendix B).
std::string Complaint(const std::string& to, const std::string& feedback) {
  return absl::StrCat(
      "From: <abuse@mailbox.example>\nTo: <", to,
      ">\nDate: Thu, 8 Mar 2026 17:40:36 +0000\nMIME-Version: 1.0\n"
      "Message-ID: <8.complaint@mailbox.example>\n"
      "Content-Type: multipart/report; report-type=feedback-report; boundary=\"part1\"\n\n"
      "--part1\nContent-Type: text/plain\n\nThis is an email abuse report.\n\n"
      "--part1\nContent-Type: message/feedback-report\n\n",
      feedback,
      "\n--part1\nContent-Type: message/rfc822\n\n"
      "From: <letters@lending.example>\nMessage-ID: <",
      kId.ToString(), "@lending.example>\nSubject: Your account\n\nHello.\n--part1--\n");
}

std::optional<DeliveryReport> Read(const std::string& mail) {
  const auto read = EmailReports().Read(mail, kNow);
  EXPECT_TRUE(read.ok()) << read.status();
  return read.ok() ? *read : std::nullopt;
}

TEST(EmailReports, TellOfABounce) {
  const auto report = Read(Notification(ReturnPath(), "failed", "5.1.1"));
  ASSERT_TRUE(report.has_value());
  EXPECT_EQ(report->communication, kId);
  EXPECT_EQ(report->news.event, DeliveryEvent::kBounced);
  EXPECT_EQ(report->news.at, kNow - absl::Minutes(30));
  EXPECT_EQ(report->event_id, "20261122.4XyZ@relay.example");
}

TEST(EmailReports, FindTheMessageInWhatIsEnclosedWhenTheReturnPathIsLost) {
  const auto report = Read(Notification("postmaster@lending.example", "failed", "5.1.1"));
  ASSERT_TRUE(report.has_value());
  EXPECT_EQ(report->communication, kId);
}

TEST(EmailReports, TellOfAComplaint) {
  const auto report = Read(Complaint(
      "fbl@lending.example", "Feedback-Type: abuse\nUser-Agent: Example/1.0\nVersion: 1\n"));
  ASSERT_TRUE(report.has_value());
  EXPECT_EQ(report->communication, kId);
  EXPECT_EQ(report->news.event, DeliveryEvent::kComplained);
  EXPECT_EQ(Read(Complaint(ReturnPath(), "Feedback-Type: not-spam\nVersion: 1\n")), std::nullopt);
}

TEST(EmailReports, FindTheMessageOfAComplaintWhoseMailWasTakenOut) {
  std::string mail = Complaint(
      "fbl@lending.example",
      absl::StrCat("Feedback-Type: abuse\nOriginal-Mail-From: <", ReturnPath(), ">\nVersion: 1\n"));
  mail = absl::StrReplaceAll(mail, {{absl::StrCat("Message-ID: <", kId.ToString()), "X: <"}});
  const auto report = Read(mail);
  ASSERT_TRUE(report.has_value());
  EXPECT_EQ(report->communication, kId);
}

TEST(EmailReports, TellNothingOfWhatIsStillOnItsWayOrNoReport) {
  EXPECT_EQ(Read(Notification(ReturnPath(), "delayed", "4.4.7")), std::nullopt);
  EXPECT_EQ(Read(Notification(ReturnPath(), "relayed", "2.0.0")), std::nullopt);
  EXPECT_EQ(Read("To: " + ReturnPath() + "\nSubject: Out of office\n\nBack on Monday.\n"),
            std::nullopt);
  EXPECT_EQ(Read(""), std::nullopt);
}

TEST(EmailReports, AreRefusedWhenNobodyKnowsWhatTheyAreAbout) {
  std::string mail = Notification("postmaster@lending.example", "failed", "5.1.1");
  mail = absl::StrReplaceAll(mail, {{kId.ToString(), "somebody"}});
  EXPECT_THAT(EmailReports().Read(mail, kNow), IsRefused(Reason::kFieldInvalid));
}

TEST(EmailReports, AreNotFromTheFuture) {
  const std::string mail = absl::StrReplaceAll(Notification(ReturnPath(), "failed", "5.1.1"),
                                               {{"22 Nov 2026 11:30", "22 Nov 2096 11:30"}});
  EXPECT_EQ(Read(mail)->news.at, kNow);
}

TEST(EmailReports, TellABounceForGoodFromOneThatPasses) {
  using messaging::EventOfStatus;
  for (const char* status : {"5.1.1", "5.1.2", "5.1.3", "5.1.6", "5.1.10", "5.2.1", "5.4.4"}) {
    EXPECT_THAT(EventOfStatus("failed", status), Optional(DeliveryEvent::kBounced)) << status;
  }
  // What is full, too big, late or suspicious, what tells of the sender or of nothing.
  for (const char* status :
       {"4.4.7", "5.2.2", "5.2.3", "5.3.4", "5.4.7", "5.6.1", "5.7.1", "5.0.0", "5.1.0", "5.1.7",
        "5.1.8", "5.1.9", "5.5.0", "5.5.4", "5.11", "9.9.9", ""}) {
    EXPECT_THAT(EventOfStatus("Failed", status), Optional(DeliveryEvent::kUndelivered)) << status;
  }
  EXPECT_THAT(EventOfStatus("delivered", "2.1.5"), Optional(DeliveryEvent::kDelivered));
  EXPECT_THAT(EventOfStatus("expanded", "2.1.5"), Eq(std::nullopt));
}

// Whatever comes to that address, it is read or refused.
RC_GTEST_PROP(EmailReports, SurviveWhateverIsBroken, ()) {
  std::string mail = *rc::gen::element(Notification(ReturnPath(), "failed", "5.1.1"),
                                       Complaint(ReturnPath(), "Feedback-Type: abuse\n"));
  const int cuts = *rc::gen::inRange(0, 6);
  for (int at = 0; at < cuts && !mail.empty(); ++at) {
    const auto where = *rc::gen::inRange<std::size_t>(0, mail.size());
    const auto length = *rc::gen::inRange<std::size_t>(0, 40);
    mail.replace(where, length, *rc::gen::arbitrary<std::string>());
  }
  static_cast<void>(EmailReports().Read(mail, kNow));
}

}  // namespace
}  // namespace parley
