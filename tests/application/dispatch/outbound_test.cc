// SPDX-License-Identifier: Apache-2.0
// What is around the words of a message when it is handed over.
#include "application/dispatch/outbound.h"

#include <gmock/gmock.h>

#include <string>
#include <utility>
#include <variant>

#include "absl/strings/str_cat.h"
#include "absl/strings/str_join.h"
#include "tests/application/messages/message_fixture.h"

namespace parley {
namespace {

using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;
using testing::SizeIs;
using testing::StartsWith;

constexpr const char* kFirm = "Example Collections";
constexpr const char* kNeutral = "Example House";

std::string AllOf(const EmailWords& words) {
  return absl::StrCat(words.from_name, "\n", words.subject.Reveal(), "\n", words.text.Reveal(),
                      "\n", words.html.Reveal(), "\n", words.unsubscribe_url);
}
std::string AllOf(const SmsWords& words) { return words.text.Reveal(); }
std::string AllOf(const LetterWords& words) {
  return absl::StrCat(words.sender, "\n", words.return_address, "\n", words.subject.Reveal(), "\n",
                      words.text.Reveal(), "\n", words.slip_title, "\n", words.slip_text, "\n",
                      words.rights_title, "\n", absl::StrJoin(words.rights, "\n"));
}
std::string AllOf(const OutboundMessage& message) {
  return std::visit([](const auto& words) { return AllOf(words); }, message.words);
}

class Outbound : public Messaging {
 protected:
  OutboundMessage HandedOver(SendMessage::Command command, Channel channel) {
    command.channel = channel;
    EXPECT_TRUE(ValueOf(Send(command)).message.has_value());
    ChannelDispatcher dispatcher(dispatching_, world_.blind_index, sender_,
                                 {.channel = channel, .provider = "relay"});
    EXPECT_EQ(ValueOf(dispatcher.Round(world_.tenant)), 1);
    return sender_.given.back();
  }

  SendMessage::Command Limited(std::string_view key) {
    SendMessage::Command command = AnAnswer("");
    command.order = {.template_key = std::string(key), .values = {}};
    if (key == "please_call") command.contact.in_reply_to.reset();
    return command;
  }

  // An e-mail in words, of a purpose.
  EmailWords AnEmail(Purpose purpose, Variant variant) {
    Message message;
    message.channel = Channel::kEmail;
    message.purpose = purpose;
    message.words.emplace();
    const OutboundMessage outbound =
        ToOutbound({.message = message,
                    .point = {},
                    .letterhead = world_.house.letterheads.letterhead,
                    .words = world_.words,
                    .variant = variant,
                    .opt_out_link = "https://parley.example/unsubscribe/x",
                    .now = world_.clock.Now(),
                    .today = Day(2026, 11, 23)});
    return std::get<EmailWords>(outbound.words);
  }
};

TEST_F(Outbound, OfLimitedContentNamesNoCollectorInAnEmail) {
  const OutboundMessage given = HandedOver(Limited("wrong_person"), Channel::kEmail);
  EXPECT_THAT(AllOf(given), Not(HasSubstr(kFirm)));
  EXPECT_EQ(std::get<EmailWords>(given.words).from_name, kNeutral);
  EXPECT_THAT(std::get<EmailWords>(given.words).unsubscribe_url, IsEmpty());
}

TEST_F(Outbound, OfLimitedContentNamesNoCollectorInATextMessage) {
  AddPoint(PointType::kPhone, 2, "+4915112345678");
  EXPECT_THAT(AllOf(HandedOver(Limited("please_call"), Channel::kSms)), Not(HasSubstr(kFirm)));
}

TEST_F(Outbound, OfLimitedContentNamesNoCollectorInALetter) {
  AddPoint(PointType::kPostal, 2, "Ana Ejemplo\n2 Muster Road\nSampleton");
  const OutboundMessage given = HandedOver(Limited("please_call"), Channel::kLetter);
  EXPECT_THAT(AllOf(given), Not(HasSubstr(kFirm)));
  const auto& letter = std::get<LetterWords>(given.words);
  EXPECT_EQ(letter.sender, kNeutral);
  EXPECT_THAT(letter.slip_title, IsEmpty());
  EXPECT_THAT(letter.rights_title, IsEmpty());
  EXPECT_THAT(letter.rights, IsEmpty());
}

TEST_F(Outbound, ShowsNoCollectorBehindTheWindowOfAnyLetter) {
  AddPoint(PointType::kPostal, 2, "Ana Ejemplo\n2 Muster Road\nSampleton");
  const OutboundMessage given = HandedOver(AReminder(), Channel::kLetter);
  const auto& letter = std::get<LetterWords>(given.words);
  EXPECT_EQ(letter.return_address, "Example House, 1 Example Street, Sampleton");
  EXPECT_EQ(letter.sender, kFirm);
  EXPECT_THAT(letter.slip_title, Not(IsEmpty()));
  EXPECT_THAT(letter.rights, SizeIs(4));
}

TEST_F(Outbound, IsPrintedLargeForWhoAskedForItAlone) {
  AddPoint(PointType::kPostal, 2, "Ana Ejemplo\n2 Muster Road\nSampleton");
  EXPECT_FALSE(std::get<LetterWords>(HandedOver(AnAnswer("Thank you."), Channel::kLetter).words)
                   .large_print);
  ContactWishes::Liking liking;
  liking.preferences.formats = {AccessibleFormat::kLargePrint};
  Kept<ContactWishes::Liking> liked;
  EXPECT_THAT(world_.app.contact_wishes.SetPreferences(world_.ACall(), debtor_.id, liking,
                                                       std::nullopt, liked),
              IsOk());
  EXPECT_TRUE(std::get<LetterWords>(HandedOver(AnAnswer("Thank you."), Channel::kLetter).words)
                  .large_print);
}

TEST_F(Outbound, EndsAtAClickUnlessALawWantsItSent) {
  EXPECT_THAT(AnEmail(Purpose::kReminder, Variant::kFull).unsubscribe_url, StartsWith("https://"));
  EXPECT_THAT(AnEmail(Purpose::kReminder, Variant::kLimited).unsubscribe_url, IsEmpty());
  for (const Purpose stays : {Purpose::kStatutory, Purpose::kOptOutConfirmation}) {
    EXPECT_THAT(AnEmail(stays, Variant::kFull).unsubscribe_url, IsEmpty());
  }
}

}  // namespace
}  // namespace parley
