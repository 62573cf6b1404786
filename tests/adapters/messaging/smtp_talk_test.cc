// SPDX-License-Identifier: Apache-2.0
#include "adapters/messaging/email/smtp_talk.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace parley::messaging {
namespace {

// What is said up to a step, and the reply to it.
SmtpTalk TalkUpTo(SmtpPhase phase, const std::vector<std::string>& replies) {
  SmtpTalk talk;
  talk.OnReply("220 relay.example ESMTP\r\n");
  talk.OnCommand("EHLO us\r\n");
  if (phase >= SmtpPhase::kSender) {
    talk.OnReply("250-relay.example\r\n");
    talk.OnReply("250 SIZE\r\n");
    talk.OnCommand("MAIL FROM:<b@lending.example>\r\n");
  }
  if (phase >= SmtpPhase::kRecipient) {
    talk.OnReply("250 2.1.0 Ok\r\n");
    talk.OnCommand("RCPT TO:<ada@person.example>\r\n");
  }
  if (phase >= SmtpPhase::kContent) {
    talk.OnReply("250 2.1.5 Ok\r\n");
    talk.OnCommand("DATA\r\n");
  }
  if (phase >= SmtpPhase::kEnd) {
    talk.OnReply("354 Go ahead\r\n");
    talk.OnEndOfContent();
  }
  for (const std::string& reply : replies) talk.OnReply(reply);
  return talk;
}

HandOver After(SmtpPhase phase, const std::vector<std::string>& replies) {
  return TalkUpTo(phase, replies).Outcome(/*not_admitted=*/false);
}

RefusalCause GoodReasonOf(const HandOver& outcome) {
  return std::get<RefusedForGood>(outcome).cause;
}
DelayCause DelayOf(const HandOver& outcome) { return std::get<RefusedForNow>(outcome).cause; }

TEST(SmtpTalks, KeepWhatTheRelayCallsAMessageThatItTook) {
  const HandOver outcome = After(SmtpPhase::kEnd, {"250 2.0.0 Ok: queued as 4XyZ\r\n"});
  EXPECT_EQ(std::get<Accepted>(outcome).reference, "2.0.0 Ok: queued as 4XyZ");
  EXPECT_TRUE(std::holds_alternative<Accepted>(
      After(SmtpPhase::kEnd, {"250-first line\r\n", "250 second\r\n"})));
}

TEST(SmtpTalks, DoNotKnowWithoutAWholeReplyToTheDot) {
  for (const std::string reply : {"", "250-half", "25", "hello", "999 what", "354 again?"}) {
    EXPECT_TRUE(std::holds_alternative<NotKnown>(After(SmtpPhase::kEnd, {reply}))) << reply;
  }
  EXPECT_TRUE(std::holds_alternative<NotKnown>(After(SmtpPhase::kEnd, {})));
}

TEST(SmtpTalks, SayThatNothingWentWhenTheyBreakBeforeTheDot) {
  for (const SmtpPhase phase :
       {SmtpPhase::kGreeting, SmtpPhase::kSender, SmtpPhase::kRecipient, SmtpPhase::kContent}) {
    EXPECT_EQ(DelayOf(After(phase, {})), DelayCause::kUnreachable);
    EXPECT_EQ(DelayOf(After(phase, {"421 4.3.2 Closing\r\n"})), DelayCause::kBusy);
  }
}

TEST(SmtpTalks, TakeARefusalOfTheRecipientForOneOfTheAddress) {
  EXPECT_EQ(GoodReasonOf(After(SmtpPhase::kRecipient, {"550 5.1.1 No such user\r\n"})),
            RefusalCause::kAddress);
  EXPECT_EQ(GoodReasonOf(After(SmtpPhase::kRecipient, {"501 5.1.3 Bad syntax\r\n"})),
            RefusalCause::kAddress);
  EXPECT_EQ(GoodReasonOf(After(SmtpPhase::kRecipient, {"550 5.2.1 Disabled\r\n"})),
            RefusalCause::kAddress);
  EXPECT_EQ(GoodReasonOf(After(SmtpPhase::kRecipient, {"550 5.7.1 Not from you\r\n"})),
            RefusalCause::kOther);
  EXPECT_EQ(DelayOf(After(SmtpPhase::kRecipient, {"450 4.2.0 Greylisted\r\n"})),
            DelayCause::kRecipient);
}

TEST(SmtpTalks, BarNoAddressByARefusalThatMayBeOurFault) {
  for (const std::string reply :
       {"550 relay not permitted", "550 Relaying denied", "553 not in my list of hosts (#5.7.1)",
        "551 User not local", "552 Too much", "554 Denied", "550 5.0.0 No", "550 5.1.0 Denied",
        "550 5.1.8 Bad sender", "550 5.5.0 Not now", "552 5.3.4 Too big", "501 Syntax"}) {
    EXPECT_EQ(GoodReasonOf(After(SmtpPhase::kRecipient, {reply + "\r\n"})), RefusalCause::kOther)
        << reply;
  }
  for (const std::string reply :
       {"530 Authentication required", "530 5.7.0 Must issue STARTTLS", "535 5.7.8 Bad login",
        "503 bad sequence", "503 5.5.1 MAIL first", "502 5.5.2 Unknown", "500 what?"}) {
    EXPECT_EQ(DelayOf(After(SmtpPhase::kRecipient, {reply + "\r\n"})), DelayCause::kNotAdmitted)
        << reply;
  }
}

TEST(SmtpTalks, TakeARefusalOfTheMessageForOneOfItsContent) {
  for (const SmtpPhase phase : {SmtpPhase::kContent, SmtpPhase::kEnd}) {
    EXPECT_EQ(GoodReasonOf(After(phase, {"554 5.7.1 Looks like spam\r\n"})),
              RefusalCause::kContent);
    EXPECT_EQ(GoodReasonOf(After(phase, {"550 5.1.1 After all no such user\r\n"})),
              RefusalCause::kAddress);
    EXPECT_EQ(DelayOf(After(phase, {"451 4.3.0 Later\r\n"})), DelayCause::kBusy);
  }
  EXPECT_EQ(GoodReasonOf(After(SmtpPhase::kSender, {"552 5.3.4 Too big\r\n"})),
            RefusalCause::kContent);
}

TEST(SmtpTalks, HoldNoMessageAgainstItsRecipientWhenTheRelayDoesNotWantUs) {
  EXPECT_EQ(DelayOf(After(SmtpPhase::kGreeting, {"554 Go away\r\n"})), DelayCause::kNotAdmitted);
  EXPECT_EQ(DelayOf(After(SmtpPhase::kSender, {"530 5.7.0 Log in first\r\n"})),
            DelayCause::kNotAdmitted);
  EXPECT_EQ(DelayOf(TalkUpTo(SmtpPhase::kGreeting, {"250 Ok\r\n"}).Outcome(true)),
            DelayCause::kNotAdmitted);
}

TEST(SmtpTalks, TakeNoReplyToGoodbyeForOneToTheMessage) {
  SmtpTalk talk = TalkUpTo(SmtpPhase::kEnd, {});
  talk.OnCommand("QUIT\r\n");
  talk.OnReply("221 2.0.0 Bye\r\n");
  EXPECT_TRUE(std::holds_alternative<NotKnown>(talk.Outcome(false)));
}

TEST(SmtpTalks, KeepOnlyPrintableCodes) {
  const HandOver outcome =
      After(SmtpPhase::kRecipient, {"550 5.1.1 <ada@person.example> is not here\r\n"});
  EXPECT_EQ(std::get<RefusedForGood>(outcome).code, "550 5.1.1");
  const HandOver taken = After(SmtpPhase::kEnd, {"250 \x01\xff" + std::string(500, 'x')});
  EXPECT_EQ(std::get<Accepted>(taken).reference.substr(0, 3), "??x");
  EXPECT_EQ(std::get<Accepted>(taken).reference.size(), 100U);
}

}  // namespace
}  // namespace parley::messaging
