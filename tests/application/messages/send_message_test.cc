// SPDX-License-Identifier: Apache-2.0
// A message that is asked for: what the gate, the templates and the tone check make of it.
#include <gmock/gmock.h>

#include "absl/strings/str_cat.h"
#include "tests/application/messages/message_fixture.h"

namespace parley {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::SizeIs;
using testing::UnorderedElementsAre;

constexpr std::string_view kThreat =
    "If you do not pay, we will have you arrested and tell your employer.";
constexpr std::string_view kAnotherThreat = "Pay now, or we will have you arrested tomorrow.";

TEST_F(Messaging, AreQueuedWithTheSlotThatTheyTake) {
  const SendMessage::Sent sent = ValueOf(Send(AReminder()));
  ASSERT_TRUE(sent.message.has_value());
  EXPECT_EQ(sent.message->state, MessageState::kQueued);
  EXPECT_EQ(sent.message->channel, Channel::kEmail);
  EXPECT_EQ(sent.message->purpose, Purpose::kReminder);
  EXPECT_EQ(sent.message->point, email_);
  EXPECT_EQ(sent.message->id, sent.communication->id);
  EXPECT_EQ(SlotOf(*sent.message).state, CommunicationState::kReserved);
  EXPECT_EQ(Reload(*sent.message), *sent.message);
}

TEST_F(Messaging, WaitForTheMorningWithTheirSlot) {
  world_.clock.Set(world_.clock.Now() + absl::Hours(12));  // Eleven at night.
  const SendMessage::Sent sent = ValueOf(Send(AReminder()));
  ASSERT_TRUE(sent.message.has_value());
  EXPECT_EQ(sent.verdict.answer.decision, GateDecision::kDefer);
  EXPECT_EQ(sent.verdict.communication, sent.message->id);
  EXPECT_EQ(sent.message->not_before, *sent.verdict.answer.until);
  EXPECT_EQ(SlotOf(*sent.message).dispatch_time, *sent.verdict.answer.until);
  EXPECT_EQ(Round(), 0);
  world_.clock.Set(sent.message->not_before);
  EXPECT_EQ(Round(), 1);
  EXPECT_THAT(sender_.given, SizeIs(1));
}

TEST_F(Messaging, AreRefusedWithAVerdictAndNothingElse) {
  WishForNoContact();
  const SendMessage::Sent sent = ValueOf(Send(AReminder()));
  EXPECT_FALSE(sent.message.has_value());
  EXPECT_EQ(sent.verdict.answer.decision, GateDecision::kRefuse);
  EXPECT_THAT(Verdicts(), SizeIs(1));
}

TEST_F(Messaging, AreWrittenByWhatTheRecordsKnow) {
  const PreviewMessage preview({world_.contact_log, world_.directory, world_.template_shelf,
                                world_.message_queue, world_.clock},
                               tools_);
  const auto result = ValueOf(preview.Handle(world_.ACall(), AReminder()));
  ASSERT_TRUE(result.words.has_value());
  const std::string text = result.words->parts.at(1).text.Reveal();
  EXPECT_THAT(text, HasSubstr("Hello Ana Ejemplo"));
  EXPECT_THAT(text, HasSubstr("Example Collections"));
  EXPECT_THAT(text, HasSubstr("B1"));
  EXPECT_THAT(text, HasSubstr("https://parley.example/unsubscribe/"));
  EXPECT_EQ(result.words->language.source, LanguageSource::kPerson);
  EXPECT_TRUE(Verdicts().empty());
}

TEST_F(Messaging, NeverAskForMoreThanIsOwed) {
  EXPECT_THAT(ViolationsOf(Send(AReminder(12'001)).status()),
              ElementsAre(Violation{"order.values[0].money", Fault::kOutOfRange}));
  SendMessage::Command command = AReminder();
  command.order.values.push_back({"name", Secret("Somebody Else")});
  EXPECT_THAT(ViolationsOf(Send(command).status()),
              ElementsAre(Violation{"order.values[2].name", Fault::kOutputOnly}));
  EXPECT_TRUE(Verdicts().empty());
}

TEST_F(Messaging, AreSentOnceAnOccasion) {
  SendMessage::Command command = AReminder();
  command.occasion = "first reminder of November";
  EXPECT_THAT(Send(command), IsOk());
  EXPECT_THAT(Send(command), IsRefused(Reason::kMessageAlreadyQueued));
}

TEST_F(Messaging, WithAThreatNeedASecondPerson) {
  const SendMessage::Command command = AnAnswer(kThreat);
  const auto refused = Send(command);
  ASSERT_THAT(refused, IsRefused(Reason::kTextNeedsRelease));
  const ErrorMetadata metadata = MetadataOf(refused.status());
  EXPECT_EQ(metadata.at("field"), "order.values[0].text");
  EXPECT_EQ(metadata.at("category"), "THREAT");
  EXPECT_THAT(metadata.at("findings"),
              HasSubstr(absl::StrCat("order.values[0].text:", metadata.at("begin"), "-",
                                     metadata.at("end"), ": ", metadata.at("rule"))));
  EXPECT_TRUE(Verdicts().empty());

  const ReleaseText release(mutations_, world_.house.tone(), world_.fingerprints);
  Call call = world_.ACall();
  call.principal = "agent-1";
  Kept<ReleasedText> released;
  const ReleaseText::Command asked{debtor_.id, "en", Secret(kThreat), "quoted from a court order"};
  EXPECT_THAT(release.Handle(call, asked, released), IsOk());
  EXPECT_THAT(Send(command, "agent-1"), IsRefused(Reason::kTextNeedsRelease));
  // Who has one like it released by another may send it, whoever released it first.
  const PreviewMessage preview({world_.contact_log, world_.directory, world_.template_shelf,
                                world_.message_queue, world_.clock},
                               tools_);
  EXPECT_THAT(preview.Handle(call, command), IsRefused(Reason::kTextNeedsRelease));
  Call second = world_.ACall();
  second.principal = "agent-2";
  EXPECT_TRUE(ValueOf(preview.Handle(second, command)).was_released);
  EXPECT_THAT(release.Handle(second, asked, released), IsOk());
  EXPECT_THAT(Send(command, "agent-1"), IsOk());
}

TEST_F(Messaging, AreReleasedForOneRecipientAndOneTextAlone) {
  const ReleaseText release(mutations_, world_.house.tone(), world_.fingerprints);
  Call call = world_.ACall();
  call.principal = "lead";
  Kept<ReleasedText> released;
  const ReleaseText::Command asked{debtor_.id, "en", Secret(kThreat), "quoted from a court order"};
  ASSERT_THAT(release.Handle(call, asked, released), IsOk());
  EXPECT_THAT(Send(AnAnswer(kAnotherThreat)), IsRefused(Reason::kTextNeedsRelease));
  EXPECT_THAT(ValueOf(world_.message_queue.ReleasesOf(world_.tenant, NumberedId<DebtorId>(77),
                                                      released->text)),
              testing::IsEmpty());
  EXPECT_THAT(Send(AnAnswer(kThreat)), IsOk());
}

TEST_F(Messaging, AreNotHeldBackForWhatALinkOfOursLooksLike) {
  world_.house.settings.public_url = "https://pay-or-we-will-ruin-you.example";
  ASSERT_THAT(Send(AReminder()), IsOk());
  EXPECT_EQ(Round(), 1);
  const auto& words = std::get<EmailWords>(sender_.given.at(0).words);
  EXPECT_THAT(words.text.Reveal(), testing::HasSubstr("ruin-you"));
}

TEST_F(Messaging, OfAKindTextNeedNoRelease) {
  EXPECT_THAT(Send(AnAnswer("Thank you for your question. Your balance is on the statement.")),
              IsOk());
  const ReleaseText release(mutations_, world_.house.tone(), world_.fingerprints);
  Kept<ReleasedText> released;
  const ReleaseText::Command asked{debtor_.id, "en", Secret("Thank you."), "why not"};
  EXPECT_THAT(release.Handle(world_.ACall(), asked, released), IsRefused(Reason::kTextNotHeldBack));
}

TEST_F(Messaging, OfATemplateThatIsStoppedAreRefusedByTheGate) {
  Stop({.template_id = "payment_reminder"});
  const SendMessage::Sent sent = ValueOf(Send(AReminder()));
  EXPECT_FALSE(sent.message.has_value());
  EXPECT_FALSE(sent.verdict.answer.allows());
  EXPECT_TRUE(ValueOf(Send(AnAnswer("Thank you for asking."))).message.has_value());
}

TEST_F(Messaging, OfLimitedContentGoToAnAddressThatIsKnownToBeTheirs) {
  AddPoint(PointType::kPhone, 2, "+4915112345678");
  SendMessage::Command command;
  command.debtor = debtor_.id;
  command.order.template_key = "please_call";
  command.channel = Channel::kSms;
  EXPECT_TRUE(ValueOf(Send(command)).message.has_value());
  command.order.values = {{"creditor", Secret("Example Power")}};
  const auto refused = Send(command);
  EXPECT_THAT(refused, IsRefused(Reason::kFieldInvalid));
  EXPECT_THAT(ViolationsOf(refused.status()),
              ElementsAre(Violation{"order.values[0].name", Fault::kUnknownValue}));
}

TEST_F(Messaging, ThatAreTooLongForATextMessageAreRefusedWhenTheyAreWritten) {
  AddPoint(PointType::kPhone, 2, "+4915112345678");
  SendMessage::Command command = AnAnswer(std::string(1'200, 'a'));
  command.channel = Channel::kSms;
  EXPECT_THAT(ViolationsOf(Send(command).status()),
              ElementsAre(Violation{"order.values[0].text", Fault::kTooLong}));
  EXPECT_TRUE(Verdicts().empty());
}

TEST_F(Messaging, ThatListDebtsGoOutAsOneOverAllOfThem) {
  world_.clock.Set(world_.clock.Now() + absl::Hours(12));  // Eleven at night.
  const Debt other = world_.Place(debtor_, "B2", 3'000);
  SendMessage::Command command;
  command.debtor = debtor_.id;
  command.order.template_key = "debts_reminder";
  command.contact.debts = {debt_->id};
  const Message waiting = *ValueOf(Send(command)).message;
  command.contact.debts = {other.id};
  const SendMessage::Sent sent = ValueOf(Send(command));
  ASSERT_TRUE(sent.message.has_value());
  EXPECT_THAT(sent.communication->contact.debts, UnorderedElementsAre(debt_->id, other.id));
  EXPECT_EQ(Reload(waiting).state, MessageState::kCancelled);
  EXPECT_EQ(Reload(waiting).end, MessageEnd::kJoined);
  EXPECT_EQ(SlotOf(waiting).state, CommunicationState::kReleased);
}

TEST_F(Messaging, ThatWaitAreNotLostByOneThatTheGateRefuses) {
  world_.clock.Set(world_.clock.Now() + absl::Hours(12));  // Eleven at night.
  const Debt other = world_.Place(debtor_, "B2", 3'000);
  SendMessage::Command command;
  command.debtor = debtor_.id;
  command.order.template_key = "debts_reminder";
  command.contact.debts = {debt_->id};
  const Message waiting = *ValueOf(Send(command)).message;
  command.contact.debts = {other.id};
  command.expires = world_.clock.Now() + absl::Minutes(10);  // Before the gate opens.
  EXPECT_FALSE(ValueOf(Send(command)).message.has_value());
  EXPECT_EQ(Reload(waiting), waiting);
}

TEST_F(Messaging, ToAnotherAddressAreNotTakenIn) {
  world_.clock.Set(world_.clock.Now() + absl::Hours(12));  // Eleven at night.
  const Debt other = world_.Place(debtor_, "B2", 3'000);
  SendMessage::Command command;
  command.debtor = debtor_.id;
  command.order.template_key = "debts_reminder";
  command.contact.debts = {debt_->id};
  command.contact.point = AddPoint(PointType::kEmail, 2, "office@example.com");
  const Message waiting = *ValueOf(Send(command)).message;
  command.contact.debts = {other.id};
  command.contact.point = email_;
  static_cast<void>(ValueOf(Send(command)));
  EXPECT_EQ(Reload(waiting), waiting);
}

TEST_F(Messaging, AreNotSentWhenTheirOccasionIsOverAlready) {
  SendMessage::Command command = AReminder();
  command.expires = world_.clock.Now();
  const auto refused = Send(command);
  EXPECT_THAT(ViolationsOf(refused.status()),
              ElementsAre(Violation{"expire_time", Fault::kDateInPast}));
}

TEST_F(Messaging, GoToNobodyWithoutAnAddress) {
  SendMessage::Command command = AReminder();
  command.channel = Channel::kLetter;
  EXPECT_THAT(Send(command), IsRefused(Reason::kContactPointNotFound));
}

class Formats : public Messaging {
 protected:
  void Wish(EnumSet<AccessibleFormat> formats) {
    ContactWishes::Liking liking;
    liking.preferences.formats = formats;
    Kept<ContactWishes::Liking> liked;
    EXPECT_THAT(world_.app.contact_wishes.SetPreferences(world_.ACall(), debtor_.id, liking,
                                                         std::nullopt, liked),
                IsOk());
  }
};

TEST_F(Formats, ChooseAChannelThatServesThem) {
  Wish({AccessibleFormat::kScreenReader, AccessibleFormat::kLargePrint});
  EXPECT_EQ(ValueOf(Send(AReminder())).message->channel, Channel::kEmail);
}

TEST_F(Formats, ThatNothingServesAreRefusedByName) {
  Wish({AccessibleFormat::kBraille, AccessibleFormat::kEasyRead, AccessibleFormat::kTextRelay});
  const absl::Status refused = Send(AReminder()).status();
  EXPECT_THAT(refused, IsRefused(Reason::kFormatNotServed));
  EXPECT_EQ(MetadataOf(refused).at("formats"), "BRAILLE,EASY_READ");
}

TEST_F(Formats, OfAChannelThatWasNamedAreItsOwn) {
  AddPoint(PointType::kPostal, 77, "Ada Example\n3 Invented Road\nMadrid");
  Wish({AccessibleFormat::kScreenReader});
  SendMessage::Command command = AReminder();
  command.channel = Channel::kLetter;
  EXPECT_THAT(Send(command), IsRefused(Reason::kFormatNotServed));
}

TEST_F(Messaging, AreTakenBackWhileTheyWait) {
  const Message message = *ValueOf(Send(AReminder())).message;
  const CancelMessage cancel(mutations_, world_.ids);
  Kept<LoggedMessage> cancelled;
  const MessageChange change{debtor_.id, message.id, message.revision};
  EXPECT_THAT(cancel.Handle(world_.ACall(), change, cancelled), IsOk());
  EXPECT_EQ(cancelled->message.state, MessageState::kCancelled);
  EXPECT_EQ(cancelled->message.end, MessageEnd::kTakenBack);
  EXPECT_EQ(SlotOf(message).state, CommunicationState::kReleased);
  EXPECT_EQ(Round(), 0);
  EXPECT_THAT(cancel.Handle(world_.ACall(), {debtor_.id, message.id, {}}, cancelled),
              IsRefused(Reason::kMessageNotQueued));
}

TEST_F(Messaging, GoByNoChannelThatIsNotServed) {
  SendMessage::Command command = AReminder();
  command.channel = Channel::kDirectMessage;
  EXPECT_THAT(Send(command), IsRefused(Reason::kChannelNotServed));
}

}  // namespace
}  // namespace parley
