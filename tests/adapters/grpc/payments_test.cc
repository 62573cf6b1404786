// SPDX-License-Identifier: Apache-2.0
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>

#include "tests/adapters/grpc/requests.h"
#include "tests/adapters/grpc/served_world.h"

namespace parley {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;
using ::testing::Pair;
using ::testing::SizeIs;
using ::testing::UnorderedElementsAre;

void Set(v1::Money& money, std::int64_t minor_units, const std::string& code = "EUR") {
  money.set_minor_units(minor_units);
  money.set_currency_code(code);
}

class PaymentsServed : public ::testing::Test {
 public:
  template <typename Request>
  Request AReport(std::int64_t minor_units, const std::string& ref = "BANK-1") {
    Request out;
    out.set_external_ref(ref);
    Set(*out.mutable_amount(), minor_units);
    out.set_method("SEPA transfer");
    out.set_note("for my loans");
    out.set_request_id(NextRequestId());
    return out;
  }

  v1::PostPaymentRequest APayment(std::int64_t minor_units, const std::string& ref = "BANK-1") {
    auto out = AReport<v1::PostPaymentRequest>(minor_units, ref);
    out.set_parent(NameOfDebtor(debtor_.id));
    out.set_value_date("2026-02-01");
    return out;
  }

  v1::AnnouncePaymentRequest AnAnnouncement(std::int64_t minor_units) {
    auto out = AReport<v1::AnnouncePaymentRequest>(minor_units);
    out.set_parent(NameOfDebtor(debtor_.id));
    out.set_expected_date("2026-11-25");
    return out;
  }

  v1::ReceiveUnidentifiedPaymentRequest AFind(std::int64_t minor_units,
                                              const std::string& ref = "BANK-1") {
    auto out = AReport<v1::ReceiveUnidentifiedPaymentRequest>(minor_units, ref);
    out.set_value_date("2026-02-01");
    return out;
  }

  v1::ReturnPaymentRequest AReturn(const std::string& name) {
    v1::ReturnPaymentRequest out;
    out.set_name(name);
    out.set_reason("no funds");
    out.set_request_id(NextRequestId());
    return out;
  }

  v1::AssignPaymentRequest AnAssignment(const std::string& name) {
    v1::AssignPaymentRequest out;
    out.set_name(name);
    out.set_debtor(NameOfDebtor(debtor_.id));
    out.set_request_id(NextRequestId());
    return out;
  }

  void Instruct(google::protobuf::RepeatedPtrField<v1::PaymentInstruction>& instructions,
                const std::string& debt, std::int64_t minor_units,
                const std::string& code = "EUR") {
    v1::PaymentInstruction& added = *instructions.Add();
    added.set_debt(debt);
    Set(*added.mutable_amount(), minor_units, code);
  }

  Reply Call(const std::string& method, const google::protobuf::Message& request) {
    return served_.Call("DebtService/" + method, request);
  }
  v1::Payment Paid(const std::string& method, const google::protobuf::Message& request) {
    const Reply reply = Call(method, request);
    EXPECT_TRUE(reply.status.ok()) << reply.status.error_message();
    return reply.As<v1::Payment>();
  }
  std::int64_t Owed(const Debt& debt) {
    return Outstanding(served_.world.Reload(debt).position).value_or(-1);
  }
  std::string NextRequestId() { return RequestIdText(++requests_); }

  ServedWorld served_;
  Debtor debtor_ = served_.world.MakeDebtor("customer-1");
  Debt first_ = served_.world.Place(debtor_, "loan-1", 10'000);
  Debt second_ = served_.world.Place(debtor_, "loan-2", 20'000);
  std::uint64_t requests_ = 0;
};

TEST_F(PaymentsServed, ArePostedOverSeveralDebtsAndExplained) {
  const auto payment = Paid("PostPayment", APayment(15'000));
  EXPECT_EQ(payment.state(), v1::PAYMENT_STATE_SETTLED);
  EXPECT_EQ(payment.name().rfind(NameOfDebtor(debtor_.id) + "/payments/", 0), 0U);
  EXPECT_EQ(payment.actor(), "token");
  EXPECT_EQ(payment.strategy(), v1::SPLIT_STRATEGY_OLDEST_FIRST);
  ASSERT_THAT(payment.parts(), SizeIs(2));
  const v1::PaymentPart& part = payment.parts(0);
  EXPECT_EQ(part.debt(), NameOfDebt(first_));
  EXPECT_EQ(part.because(), v1::PART_REASON_OLDEST_FIRST);
  EXPECT_EQ(part.amount().minor_units(), 10'000);
  EXPECT_EQ(part.owed_before().minor_units(), 10'000);
  ASSERT_THAT(part.buckets(), SizeIs(1));
  EXPECT_EQ(part.buckets(0).bucket(), v1::BUCKET_PRINCIPAL);
  EXPECT_EQ(part.entry().rfind(NameOfDebt(first_) + "/entries/", 0), 0U);
  EXPECT_EQ(Owed(second_), 15'000);

  v1::GetPaymentRequest get;
  get.set_name(payment.name());
  EXPECT_EQ(Paid("GetPayment", get).SerializeAsString(), payment.SerializeAsString());
}

TEST_F(PaymentsServed, DoWhatThePayerSays) {
  auto request = APayment(3'000);
  Instruct(*request.mutable_instructions(), NameOfDebt(second_), 2'000);
  request.set_strategy(v1::SPLIT_STRATEGY_PROPORTIONAL);
  const auto payment = Paid("PostPayment", request);
  EXPECT_EQ(payment.parts(1).because(), v1::PART_REASON_INSTRUCTED);
  EXPECT_EQ(payment.instructions(0).debt(), NameOfDebt(second_));
  EXPECT_EQ(payment.instructions(0).amount().minor_units(), 2'000);
  EXPECT_EQ(payment.strategy(), v1::SPLIT_STRATEGY_PROPORTIONAL);
}

TEST_F(PaymentsServed, AreRefusedWithEveryMalformedFieldAtOnce) {
  auto request = APayment(0, std::string(201, 'x'));
  request.mutable_amount()->set_currency_code("EURO");
  request.set_value_date("2027-01-01");
  request.set_payment_id("7");
  request.set_method(std::string(101, 'x'));
  request.set_note(std::string(1'001, 'x'));
  request.add_allocation_order(v1::BUCKET_FEES);
  Instruct(*request.mutable_instructions(), "debtors/x", 1);
  EXPECT_THAT(
      Call("PostPayment", request).violations(),
      UnorderedElementsAre(
          Pair("external_ref", "TOO_LONG"), Pair("amount.currency_code", "CURRENCY_UNKNOWN"),
          Pair("amount", "NOT_POSITIVE"), Pair("value_date", "DATE_IN_FUTURE"),
          Pair("payment_id", "MALFORMED"), Pair("method", "TOO_LONG"), Pair("note", "TOO_LONG"),
          Pair("allocation_order", "BUCKET_MISSING"), Pair("instructions[0].debt", "MALFORMED"),
          Pair("instructions[0].amount.currency_code", "CURRENCY_MISMATCH")));
}

TEST_F(PaymentsServed, AreRefusedWithWishesThatCannotBeMet) {
  auto request = APayment(100);
  const Debt another =
      served_.world.Place(served_.world.MakeDebtor("customer-2"), "loan-3", 10'000);
  Instruct(*request.mutable_instructions(), NameOfDebt(first_), 60);
  Instruct(*request.mutable_instructions(), NameOfDebt(second_), 41);
  Instruct(*request.mutable_instructions(), NameOfDebt(second_), 0);
  Instruct(*request.mutable_instructions(), NameOfDebt(another), 0);
  EXPECT_THAT(Call("PostPayment", request).violations(),
              UnorderedElementsAre(Pair("instructions[1].amount", "OUT_OF_RANGE"),
                                   Pair("instructions[2].debt", "DUPLICATE"),
                                   Pair("instructions[2].amount", "NOT_POSITIVE"),
                                   Pair("instructions[3].debt", "REFERENCE_UNKNOWN"),
                                   Pair("instructions[3].amount", "NOT_POSITIVE")));
  request = APayment(100);
  const Debt unknown{
      .id = NumberedId<DebtId>(77), .debtor = debtor_.id, .currency = first_.currency};
  Instruct(*request.mutable_instructions(), NameOfDebt(unknown), 60);
  EXPECT_EQ(Call("PostPayment", request).reason(), "DEBT_NOT_FOUND");
}

TEST_F(PaymentsServed, AreRefusedWhereNoDebtTakesThem) {
  auto request = APayment(100);
  request.set_parent(NameOfDebtor(served_.world.MakeDebtor("customer-2").id));
  const Reply refused = Call("PostPayment", request);
  EXPECT_EQ(refused.status.error_code(), grpc::StatusCode::FAILED_PRECONDITION);
  EXPECT_EQ(refused.reason(), "NO_DEBT_FOR_PAYMENT");
  request.set_parent(NameOfDebtor(NumberedId<DebtorId>(77)));
  EXPECT_EQ(Call("PostPayment", request).reason(), "DEBTOR_NOT_FOUND");
  request = APayment(100);
  request.set_value_date("2025-12-31");
  EXPECT_THAT(Call("PostPayment", request).violations(),
              ElementsAre(Pair("value_date", "DATE_BEFORE_OPENING")));
  request = APayment(100);
  Set(*request.mutable_amount(), 100, "JPY");
  EXPECT_EQ(Call("PostPayment", request).reason(), "NO_DEBT_FOR_PAYMENT");
}

TEST_F(PaymentsServed, AreKnownByTheirReference) {
  const auto payment = Paid("PostPayment", APayment(100));
  EXPECT_EQ(Paid("PostPayment", APayment(100)).SerializeAsString(), payment.SerializeAsString());
  const Reply other = Call("PostPayment", APayment(101));
  EXPECT_EQ(other.status.error_code(), grpc::StatusCode::ALREADY_EXISTS);
  EXPECT_EQ(other.reason(), "PAYMENT_ALREADY_POSTED");
  EXPECT_EQ(Owed(first_), 9'900);
  served_.Call("DebtService/PostEntries", APostEntries(first_, "BANK-2", 900));
  EXPECT_EQ(Call("PostPayment", APayment(1'000, "BANK-2")).reason(), "ENTRY_ALREADY_POSTED");
}

TEST_F(PaymentsServed, AreJudgedWithoutBeingPosted) {
  auto request = APayment(100);
  request.set_validate_only(true);
  const auto judged = Paid("PostPayment", request);
  EXPECT_EQ(judged.name(), "");
  EXPECT_EQ(judged.etag(), "");
  EXPECT_EQ(judged.parts(0).entry(), "");
  EXPECT_EQ(judged.parts(0).amount().minor_units(), 100);
  EXPECT_EQ(Owed(first_), 10'000);
}

TEST_F(PaymentsServed, AreAnnouncedSettledAndReturned) {
  const auto announced = Paid("AnnouncePayment", AnAnnouncement(12'000));
  EXPECT_EQ(announced.state(), v1::PAYMENT_STATE_ANNOUNCED);
  EXPECT_EQ(announced.expected_date(), "2026-11-25");
  EXPECT_EQ(announced.parts(1).amount().minor_units(), 2'000);
  EXPECT_EQ(Owed(first_), 10'000);

  v1::SettlePaymentRequest settle;
  settle.set_name(announced.name());
  settle.set_value_date("2026-02-01");
  Set(*settle.mutable_amount(), 11'000);
  settle.set_etag("999");
  settle.set_request_id(NextRequestId());
  EXPECT_EQ(Call("SettlePayment", settle).reason(), "ETAG_STALE");
  settle.set_etag(announced.etag());
  settle.mutable_amount()->set_currency_code("USD");
  EXPECT_THAT(Call("SettlePayment", settle).violations(),
              ElementsAre(Pair("amount.currency_code", "CURRENCY_MISMATCH")));
  settle.mutable_amount()->set_currency_code("EUR");
  const auto settled = Paid("SettlePayment", settle);
  EXPECT_EQ(settled.state(), v1::PAYMENT_STATE_SETTLED);
  EXPECT_EQ(settled.amount().minor_units(), 11'000);
  EXPECT_EQ(Owed(second_), 19'000);
  settle.set_request_id(NextRequestId());
  EXPECT_EQ(Call("SettlePayment", settle).reason(), "PAYMENT_NOT_ANNOUNCED");

  auto back = AReturn(settled.name());
  back.set_validate_only(true);
  EXPECT_EQ(Paid("ReturnPayment", back).state(), v1::PAYMENT_STATE_RETURNED);
  EXPECT_EQ(Owed(second_), 19'000);
  const auto returned = Paid("ReturnPayment", AReturn(settled.name()));
  EXPECT_EQ(returned.state(), v1::PAYMENT_STATE_RETURNED);
  EXPECT_EQ(returned.returned_date(), "2026-11-22");
  EXPECT_EQ(returned.return_reason(), "no funds");
  EXPECT_EQ(Owed(first_), 10'000);
  EXPECT_EQ(Owed(second_), 20'000);
  EXPECT_EQ(Call("ReturnPayment", AReturn(settled.name())).reason(), "PAYMENT_ALREADY_RETURNED");
}

TEST_F(PaymentsServed, FailWhenAnnouncedMoneyGoesBack) {
  const auto announced = Paid("AnnouncePayment", AnAnnouncement(12'000));
  EXPECT_EQ(Paid("ReturnPayment", AReturn(announced.name())).state(), v1::PAYMENT_STATE_FAILED);
}

TEST_F(PaymentsServed, AreAnnouncedForDaysThatMayBeMeant) {
  auto request = AnAnnouncement(100);
  request.set_expected_date("2028-01-01");
  EXPECT_THAT(Call("AnnouncePayment", request).violations(),
              ElementsAre(Pair("expected_date", "OUT_OF_RANGE")));
  request.set_expected_date("soon");
  EXPECT_THAT(Call("AnnouncePayment", request).violations(),
              ElementsAre(Pair("expected_date", "DATE_MALFORMED")));
}

TEST_F(PaymentsServed, AreRefusedToBeChangedWithMalformedFields) {
  v1::SettlePaymentRequest settle;
  settle.set_name("suspense/" + NumberedUuid(77).ToString());
  settle.set_value_date("2027-01-01");
  Set(*settle.mutable_amount(), -1);
  settle.set_request_id(NextRequestId());
  EXPECT_THAT(Call("SettlePayment", settle).violations(),
              UnorderedElementsAre(Pair("name", "MALFORMED"), Pair("value_date", "DATE_IN_FUTURE"),
                                   Pair("amount", "NOT_POSITIVE")));
  auto back = AReturn("suspense/x");
  back.set_reason(std::string(1'001, 'x'));
  EXPECT_THAT(Call("ReturnPayment", back).violations(),
              UnorderedElementsAre(Pair("name", "MALFORMED"), Pair("reason", "TOO_LONG")));
}

TEST_F(PaymentsServed, AreNotFoundWhenUnknown) {
  const std::string unknown = NameOfDebtor(debtor_.id) + "/payments/" + NumberedUuid(77).ToString();
  v1::GetPaymentRequest get;
  get.set_name(unknown);
  EXPECT_EQ(Call("GetPayment", get).reason(), "PAYMENT_NOT_FOUND");
  EXPECT_EQ(Call("ReturnPayment", AReturn(unknown)).reason(), "PAYMENT_NOT_FOUND");
  v1::SettlePaymentRequest settle;
  settle.set_name(unknown);
  settle.set_value_date("2026-02-01");
  settle.set_request_id(NextRequestId());
  EXPECT_EQ(Call("SettlePayment", settle).reason(), "PAYMENT_NOT_FOUND");
}

TEST_F(PaymentsServed, AreListedInPages) {
  for (const char* ref : {"BANK-1", "BANK-2", "BANK-3"}) Paid("PostPayment", APayment(100, ref));
  v1::ListPaymentsRequest list;
  list.set_parent(NameOfDebtor(debtor_.id));
  list.set_page_size(2);
  const auto page = Call("ListPayments", list).As<v1::ListPaymentsResponse>();
  EXPECT_THAT(page.payments(), SizeIs(2));
  list.set_page_token(page.next_page_token());
  const auto rest = Call("ListPayments", list).As<v1::ListPaymentsResponse>();
  EXPECT_THAT(rest.payments(), SizeIs(1));
  EXPECT_EQ(rest.next_page_token(), "");
  list.set_state(v1::PAYMENT_STATE_FAILED);
  EXPECT_EQ(Call("ListPayments", list).reason(), "PAGE_TOKEN_INVALID");
  list.clear_page_token();
  EXPECT_THAT(Call("ListPayments", list).As<v1::ListPaymentsResponse>().payments(), IsEmpty());
}

TEST_F(PaymentsServed, WaitInSuspenseUntilTheyAreAssigned) {
  const auto kept = Paid("ReceiveUnidentifiedPayment", AFind(12'000));
  EXPECT_EQ(kept.state(), v1::PAYMENT_STATE_UNIDENTIFIED);
  EXPECT_EQ(kept.name().rfind("suspense/", 0), 0U);
  const v1::ListSuspenseRequest list;
  EXPECT_THAT(Call("ListSuspense", list).As<v1::ListSuspenseResponse>().payments(), SizeIs(1));

  auto assign = AnAssignment(kept.name());
  Instruct(*assign.mutable_instructions(), NameOfDebt(second_), 12'000, "USD");
  EXPECT_THAT(Call("AssignPayment", assign).violations(),
              ElementsAre(Pair("instructions[0].amount.currency_code", "CURRENCY_MISMATCH")));
  assign.mutable_instructions(0)->mutable_amount()->set_currency_code("EUR");
  assign.set_etag("999");
  EXPECT_EQ(Call("AssignPayment", assign).reason(), "ETAG_STALE");
  assign.set_etag(kept.etag());
  const auto assigned = Paid("AssignPayment", assign);
  EXPECT_EQ(assigned.state(), v1::PAYMENT_STATE_SETTLED);
  EXPECT_EQ(assigned.external_ref(), "BANK-1");
  EXPECT_EQ(Owed(second_), 8'000);
  EXPECT_THAT(Call("ListSuspense", list).As<v1::ListSuspenseResponse>().payments(), IsEmpty());
  v1::GetPaymentRequest get;
  get.set_name(kept.name());
  const auto after = Paid("GetPayment", get);
  EXPECT_EQ(after.state(), v1::PAYMENT_STATE_ASSIGNED);
  EXPECT_EQ(after.assigned_to(), NameOfDebtor(debtor_.id));

  assign.set_request_id(NextRequestId());
  assign.set_debtor(NameOfDebtor(served_.world.MakeDebtor("customer-2").id));
  assign.clear_instructions();
  EXPECT_EQ(Call("AssignPayment", assign).reason(), "PAYMENT_NOT_IN_SUSPENSE");
  EXPECT_EQ(Call("ReturnPayment", AReturn(kept.name())).reason(), "PAYMENT_NOT_IN_SUSPENSE");
}

TEST_F(PaymentsServed, GoBackFromSuspense) {
  const auto kept = Paid("ReceiveUnidentifiedPayment", AFind(12'000));
  EXPECT_EQ(Paid("ReturnPayment", AReturn(kept.name())).state(), v1::PAYMENT_STATE_RETURNED);
  EXPECT_EQ(Call("AssignPayment", AnAssignment(kept.name())).reason(), "PAYMENT_NOT_IN_SUSPENSE");
}

TEST_F(PaymentsServed, StayInSuspenseWhenTheDebtorHasNoDebtForThem) {
  const auto kept = Paid("ReceiveUnidentifiedPayment", AFind(12'000));
  auto assign = AnAssignment(kept.name());
  assign.set_debtor(NameOfDebtor(served_.world.MakeDebtor("customer-2").id));
  EXPECT_EQ(Call("AssignPayment", assign).reason(), "NO_DEBT_FOR_PAYMENT");
  assign.set_debtor(NameOfDebtor(NumberedId<DebtorId>(77)));
  EXPECT_EQ(Call("AssignPayment", assign).reason(), "DEBTOR_NOT_FOUND");
  EXPECT_EQ(Paid("AssignPayment", AnAssignment(kept.name())).state(), v1::PAYMENT_STATE_SETTLED);
  assign = AnAssignment("suspense/" + NumberedUuid(77).ToString());
  EXPECT_EQ(Call("AssignPayment", assign).reason(), "PAYMENT_NOT_FOUND");
}

TEST_F(PaymentsServed, StayInSuspenseWhileItIsNotClearWhoseDebtItIs) {
  Hold hold = ARespite("2026-02-01");
  hold.type = HoldType::kIdentity;
  const Hold placed = served_.world.PlaceAHold(debtor_.id, hold).value();
  const auto kept = Paid("ReceiveUnidentifiedPayment", AFind(12'000));
  const Reply refused = Call("AssignPayment", AnAssignment(kept.name()));
  EXPECT_EQ(refused.status.error_code(), grpc::StatusCode::FAILED_PRECONDITION);
  EXPECT_EQ(refused.reason(), "MONEY_HELD_APART");
  EXPECT_EQ(refused.metadata().at("hold"), placed.id.ToString());
}

TEST_F(PaymentsServed, AreReceivedOnceByTheirReference) {
  const auto kept = Paid("ReceiveUnidentifiedPayment", AFind(12'000));
  EXPECT_EQ(Paid("ReceiveUnidentifiedPayment", AFind(12'000)).name(), kept.name());
  EXPECT_EQ(Call("ReceiveUnidentifiedPayment", AFind(12'001)).reason(), "PAYMENT_ALREADY_POSTED");
  auto malformed = AFind(-1, "");
  malformed.set_value_date("2027-01-01");
  EXPECT_THAT(Call("ReceiveUnidentifiedPayment", malformed).violations(),
              UnorderedElementsAre(Pair("external_ref", "REQUIRED"), Pair("amount", "NOT_POSITIVE"),
                                   Pair("value_date", "DATE_IN_FUTURE")));
}

}  // namespace
}  // namespace parley
