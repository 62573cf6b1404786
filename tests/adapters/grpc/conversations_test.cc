// SPDX-License-Identifier: Apache-2.0
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>

#include "parley/v1/communication_service.pb.h"
#include "parley/v1/conversation_service.pb.h"
#include "parley/v1/inbound_service.pb.h"
#include "tests/adapters/grpc/requests.h"
#include "tests/adapters/grpc/served_world.h"

namespace parley {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;
using ::testing::Pair;
using ::testing::StartsWith;

class ConversationsApi : public ::testing::Test {
 protected:
  std::string Hear(const std::string& text) {
    v1::ReceiveInboundRequest request;
    request.set_parent(NameOfDebtor(debtor_.id));
    request.set_channel(v1::CHANNEL_EMAIL);
    request.set_text(text);
    request.set_request_id(RequestIdText(++requests_));
    const Reply reply = served_.Call("InboundService/ReceiveInbound", request);
    EXPECT_TRUE(reply.status.ok()) << reply.status.error_message();
    return reply.As<v1::InboundItem>().name();
  }
  void TalkOnThePhone() {
    v1::RecordCallRequest request;
    request.set_parent(NameOfDebtor(debtor_.id));
    request.set_outcome(v1::CALL_OUTCOME_CONVERSATION);
    request.mutable_began_time()->set_seconds(absl::ToUnixSeconds(served_.world.clock.Now()));
    request.set_request_id(RequestIdText(++requests_));
    const Reply reply = served_.Call("CommunicationService/RecordCall", request);
    EXPECT_TRUE(reply.status.ok()) << reply.status.error_message();
  }
  Reply Call(const std::string& method, const google::protobuf::Message& request,
             const CallOptions& options = {}) {
    return served_.Call("ConversationService/" + method, request, options);
  }
  template <typename Request>
  Request On(const std::string& name) {
    Request request;
    request.set_name(name);
    request.set_request_id(RequestIdText(++requests_));
    return request;
  }
  v1::ListConversationsResponse List(const std::string& filter) {
    v1::ListConversationsRequest request;
    request.set_filter(filter);
    return Call("ListConversations", request).As<v1::ListConversationsResponse>();
  }
  v1::Conversation Only() {
    const auto all = List("debtor = \"" + NameOfDebtor(debtor_.id) + "\"");
    EXPECT_EQ(all.conversations_size(), 1);
    return all.conversations_size() == 1 ? all.conversations(0) : v1::Conversation();
  }
  v1::ListConversationLinesResponse Lines(const std::string& name, int size = 0,
                                          const std::string& token = "") {
    v1::ListConversationLinesRequest request;
    request.set_parent(name);
    request.set_page_size(size);
    request.set_page_token(token);
    return Call("ListConversationLines", request).As<v1::ListConversationLinesResponse>();
  }

  ServedWorld served_;
  Debtor debtor_ = served_.world.MakeDebtor("D-1");
  Debt debt_ = served_.world.Place(debtor_, "L-1", 10'000);
  std::uint64_t requests_ = 100;
};

TEST_F(ConversationsApi, HoldWhatCameInOnAllChannelsLineByLine) {
  const std::string first = Hear("What is this fee for?");
  TalkOnThePhone();
  const std::string last = Hear("Thank you.");
  const v1::Conversation one = Only();
  EXPECT_THAT(one.name(), StartsWith(NameOfDebtor(debtor_.id) + "/conversations/"));
  EXPECT_EQ(one.state(), v1::CONVERSATION_STATE_OPEN);
  EXPECT_TRUE(one.has_last_in_time());

  const auto lines = Lines(one.name());
  ASSERT_EQ(lines.lines_size(), 3);
  EXPECT_EQ(lines.lines(0).communication(), first);
  EXPECT_EQ(lines.lines(0).text(), "What is this fee for?");
  EXPECT_EQ(lines.lines(0).side(), v1::CONVERSATION_SIDE_PERSON);
  EXPECT_EQ(lines.lines(1).channel(), v1::CHANNEL_CALL);
  EXPECT_EQ(lines.lines(1).text(), "");
  EXPECT_EQ(lines.lines(2).communication(), last);
  EXPECT_LT(lines.lines(0).line(), lines.lines(1).line());
  EXPECT_LT(lines.lines(1).line(), lines.lines(2).line());
  EXPECT_EQ(lines.lines(2).conversation(), one.name());
}

TEST_F(ConversationsApi, ShowTheirLinesPageByPage) {
  for (const char* text : {"one", "two", "three"}) Hear(text);
  const std::string name = Only().name();
  const auto page = Lines(name, 2);
  ASSERT_EQ(page.lines_size(), 2);
  const auto rest = Lines(name, 2, page.next_page_token());
  ASSERT_EQ(rest.lines_size(), 1);
  EXPECT_EQ(rest.lines(0).text(), "three");
  EXPECT_THAT(rest.next_page_token(), IsEmpty());
}

TEST_F(ConversationsApi, AreAssignedSnoozedResolvedAndReopened) {
  Hear("hello");
  const std::string name = Only().name();
  auto assign = On<v1::AssignConversationRequest>(name);
  assign.set_principal("agent-1");
  EXPECT_EQ(Call("AssignConversation", assign).As<v1::Conversation>().assigned_to(), "agent-1");
  EXPECT_EQ(List("assigned_to = \"agent-1\"").conversations_size(), 1);
  EXPECT_EQ(List("assigned_to = \"\"").conversations_size(), 0);

  auto snooze = On<v1::SnoozeConversationRequest>(name);
  snooze.mutable_until_time()->set_seconds(
      absl::ToUnixSeconds(served_.world.clock.Now() + absl::Minutes(5)));
  EXPECT_EQ(Call("SnoozeConversation", snooze).As<v1::Conversation>().state(),
            v1::CONVERSATION_STATE_SNOOZED);
  served_.world.clock.Advance(absl::Minutes(10));
  EXPECT_EQ(Only().state(), v1::CONVERSATION_STATE_OPEN);

  auto resolve = On<v1::ResolveConversationRequest>(name);
  resolve.set_reason("answered on the phone");
  const auto resolved = Call("ResolveConversation", resolve).As<v1::Conversation>();
  EXPECT_EQ(resolved.state(), v1::CONVERSATION_STATE_RESOLVED);
  EXPECT_EQ(resolved.reason(), "answered on the phone");
  EXPECT_EQ(List("state = RESOLVED").conversations_size(), 1);
  auto reopen = On<v1::ReopenConversationRequest>(name);
  reopen.set_reason("there is more");
  EXPECT_EQ(Call("ReopenConversation", reopen).As<v1::Conversation>().state(),
            v1::CONVERSATION_STATE_REOPENED);
}

TEST_F(ConversationsApi, AreSummedUpForWhoeverTakesThemOver) {
  Hear("What is this fee for?");
  const std::string name = Only().name();
  v1::AddConversationNoteRequest note;
  note.set_parent(name);
  note.set_text("She prefers mornings.");
  note.set_request_id(RequestIdText(++requests_));
  ASSERT_TRUE(Call("AddConversationNote", note).status.ok());
  v1::SummariseHandoverRequest ask;
  ask.set_name(name);
  const auto handover = Call("SummariseHandover", ask).As<v1::Handover>();
  EXPECT_EQ(handover.conversation().name(), name);
  EXPECT_EQ(handover.came_in(), 1);
  EXPECT_TRUE(handover.waits_for_us());
  ASSERT_EQ(handover.last_lines_size(), 1);
  EXPECT_EQ(handover.last_lines(0).text(), "What is this fee for?");
  ASSERT_EQ(handover.notes_size(), 1);
  EXPECT_EQ(handover.notes(0).text(), "She prefers mornings.");
}

TEST_F(ConversationsApi, SayWhatIsWrongWithARequest) {
  Hear("hello");
  const std::string name = Only().name();
  EXPECT_THAT(Call("ResolveConversation", On<v1::ResolveConversationRequest>(name)).violations(),
              ElementsAre(Pair("reason", "REQUIRED")));
  auto snooze = On<v1::SnoozeConversationRequest>(name);
  snooze.mutable_until_time()->set_seconds(1);
  EXPECT_THAT(Call("SnoozeConversation", snooze).violations(),
              ElementsAre(Pair("until_time", "DATE_IN_PAST")));
  auto assign = On<v1::AssignConversationRequest>(name);
  assign.set_principal(std::string(5000, 'x'));
  EXPECT_THAT(Call("AssignConversation", assign).violations(),
              ElementsAre(Pair("principal", "TOO_LONG")));
  v1::ListConversationsRequest list;
  list.set_filter("state = GONE");
  EXPECT_THAT(Call("ListConversations", list).violations(),
              ElementsAre(Pair("filter", "FILTER_INVALID")));
  v1::GetConversationRequest get;
  get.set_name("debtors/x/conversations/y");
  EXPECT_THAT(Call("GetConversation", get).violations(), ElementsAre(Pair("name", "MALFORMED")));
  auto stale = On<v1::ResolveConversationRequest>(name);
  stale.set_reason("x");
  stale.set_etag("none");
  EXPECT_EQ(Call("ResolveConversation", stale).reason(), "ETAG_STALE");
  const std::string none =
      NameOfDebtor(debtor_.id) + "/conversations/00000000-0000-7000-8000-000000000099";
  EXPECT_EQ(Call("ResolveConversation",
                 [&] {
                   auto request = On<v1::ResolveConversationRequest>(none);
                   request.set_reason("x");
                   return request;
                 }())
                .reason(),
            "CONVERSATION_NOT_FOUND");
}

TEST_F(ConversationsApi, AreTheTeamsButForWhatWasSaid) {
  Hear("hello");
  const std::string name = Only().name();
  served_.GiveToken("theirs", kEveryScope, debtor_.id);
  v1::GetConversationRequest get;
  get.set_name(name);
  EXPECT_EQ(Call("GetConversation", get, {.token = "theirs"}).reason(), "ACCESS_DENIED");
  v1::ListConversationLinesRequest lines;
  lines.set_parent(name);
  EXPECT_TRUE(Call("ListConversationLines", lines, {.token = "theirs"}).status.ok());
}

}  // namespace
}  // namespace parley
