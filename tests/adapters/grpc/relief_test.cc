// SPDX-License-Identifier: Apache-2.0
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>

#include "parley/v1/work_service.pb.h"
#include "tests/adapters/grpc/requests.h"
#include "tests/adapters/grpc/served_world.h"

namespace parley {
namespace {

using ::testing::Contains;
using ::testing::IsEmpty;
using ::testing::Pair;
using ::testing::StartsWith;
using ::testing::UnorderedElementsAre;

class Relief : public ::testing::Test {
 public:
  template <typename Request>
  Request A(const std::string& ref, std::int64_t minor_units, std::uint64_t request = 1) const {
    Request out;
    out.set_name(NameOfDebt(debt_));
    out.set_external_ref(ref);
    if (minor_units != 0) {
      out.mutable_amount()->set_minor_units(minor_units);
      out.mutable_amount()->set_currency_code("EUR");
    }
    out.set_value_date("2026-02-01");
    out.set_reason("as we agreed");
    out.set_request_id(RequestIdText(request));
    return out;
  }

  ServedWorld served_;
  Debt debt_ = served_.world.Place(served_.world.MakeDebtor("customer-1"), "loan-1", 10'000);
};

TEST_F(Relief, IsAWaiverOfAPartOfOneBucket) {
  auto request = A<v1::WaiveRequest>("waiver-1", 1'000);
  request.set_bucket(v1::BUCKET_PRINCIPAL);
  request.set_language_code("es");
  const Reply reply = served_.Call("DebtService/Waive", request);
  ASSERT_TRUE(reply.status.ok()) << reply.status.error_message();
  const auto posted = reply.As<v1::PostedEntry>();
  EXPECT_EQ(posted.debt().balance().minor_units(), 9'000);
  EXPECT_EQ(posted.entry().kind(), v1::ENTRY_KIND_WAIVER);
  EXPECT_EQ(posted.entry().bucket(), v1::BUCKET_PRINCIPAL);
  EXPECT_EQ(posted.entry().reason(), "as we agreed");
  EXPECT_THAT(posted.entry().sentence(), StartsWith("entry.WAIVER"));

  request.set_bucket(v1::BUCKET_FEES);
  request.set_external_ref("waiver-2");
  request.set_request_id(RequestIdText(2));
  const Reply above = served_.Call("DebtService/Waive", request);
  EXPECT_EQ(above.status.error_code(), grpc::StatusCode::FAILED_PRECONDITION);
  EXPECT_EQ(above.reason(), "WAIVER_ABOVE_BUCKET");
}

TEST_F(Relief, IsAWriteOffThatLaterMoneyRecovers) {
  const auto written_off =
      served_.Call("DebtService/WriteOff", A<v1::WriteOffRequest>("write-off-1", 0))
          .As<v1::PostedEntry>();
  EXPECT_EQ(written_off.debt().status(), v1::DEBT_STATUS_WRITTEN_OFF);
  EXPECT_EQ(written_off.entry().amount().minor_units(), 10'000);
  const Reply above =
      served_.Call("DebtService/WriteOff", A<v1::WriteOffRequest>("write-off-2", 1, 2));
  EXPECT_EQ(above.reason(), "WRITE_OFF_ABOVE_BALANCE");

  const auto paid = served_.Call("DebtService/PostEntries", APostEntries(debt_, "payment-1", 3))
                        .As<v1::PostEntriesResponse>();
  EXPECT_EQ(paid.debt().status(), v1::DEBT_STATUS_WRITTEN_OFF);
  EXPECT_EQ(paid.entries(0).postings(0).account(), v1::ACCOUNT_RECOVERY);
}

TEST_F(Relief, IsARefundOfWhatIsHeld) {
  EXPECT_EQ(served_.Call("DebtService/RefundCredit", A<v1::RefundCreditRequest>("refund-1", 100))
                .reason(),
            "REFUND_ABOVE_CREDIT");
  v1::PostEntriesRequest too_much = APostEntries(debt_, "payment-1", 2);
  too_much.mutable_entries(0)->mutable_amount()->set_minor_units(10'500);
  served_.Call("DebtService/PostEntries", too_much);
  const auto refunded =
      served_.Call("DebtService/RefundCredit", A<v1::RefundCreditRequest>("refund-1", 0, 3))
          .As<v1::PostedEntry>();
  EXPECT_EQ(refunded.entry().amount().minor_units(), 500);
  EXPECT_EQ(refunded.debt().credit_balance().minor_units(), 0);
}

TEST_F(Relief, IsRefusedWithEveryMalformedFieldAtOnce) {
  auto request = A<v1::WaiveRequest>(std::string(201, 'x'), -1);
  request.set_name("debtors/x");
  request.mutable_amount()->set_currency_code("EURO");
  request.set_value_date("2027-01-01");
  request.set_reason(std::string(1'001, 'x'));
  EXPECT_THAT(served_.Call("DebtService/Waive", request).violations(),
              UnorderedElementsAre(
                  Pair("name", "MALFORMED"), Pair("external_ref", "TOO_LONG"),
                  Pair("amount.currency_code", "CURRENCY_UNKNOWN"), Pair("amount", "NOT_POSITIVE"),
                  Pair("value_date", "DATE_IN_FUTURE"), Pair("reason", "TOO_LONG")));
}

TEST_F(Relief, IsInTheCurrencyOfTheDebt) {
  auto request = A<v1::WriteOffRequest>("write-off-1", 100);
  request.mutable_amount()->set_currency_code("USD");
  EXPECT_THAT(served_.Call("DebtService/WriteOff", request).violations(),
              UnorderedElementsAre(Pair("amount.currency_code", "CURRENCY_MISMATCH")));
}

TEST_F(Relief, IsKnownByItsReferenceAndJudgedWithoutBeingPosted) {
  auto request = A<v1::WaiveRequest>("waiver-1", 1'000);
  request.set_validate_only(true);
  const auto judged = served_.Call("DebtService/Waive", request).As<v1::PostedEntry>();
  EXPECT_EQ(judged.debt().balance().minor_units(), 9'000);
  EXPECT_EQ(judged.entry().name(), "");
  EXPECT_EQ(served_.world.Journal(debt_).size(), 1U);

  request.set_validate_only(false);
  const Reply first = served_.Call("DebtService/Waive", request);
  request.set_request_id(RequestIdText(2));
  EXPECT_EQ(served_.Call("DebtService/Waive", request).bytes, first.bytes);
  request.mutable_amount()->set_minor_units(2'000);
  request.set_request_id(RequestIdText(3));
  EXPECT_EQ(served_.Call("DebtService/Waive", request).reason(), "ENTRY_ALREADY_POSTED");
  request.set_external_ref("waiver-2");
  request.set_etag("999");
  EXPECT_EQ(served_.Call("DebtService/Waive", request).reason(), "ETAG_STALE");
}

// Money of a payment falls where the payer says.
class Instruction : public Relief {
 public:
  Instruction() {
    served_.world.AllowFees();
    EXPECT_TRUE(served_.world.Post(debt_, AFee("fee-1", 1'000)).ok());
  }

  static void Order(v1::NewEntry& entry, const std::vector<v1::Bucket>& buckets) {
    for (const v1::Bucket bucket : buckets) entry.add_allocation_order(bucket);
  }
};

TEST_F(Instruction, WinsOverTheOrderOfTheDebt) {
  v1::PostEntriesRequest request = APostEntries(debt_, "payment-1");
  Order(*request.mutable_entries(0), {v1::BUCKET_PRINCIPAL, v1::BUCKET_INTEREST, v1::BUCKET_FEES,
                                      v1::BUCKET_COSTS, v1::BUCKET_PENALTY});
  const auto posted =
      served_.Call("DebtService/PostEntries", request).As<v1::PostEntriesResponse>();
  ASSERT_EQ(posted.debt().buckets_size(), 2);
  EXPECT_EQ(posted.debt().buckets(0).minor_units(), 9'000);
  EXPECT_EQ(posted.debt().buckets(1).minor_units(), 1'000);
  EXPECT_EQ(posted.entries(0).allocation_order(0), v1::BUCKET_PRINCIPAL);

  request = APostEntries(debt_, "payment-2", 2);
  const auto by_the_debt =
      served_.Call("DebtService/PostEntries", request).As<v1::PostEntriesResponse>();
  ASSERT_EQ(by_the_debt.debt().buckets_size(), 1);
  EXPECT_EQ(by_the_debt.entries(0).allocation_order(0), v1::BUCKET_FEES);
}

TEST_F(Instruction, IsAPartOfWhatIsKnownByAReference) {
  v1::PostEntriesRequest request = APostEntries(debt_, "payment-1");
  served_.Call("DebtService/PostEntries", request);
  request.set_request_id(RequestIdText(2));
  Order(*request.mutable_entries(0), {v1::BUCKET_PRINCIPAL, v1::BUCKET_INTEREST, v1::BUCKET_FEES,
                                      v1::BUCKET_COSTS, v1::BUCKET_PENALTY});
  EXPECT_EQ(served_.Call("DebtService/PostEntries", request).reason(), "ENTRY_ALREADY_POSTED");
}

TEST_F(Instruction, NamesEachBucketOnce) {
  v1::PostEntriesRequest request = APostEntries(debt_, "payment-1");
  Order(*request.mutable_entries(0),
        {v1::BUCKET_PRINCIPAL, v1::BUCKET_INTEREST, v1::BUCKET_FEES, v1::BUCKET_COSTS});
  EXPECT_THAT(served_.Call("DebtService/PostEntries", request).violations(),
              UnorderedElementsAre(Pair("entries[0].allocation_order", "BUCKET_MISSING")));
  for (const v1::Bucket fifth : {v1::BUCKET_FEES, v1::BUCKET_UNSPECIFIED}) {
    request.mutable_entries(0)->add_allocation_order(fifth);
    EXPECT_THAT(served_.Call("DebtService/PostEntries", request).violations(),
                UnorderedElementsAre(Pair("entries[0].allocation_order", "BUCKET_MISSING")));
    if (fifth == v1::BUCKET_FEES)
      request.mutable_entries(0)->mutable_allocation_order()->RemoveLast();
  }
  request.mutable_entries(0)->set_allocation_order(4, static_cast<v1::Bucket>(77));
  EXPECT_THAT(served_.Call("DebtService/PostEntries", request).violations(),
              Contains(Pair("entries[0].allocation_order[4]", "UNKNOWN_VALUE")));
  request.mutable_entries(0)->set_allocation_order(4, v1::BUCKET_PENALTY);
  EXPECT_THAT(served_.Call("DebtService/PostEntries", request).violations(), IsEmpty());
}

TEST_F(Instruction, IsNotForACharge) {
  v1::PostEntriesRequest request = APostEntries(debt_, "charge-2");
  request.mutable_entries(0)->set_kind(v1::ENTRY_KIND_CHARGE);
  Order(*request.mutable_entries(0), {v1::BUCKET_PRINCIPAL, v1::BUCKET_INTEREST, v1::BUCKET_FEES,
                                      v1::BUCKET_COSTS, v1::BUCKET_PENALTY});
  EXPECT_THAT(served_.Call("DebtService/PostEntries", request).violations(),
              UnorderedElementsAre(Pair("entries[0].allocation_order", "UNKNOWN_VALUE")));
}

TEST_F(Relief, AboveTheCreditorsLimitWaitsForSomebodyElse) {
  v1::UpdateCreditorRequest update;
  update.mutable_creditor()->set_name(NameOfCreditor(served_.world.creditor.id));
  auto& limit = *update.mutable_creditor()->mutable_settings()->add_approval_above();
  limit.set_minor_units(2'000);
  limit.set_currency_code("EUR");
  update.set_request_id(RequestIdText(90));
  ASSERT_TRUE(served_.Call("CreditorService/UpdateCreditor", update).status.ok());

  const Reply reply = served_.Call("DebtService/Waive", A<v1::WaiveRequest>("waiver-1", 2'001, 1));
  ASSERT_TRUE(reply.status.ok()) << reply.status.error_message();
  const auto asked = reply.As<v1::PostedEntry>();
  EXPECT_FALSE(asked.has_entry());
  EXPECT_EQ(asked.debt().balance().minor_units(), 10'000);
  EXPECT_EQ(asked.work_item().state(), v1::WORK_STATE_OPEN);
  EXPECT_EQ(asked.work_item().act().waiver().amount().minor_units(), 2'001);
  EXPECT_EQ(asked.work_item().reason(), "as we agreed");

  v1::ApproveRequest approve;
  approve.set_name(asked.work_item().name());
  approve.set_request_id(RequestIdText(91));
  EXPECT_EQ(served_.Call("WorkService/Approve", approve).reason(), "APPROVAL_BY_ASKER");
  served_.GiveToken("second", kEveryScope);
  EXPECT_TRUE(served_.Call("WorkService/Approve", approve, {.token = "second"}).status.ok());
  EXPECT_EQ(served_.world.Reload(debt_).position, Owing(7'999));

  auto judged = A<v1::WaiveRequest>("waiver-2", 3'000, 2);
  judged.set_validate_only(true);
  const auto rehearsal = served_.Call("DebtService/Waive", judged).As<v1::PostedEntry>();
  EXPECT_TRUE(rehearsal.has_work_item());
  EXPECT_EQ(rehearsal.work_item().name(), "");
}

}  // namespace
}  // namespace parley
