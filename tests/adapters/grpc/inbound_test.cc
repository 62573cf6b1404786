// SPDX-License-Identifier: Apache-2.0
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>

#include "parley/v1/inbound_service.pb.h"
#include "parley/v1/work_service.pb.h"
#include "tests/adapters/grpc/requests.h"
#include "tests/adapters/grpc/served_world.h"

namespace parley {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::Pair;
using ::testing::StartsWith;
using ::testing::UnorderedElementsAre;

class InboundApi : public ::testing::Test {
 public:
  v1::ReceiveInboundRequest AnEmail(const std::string& text) {
    v1::ReceiveInboundRequest out;
    out.set_parent(NameOfDebtor(debtor_.id));
    out.set_channel(v1::CHANNEL_EMAIL);
    out.set_from("ana@example.com");
    out.set_text(text);
    out.set_request_id(RequestIdText(++requests_));
    return out;
  }
  Reply Call(const std::string& method, const google::protobuf::Message& request) {
    return served_.Call("InboundService/" + method, request);
  }
  v1::InboundItem Receive(const v1::ReceiveInboundRequest& request) {
    const Reply reply = Call("ReceiveInbound", request);
    EXPECT_TRUE(reply.status.ok()) << reply.status.error_message();
    return reply.As<v1::InboundItem>();
  }
  v1::InboundItem Get(const std::string& name) {
    v1::GetInboundRequest request;
    request.set_name(name);
    return Call("GetInbound", request).As<v1::InboundItem>();
  }
  v1::ListInboundResponse List(const std::string& parent, int size = 0,
                               const std::string& token = "") {
    v1::ListInboundRequest request;
    request.set_parent(parent);
    request.set_page_size(size);
    request.set_page_token(token);
    return Call("ListInbound", request).As<v1::ListInboundResponse>();
  }
  template <typename Request>
  Request On(const std::string& name) {
    Request request;
    request.set_name(name);
    request.set_request_id(RequestIdText(++requests_));
    return request;
  }

  ServedWorld served_;
  Debtor debtor_ = served_.world.MakeDebtor("D-1");
  Debt debt_ = served_.world.Place(debtor_, "L-1", 10'000);
  std::uint64_t requests_ = 100;
};

TEST_F(InboundApi, ReceivesHearsAndShowsWhatCame) {
  const v1::InboundItem item = Receive(AnEmail("Do not contact me again, by any means."));
  EXPECT_THAT(item.name(), StartsWith(NameOfDebtor(debtor_.id) + "/communications/"));
  EXPECT_EQ(item.state(), v1::INBOUND_STATE_LABELLED);
  EXPECT_EQ(item.matched_by(), v1::INBOUND_MATCH_NAMED);
  ASSERT_GE(item.labels_size(), 1);
  EXPECT_EQ(item.labels(0).intent(), v1::INBOUND_INTENT_STOP_CONTACT);
  EXPECT_THAT(item.text(), HasSubstr(item.labels(0).evidence()));
  EXPECT_EQ(item.reactions(0).what(), "OPT_OUT");
  EXPECT_EQ(Get(item.name()).SerializeAsString(), item.SerializeAsString());
}

TEST_F(InboundApi, LeavesWhatNobodyIsFoundForInTheInboxUntilItIsMatched) {
  v1::ReceiveInboundRequest request = AnEmail("hello");
  request.clear_parent();
  const v1::InboundItem item = Receive(request);
  EXPECT_THAT(item.name(), StartsWith("inbox/"));
  EXPECT_EQ(List("inbox").items_size(), 1);
  v1::ListWorkRequest list;
  list.set_filter("kind = INBOUND_UNMATCHED");
  const auto work = served_.Call("WorkService/ListWork", list).As<v1::ListWorkResponse>();
  ASSERT_EQ(work.items_size(), 1);
  EXPECT_THAT(work.items(0).name(), StartsWith("workItems/"));
  EXPECT_EQ(work.items(0).subject(), "inbox");
  EXPECT_EQ(work.items(0).reason(), item.name());
  v1::ClaimNextWorkRequest next;
  next.add_skills(v1::WORK_SKILL_TRACING);
  next.add_languages("fr");
  next.set_request_id(RequestIdText(++requests_));
  const Reply claimed = served_.Call("WorkService/ClaimNextWork", next);
  EXPECT_EQ(claimed.As<v1::ClaimNextWorkResponse>().item().name(), work.items(0).name());
  auto match = On<v1::MatchInboundRequest>(item.name());
  match.set_debtor(NameOfDebtor(debtor_.id));
  const Reply reply = Call("MatchInbound", match);
  ASSERT_TRUE(reply.status.ok()) << reply.status.error_message();
  EXPECT_EQ(reply.As<v1::InboundItem>().matched_by(), v1::INBOUND_MATCH_PERSON);
  EXPECT_EQ(List("inbox").items_size(), 0);
  EXPECT_EQ(Get(item.name()).moved_to(), NameOfDebtor(debtor_.id));
  EXPECT_EQ(Get(item.name()).text(), "");
}

TEST_F(InboundApi, GivesTheSameItemForTheSameProvidersId) {
  v1::ReceiveInboundRequest request = AnEmail("hello");
  request.set_provider("relay");
  request.set_provider_id("m-1");
  const v1::InboundItem first = Receive(request);
  request.set_request_id(RequestIdText(++requests_));
  EXPECT_EQ(Receive(request).name(), first.name());
  EXPECT_EQ(List(NameOfDebtor(debtor_.id)).items_size(), 1);
}

TEST_F(InboundApi, IsLabelledTriagedAndAnsweredByPeople) {
  const std::string name = Receive(AnEmail("hello")).name();
  auto label = On<v1::LabelInboundRequest>(name);
  label.add_intents(v1::INBOUND_INTENT_HARDSHIP);
  label.set_reason("they told me on the phone");
  const auto labelled = Call("LabelInbound", label).As<v1::InboundItem>();
  EXPECT_THAT(labelled.intents(), ElementsAre(v1::INBOUND_INTENT_HARDSHIP));
  ASSERT_EQ(labelled.corrections_size(), 1);
  EXPECT_EQ(labelled.corrections(0).reason(), "they told me on the phone");
  const auto seen = Call("TriageInbound", On<v1::TriageInboundRequest>(name)).As<v1::InboundItem>();
  EXPECT_EQ(seen.state(), v1::INBOUND_STATE_TRIAGED);
  auto answer = On<v1::AnswerInboundRequest>(name);
  answer.set_no_answer_reason("spoken to");
  const auto done = Call("AnswerInbound", answer).As<v1::InboundItem>();
  EXPECT_EQ(done.state(), v1::INBOUND_STATE_NO_ANSWER_NEEDED);
  EXPECT_EQ(done.no_answer_reason(), "spoken to");
}

TEST_F(InboundApi, ListsWhatWaitsFirstPageByPage) {
  const std::string first = Receive(AnEmail("one")).name();
  const std::string second = Receive(AnEmail("two")).name();
  auto answer = On<v1::AnswerInboundRequest>(first);
  answer.set_no_answer_reason("x");
  ASSERT_TRUE(Call("AnswerInbound", answer).status.ok());
  const auto page = List(NameOfDebtor(debtor_.id), 1);
  ASSERT_EQ(page.items_size(), 1);
  EXPECT_EQ(page.items(0).name(), second);
  const auto rest = List(NameOfDebtor(debtor_.id), 1, page.next_page_token());
  ASSERT_EQ(rest.items_size(), 1);
  EXPECT_EQ(rest.items(0).name(), first);
  EXPECT_EQ(rest.next_page_token(), "");
}

TEST_F(InboundApi, TakesTextsOfAnyBytesAndLength) {
  v1::ReceiveInboundRequest broken = AnEmail("");
  broken.set_raw_text("caf\xE9");
  EXPECT_EQ(Receive(broken).text(), "caf\xEF\xBF\xBD");
  const v1::InboundItem huge = Receive(AnEmail(std::string(150'000, 'x')));
  EXPECT_EQ(huge.text().size(), 100'000U);
  EXPECT_EQ(huge.text_rest().size(), 50'000U);
  EXPECT_EQ(huge.rest_bytes(), 50'000);
  EXPECT_EQ(Receive(AnEmail("")).state(), v1::INBOUND_STATE_LABELLED);
  EXPECT_EQ(Receive(AnEmail("\xE2\x80\xAE\xE2\x80\x8F hello")).text(),
            "\xE2\x80\xAE\xE2\x80\x8F hello");
}

TEST_F(InboundApi, RefusesWhatNamesNothing) {
  v1::ReceiveInboundRequest stranger = AnEmail("hello");
  stranger.set_parent(NameOfDebtor(NumberedId<DebtorId>(99)));
  EXPECT_EQ(Call("ReceiveInbound", stranger).reason(), "DEBTOR_NOT_FOUND");
  v1::GetInboundRequest get;
  get.set_name("inbox/" + NumberedId<CommunicationId>(99).ToString());
  EXPECT_EQ(Call("GetInbound", get).reason(), "INBOUND_NOT_FOUND");
  auto triage = On<v1::TriageInboundRequest>(get.name());
  EXPECT_EQ(Call("TriageInbound", triage).reason(), "INBOUND_NOT_FOUND");
}

TEST_F(InboundApi, NamesTheFieldsThatAreWrong) {
  v1::ReceiveInboundRequest request = AnEmail("hello");
  request.set_raw_text("hello");
  request.set_in_reply_to("debtors/x");
  EXPECT_THAT(
      Call("ReceiveInbound", request).violations(),
      UnorderedElementsAre(Pair("raw_text", "UNKNOWN_VALUE"), Pair("in_reply_to", "MALFORMED")));
  auto label = On<v1::LabelInboundRequest>(Receive(AnEmail("hello")).name());
  label.add_intents(v1::INBOUND_INTENT_ABUSE);
  label.add_intents(v1::INBOUND_INTENT_ABUSE);
  label.set_reason("x");
  EXPECT_THAT(Call("LabelInbound", label).violations(),
              ElementsAre(Pair("intents[1]", "DUPLICATE")));
}

}  // namespace
}  // namespace parley
