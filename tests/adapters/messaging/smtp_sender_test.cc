// SPDX-License-Identifier: Apache-2.0
#include "adapters/messaging/email/smtp_sender.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"
#include "adapters/crypto/development_certificates.h"
#include "tests/adapters/messaging/spool.h"
#include "tests/support/application/fakes.h"
#include "tests/support/domain/builders.h"
#include "tests/support/messaging/fake_relay.h"
#include "tests/support/messaging/smtp_sink.h"

namespace parley {
namespace {

using nlohmann::json;
using testing::Each;
using testing::ElementsAre;
using testing::EndsWith;
using testing::HasSubstr;
using testing::Not;
using testing::StartsWith;

constexpr absl::Duration kPatience = absl::Seconds(20);
const CommunicationId kId(NumberedUuid(42));

SmtpSettings SettingsFor(int port) {
  SmtpSettings settings;
  settings.host = "127.0.0.1";
  settings.port = port;
  settings.security = SmtpSecurity::kNone;
  settings.from_name = "Example Lending";
  settings.from_address = "letters@lending.example";
  settings.return_path = "bounces@lending.example";
  settings.message_domain = "lending.example";
  return settings;
}

OutboundMessage MessageOf(const EmailWords& words) {
  return {kId, SensitiveText("ada@person.example"), words};
}

EmailWords SomeWords() {
  EmailWords words;
  words.subject = SensitiveText("Your account");
  words.text = SensitiveText("Good day,\n.\n.. dots\nno more.\n");
  return words;
}

class SmtpSenders : public testing::Test {
 public:
  HandOver Send(const EmailWords& words) {
    SmtpSender sender(SettingsFor(relay_.port()), clock_);
    return sender.Send(MessageOf(words), kPatience);
  }

  FakeClock clock_;
  FakeRelay relay_;
};

TEST_F(SmtpSenders, NameTheMessageInItsReturnPath) {
  ASSERT_TRUE(std::holds_alternative<Accepted>(Send(SomeWords())));
  const TakenMail mail = relay_.taken().at(0);
  EXPECT_EQ(mail.sender, "bounces+" + kId.ToString() + "@lending.example");
  EXPECT_EQ(mail.recipient, "ada@person.example");
  EXPECT_THAT(mail.content, HasSubstr("\r\n.\r\n.. dots\r\n"));
}

TEST_F(SmtpSenders, KeepAConnectionForTheNextMail) {
  SmtpSender sender(SettingsFor(relay_.port()), clock_);
  for (int at = 0; at < 3; ++at) {
    const OutboundMessage message = MessageOf(SomeWords());
    ASSERT_TRUE(std::holds_alternative<Accepted>(sender.Send(message, kPatience)));
  }
  EXPECT_EQ(relay_.connections(), 1);
}

TEST_F(SmtpSenders, KnowEachReplyOfAConnectionThatIsKept) {
  SmtpSender sender(SettingsFor(relay_.port()), clock_);
  ASSERT_TRUE(std::holds_alternative<Accepted>(sender.Send(MessageOf(SomeWords()), kPatience)));
  RelayMood mood;
  mood.end = kCut;
  relay_.Be(mood);
  EXPECT_TRUE(std::holds_alternative<NotKnown>(sender.Send(MessageOf(SomeWords()), kPatience)));
  mood.end = "554 5.7.1 no";
  mood.takes = false;
  relay_.Be(mood);
  EXPECT_TRUE(
      std::holds_alternative<RefusedForGood>(sender.Send(MessageOf(SomeWords()), kPatience)));
  EXPECT_EQ(relay_.taken().size(), 2U) << "nothing was tried again";
}

// libcurl would wait two minutes.
TEST_F(SmtpSenders, EndAlsoWhenTheRelayFellSilent) {
  RelayMood mood;
  mood.goodbye = kStall;
  relay_.Be(mood);
  ASSERT_TRUE(std::holds_alternative<Accepted>(Send(SomeWords())));
  mood.end = "554 5.7.1 no";
  relay_.Be(mood);
  ASSERT_TRUE(std::holds_alternative<RefusedForGood>(Send(SomeWords())));
}

TEST_F(SmtpSenders, GiveNothingToARelayWithoutTls) {
  SmtpSettings settings = SettingsFor(relay_.port());
  settings.security = SmtpSecurity::kStartTls;
  SmtpSender sender(settings, clock_);
  const HandOver outcome = sender.Send(MessageOf(SomeWords()), kPatience);
  ASSERT_TRUE(std::holds_alternative<RefusedForNow>(outcome));
  EXPECT_EQ(std::get<RefusedForNow>(outcome).cause, DelayCause::kNotAdmitted);
  EXPECT_TRUE(relay_.taken().empty());
}

TEST_F(SmtpSenders, RefuseWhatCouldAddALineToTheHead) {
  const std::vector<std::string> all = {"a\r\nBcc: eve@evil.example", "a\nb", "a\rb",
                                        std::string(1, '\0')};
  for (const std::string& bad : all) {
    EmailWords subject = SomeWords();
    subject.subject = SensitiveText("Hello " + bad);
    EmailWords name = SomeWords();
    name.from_name = "Lending " + bad;
    EmailWords link = SomeWords();
    link.unsubscribe_url = "https://lending.example/" + bad;
    for (const EmailWords& words : {subject, name, link}) {
      const HandOver outcome = Send(words);
      ASSERT_TRUE(std::holds_alternative<RefusedForGood>(outcome));
      EXPECT_EQ(std::get<RefusedForGood>(outcome).cause, RefusalCause::kContent);
    }
  }
  EXPECT_EQ(relay_.connections(), 0);
}

// The rest is read by a mail server and a parser that are not ours.
class SmtpSendersWithSink : public testing::Test {
 public:
  SmtpSendersWithSink() {
    EXPECT_TRUE(MakeDevelopmentCertificates(folder_.path(), absl::Now()).ok());
    sink_ = std::make_unique<SmtpSink>(folder_.path(), "lending", "pass word");
  }

  void SetUp() override {
    if (sink_->port() == 0) GTEST_SKIP() << "python3-aiosmtpd is not installed";
  }

  SmtpSettings Settings() const {
    SmtpSettings settings = SettingsFor(sink_->port());
    settings.host = "localhost";
    settings.security = SmtpSecurity::kStartTls;
    settings.ca_file = folder_.path() / "ca.pem";
    settings.user = "lending";
    settings.password = SensitiveText("pass word");
    return settings;
  }

  json Sent(const EmailWords& words) {
    SmtpSender sender(Settings(), clock_);
    const HandOver outcome = sender.Send(MessageOf(words), kPatience);
    if (!std::holds_alternative<Accepted>(outcome)) return {};
    EXPECT_EQ(std::get<Accepted>(outcome).reference, "2.0.0 Ok: queued as SINK1");
    return json::parse(sink_->Next().value());
  }

  static std::vector<std::string> Headers(const json& mail, const std::string& name) {
    std::vector<std::string> found;
    for (const json& header : mail["headers"]) {
      if (absl::EqualsIgnoreCase(header[0].get<std::string>(), name)) found.push_back(header[1]);
    }
    return found;
  }

  TemporaryFolder folder_;
  FakeClock clock_;
  std::unique_ptr<SmtpSink> sink_;
};

TEST_F(SmtpSendersWithSink, HandOverWholeMailsOverTlsAfterALogin) {
  EmailWords words;
  words.from_name = "Préstamos Ejemplo, S.A.";
  words.subject = SensitiveText("Su cuenta: €1.234,50 — próximos pasos");
  words.text = SensitiveText("Buenos días, señora Ñandú:\n\nSe deben 1.234,50 €.\n.\nFin =20 =\n");
  words.html = SensitiveText("<p>Buenos d&iacute;as,</p>\n<p>Se deben 1.234,50 €.</p>\n");
  words.unsubscribe_url = "https://lending.example/unsubscribe/" + std::string(300, 'x');
  const json mail = Sent(words);
  ASSERT_TRUE(mail.is_object());
  EXPECT_EQ(mail["tls"], true);
  EXPECT_EQ(mail["user"], "lending");
  EXPECT_EQ(mail["sender"], "bounces+" + kId.ToString() + "@lending.example");
  EXPECT_EQ(mail["type"], "multipart/alternative");
  EXPECT_EQ(mail["defects"], json::array());
  EXPECT_EQ(mail["bare_line_ends"], 0);
  EXPECT_EQ(mail["parts"]["text/plain"], words.text.Reveal());
  EXPECT_EQ(mail["parts"]["text/html"], words.html.Reveal());
  EXPECT_THAT(Headers(mail, "Subject"), ElementsAre(words.subject.Reveal()));
  EXPECT_THAT(Headers(mail, "From"),
              ElementsAre("\"Préstamos Ejemplo, S.A.\" <letters@lending.example>"));
  EXPECT_THAT(Headers(mail, "To"), ElementsAre("ada@person.example"));
  EXPECT_THAT(Headers(mail, "Message-ID"),
              ElementsAre(absl::StrCat("<", kId.ToString(), "@lending.example>")));
  EXPECT_THAT(Headers(mail, "List-Unsubscribe"),
              ElementsAre(absl::StrCat("<", words.unsubscribe_url, ">")));
  EXPECT_THAT(Headers(mail, "List-Unsubscribe-Post"), ElementsAre("List-Unsubscribe=One-Click"));
  EXPECT_THAT(Headers(mail, "Auto-Submitted"), ElementsAre("auto-generated"));
  EXPECT_THAT(Headers(mail, "MIME-Version"), ElementsAre("1.0"));
  EXPECT_EQ(Headers(mail, "Date").size(), 1U);
}

TEST_F(SmtpSendersWithSink, FoldASubjectOfThreeHundredCharacters) {
  EmailWords words = SomeWords();
  std::string subject = "Información";
  while (subject.size() < 300) subject += " y más";
  words.subject = SensitiveText(subject);
  const json mail = Sent(words);
  ASSERT_TRUE(mail.is_object());
  EXPECT_THAT(Headers(mail, "Subject"), ElementsAre(subject));
  EXPECT_LE(mail["longest_line"], 78);
  EXPECT_EQ(mail["type"], "text/plain");
  EXPECT_TRUE(Headers(mail, "List-Unsubscribe").empty());
}

TEST_F(SmtpSendersWithSink, AreNotAdmittedWithAWrongPasswordOrAnUnknownCertificate) {
  SmtpSettings stranger = Settings();
  stranger.password = SensitiveText("wrong");
  SmtpSettings distrustful = Settings();
  distrustful.ca_file = "";
  SmtpSettings shy = Settings();
  shy.user = "";
  for (const SmtpSettings& settings : {stranger, distrustful, shy}) {
    SmtpSender sender(settings, clock_);
    const HandOver outcome = sender.Send(MessageOf(SomeWords()), kPatience);
    ASSERT_TRUE(std::holds_alternative<RefusedForNow>(outcome));
    EXPECT_EQ(std::get<RefusedForNow>(outcome).cause, DelayCause::kNotAdmitted);
    EXPECT_THAT(std::get<RefusedForNow>(outcome).code, Not(HasSubstr("wrong")));
  }
}

}  // namespace
}  // namespace parley
