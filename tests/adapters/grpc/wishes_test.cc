// SPDX-License-Identifier: Apache-2.0
// Wishes to be called, and what a person is told that we understood.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>

#include "parley/v1/case_service.pb.h"
#include "parley/v1/conversation_service.pb.h"
#include "parley/v1/debtor_service.pb.h"
#include "parley/v1/inbound_service.pb.h"
#include "tests/adapters/grpc/requests.h"
#include "tests/adapters/grpc/served_world.h"

namespace parley {
namespace {

using ::testing::IsEmpty;
using ::testing::Pair;
using ::testing::UnorderedElementsAre;

class WishesOverGrpc : public ::testing::Test {
 protected:
  template <typename Request>
  Reply Send(const std::string& method, Request request) {
    request.set_request_id(RequestIdText(++requests_));
    return served_.Call("ConversationService/" + method, request);
  }
  template <typename Request>
  Reply Read(const std::string& method, const Request& request) {
    return served_.Call("ConversationService/" + method, request);
  }
  template <typename Request>
  Request Of(const std::string& name) const {
    Request out;
    out.set_name(name);
    return out;
  }
  template <typename Request>
  Request AList(int size = 0, const std::string& token = "") const {
    Request out;
    out.set_parent(NameOfDebtor(debtor_.id));
    out.set_page_size(size);
    out.set_page_token(token);
    return out;
  }

  v1::RequestCallbackRequest AWish() const {
    v1::RequestCallbackRequest out;
    out.set_parent(NameOfDebtor(debtor_.id));
    out.mutable_callback()->set_debt(NameOfDebt(debt_));
    out.mutable_callback()->set_about("the plan");
    return out;
  }
  void SetSlot(v1::CallSlot& slot, int from_minutes, int until_minutes) const {
    const auto at = [&](int minutes) {
      return absl::ToUnixSeconds(served_.world.clock.Now() + absl::Minutes(minutes));
    };
    slot.mutable_from_time()->set_seconds(at(from_minutes));
    slot.mutable_until_time()->set_seconds(at(until_minutes));
  }
  v1::Reflection AReflection() {
    v1::RecordCircumstanceRequest lost;
    lost.set_parent(NameOfDebtor(debtor_.id));
    lost.mutable_circumstance()->set_event(v1::LIFE_EVENT_JOB_LOST);
    lost.mutable_circumstance()->set_source("the debtor");
    lost.set_request_id(RequestIdText(++requests_));
    EXPECT_TRUE(served_.Call("DebtorService/RecordCircumstance", lost).status.ok());
    v1::ReflectBackRequest request;
    request.set_parent(NameOfDebtor(debtor_.id));
    return Send("ReflectBack", request).As<v1::Reflection>();
  }
  // In which they said whether it is right.
  std::string WhatTheySaid() {
    v1::ReceiveInboundRequest request;
    request.set_parent(NameOfDebtor(debtor_.id));
    request.set_channel(v1::CHANNEL_EMAIL);
    request.set_text("About what you wrote.");
    request.set_request_id(RequestIdText(++requests_));
    const Reply reply = served_.Call("InboundService/ReceiveInbound", request);
    return reply.As<parley::v1::InboundItem>().name();
  }

  ServedWorld served_;
  Debtor debtor_ = served_.world.MakeDebtor("customer-1");
  Debt debt_ = served_.world.PlaceBearing(debtor_, "loan-1", 36'500);
  std::uint64_t requests_ = 0;
};

TEST_F(WishesOverGrpc, AWishIsTakenDownGivenATimeAndCancelled) {
  const auto wish = Send("RequestCallback", AWish()).As<v1::Callback>();
  EXPECT_EQ(wish.state(), v1::CALLBACK_STATE_REQUESTED);
  EXPECT_EQ(wish.debt(), NameOfDebt(debt_));
  EXPECT_EQ(wish.about(), "the plan");
  auto schedule = Of<v1::ScheduleCallbackRequest>(wish.name());
  SetSlot(*schedule.mutable_slot(), 120, 180);
  schedule.set_etag(wish.etag());
  const auto scheduled = Send("ScheduleCallback", schedule).As<v1::Callback>();
  EXPECT_EQ(scheduled.state(), v1::CALLBACK_STATE_SCHEDULED);
  EXPECT_EQ(scheduled.slot().from_time().seconds(), schedule.slot().from_time().seconds());
  EXPECT_EQ(Send("ScheduleCallback", schedule).reason(), "ETAG_STALE");
  auto cancel = Of<v1::CancelCallbackRequest>(wish.name());
  cancel.set_reason("no need");
  EXPECT_EQ(Send("CancelCallback", cancel).As<v1::Callback>().end_reason(), "no need");
  EXPECT_EQ(Send("CancelCallback", cancel).reason(), "CALLBACK_STEP_REFUSED");
  const auto read = Read("GetCallback", Of<v1::GetCallbackRequest>(wish.name())).As<v1::Callback>();
  EXPECT_EQ(read.state(), v1::CALLBACK_STATE_CANCELLED);
}

TEST_F(WishesOverGrpc, AWishWhoseTimePassedIsMissedWhetherOrNotAnybodySaysSo) {
  v1::RequestCallbackRequest request = AWish();
  SetSlot(*request.mutable_callback()->mutable_slot(), 10, 20);
  const auto wish = Send("RequestCallback", request).As<v1::Callback>();
  EXPECT_EQ(wish.state(), v1::CALLBACK_STATE_SCHEDULED);
  auto miss = Of<v1::MissCallbackRequest>(wish.name());
  EXPECT_EQ(Send("MissCallback", miss).reason(), "CALLBACK_STEP_REFUSED");
  served_.world.clock.Advance(absl::Minutes(30));
  const auto get = Of<v1::GetCallbackRequest>(wish.name());
  EXPECT_EQ(Read("GetCallback", get).As<v1::Callback>().state(), v1::CALLBACK_STATE_MISSED);
  miss.set_reason("all were busy");
  EXPECT_EQ(Send("MissCallback", miss).As<v1::Callback>().end_reason(), "all were busy");
  auto keep = Of<v1::KeepCallbackRequest>(wish.name());
  keep.set_kept_in(NameOfDebtor(debtor_.id) + "/communications/" + RequestIdText(1));
  EXPECT_EQ(Send("KeepCallback", keep).reason(), "COMMUNICATION_NOT_FOUND");
}

TEST_F(WishesOverGrpc, ARefusedWishNamesItsFields) {
  v1::RequestCallbackRequest request = AWish();
  request.mutable_callback()->set_debt(NameOfDebtor(NumberedId<DebtorId>(9)) +
                                       NameOfDebt(debt_).substr(NameOfDebtor(debtor_.id).size()));
  request.mutable_callback()->mutable_slot()->mutable_until_time()->set_seconds(1);
  request.mutable_callback()->set_wished_date("tomorrow");
  EXPECT_THAT(Send("RequestCallback", request).violations(),
              UnorderedElementsAre(Pair("callback.debt", "REFERENCE_UNKNOWN"),
                                   Pair("callback.slot.from_time", "REQUIRED"),
                                   Pair("callback.wished_date", "DATE_MALFORMED")));
  request = AWish();
  SetSlot(*request.mutable_callback()->mutable_slot(), 30, 20);
  EXPECT_THAT(Send("RequestCallback", request).violations(),
              UnorderedElementsAre(Pair("callback.slot.until_time", "DATE_ORDER")));
  request = AWish();
  request.mutable_callback()->set_about(std::string(1001, 'x'));
  EXPECT_THAT(Send("RequestCallback", request).violations(),
              UnorderedElementsAre(Pair("callback.about", "TOO_LONG")));
}

TEST_F(WishesOverGrpc, ASecondWishNamesTheFirst) {
  const auto first = Send("RequestCallback", AWish()).As<v1::Callback>();
  const Reply second = Send("RequestCallback", AWish());
  EXPECT_EQ(second.reason(), "CALLBACK_ALREADY_AWAITED");
  const std::string known = second.metadata()["callback"];
  EXPECT_THAT(first.name(), testing::EndsWith(known));
  EXPECT_FALSE(known.empty());
}

TEST_F(WishesOverGrpc, WishesAreListedByPagesThoseThatAreOverToo) {
  const auto first = Send("RequestCallback", AWish()).As<v1::Callback>();
  ASSERT_TRUE(Send("CancelCallback", Of<v1::CancelCallbackRequest>(first.name())).status.ok());
  const auto second = Send("RequestCallback", AWish()).As<v1::Callback>();
  const auto page =
      Read("ListCallbacks", AList<v1::ListCallbacksRequest>(1)).As<v1::ListCallbacksResponse>();
  ASSERT_EQ(page.callbacks_size(), 1);
  EXPECT_EQ(page.callbacks(0).name(), first.name());
  const auto rest =
      Read("ListCallbacks", AList<v1::ListCallbacksRequest>(1, page.next_page_token()))
          .As<v1::ListCallbacksResponse>();
  ASSERT_EQ(rest.callbacks_size(), 1);
  EXPECT_EQ(rest.callbacks(0).name(), second.name());
  EXPECT_THAT(rest.next_page_token(), IsEmpty());
}

TEST_F(WishesOverGrpc, WhatWeUnderstoodIsConfirmed) {
  const v1::Reflection told = AReflection();
  EXPECT_EQ(told.state(), v1::REFLECTION_STATE_PROPOSED);
  EXPECT_EQ(told.version(), 1);
  ASSERT_EQ(told.points_size(), 1);
  EXPECT_EQ(told.points(0).kind(), v1::UNDERSTOOD_KIND_CIRCUMSTANCE);
  EXPECT_EQ(told.points(0).word(), "JOB_LOST");
  EXPECT_EQ(told.actor(), "token");
  auto confirm = Of<v1::ConfirmReflectionRequest>(told.name());
  EXPECT_THAT(Send("ConfirmReflection", confirm).violations(),
              UnorderedElementsAre(Pair("told_in", "REQUIRED")));
  confirm.set_told_in(WhatTheySaid());
  const auto confirmed = Send("ConfirmReflection", confirm).As<v1::Reflection>();
  EXPECT_EQ(confirmed.state(), v1::REFLECTION_STATE_CONFIRMED);
  EXPECT_EQ(confirmed.decided_by(), "token");
  EXPECT_EQ(Send("ConfirmReflection", confirm).reason(), "REFLECTION_STEP_REFUSED");
  const auto read =
      Read("GetReflection", Of<v1::GetReflectionRequest>(told.name())).As<v1::Reflection>();
  EXPECT_EQ(read.etag(), confirmed.etag());
  const auto page = Read("ListReflections", AList<v1::ListReflectionsRequest>())
                        .As<v1::ListReflectionsResponse>();
  EXPECT_EQ(page.reflections_size(), 1);
}

TEST_F(WishesOverGrpc, ThePersonsOwnAppIsNotToldWhoOfTheTeamDidWhat) {
  const v1::Reflection told = AReflection();
  const auto wish = Send("RequestCallback", AWish()).As<v1::Callback>();
  ASSERT_EQ(wish.actor(), "token");
  served_.GiveToken("bound", "parley.communication.read parley.communication.write", debtor_.id);
  const CallOptions theirs{.token = "bound"};
  const auto shown =
      served_
          .Call("ConversationService/GetCallback", Of<v1::GetCallbackRequest>(wish.name()), theirs)
          .As<v1::Callback>();
  EXPECT_EQ(shown.name(), wish.name());
  EXPECT_EQ(shown.actor(), "");
  auto confirm = Of<v1::ConfirmReflectionRequest>(told.name());
  confirm.set_request_id(RequestIdText(++requests_));
  const auto confirmed =
      served_.Call("ConversationService/ConfirmReflection", confirm, theirs).As<v1::Reflection>();
  EXPECT_EQ(confirmed.state(), v1::REFLECTION_STATE_CONFIRMED);
  EXPECT_EQ(confirmed.actor(), "");
  EXPECT_EQ(confirmed.decided_by(), "");
}

TEST_F(WishesOverGrpc, WhatWeUnderstoodIsCorrectedInTheirWords) {
  const v1::Reflection told = AReflection();
  auto correct = Of<v1::CorrectReflectionRequest>(told.name());
  EXPECT_THAT(Send("CorrectReflection", correct).violations(),
              UnorderedElementsAre(Pair("correction", "REQUIRED")));
  correct.set_correction("I work half the week.");
  correct.set_told_in(WhatTheySaid());
  correct.set_etag("\"0\"");
  EXPECT_EQ(Send("CorrectReflection", correct).reason(), "ETAG_STALE");
  correct.set_etag(told.etag());
  const auto corrected = Send("CorrectReflection", correct).As<v1::Reflection>();
  EXPECT_EQ(corrected.state(), v1::REFLECTION_STATE_CORRECTED);
  EXPECT_EQ(corrected.correction(), "I work half the week.");
}

TEST_F(WishesOverGrpc, NothingIsReflectedWhereNothingWasTold) {
  v1::ReflectBackRequest request;
  request.set_parent(NameOfDebtor(debtor_.id));
  EXPECT_EQ(Send("ReflectBack", request).reason(), "NOTHING_TO_REFLECT");
  request.set_parent(NameOfDebtor(NumberedId<DebtorId>(404)));
  EXPECT_EQ(Send("ReflectBack", request).reason(), "DEBTOR_NOT_FOUND");
}

TEST_F(WishesOverGrpc, ADecisionCitesWhatTheyConfirmed) {
  v1::OpenDisputeRequest open;
  open.set_parent(NameOfDebtor(debtor_.id));
  open.mutable_dispute()->set_debt(NameOfDebt(debt_));
  open.mutable_dispute()->set_ground(v1::DISPUTE_GROUND_WRONG_AMOUNT);
  open.mutable_dispute()->set_statement("It was less.");
  open.mutable_dispute()->set_source("the debtor");
  open.set_request_id(RequestIdText(++requests_));
  const auto opened = served_.Call("CaseService/OpenDispute", open).As<v1::Dispute>();
  auto review = Of<v1::ReviewDisputeRequest>(opened.name());
  review.set_request_id(RequestIdText(++requests_));
  ASSERT_TRUE(served_.Call("CaseService/ReviewDispute", review).status.ok());
  const v1::Reflection told = AReflection();
  auto answer = Of<v1::AnswerDisputeRequest>(opened.name());
  answer.set_outcome(v1::DISPUTE_OUTCOME_NOT_UPHELD);
  answer.set_finding("what we found");
  answer.set_answered_in(NameOfDebtor(debtor_.id) + "/communications/" + RequestIdText(1));
  answer.set_reflection(told.name());
  answer.set_request_id(RequestIdText(++requests_));
  EXPECT_EQ(served_.Call("CaseService/AnswerDispute", answer).reason(), "REFLECTION_NOT_CONFIRMED");
  auto confirm = Of<v1::ConfirmReflectionRequest>(told.name());
  confirm.set_told_in(WhatTheySaid());
  ASSERT_TRUE(Send("ConfirmReflection", confirm).status.ok());
  answer.set_request_id(RequestIdText(++requests_));
  EXPECT_EQ(served_.Call("CaseService/AnswerDispute", answer).reason(), "COMMUNICATION_NOT_FOUND");
}

}  // namespace
}  // namespace parley
