// SPDX-License-Identifier: Apache-2.0
#include "adapters/messaging/email/incoming_mail.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>

#include "absl/strings/str_cat.h"
#include "adapters/messaging/email/return_path.h"
#include "tests/support/domain/builders.h"

namespace parley::messaging {
namespace {

using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;
using testing::SizeIs;

std::string Mail(std::string_view more, std::string_view body) {
  return absl::StrCat(
      "From: Ana Ejemplo <ana@example.com>\r\nTo: us@parley.example\r\n"
      "Subject: =?ISO-8859-1?Q?M=E1s_tiempo?=\r\nMessage-ID: <m-1@example.com>\r\n",
      std::string(more), "\r\n", std::string(body));
}

TEST(IncomingMail, IsReadWithItsHead) {
  const IncomingMail mail =
      ReadIncomingMail(Mail("Content-Type: text/plain; charset=iso-8859-1\r\n", "caf\xE9"));
  EXPECT_EQ(mail.from, "ana@example.com");
  EXPECT_EQ(mail.to, "us@parley.example");
  EXPECT_EQ(mail.subject, "M\u00E1s tiempo");
  EXPECT_EQ(mail.message_id, "m-1@example.com");
  EXPECT_THAT(mail.text, HasSubstr("caf\u00E9"));
  EXPECT_TRUE(mail.understood);
  EXPECT_FALSE(mail.automatic);
}

TEST(IncomingMail, KnowsTheMessageThatItAnswers) {
  const auto ours = NumberedId<CommunicationId>(7);
  const std::string id = MessageIdOf(ours, "parley.example");
  const std::string told = id.front() == '<' ? id : absl::StrCat("<", id, ">");
  EXPECT_EQ(ReadIncomingMail(Mail(absl::StrCat("In-Reply-To: ", told, "\r\n"), "hi")).answers,
            ours);
  EXPECT_EQ(
      ReadIncomingMail(Mail(absl::StrCat("References: <a@b> ", told, " <c@d>\r\n"), "hi")).answers,
      ours);
  EXPECT_EQ(
      ReadIncomingMail(
          Mail(absl::StrCat("Delivered-To: ", ReturnPathOf("us@parley.example", ours), "\r\n"),
               "hi"))
          .answers,
      ours);
  EXPECT_EQ(ReadIncomingMail(Mail("In-Reply-To: <x@y>\r\n", "hi")).answers, std::nullopt);
}

TEST(IncomingMail, PrefersWordsToPagesAndNamesFiles) {
  const IncomingMail mail =
      ReadIncomingMail(Mail("MIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary=b\r\n",
                            "--b\r\nContent-Type: multipart/alternative; boundary=c\r\n\r\n"
                            "--c\r\nContent-Type: text/plain\r\n\r\nplain words\r\n"
                            "--c\r\nContent-Type: text/html\r\n\r\n<p>a page</p>\r\n--c--\r\n"
                            "--b\r\nContent-Type: image/png; name=slip.png\r\n"
                            "Content-Disposition: attachment; filename=slip.png\r\n"
                            "Content-Transfer-Encoding: base64\r\n\r\nAAAA\r\n--b--\r\n"));
  EXPECT_THAT(mail.text, HasSubstr("plain words"));
  EXPECT_THAT(mail.text, Not(HasSubstr("a page")));
  ASSERT_THAT(mail.attachments, SizeIs(1));
  EXPECT_EQ(mail.attachments.front().name, "slip.png");
  EXPECT_EQ(mail.attachments.front().media_type, "image/png");
  EXPECT_EQ(mail.attachments.front().size, 3);
  // Of three bytes of 0, as sha256sum has it.
  EXPECT_EQ(mail.attachments.front().digest,
            "sha256:709e80c88487a2411e1ee4dfb9f22a861492d20c4765150c0c794abd70f8147c");
}

TEST(IncomingMail, ReadsAPageWithoutItsTags) {
  EXPECT_EQ(TextOfHtml("<head><style>p{}</style></head>I&nbsp;lost<br>my <b>job</b> &amp; home"),
            "I lost\nmy job & home");
  EXPECT_EQ(TextOfHtml("5 &lt; 6 &unknown; <"), "5 < 6 &unknown; ");
  const IncomingMail mail =
      ReadIncomingMail(Mail("Content-Type: text/html\r\n", "<p>please stop</p>"));
  EXPECT_THAT(mail.text, HasSubstr("please stop"));
}

TEST(IncomingMail, TellsAMachinesFromAPersons) {
  EXPECT_TRUE(ReadIncomingMail(Mail("Auto-Submitted: auto-replied\r\n", "away")).automatic);
  EXPECT_FALSE(ReadIncomingMail(Mail("Auto-Submitted: no\r\n", "here")).automatic);
}

TEST(IncomingMail, LosesNothingOfWhatIsNoMail) {
  for (const std::string& raw : {std::string("stop writing to me"), std::string(),
                                 std::string("\0\xFF\xFE", 3), std::string("From \n\n\n")}) {
    const IncomingMail mail = ReadIncomingMail(raw);
    EXPECT_FALSE(mail.understood);
    EXPECT_EQ(mail.text, raw);
  }
}

TEST(IncomingMail, KeepsAsItCameWhatHasTooManyOrTooDeepParts) {
  std::string deep;
  for (int level = 0; level < 60; ++level) {
    absl::StrAppend(&deep, "Content-Type: multipart/mixed; boundary=b", level, "\r\n\r\n--b", level,
                    "\r\n");
  }
  const std::string nested = Mail("", "").substr(0, Mail("", "").size() - 2) + deep + "\r\nhello";
  EXPECT_EQ(ReadIncomingMail(nested).text, nested);
  std::string many;
  for (int part = 0; part < 500; ++part) absl::StrAppend(&many, "--b\r\n\r\nhello\r\n");
  const std::string wide =
      Mail("Content-Type: multipart/mixed; boundary=b\r\n", absl::StrCat(many, "--b--\r\n"));
  EXPECT_EQ(ReadIncomingMail(wide).text, wide);
}

TEST(IncomingMail, ReadsNoMoreOfABombThanItMay) {
  const std::string bomb(kLongestMail + 10, 'A');
  EXPECT_EQ(ReadIncomingMail(bomb).text.size(), kLongestMail);
}

}  // namespace
}  // namespace parley::messaging
