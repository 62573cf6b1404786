// SPDX-License-Identifier: Apache-2.0
// What providers post of what people send us.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>

#include "adapters/messaging/email/mail_posts.h"
#include "adapters/messaging/sms/sms_posts.h"
#include "domain/common/violations.h"
#include "tests/support/domain/builders.h"
#include "tests/support/domain/status_matchers.h"

namespace parley {
namespace {

using testing::HasSubstr;
using testing::SizeIs;
using testing::UnorderedElementsAre;

TEST(SmsPosts, ReadATextMessage) {
  const PostedInbound posted = ValueOf(SmsPosts().Read(
      R"({"id": "MO-1", "from": "+34600000001", "to": "+34600000002", "text": "STOP",
          "time": "2020-11-22T11:59:00Z"})",
      TestNow()));
  EXPECT_EQ(posted.channel, Channel::kSms);
  EXPECT_EQ(posted.provider_id, "MO-1");
  EXPECT_EQ(posted.from.Reveal(), "+34600000001");
  EXPECT_EQ(posted.text.Reveal(), "STOP");
  EXPECT_LT(*posted.received, TestNow());
}

TEST(SmsPosts, NeverCameLaterThanNow) {
  const PostedInbound posted = ValueOf(SmsPosts().Read(
      R"({"id": "MO-1", "from": "+34600000001", "time": "2120-11-22T11:59:00Z"})", TestNow()));
  EXPECT_EQ(posted.received, TestNow());
  EXPECT_EQ(posted.text.Reveal(), "");
}

TEST(SmsPosts, NameEverythingThatIsWrong) {
  EXPECT_THAT(
      ViolationsOf(SmsPosts().Read("{}", TestNow()).status()),
      UnorderedElementsAre(Violation{"id", Fault::kRequired}, Violation{"from", Fault::kRequired},
                           Violation{"time", Fault::kMalformed}));
  EXPECT_THAT(ViolationsOf(SmsPosts().Read("no json", TestNow()).status()), SizeIs(1));
}

TEST(MailPosts, ReadAMailAndItsFiles) {
  const PostedInbound posted = ValueOf(MailPosts().Read(
      "From: Ana <ana@example.com>\r\nSubject: hello\r\nMessage-ID: <m-1@example.com>\r\n"
      "Auto-Submitted: auto-replied\r\nMIME-Version: 1.0\r\n"
      "Content-Type: multipart/mixed; boundary=b\r\n\r\n"
      "--b\r\nContent-Type: text/plain\r\n\r\nI am away\r\n"
      "--b\r\nContent-Type: image/png\r\nContent-Disposition: attachment; filename=slip.png\r\n"
      "Content-Transfer-Encoding: base64\r\n\r\nAAAA\r\n--b--\r\n",
      TestNow()));
  EXPECT_EQ(posted.from.Reveal(), "ana@example.com");
  EXPECT_EQ(posted.provider_id, "m-1@example.com");
  EXPECT_TRUE(posted.automatic);
  EXPECT_THAT(posted.text.Reveal(), HasSubstr("I am away"));
  ASSERT_THAT(posted.attachments, SizeIs(1));
  EXPECT_EQ(posted.attachments.front().name.Reveal(), "slip.png");
}

TEST(MailPosts, RefuseNothing) {
  for (const std::string& raw : {std::string(), std::string("\xFF\xFE\0x", 4)}) {
    EXPECT_EQ(ValueOf(MailPosts().Read(raw, TestNow())).text.Reveal(), raw);
  }
}

}  // namespace
}  // namespace parley
