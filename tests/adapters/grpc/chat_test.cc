// SPDX-License-Identifier: Apache-2.0
// What the person and the team say to each other in the house's own chat, over a stream each.
#include <gmock/gmock.h>
#include <grpcpp/client_context.h>
#include <grpcpp/create_channel.h>
#include <grpcpp/support/channel_arguments.h>
#include <gtest/gtest.h>

#include <chrono>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "absl/strings/str_cat.h"
#include "absl/time/clock.h"
#include "parley/v1/conversation_service.grpc.pb.h"
#include "parley/v1/inbound_service.pb.h"
#include "tests/adapters/grpc/requests.h"
#include "tests/adapters/grpc/served_world.h"

namespace parley {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;

// One end of a chat.
class End {
 public:
  End(const std::shared_ptr<grpc::Channel>& channel, const std::string& token)
      : stub_(v1::ConversationService::NewStub(channel)) {
    context_.AddMetadata("authorization", "Bearer " + token);
    context_.set_deadline(std::chrono::system_clock::now() + std::chrono::seconds(60));
    stream_ = stub_->Chat(&context_);
  }
  ~End() {
    context_.TryCancel();
    if (!over_) stream_->Finish();
  }
  End(const End&) = delete;
  End& operator=(const End&) = delete;

  void Open(DebtorId debtor, std::int64_t after = 0) {
    v1::ChatRequest frame;
    frame.mutable_open()->set_parent(NameOfDebtor(debtor));
    frame.mutable_open()->set_after_line(after);
    stream_->Write(frame);
  }
  void Say(std::uint64_t id, const std::string& text) {
    v1::ChatRequest frame;
    frame.mutable_say()->set_id(RequestIdText(id));
    frame.mutable_say()->set_text(text);
    stream_->Write(frame);
  }
  void Type(bool typing) {
    v1::ChatRequest frame;
    frame.mutable_typing()->set_typing(typing);
    stream_->Write(frame);
  }
  void Read(std::int64_t line) {
    v1::ChatRequest frame;
    frame.mutable_read()->set_line(line);
    stream_->Write(frame);
  }
  void Send(const v1::ChatRequest& frame) { stream_->Write(frame); }

  // The next frame of that kind; what comes before it is left out.
  v1::ChatResponse Next(v1::ChatResponse::FrameCase kind) {
    v1::ChatResponse frame;
    while (stream_->Read(&frame)) {
      if (frame.frame_case() == kind) return frame;
    }
    ADD_FAILURE() << "the stream ended before a frame of kind " << kind;
    return {};
  }
  v1::ConversationLine NextLine() { return Next(v1::ChatResponse::kLine).line(); }
  grpc::Status Finish() {
    over_ = true;
    v1::ChatResponse frame;
    while (stream_->Read(&frame)) {
    }
    return stream_->Finish();
  }

 private:
  std::unique_ptr<v1::ConversationService::Stub> stub_;
  grpc::ClientContext context_;
  std::unique_ptr<grpc::ClientReaderWriter<v1::ChatRequest, v1::ChatResponse>> stream_;
  bool over_ = false;
};

class ChatTest : public ::testing::Test {
 protected:
  void SetUp() override {
    served_.GiveToken("theirs", kEveryScope, debtor_.id);
    v1::UpdateDebtorRequest update;
    update.mutable_debtor()->set_name(NameOfDebtor(debtor_.id));
    update.mutable_debtor()->set_time_zone("Europe/Madrid");
    update.set_request_id(RequestIdText(900));
    ASSERT_TRUE(served_.Call("DebtorService/UpdateDebtor", update).status.ok());
  }

  std::unique_ptr<End> Person(std::int64_t after = 0) { return Opened("theirs", after); }
  std::unique_ptr<End> Agent(std::int64_t after = 0) { return Opened("token", after); }
  std::unique_ptr<End> Opened(const std::string& token, std::int64_t after) {
    auto end = std::make_unique<End>(served_.channel, token);
    end->Open(debtor_.id, after);
    end->Next(v1::ChatResponse::kOpened);
    return end;
  }

  ServedWorld served_{
      {.longest_unread = absl::Milliseconds(500), .watch_pause = absl::Milliseconds(50)}};
  Debtor debtor_ = served_.world.MakeDebtor("D-1");
  Debt debt_ = served_.world.Place(debtor_, "L-1", 10'000);
};

TEST_F(ChatTest, BringsWhatThePersonSaysToTheTeamAndTheAnswerBack) {
  const auto person = Person();
  const auto agent = Agent();
  person->Say(1, "What is this fee for?");
  const auto accepted = person->Next(v1::ChatResponse::kAccepted).accepted();
  EXPECT_EQ(accepted.id(), RequestIdText(1));
  const v1::ConversationLine asked = agent->NextLine();
  EXPECT_EQ(asked.text(), "What is this fee for?");
  EXPECT_EQ(asked.communication(), accepted.communication());
  EXPECT_EQ(asked.side(), v1::CONVERSATION_SIDE_PERSON);
  EXPECT_EQ(asked.channel(), v1::CHANNEL_DIRECT_MESSAGE);

  agent->Say(2, "Thank you for writing to us.");
  const auto said = agent->Next(v1::ChatResponse::kAccepted).accepted();
  EXPECT_EQ(person->NextLine().text(), asked.text());
  const v1::ConversationLine answer = person->NextLine();
  EXPECT_EQ(answer.communication(), said.communication());
  EXPECT_THAT(answer.text(), HasSubstr("Thank you for writing to us."));
  EXPECT_EQ(answer.side(), v1::CONVERSATION_SIDE_TEAM);
  EXPECT_EQ(answer.conversation(), asked.conversation());
  EXPECT_GT(answer.line(), asked.line());
}

TEST_F(ChatTest, SaysOnceWhatIsSaidTwiceByOneId) {
  const auto person = Person();
  person->Say(1, "hello");
  const auto first = person->Next(v1::ChatResponse::kAccepted).accepted();
  person->Say(1, "hello");
  EXPECT_EQ(person->Next(v1::ChatResponse::kAccepted).accepted().communication(),
            first.communication());
  person->Say(2, "and good bye");
  const auto agent = Agent();
  EXPECT_EQ(agent->NextLine().text(), "hello");
  EXPECT_EQ(agent->NextLine().text(), "and good bye");
}

TEST_F(ChatTest, GoesOnAfterTheLineThatTheCallerHas) {
  const auto person = Person();
  std::vector<std::int64_t> lines;
  for (std::uint64_t at = 1; at <= 3; ++at) {
    person->Say(at, absl::StrCat("line ", at));
    lines.push_back(person->NextLine().line());
  }
  EXPECT_EQ(Agent(lines[0])->NextLine().text(), "line 2");
  EXPECT_EQ(Agent(lines[1])->NextLine().text(), "line 3");
}

TEST_F(ChatTest, TellsWhoIsThereWhoWritesAndWhatWasRead) {
  const auto person = Person();
  auto agent = Agent();
  EXPECT_TRUE(person->Next(v1::ChatResponse::kPresence).presence().present());
  EXPECT_TRUE(agent->Next(v1::ChatResponse::kPresence).presence().present());
  agent->Type(true);
  EXPECT_TRUE(person->Next(v1::ChatResponse::kTyping).typing().typing());
  agent->Type(false);
  EXPECT_FALSE(person->Next(v1::ChatResponse::kTyping).typing().typing());
  person->Say(1, "hello");
  const std::int64_t line = agent->NextLine().line();
  agent->Read(line);
  EXPECT_EQ(person->Next(v1::ChatResponse::kRead).read().line(), line);
  agent.reset();
  EXPECT_FALSE(person->Next(v1::ChatResponse::kPresence).presence().present());
}

TEST_F(ChatTest, DoesNotSayWhatTheToneCheckHoldsBackAndGoesOn) {
  const auto person = Person();
  const auto agent = Agent();
  person->Say(1, "hello");
  agent->NextLine();
  agent->Say(2, "Pay today or we will have you arrested and tell your employer.");
  const auto refused = agent->Next(v1::ChatResponse::kRefused).refused();
  EXPECT_EQ(refused.id(), RequestIdText(2));
  EXPECT_EQ(refused.reason(), "TEXT_NEEDS_RELEASE") << refused.message();
  agent->Say(3, "Thank you for writing to us.");
  EXPECT_EQ(agent->Next(v1::ChatResponse::kAccepted).accepted().id(), RequestIdText(3));
}

TEST_F(ChatTest, DoesNotSayWhatTheRulesDoNotLetOut) {
  // Of whom nobody knows where they are, and by which law.
  const Debtor lost = served_.world.MakeDebtor("D-2");
  served_.GiveToken("lost", kEveryScope, lost.id);
  End person(served_.channel, "lost");
  person.Open(lost.id);
  End agent(served_.channel, "token");
  agent.Open(lost.id);
  person.Say(1, "hello");
  agent.NextLine();
  agent.Say(2, "Thank you for writing to us.");
  const auto refused = agent.Next(v1::ChatResponse::kRefused).refused();
  EXPECT_EQ(refused.reason(), "GATE_REFUSED");
  EXPECT_EQ(refused.answer().decision(), v1::GATE_DECISION_REFUSE);
}

TEST_F(ChatTest, HearsWhoClosedTheirChatAndDoesNotAnswerThere) {
  Person();
  v1::RecordOptOutRequest opt_out;
  opt_out.set_parent(NameOfDebtor(debtor_.id));
  opt_out.mutable_opt_out()->set_how(v1::CHANNEL_CALL);
  opt_out.mutable_opt_out()->mutable_scope()->set_channel(v1::CHANNEL_DIRECT_MESSAGE);
  opt_out.mutable_opt_out()->set_source("herself");
  opt_out.set_request_id(RequestIdText(910));
  const Reply reply = served_.Call("DebtorService/RecordOptOut", opt_out);
  ASSERT_TRUE(reply.status.ok()) << reply.status.error_message();
  const auto person = Person();
  const auto agent = Agent();
  person->Say(1, "hello");
  EXPECT_EQ(agent->NextLine().text(), "hello");
}

TEST_F(ChatTest, TellsWhatIsWrongWithAFrame) {
  const auto person = Person();
  person->Say(1, "");
  EXPECT_THAT(person->Next(v1::ChatResponse::kRefused).refused().fields(), ElementsAre("say.text"));
  person->Say(2, std::string(3000, 'x'));
  EXPECT_THAT(person->Next(v1::ChatResponse::kRefused).refused().fields(), ElementsAre("say.text"));
  person->Say(3, "still here");
  EXPECT_EQ(person->NextLine().text(), "still here");

  End silent(served_.channel, "theirs");
  silent.Say(4, "hello");
  EXPECT_EQ(silent.Finish().error_code(), grpc::StatusCode::PERMISSION_DENIED);
  End early(served_.channel, "token");
  early.Say(5, "hello");
  EXPECT_EQ(early.Finish().error_code(), grpc::StatusCode::INVALID_ARGUMENT);
}

TEST_F(ChatTest, IsOfOneDebtor) {
  const Debtor other = served_.world.MakeDebtor("D-2");
  End stranger(served_.channel, "theirs");
  stranger.Open(other.id);
  EXPECT_EQ(stranger.Finish().error_code(), grpc::StatusCode::PERMISSION_DENIED);
  End unknown(served_.channel, "nobody");
  unknown.Open(debtor_.id);
  EXPECT_EQ(unknown.Finish().error_code(), grpc::StatusCode::UNAUTHENTICATED);
}

TEST_F(ChatTest, ShowsThePersonWhatIsSaidInItAlone) {
  v1::ReceiveInboundRequest request;
  request.set_parent(NameOfDebtor(debtor_.id));
  request.set_channel(v1::CHANNEL_EMAIL);
  request.set_text("by e-mail");
  request.set_request_id(RequestIdText(50));
  ASSERT_TRUE(served_.Call("InboundService/ReceiveInbound", request).status.ok());
  const auto person = Person();
  person->Say(1, "in the chat");
  EXPECT_EQ(person->NextLine().text(), "in the chat");
  const auto agent = Agent();
  EXPECT_EQ(agent->NextLine().text(), "by e-mail");
  EXPECT_EQ(agent->NextLine().text(), "in the chat");
}

TEST_F(ChatTest, CutsOffWhoDoesNotReadAndTheyMissNothing) {
  // The transport takes no more than it must.
  grpc::ChannelArguments narrow;
  narrow.SetInt(GRPC_ARG_HTTP2_BDP_PROBE, 0);
  narrow.SetInt(GRPC_ARG_USE_LOCAL_SUBCHANNEL_POOL, 1);
  const auto channel =
      grpc::CreateCustomChannel(served_.Address(), grpc::InsecureChannelCredentials(), narrow);
  const auto person = Person();
  End agent(channel, "token");
  agent.Open(debtor_.id);
  agent.Next(v1::ChatResponse::kOpened);
  constexpr std::uint64_t kMany = 200;
  const std::string long_text(1900, 'x');
  for (std::uint64_t at = 0; at < kMany; ++at) {
    person->Say(at + 1, absl::StrCat(at, " ", long_text));
    person->Next(v1::ChatResponse::kAccepted);
  }
  absl::SleepFor(absl::Seconds(1));
  EXPECT_EQ(agent.Finish().error_code(), grpc::StatusCode::RESOURCE_EXHAUSTED);
  const auto again = Agent();
  for (std::uint64_t at = 0; at < kMany; ++at) {
    ASSERT_EQ(again->NextLine().text(), absl::StrCat(at, " ", long_text));
  }
}

TEST_F(ChatTest, EndsWhenTheServerGoesDown) {
  const auto person = Person();
  served_.server.Drain(absl::Seconds(5));
  EXPECT_TRUE(person->Finish().ok());
}

}  // namespace
}  // namespace parley
