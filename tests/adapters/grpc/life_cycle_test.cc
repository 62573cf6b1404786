// SPDX-License-Identifier: Apache-2.0
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>

#include "parley/v1/creditor_service.pb.h"
#include "parley/v1/life_cycle.pb.h"
#include "tests/adapters/grpc/requests.h"
#include "tests/adapters/grpc/served_world.h"

namespace parley {
namespace {

using ::testing::ElementsAre;
using ::testing::Pair;
using ::testing::UnorderedElementsAre;

class LifeCycle : public ::testing::Test {
 public:
  template <typename Request>
  Request About(std::uint64_t request_id) const {
    Request request;
    request.set_name(NameOfDebt(debt_));
    request.set_reason("see the file");
    request.set_request_id(RequestIdText(request_id));
    return request;
  }
  void LimitWhatOnePersonDecides(std::int64_t minor_units) {
    v1::UpdateCreditorRequest request;
    request.mutable_creditor()->set_name(NameOfCreditor(debt_.creditor));
    v1::Money& limit = *request.mutable_creditor()->mutable_settings()->add_approval_above();
    limit.set_minor_units(minor_units);
    limit.set_currency_code("EUR");
    request.mutable_update_mask()->add_paths("settings");
    request.set_request_id(RequestIdText(100));
    EXPECT_TRUE(served_.Call("CreditorService/UpdateCreditor", request).status.ok());
  }

  ServedWorld served_;
  Debtor debtor_ = served_.world.MakeDebtor("customer-1");
  Debt debt_ = served_.world.Place(debtor_, "loan-1", 36'500);
};

TEST_F(LifeCycle, ClosesAndReopensADebt) {
  auto close = About<v1::CloseDebtRequest>(1);
  close.set_code(v1::CLOSE_CODE_NOT_OWED);
  const Reply closed = served_.Call("DebtService/CloseDebt", close);
  ASSERT_TRUE(closed.status.ok()) << closed.status.error_message();
  const auto debt = closed.As<v1::ChangedDebt>().debt();
  EXPECT_EQ(debt.status(), v1::DEBT_STATUS_CLOSED);
  EXPECT_EQ(debt.close_code(), v1::CLOSE_CODE_NOT_OWED);
  EXPECT_EQ(debt.left_date(), "2026-11-22");
  EXPECT_EQ(debt.status_reason(), "see the file");
  EXPECT_EQ(debt.balance().minor_units(), 36'500);
  EXPECT_EQ(served_.Call("DebtService/CloseDebt", close).bytes, closed.bytes);
  close.set_request_id(RequestIdText(2));
  EXPECT_EQ(served_.Call("DebtService/CloseDebt", close).reason(), "DEBT_NOT_OPEN");
  auto reopen = About<v1::ReopenDebtRequest>(3);
  const auto reopened = served_.Call("DebtService/ReopenDebt", reopen).As<v1::Debt>();
  EXPECT_EQ(reopened.status(), v1::DEBT_STATUS_ACTIVE);
  EXPECT_EQ(reopened.close_code(), v1::CLOSE_CODE_UNSPECIFIED);
  EXPECT_EQ(reopened.left_date(), "");
  reopen.set_request_id(RequestIdText(4));
  EXPECT_EQ(served_.Call("DebtService/ReopenDebt", reopen).reason(), "DEBT_NOT_CLOSED");
}

TEST_F(LifeCycle, IsJudgedWithoutAnyChange) {
  auto close = About<v1::CloseDebtRequest>(1);
  close.set_code(v1::CLOSE_CODE_NOT_OWED);
  close.set_validate_only(true);
  const auto judged = served_.Call("DebtService/CloseDebt", close).As<v1::ChangedDebt>().debt();
  EXPECT_EQ(judged.status(), v1::DEBT_STATUS_CLOSED);
  EXPECT_EQ(served_.world.Reload(debt_), debt_);
  close.set_validate_only(false);
  close.set_etag(judged.etag());
  close.set_request_id(RequestIdText(2));
  EXPECT_TRUE(served_.Call("DebtService/CloseDebt", close).status.ok());
}

TEST_F(LifeCycle, WaitsForASecondPersonWhereMuchIsAtStake) {
  LimitWhatOnePersonDecides(10'000);
  auto close = About<v1::CloseDebtRequest>(1);
  close.set_code(v1::CLOSE_CODE_UNTRACEABLE);
  close.set_validate_only(true);
  const auto judged = served_.Call("DebtService/CloseDebt", close).As<v1::ChangedDebt>();
  EXPECT_EQ(judged.work_item().name(), "");
  EXPECT_EQ(judged.work_item().etag(), "");
  close.set_validate_only(false);
  close.set_request_id(RequestIdText(2));
  const auto waiting = served_.Call("DebtService/CloseDebt", close).As<v1::ChangedDebt>();
  EXPECT_EQ(waiting.debt().status(), v1::DEBT_STATUS_ACTIVE);
  const v1::PendingClosing& closing = waiting.work_item().act().closing();
  EXPECT_EQ(closing.code(), v1::CLOSE_CODE_UNTRACEABLE);
  EXPECT_GT(closing.amount().minor_units(), 10'000);
  EXPECT_EQ(closing.amount().minor_units(), waiting.debt().balance().minor_units());
}

TEST_F(LifeCycle, RecallsADebt) {
  auto recall = About<v1::RecallDebtRequest>(1);
  recall.set_force(true);
  recall.clear_reason();
  EXPECT_THAT(served_.Call("DebtService/RecallDebt", recall).violations(),
              ElementsAre(Pair("reason", "REQUIRED")));
  recall.set_force(false);
  recall.set_etag("77");
  EXPECT_EQ(served_.Call("DebtService/RecallDebt", recall).reason(), "ETAG_STALE");
  recall.clear_etag();
  EXPECT_EQ(served_.Call("DebtService/RecallDebt", recall).As<v1::Debt>().status(),
            v1::DEBT_STATUS_RECALLED);
}

TEST_F(LifeCycle, TellsWhatBlocksARecall) {
  Hold dispute = ARespite("2026-11-01");
  dispute.type = HoldType::kDispute;
  dispute.debt = debt_.id;
  ASSERT_TRUE(served_.world.PlaceAHold(debtor_.id, dispute).ok());
  const Reply reply = served_.Call("DebtService/RecallDebt", About<v1::RecallDebtRequest>(1));
  EXPECT_EQ(reply.reason(), "RECALL_BLOCKED");
  EXPECT_THAT(reply.metadata(), ::testing::Contains(Pair("blocked_by", "DISPUTE_OPEN")));
}

TEST_F(LifeCycle, DecidesOnlyAboutADebtThatWaitsForIt) {
  auto decide = About<v1::DecideDebtRequest>(1);
  decide.set_decision(v1::DECISION_RETURN);
  EXPECT_EQ(served_.Call("DebtService/DecideDebt", decide).reason(), "DEBT_NOT_AWAITING_DECISION");
}

TEST_F(LifeCycle, RefusesWhatIsMalformed) {
  auto close = About<v1::CloseDebtRequest>(1);
  close.set_code(static_cast<v1::CloseCode>(9));
  close.set_reason(std::string(1001, 'x'));
  EXPECT_THAT(served_.Call("DebtService/CloseDebt", close).violations(),
              UnorderedElementsAre(Pair("code", "UNKNOWN_VALUE"), Pair("reason", "TOO_LONG")));
  auto decide = About<v1::DecideDebtRequest>(2);
  EXPECT_THAT(served_.Call("DebtService/DecideDebt", decide).violations(),
              ElementsAre(Pair("decision", "REQUIRED")));
}

}  // namespace
}  // namespace parley
