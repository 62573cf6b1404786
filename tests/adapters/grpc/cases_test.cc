// SPDX-License-Identifier: Apache-2.0
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>

#include "parley/v1/case_service.pb.h"
#include "parley/v1/debt_service.pb.h"
#include "parley/v1/debtor_service.pb.h"
#include "parley/v1/plan_service.pb.h"
#include "tests/adapters/grpc/requests.h"
#include "tests/adapters/grpc/served_world.h"

namespace parley {
namespace {

using ::testing::IsEmpty;
using ::testing::Pair;
using ::testing::UnorderedElementsAre;

class CasesOverGrpc : public ::testing::Test {
 protected:
  template <typename Request>
  Reply Send(const std::string& method, Request request) {
    request.set_request_id(RequestIdText(++requests_));
    return served_.Call(method, request);
  }

  std::string Today(int days = 0) const {
    return FormatDay(Day(absl::ToCivilDay(served_.world.clock.Now(), absl::UTCTimeZone())) + days);
  }
  v1::RecordPromiseRequest APromise(std::int64_t amount = 4'000) const {
    v1::RecordPromiseRequest out;
    out.set_parent(NameOfDebtor(debtor_.id));
    out.mutable_promise()->set_debt(NameOfDebt(debt_));
    out.mutable_promise()->mutable_amount()->set_minor_units(amount);
    out.mutable_promise()->mutable_amount()->set_currency_code("EUR");
    out.mutable_promise()->set_due_date(Today(3));
    out.mutable_promise()->set_channel(v1::CHANNEL_EMAIL);
    return out;
  }
  v1::RecordCircumstanceRequest ACircumstance() const {
    v1::RecordCircumstanceRequest out;
    out.set_parent(NameOfDebtor(debtor_.id));
    out.mutable_circumstance()->set_event(v1::LIFE_EVENT_JOB_LOST);
    out.mutable_circumstance()->set_source("the debtor");
    out.mutable_circumstance()->set_evidence(v1::EVIDENCE_STATE_REQUESTED);
    return out;
  }
  v1::OpenDisputeRequest ADispute() const {
    v1::OpenDisputeRequest out;
    out.set_parent(NameOfDebtor(debtor_.id));
    v1::Dispute& dispute = *out.mutable_dispute();
    dispute.set_debt(NameOfDebt(debt_));
    dispute.set_ground(v1::DISPUTE_GROUND_WRONG_AMOUNT);
    dispute.mutable_disputed()->set_minor_units(5'000);
    dispute.mutable_disputed()->set_currency_code("EUR");
    dispute.set_statement("It was less.");
    dispute.add_evidence("letter-1");
    dispute.set_source("the debtor");
    return out;
  }
  v1::OpenComplaintRequest AComplaint() const {
    v1::OpenComplaintRequest out;
    out.set_parent(NameOfDebtor(debtor_.id));
    out.mutable_complaint()->set_what("You called me at work.");
    out.mutable_complaint()->set_source("the debtor");
    return out;
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

  ServedWorld served_;
  Debtor debtor_ = served_.world.MakeDebtor("customer-1");
  Debt debt_ = served_.world.PlaceBearing(debtor_, "loan-1", 36'500);
  std::uint64_t requests_ = 0;
};

TEST_F(CasesOverGrpc, APromiseIsMadeListedByPagesAndCancelled) {
  const auto first = Send("PlanService/RecordPromise", APromise()).As<v1::Promise>();
  EXPECT_EQ(first.state(), v1::PROMISE_STATE_PENDING);
  EXPECT_EQ(first.debt(), NameOfDebt(debt_));
  EXPECT_EQ(first.amount().minor_units(), 4'000);
  const auto second = Send("PlanService/RecordPromise", APromise(2'000)).As<v1::Promise>();
  const auto page = served_.Call("PlanService/ListPromises", AList<v1::ListPromisesRequest>(1))
                        .As<v1::ListPromisesResponse>();
  ASSERT_EQ(page.promises_size(), 1);
  EXPECT_EQ(page.promises(0).name(), first.name());
  EXPECT_EQ(page.promises(0).state(), v1::PROMISE_STATE_REPLACED);
  const auto rest = served_
                        .Call("PlanService/ListPromises",
                              AList<v1::ListPromisesRequest>(1, page.next_page_token()))
                        .As<v1::ListPromisesResponse>();
  ASSERT_EQ(rest.promises_size(), 1);
  EXPECT_EQ(rest.promises(0).name(), second.name());
  EXPECT_THAT(rest.next_page_token(), IsEmpty());
  auto cancel = Of<v1::CancelPromiseRequest>(second.name());
  cancel.set_reason("ill");
  cancel.set_etag(second.etag());
  const auto cancelled = Send("PlanService/CancelPromise", cancel).As<v1::Promise>();
  EXPECT_EQ(cancelled.state(), v1::PROMISE_STATE_CANCELLED);
  EXPECT_EQ(cancelled.end_reason(), "ill");
  EXPECT_EQ(Send("PlanService/CancelPromise", cancel).reason(), "PROMISE_NOT_PENDING");
}

TEST_F(CasesOverGrpc, ARefusedPromiseNamesItsFields) {
  v1::RecordPromiseRequest request = APromise(0);
  request.mutable_promise()->set_due_date(Today(-1));
  EXPECT_THAT(Send("PlanService/RecordPromise", request).violations(),
              UnorderedElementsAre(Pair("promise.amount.minor_units", "NOT_POSITIVE"),
                                   Pair("promise.due_date", "DATE_IN_PAST")));
  request = APromise();
  request.mutable_promise()->set_debt(NameOfDebtor(NumberedId<DebtorId>(9)) +
                                      NameOfDebt(debt_).substr(NameOfDebtor(debtor_.id).size()));
  EXPECT_THAT(Send("PlanService/RecordPromise", request).violations(),
              UnorderedElementsAre(Pair("promise.debt", "REFERENCE_UNKNOWN")));
  EXPECT_EQ(Send("PlanService/RecordPromise", APromise(99'999'999)).reason(),
            "PROMISE_ABOVE_BALANCE");
}

TEST_F(CasesOverGrpc, TheSameRequestMakesOnePromise) {
  v1::RecordPromiseRequest request = APromise();
  request.set_request_id(RequestIdText(77));
  const Reply first = served_.Call("PlanService/RecordPromise", request);
  EXPECT_EQ(served_.Call("PlanService/RecordPromise", request).bytes, first.bytes);
  const auto page = served_.Call("PlanService/ListPromises", AList<v1::ListPromisesRequest>())
                        .As<v1::ListPromisesResponse>();
  EXPECT_EQ(page.promises_size(), 1);
}

TEST_F(CasesOverGrpc, ACircumstanceStandsInTheRecordUntilItIsEnded) {
  const auto told =
      Send("DebtorService/RecordCircumstance", ACircumstance()).As<v1::Circumstance>();
  EXPECT_EQ(told.from_date(), Today());
  EXPECT_EQ(told.review_date(), Today(90));
  auto again = Of<v1::UpdateCircumstanceRequest>(told.name());
  again.set_evidence(v1::EVIDENCE_STATE_REQUESTED);
  EXPECT_EQ(Send("DebtorService/UpdateCircumstance", again).reason(), "EVIDENCE_ALREADY_ASKED");
  again.set_evidence(v1::EVIDENCE_STATE_RECEIVED);
  again.set_review_date(Today(30));
  const auto shown = Send("DebtorService/UpdateCircumstance", again).As<v1::Circumstance>();
  EXPECT_EQ(shown.evidence(), v1::EVIDENCE_STATE_RECEIVED);
  const auto record = [&] {
    return served_
        .Call("DebtorService/GetDebtorRecord",
              Of<v1::GetDebtorRecordRequest>(NameOfDebtor(debtor_.id)))
        .As<v1::DebtorRecord>();
  };
  ASSERT_EQ(record().circumstances_size(), 1);
  EXPECT_EQ(record().circumstances(0).review_date(), Today(30));
  auto end = Of<v1::EndCircumstanceRequest>(told.name());
  EXPECT_THAT(Send("DebtorService/EndCircumstance", end).violations(),
              UnorderedElementsAre(Pair("reason", "REQUIRED")));
  end.set_reason("a new job");
  const auto ended = Send("DebtorService/EndCircumstance", end).As<v1::Circumstance>();
  EXPECT_EQ(ended.until_date(), Today());
  EXPECT_EQ(ended.end_reason(), "a new job");
  EXPECT_EQ(Send("DebtorService/EndCircumstance", end).reason(), "CIRCUMSTANCE_OVER");
}

TEST_F(CasesOverGrpc, AConditionIsKeptWithExplicitConsentAlone) {
  v1::RecordCircumstanceRequest request = ACircumstance();
  v1::Vulnerability& condition = *request.mutable_circumstance()->mutable_condition();
  condition.set_driver(v1::VULNERABILITY_DRIVER_HEALTH);
  condition.set_description("an operation");
  EXPECT_FALSE(
      Send("DebtorService/RecordCircumstance", request).As<v1::Circumstance>().has_condition());
  condition.mutable_consent()->set_wording_version("2026-1");
  EXPECT_EQ(Send("DebtorService/RecordCircumstance", request)
                .As<v1::Circumstance>()
                .condition()
                .description(),
            "an operation");
}

TEST_F(CasesOverGrpc, ADisputeIsOpenedReviewedAndWithdrawn) {
  const auto opened = Send("CaseService/OpenDispute", ADispute()).As<v1::Dispute>();
  EXPECT_EQ(opened.state(), v1::DISPUTE_STATE_OPEN);
  EXPECT_FALSE(opened.hold().empty());
  EXPECT_EQ(Send("CaseService/ReviewDispute", Of<v1::ReviewDisputeRequest>(opened.name()))
                .As<v1::Dispute>()
                .state(),
            v1::DISPUTE_STATE_UNDER_REVIEW);
  const auto ask = Of<v1::RequestDisputeInformationRequest>(opened.name());
  EXPECT_EQ(Send("CaseService/RequestDisputeInformation", ask).As<v1::Dispute>().state(),
            v1::DISPUTE_STATE_INFO_REQUESTED);
  EXPECT_EQ(Send("CaseService/RequestDisputeInformation", ask).reason(), "DISPUTE_STEP_REFUSED");
  auto close = Of<v1::CloseDisputeRequest>(opened.name());
  close.set_state(v1::DISPUTE_STATE_CLOSED);
  close.set_outcome(v1::DISPUTE_OUTCOME_DUPLICATE);
  EXPECT_EQ(Send("CaseService/CloseDispute", close).reason(), "DISPUTE_NOT_A_DUPLICATE");
  close.set_outcome(v1::DISPUTE_OUTCOME_WITHDRAWN);
  EXPECT_EQ(Send("CaseService/CloseDispute", close).As<v1::Dispute>().outcome(),
            v1::DISPUTE_OUTCOME_WITHDRAWN);
  const auto read = served_.Call("CaseService/GetDispute", Of<v1::GetDisputeRequest>(opened.name()))
                        .As<v1::Dispute>();
  EXPECT_EQ(read.state(), v1::DISPUTE_STATE_CLOSED);
  EXPECT_EQ(read.evidence(0), "letter-1");
  const auto page = served_.Call("CaseService/ListDisputes", AList<v1::ListDisputesRequest>())
                        .As<v1::ListDisputesResponse>();
  EXPECT_EQ(page.disputes_size(), 1);
}

TEST_F(CasesOverGrpc, AnAnswerNamesWhatIsWrongWithItAndMustHaveBeenSent) {
  const auto opened = Send("CaseService/OpenDispute", ADispute()).As<v1::Dispute>();
  ASSERT_TRUE(
      Send("CaseService/ReviewDispute", Of<v1::ReviewDisputeRequest>(opened.name())).status.ok());
  auto answer = Of<v1::AnswerDisputeRequest>(opened.name());
  answer.set_outcome(v1::DISPUTE_OUTCOME_WITHDRAWN);
  answer.set_finding("what we found");
  answer.set_answered_in(NameOfDebtor(debtor_.id) + "/communications/" + RequestIdText(1));
  answer.set_window_days(366);
  EXPECT_THAT(
      Send("CaseService/AnswerDispute", answer).violations(),
      UnorderedElementsAre(Pair("outcome", "UNKNOWN_VALUE"), Pair("window_days", "OUT_OF_RANGE")));
  answer.set_outcome(v1::DISPUTE_OUTCOME_PARTLY_UPHELD);
  answer.set_window_days(0);
  EXPECT_THAT(Send("CaseService/AnswerDispute", answer).violations(),
              UnorderedElementsAre(Pair("adjusted", "REQUIRED")));
  answer.set_outcome(v1::DISPUTE_OUTCOME_NOT_UPHELD);
  EXPECT_EQ(Send("CaseService/AnswerDispute", answer).reason(), "COMMUNICATION_NOT_FOUND");
}

TEST_F(CasesOverGrpc, AComplaintRunsItsLife) {
  const auto opened = Send("CaseService/OpenComplaint", AComplaint()).As<v1::Complaint>();
  EXPECT_EQ(opened.state(), v1::COMPLAINT_STATE_RECEIVED);
  EXPECT_EQ(opened.receive_date(), Today());
  EXPECT_FALSE(opened.hold().empty());
  const auto again = Send("CaseService/OpenComplaint", AComplaint()).As<v1::Complaint>();
  EXPECT_EQ(again.name(), opened.name());
  const auto known =
      Send("CaseService/AcknowledgeComplaint", Of<v1::AcknowledgeComplaintRequest>(opened.name()))
          .As<v1::Complaint>();
  EXPECT_EQ(known.state(), v1::COMPLAINT_STATE_INVESTIGATING);
  auto answer = Of<v1::AnswerComplaintRequest>(opened.name());
  answer.set_answer("We are sorry.");
  EXPECT_EQ(Send("CaseService/AnswerComplaint", answer).As<v1::Complaint>().state(),
            v1::COMPLAINT_STATE_FINAL_RESPONSE);
  auto close = Of<v1::CloseComplaintRequest>(opened.name());
  EXPECT_THAT(Send("CaseService/CloseComplaint", close).violations(),
              UnorderedElementsAre(Pair("root_cause", "REQUIRED"), Pair("redress", "REQUIRED")));
  close.set_root_cause("The number was not marked.");
  close.set_redress("It is marked now.");
  EXPECT_EQ(Send("CaseService/CloseComplaint", close).As<v1::Complaint>().state(),
            v1::COMPLAINT_STATE_CLOSED);
  const auto reopened =
      Send("CaseService/ReopenComplaint", Of<v1::ReopenComplaintRequest>(opened.name()))
          .As<v1::Complaint>();
  EXPECT_EQ(reopened.times_reopened(), 1);
  const auto read =
      served_.Call("CaseService/GetComplaint", Of<v1::GetComplaintRequest>(opened.name()))
          .As<v1::Complaint>();
  EXPECT_EQ(read.redress(), "It is marked now.");
  const auto page = served_.Call("CaseService/ListComplaints", AList<v1::ListComplaintsRequest>())
                        .As<v1::ListComplaintsResponse>();
  EXPECT_EQ(page.complaints_size(), 1);
}

}  // namespace
}  // namespace parley
