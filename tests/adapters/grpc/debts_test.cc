// SPDX-License-Identifier: Apache-2.0
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>

#include "google/rpc/error_details.pb.h"
#include "tests/adapters/grpc/requests.h"
#include "tests/adapters/grpc/served_world.h"

namespace parley {
namespace {

using ::testing::Contains;
using ::testing::ElementsAre;
using ::testing::Pair;
using ::testing::UnorderedElementsAre;

class Debts : public ::testing::Test {
 public:
  ServedWorld served_;
  Debtor debtor_ = served_.world.MakeDebtor("customer-1");
};

TEST_F(Debts, ArePlacedAndToldAsTheyAre) {
  v1::PlaceDebtRequest request = APlaceDebt(served_.world, debtor_.id, "loan-1");
  v1::Origin& origin = *request.mutable_debt()->mutable_origin();
  origin.set_agreement_date("2020-01-02");
  origin.set_language_code("es-MX");
  origin.mutable_charge_off()->set_date("2025-12-31");
  origin.mutable_charge_off()->mutable_amount()->set_minor_units(12'000);
  origin.mutable_charge_off()->mutable_amount()->set_currency_code("EUR");
  v1::Transfer& transfer = *origin.add_transfers();
  transfer.set_kind(v1::TRANSFER_KIND_OWNERSHIP);
  transfer.set_from_party("First Bank");
  transfer.set_to_party("Example Bank");
  transfer.set_transfer_date("2024-05-06");
  const Reply placed = served_.Call("DebtService/PlaceDebt", request);
  ASSERT_TRUE(placed.status.ok()) << placed.status.error_message();
  const auto debt = placed.As<v1::Debt>();
  EXPECT_EQ(debt.status(), v1::DEBT_STATUS_ACTIVE);
  EXPECT_EQ(debt.balance().minor_units(), 10'000);
  EXPECT_EQ(debt.balance().currency_code(), "EUR");
  EXPECT_EQ(debt.credit_balance().minor_units(), 0);
  ASSERT_EQ(debt.buckets_size(), 1);
  EXPECT_EQ(debt.buckets(0).bucket(), v1::BUCKET_PRINCIPAL);
  EXPECT_EQ(debt.origin().SerializeAsString(), request.debt().origin().SerializeAsString());
  EXPECT_EQ(debt.itemisation_date_kind(), v1::ITEMISATION_DATE_KIND_CHARGE_OFF);
  v1::GetDebtRequest get;
  get.set_name(debt.name());
  EXPECT_EQ(served_.Call("DebtService/GetDebt", get).bytes, placed.bytes);
}

TEST_F(Debts, AreRefusedWithEveryMalformedFieldAtOnce) {
  v1::PlaceDebtRequest request = APlaceDebt(served_.world, debtor_.id, std::string(201, 'x'));
  v1::Debt& debt = *request.mutable_debt();
  debt.set_currency_code("EURO");
  debt.set_itemisation_date("2027-01-01");
  debt.clear_itemisation_date_kind();
  debt.mutable_origin()->set_default_date("soon");
  debt.mutable_origin()->set_last_payment_date("2026-02-30");
  debt.mutable_origin()->mutable_charge_off()->set_date("2026-01-01");
  debt.mutable_origin()->mutable_charge_off()->mutable_amount()->set_minor_units(-1);
  debt.mutable_origin()->mutable_charge_off()->mutable_amount()->set_currency_code("USD");
  debt.mutable_origin()->add_transfers()->set_from_party("a");
  v1::CoDebtor& co_debtor = *debt.add_co_debtors();
  co_debtor.set_debtor(NameOfDebtor(debtor_.id));
  co_debtor.set_share_basis_points(10'001);
  request.add_opening()->set_bucket(v1::BUCKET_PRINCIPAL);
  v1::BucketAmount& fees = *request.add_opening();
  fees.set_bucket(v1::BUCKET_FEES);
  fees.set_minor_units(-5);
  request.add_opening()->set_minor_units(1);
  EXPECT_THAT(
      served_.Call("DebtService/PlaceDebt", request).violations(),
      UnorderedElementsAre(
          Pair("debt.external_ref", "TOO_LONG"), Pair("debt.currency_code", "CURRENCY_UNKNOWN"),
          Pair("debt.itemisation_date", "DATE_IN_FUTURE"),
          Pair("debt.itemisation_date_kind", "REQUIRED"),
          Pair("debt.origin.default_date", "DATE_MALFORMED"),
          Pair("debt.origin.last_payment_date", "DATE_MALFORMED"),
          Pair("debt.origin.charge_off.amount", "NEGATIVE"),
          Pair("debt.origin.charge_off.amount.currency_code", "CURRENCY_MISMATCH"),
          Pair("debt.origin.transfers[0].kind", "REQUIRED"),
          Pair("debt.origin.transfers[0].to_party", "REQUIRED"),
          Pair("debt.origin.transfers[0].transfer_date", "REQUIRED"),
          Pair("debt.co_debtors[0].debtor", "DUPLICATE"),
          Pair("debt.co_debtors[0].share_basis_points", "OUT_OF_RANGE"),
          Pair("opening[1].bucket", "DUPLICATE"), Pair("opening[2].minor_units", "NEGATIVE"),
          Pair("opening[3].bucket", "REQUIRED")));
}

TEST_F(Debts, AreMalformedBeforeTheyAreUnknown) {
  v1::PlaceDebtRequest request = APlaceDebt(served_.world, NumberedId<DebtorId>(77), "loan-1");
  EXPECT_EQ(served_.Call("DebtService/PlaceDebt", request).reason(), "DEBTOR_NOT_FOUND");
  request.mutable_debt()->mutable_origin()->set_product(std::string(201, 'x'));
  EXPECT_EQ(served_.Call("DebtService/PlaceDebt", request).reason(), "FIELD_INVALID");
}

TEST_F(Debts, AreJudgedWithoutBeingPlaced) {
  v1::PlaceDebtRequest request = APlaceDebt(served_.world, debtor_.id, "loan-1");
  request.set_validate_only(true);
  const auto judged = served_.Call("DebtService/PlaceDebt", request).As<v1::Debt>();
  EXPECT_EQ(judged.balance().minor_units(), 10'000);
  EXPECT_EQ(judged.name(), "");
  EXPECT_EQ(judged.etag(), "");
  v1::ListDebtsRequest list;
  list.set_parent("debtors/-");
  EXPECT_EQ(served_.Call("DebtService/ListDebts", list).As<v1::ListDebtsResponse>().debts_size(),
            0);
}

TEST_F(Debts, WaitForReviewAndAreActivatedOrRejected) {
  v1::PlaceDebtRequest request = APlaceDebt(served_.world, debtor_.id, "loan-1");
  request.set_review(true);
  const auto first = served_.Call("DebtService/PlaceDebt", request).As<v1::Debt>();
  EXPECT_EQ(first.status(), v1::DEBT_STATUS_RECEIVED);
  v1::ActivateDebtRequest activate;
  activate.set_name(first.name());
  activate.set_etag(first.etag());
  activate.set_request_id(RequestIdText(2));
  EXPECT_EQ(served_.Call("DebtService/ActivateDebt", activate).As<v1::Debt>().status(),
            v1::DEBT_STATUS_ACTIVE);

  v1::RejectPlacementRequest reject;
  reject.set_name(first.name());
  reject.set_reason("a duplicate");
  reject.set_request_id(RequestIdText(3));
  const Reply refused = served_.Call("DebtService/RejectPlacement", reject);
  EXPECT_EQ(refused.status.error_code(), grpc::StatusCode::FAILED_PRECONDITION);
  EXPECT_EQ(refused.reason(), "DEBT_NOT_RECEIVED");
  const auto failure = refused.detail<google::rpc::PreconditionFailure>();
  ASSERT_TRUE(failure.has_value());
  EXPECT_EQ(failure->violations(0).type(), "DEBT_NOT_RECEIVED");
  EXPECT_EQ(failure->violations(0).subject(), first.name());

  request.mutable_debt()->set_external_ref("loan-2");
  request.set_request_id(RequestIdText(4));
  reject.set_name(served_.Call("DebtService/PlaceDebt", request).As<v1::Debt>().name());
  const auto rejected = served_.Call("DebtService/RejectPlacement", reject).As<v1::Debt>();
  EXPECT_EQ(rejected.status(), v1::DEBT_STATUS_REJECTED);
  EXPECT_EQ(rejected.status_reason(), "a duplicate");
}

class Entries : public Debts {
 public:
  Debt debt_ = served_.world.Place(debtor_, "loan-1", 10'000);
};

TEST_F(Entries, ArePostedAndTaken) {
  const Reply reply = served_.Call("DebtService/PostEntries", APostEntries(debt_, "payment-1"));
  ASSERT_TRUE(reply.status.ok()) << reply.status.error_message();
  const auto posted = reply.As<v1::PostEntriesResponse>();
  EXPECT_EQ(posted.debt().balance().minor_units(), 9'000);
  ASSERT_EQ(posted.entries_size(), 1);
  EXPECT_EQ(posted.entries(0).kind(), v1::ENTRY_KIND_PAYMENT);
  EXPECT_EQ(posted.entries(0).actor(), "token");
  EXPECT_EQ(posted.entries(0).postings(0).account(), v1::ACCOUNT_PRINCIPAL);
  EXPECT_EQ(posted.entries(0).postings(1).account(), v1::ACCOUNT_PAYMENTS);

  v1::ReverseEntryRequest reverse;
  reverse.set_name(posted.entries(0).name());
  reverse.set_reason("bounced");
  reverse.set_request_id(RequestIdText(2));
  reverse.set_validate_only(true);
  const auto judged =
      served_.Call("DebtService/ReverseEntry", reverse).As<v1::ReverseEntryResponse>();
  EXPECT_EQ(judged.debt().balance().minor_units(), 10'000);
  EXPECT_EQ(judged.debt().etag(), posted.debt().etag());
  EXPECT_EQ(judged.entry().name(), "");
  reverse.set_validate_only(false);
  const auto reversed =
      served_.Call("DebtService/ReverseEntry", reverse).As<v1::ReverseEntryResponse>();
  EXPECT_EQ(reversed.debt().balance().minor_units(), 10'000);
  EXPECT_EQ(reversed.entry().link().kind(), v1::ENTRY_LINK_KIND_REVERSES);
  EXPECT_EQ(reversed.entry().link().entry(), posted.entries(0).name());

  reverse.set_name(reversed.entry().name());
  reverse.set_request_id(RequestIdText(3));
  EXPECT_EQ(served_.Call("DebtService/ReverseEntry", reverse).reason(), "REVERSAL_NOT_REVERSIBLE");
}

TEST_F(Entries, AreRefusedWithEveryMalformedFieldAtOnce) {
  v1::PostEntriesRequest request = APostEntries(debt_, "payment-1");
  request.mutable_entries(0)->set_bucket(v1::BUCKET_FEES);
  *request.add_entries() = request.entries(0);
  request.mutable_entries(1)->set_kind(v1::ENTRY_KIND_REVERSAL);
  request.mutable_entries(1)->set_value_date("2026-12-24");
  request.mutable_entries(1)->mutable_amount()->set_currency_code("XXX");
  request.add_entries();
  request.mutable_entries(2)->mutable_amount()->set_minor_units(-3);
  request.mutable_entries(2)->mutable_amount()->set_currency_code("EUR");
  request.mutable_entries(2)->set_entry_id("no id");
  EXPECT_THAT(
      served_.Call("DebtService/PostEntries", request).violations(),
      UnorderedElementsAre(
          Pair("entries[0].bucket", "UNKNOWN_VALUE"), Pair("entries[1].kind", "UNKNOWN_VALUE"),
          Pair("entries[1].value_date", "DATE_IN_FUTURE"),
          Pair("entries[1].amount.currency_code", "CURRENCY_UNKNOWN"),
          Pair("entries[2].external_ref", "REQUIRED"), Pair("entries[2].kind", "REQUIRED"),
          Pair("entries[2].value_date", "REQUIRED"), Pair("entries[2].amount", "NOT_POSITIVE"),
          Pair("entries[2].entry_id", "MALFORMED")));
}

TEST_F(Entries, AreChargesPaymentsCreditsAndFeesOnly) {
  for (int kind = 0; kind < v1::EntryKind_ARRAYSIZE; ++kind) {
    v1::PostEntriesRequest request = APostEntries(debt_, "entry-" + std::to_string(kind));
    request.set_request_id(RequestIdText(static_cast<std::uint64_t>(10 + kind)));
    request.mutable_entries(0)->set_kind(static_cast<v1::EntryKind>(kind));
    const auto violations = served_.Call("DebtService/PostEntries", request).violations();
    if (kind == v1::ENTRY_KIND_CHARGE || kind == v1::ENTRY_KIND_PAYMENT ||
        kind == v1::ENTRY_KIND_CREDIT) {
      EXPECT_THAT(violations, testing::IsEmpty()) << kind;
    } else if (kind == v1::ENTRY_KIND_FEE) {
      EXPECT_THAT(violations, UnorderedElementsAre(Pair("entries[0].fee", "REQUIRED")));
    } else {
      EXPECT_THAT(violations,
                  UnorderedElementsAre(Pair("entries[0].kind", kind == v1::ENTRY_KIND_UNSPECIFIED
                                                                   ? "REQUIRED"
                                                                   : "UNKNOWN_VALUE")))
          << kind;
    }
  }
}

TEST_F(Entries, RaiseNoBucketThatNeedsARuleByACharge) {
  v1::PostEntriesRequest request = APostEntries(debt_, "charge-1");
  request.mutable_entries(0)->set_kind(v1::ENTRY_KIND_CHARGE);
  request.mutable_entries(0)->set_bucket(v1::BUCKET_COSTS);
  EXPECT_THAT(served_.Call("DebtService/PostEntries", request).violations(),
              UnorderedElementsAre(Pair("entries[0].bucket", "NEEDS_RULE")));
  request.mutable_entries(0)->set_kind(v1::ENTRY_KIND_FEE);
  request.mutable_entries(0)->mutable_fee()->set_rule("late");
  request.mutable_entries(0)->mutable_fee()->set_cause(v1::FEE_CAUSE_LEGAL_STEP);
  request.mutable_entries(0)->mutable_fee()->set_cause_ref("court letter 1");
  EXPECT_EQ(served_.Call("DebtService/PostEntries", request).reason(), "FEE_NOT_ALLOWED");
  served_.world.AllowFees();
  const auto posted =
      served_.Call("DebtService/PostEntries", request).As<v1::PostEntriesResponse>();
  EXPECT_EQ(posted.entries(0).bucket(), v1::BUCKET_COSTS);
}

TEST_F(Entries, AreAtMostAHundredACall) {
  v1::PostEntriesRequest request = APostEntries(debt_, "payment-1");
  for (int i = 0; i < 100; ++i) *request.add_entries() = request.entries(0);
  EXPECT_THAT(served_.Call("DebtService/PostEntries", request).violations(),
              Contains(Pair("entries", "TOO_LONG")));
}

TEST_F(Entries, TellOfAsManyFaultsAsAnErrorHolds) {
  v1::PostEntriesRequest request = APostEntries(debt_, "payment-1");
  for (int i = 0; i < 99; ++i) request.add_entries();
  const Reply reply = served_.Call("DebtService/PostEntries", request);
  EXPECT_EQ(reply.reason(), "FIELD_INVALID");
  EXPECT_GT(reply.violations().size(), 20U);
  EXPECT_THAT(reply.metadata(), Contains(Pair("violations_left_out", ::testing::_)));
}

// What a message can hold at most, in elements of two bytes each.
constexpr int kMostElements = 500'000;

TEST_F(Debts, AreRefusedAtOnceWhenTheirListsAreEndless) {
  v1::PlaceDebtRequest request = APlaceDebt(served_.world, debtor_.id, "loan-1");
  for (int i = 0; i < kMostElements / 2; ++i) {
    request.add_opening()->set_bucket(v1::BUCKET_PRINCIPAL);
  }
  const CallOptions hurried{.patience = absl::Seconds(10)};
  EXPECT_THAT(served_.Call("DebtService/PlaceDebt", request, hurried).violations(),
              ElementsAre(Pair("opening", "TOO_LONG")));

  request.clear_opening();
  for (int i = 0; i < kMostElements; ++i) {
    request.mutable_debt()->mutable_origin()->add_transfers();
  }
  EXPECT_THAT(served_.Call("DebtService/PlaceDebt", request, hurried).violations(),
              ElementsAre(Pair("debt.origin.transfers", "TOO_LONG")));
}

TEST_F(Entries, AreRefusedAtOnceWhenTheyAreEndless) {
  v1::PostEntriesRequest request = APostEntries(debt_, "payment-1");
  for (int i = 0; i < kMostElements; ++i) request.add_entries();
  const CallOptions hurried{.patience = absl::Seconds(10)};
  EXPECT_THAT(served_.Call("DebtService/PostEntries", request, hurried).violations(),
              ElementsAre(Pair("entries", "TOO_LONG")));
}

TEST_F(Entries, AreRefusedAtAStaleEtag) {
  v1::PostEntriesRequest request = APostEntries(debt_, "payment-1");
  request.set_etag("999");
  const Reply reply = served_.Call("DebtService/PostEntries", request);
  EXPECT_EQ(reply.status.error_code(), grpc::StatusCode::ABORTED);
  EXPECT_EQ(reply.reason(), "ETAG_STALE");
}

TEST_F(Entries, AreJudgedWithoutBeingPosted) {
  v1::PostEntriesRequest request = APostEntries(debt_, "payment-1");
  request.set_validate_only(true);
  const auto judged =
      served_.Call("DebtService/PostEntries", request).As<v1::PostEntriesResponse>();
  EXPECT_EQ(judged.debt().balance().minor_units(), 9'000);
  EXPECT_EQ(judged.entries(0).name(), "");
  EXPECT_EQ(judged.debt().etag(), std::to_string(debt_.revision));
  EXPECT_EQ(served_.world.Journal(debt_).size(), 1U);
}

TEST_F(Entries, MakeItemisationsStatementsAndSoundLedgers) {
  served_.Call("DebtService/PostEntries", APostEntries(debt_, "payment-1"));
  v1::GetItemisationRequest itemise;
  itemise.set_name(NameOfDebt(debt_));
  const auto itemisation =
      served_.Call("DebtService/GetItemisation", itemise).As<v1::Itemisation>();
  EXPECT_EQ(itemisation.amount_at_itemisation().minor_units(), 10'000);
  ASSERT_EQ(itemisation.lines_size(), 1);
  EXPECT_EQ(itemisation.lines(0).kind(), v1::ITEMISATION_LINE_KIND_PAYMENTS);
  EXPECT_EQ(itemisation.lines(0).amount().minor_units(), -1'000);
  EXPECT_EQ(itemisation.net_balance().minor_units(), 9'000);

  v1::GetStatementRequest state;
  state.set_name(NameOfDebt(debt_));
  state.set_from_date("2026-01-15");
  state.set_to_date("2026-02-28");
  const Reply first = served_.Call("DebtService/GetStatement", state);
  const auto statement = first.As<v1::Statement>();
  ASSERT_EQ(statement.movements_size(), 1);
  EXPECT_EQ(statement.movements(0).net_balance_after().minor_units(), 9'000);
  EXPECT_EQ(statement.opening_net_balance().minor_units(), 10'000);
  EXPECT_EQ(statement.closing_net_balance().minor_units(), 9'000);
  *state.mutable_known_time() = statement.known_time();
  served_.world.clock.Advance(absl::Minutes(30));
  EXPECT_EQ(served_.Call("DebtService/GetStatement", state).bytes, first.bytes);

  v1::CheckInvariantsRequest check;
  check.set_name(NameOfDebt(debt_));
  const auto checked =
      served_.Call("DebtService/CheckInvariants", check).As<v1::CheckInvariantsResponse>();
  EXPECT_EQ(checked.findings_size(), 0);
  EXPECT_EQ(checked.entries_checked(), 2);
}

TEST_F(Entries, OfAllDebtsAreCheckedPageByPage) {
  v1::CheckInvariantsRequest check;
  check.set_name("debtors/-/debts/-");
  check.set_page_size(1);
  std::int64_t debts = 0;
  std::int64_t entries = 0;
  do {
    const auto page =
        served_.Call("DebtService/CheckInvariants", check).As<v1::CheckInvariantsResponse>();
    EXPECT_LE(page.debts_checked(), 1);
    EXPECT_EQ(page.findings_size(), 0);
    debts += page.debts_checked();
    entries += page.entries_checked();
    check.set_page_token(page.next_page_token());
  } while (!check.page_token().empty());
  EXPECT_EQ(debts, 1);
  EXPECT_EQ(entries, 1);
  check.set_page_token("else");
  EXPECT_EQ(served_.Call("DebtService/CheckInvariants", check).reason(), "PAGE_TOKEN_INVALID");
  check.clear_page_token();
  check.set_page_size(-1);
  EXPECT_THAT(served_.Call("DebtService/CheckInvariants", check).violations(),
              Contains(Pair("page_size", "NEGATIVE")));
}

TEST_F(Entries, AreToldForPeriodsThatMakeSense) {
  v1::GetStatementRequest state;
  state.set_name("debtors/x");
  state.set_from_date("2026-03-01");
  state.set_to_date("2026-02-28");
  state.mutable_known_time()->set_seconds(99'999'999'999);
  EXPECT_THAT(served_.Call("DebtService/GetStatement", state).violations(),
              UnorderedElementsAre(Pair("name", "MALFORMED"), Pair("to_date", "DATE_ORDER"),
                                   Pair("known_time", "DATE_IN_FUTURE")));
  state.mutable_known_time()->set_nanos(-1);
  EXPECT_THAT(served_.Call("DebtService/GetStatement", state).violations(),
              Contains(Pair("known_time", "OUT_OF_RANGE")));
}

}  // namespace
}  // namespace parley
