// SPDX-License-Identifier: Apache-2.0
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <initializer_list>
#include <string>

#include "tests/adapters/grpc/requests.h"
#include "tests/adapters/grpc/served_world.h"

namespace parley {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;
using ::testing::Pair;
using ::testing::UnorderedElementsAre;

constexpr std::int64_t kTenPercent = 1'000'000'000;

void SetOrder(auto& message, std::initializer_list<v1::Bucket> order) {
  message.clear_allocation_order();
  for (const v1::Bucket bucket : order) message.add_allocation_order(bucket);
}

void AddRate(v1::InterestTerms& terms, const std::string& from_date, std::int64_t rate_e10) {
  v1::RateChange& change = *terms.add_rates();
  change.set_from_date(from_date);
  change.set_rate_e10(rate_e10);
}

// 10 % a year on the principal, from the itemisation date on.
v1::PlaceDebtRequest AnInterestBearing(const World& world, DebtorId debtor, const std::string& ref,
                                       std::uint64_t request = 1) {
  v1::PlaceDebtRequest out = APlaceDebt(world, debtor, ref, request);
  v1::InterestTerms& terms = *out.mutable_debt()->mutable_interest_terms();
  terms.set_rule("contract-rate");
  terms.set_version(3);
  terms.set_basis("Section 4 of the contract");
  terms.set_day_count(v1::DAY_COUNT_ACT_365F);
  terms.set_base(v1::INTEREST_BASE_PRINCIPAL);
  terms.set_posting(v1::INTEREST_POSTING_MONTH_END);
  AddRate(terms, "2026-01-01", kTenPercent);
  return out;
}

class Terms : public ::testing::Test {
 public:
  Reply Place(const v1::PlaceDebtRequest& request) {
    return served_.Call("DebtService/PlaceDebt", request);
  }

  ServedWorld served_;
  Debtor debtor_ = served_.world.MakeDebtor("customer-1");
};

TEST_F(Terms, OfADebtAreToldAsTheyWerePlaced) {
  v1::PlaceDebtRequest request = AnInterestBearing(served_.world, debtor_.id, "loan-1");
  v1::Debt& wanted = *request.mutable_debt();
  SetOrder(wanted, {v1::BUCKET_PRINCIPAL, v1::BUCKET_INTEREST, v1::BUCKET_FEES, v1::BUCKET_COSTS,
                    v1::BUCKET_PENALTY});
  v1::InterestTerms& terms = *wanted.mutable_interest_terms();
  terms.set_interest_from_date("2026-01-31");
  AddRate(terms, "2026-07-01", 0);
  terms.mutable_cap()->set_minor_units(5'000);
  terms.mutable_cap()->set_currency_code("EUR");
  terms.mutable_monthly_minimum()->set_minor_units(5);
  terms.mutable_monthly_minimum()->set_currency_code("EUR");
  const Reply placed = Place(request);
  ASSERT_TRUE(placed.status.ok()) << placed.status.error_message();
  const auto debt = placed.As<v1::Debt>();
  EXPECT_THAT(debt.allocation_order(),
              ElementsAre(v1::BUCKET_PRINCIPAL, v1::BUCKET_INTEREST, v1::BUCKET_FEES,
                          v1::BUCKET_COSTS, v1::BUCKET_PENALTY));
  EXPECT_EQ(debt.interest_terms().SerializeAsString(), terms.SerializeAsString());
  v1::GetDebtRequest get;
  get.set_name(debt.name());
  EXPECT_EQ(served_.Call("DebtService/GetDebt", get).bytes, placed.bytes);
  v1::ListDebtsRequest list;
  list.set_parent(NameOfDebtor(debtor_.id));
  const auto listed = served_.Call("DebtService/ListDebts", list).As<v1::ListDebtsResponse>();
  EXPECT_EQ(listed.debts(0).SerializeAsString(), placed.bytes);
}

TEST_F(Terms, OfADebtThatSaysNothingAreTheSystems) {
  const auto debt = Place(APlaceDebt(served_.world, debtor_.id, "loan-1")).As<v1::Debt>();
  EXPECT_THAT(debt.allocation_order(),
              ElementsAre(v1::BUCKET_FEES, v1::BUCKET_COSTS, v1::BUCKET_PENALTY,
                          v1::BUCKET_INTEREST, v1::BUCKET_PRINCIPAL));
  EXPECT_FALSE(debt.has_interest_terms());
}

TEST_F(Terms, BeginOnTheItemisationDateWhenTheyNameNoDay) {
  const auto debt = Place(AnInterestBearing(served_.world, debtor_.id, "loan-1")).As<v1::Debt>();
  EXPECT_EQ(debt.interest_terms().interest_from_date(), "2026-01-01");
}

TEST_F(Terms, ApplyToWhatIsPostedLater) {
  const auto placed = Place(AnInterestBearing(served_.world, debtor_.id, "loan-1")).As<v1::Debt>();
  v1::PostEntriesRequest post = APostEntries(ADebt(), "payment-1", 2);
  post.set_name(placed.name());
  post.mutable_entries(0)->set_value_date("2026-03-15");
  const auto posted = served_.Call("DebtService/PostEntries", post).As<v1::PostEntriesResponse>();
  // 100.00 at 10 % for 73 days, January 2 to March 15: 100.00 x 0.1 x 73 / 365 = 2.00. The payment
  // of 10.00 pays it before 8.00 of the principal.
  ASSERT_EQ(posted.debt().buckets_size(), 1);
  EXPECT_EQ(posted.debt().buckets(0).minor_units(), 9'200);
}

TEST_F(Terms, AreRefusedWithEachFault) {
  v1::PlaceDebtRequest request = AnInterestBearing(served_.world, debtor_.id, "loan-1");
  SetOrder(*request.mutable_debt(), {v1::BUCKET_PRINCIPAL, v1::BUCKET_INTEREST});
  v1::InterestTerms& terms = *request.mutable_debt()->mutable_interest_terms();
  terms.set_rule(std::string(101, 'r'));
  terms.clear_basis();
  terms.clear_day_count();
  terms.set_version(-1);
  terms.set_interest_from_date("2025-12-31");
  terms.clear_rates();
  AddRate(terms, "2025-12-31", kTenPercent);
  AddRate(terms, "2026-02-01", -1);
  AddRate(terms, "2026-02-01", kTenPercent);
  AddRate(terms, "2026-01-15", 0);
  AddRate(terms, "in spring", 0);
  terms.mutable_cap()->set_minor_units(-1);
  terms.mutable_cap()->set_currency_code("USD");
  terms.mutable_monthly_minimum()->set_minor_units(1);
  terms.mutable_monthly_minimum()->set_currency_code("EURO");
  EXPECT_THAT(Place(request).violations(),
              UnorderedElementsAre(
                  Pair("debt.allocation_order", "BUCKET_MISSING"),
                  Pair("debt.interest_terms.rule", "TOO_LONG"),
                  Pair("debt.interest_terms.basis", "REQUIRED"),
                  Pair("debt.interest_terms.day_count", "REQUIRED"),
                  Pair("debt.interest_terms.version", "NEGATIVE"),
                  Pair("debt.interest_terms.interest_from_date", "DATE_BEFORE_OPENING"),
                  Pair("debt.interest_terms.rates[0].from_date", "DATE_BEFORE_OPENING"),
                  Pair("debt.interest_terms.rates[1].rate_e10", "NEGATIVE"),
                  Pair("debt.interest_terms.rates[2].from_date", "RATES_OVERLAP"),
                  Pair("debt.interest_terms.rates[3].from_date", "RATES_OVERLAP"),
                  Pair("debt.interest_terms.rates[4].from_date", "DATE_MALFORMED"),
                  Pair("debt.interest_terms.cap", "NEGATIVE"),
                  Pair("debt.interest_terms.cap.currency_code", "CURRENCY_MISMATCH"),
                  Pair("debt.interest_terms.monthly_minimum.currency_code", "CURRENCY_UNKNOWN")));
}

TEST_F(Terms, NameEachBucketOnce) {
  v1::PlaceDebtRequest request = APlaceDebt(served_.world, debtor_.id, "loan-1");
  const auto faults = [&](std::initializer_list<v1::Bucket> order) {
    SetOrder(*request.mutable_debt(), order);
    return Place(request).violations();
  };
  const auto missing = ElementsAre(Pair("debt.allocation_order", "BUCKET_MISSING"));
  // One of them twice, one unspecified, one too many.
  EXPECT_THAT(faults({v1::BUCKET_PRINCIPAL, v1::BUCKET_INTEREST, v1::BUCKET_FEES, v1::BUCKET_COSTS,
                      v1::BUCKET_COSTS}),
              missing);
  EXPECT_THAT(faults({v1::BUCKET_PRINCIPAL, v1::BUCKET_INTEREST, v1::BUCKET_FEES, v1::BUCKET_COSTS,
                      v1::BUCKET_UNSPECIFIED}),
              missing);
  EXPECT_THAT(faults({v1::BUCKET_PRINCIPAL, v1::BUCKET_INTEREST, v1::BUCKET_FEES, v1::BUCKET_COSTS,
                      v1::BUCKET_PENALTY, v1::BUCKET_PENALTY}),
              missing);
  EXPECT_THAT(faults({v1::BUCKET_PENALTY, v1::BUCKET_INTEREST, v1::BUCKET_FEES, v1::BUCKET_COSTS,
                      v1::BUCKET_PRINCIPAL}),
              IsEmpty());
}

TEST_F(Terms, AreAPartOfWhatIsCompared) {
  v1::PlaceDebtRequest request = AnInterestBearing(served_.world, debtor_.id, "loan-1");
  const Reply first = Place(request);
  request.set_request_id(RequestIdText(2));
  EXPECT_EQ(Place(request).bytes, first.bytes);
  request.set_request_id(RequestIdText(3));
  request.mutable_debt()->mutable_interest_terms()->mutable_rates(0)->set_rate_e10(1);
  EXPECT_EQ(Place(request).reason(), "DEBT_ALREADY_PLACED");
  request.mutable_debt()->clear_interest_terms();
  EXPECT_EQ(Place(request).reason(), "DEBT_ALREADY_PLACED");
}

// ---- Changes of terms. ----

class ChangedTerms : public Terms {
 public:
  void SetUp() override {
    debt_ = Place(AnInterestBearing(served_.world, debtor_.id, "loan-1")).As<v1::Debt>();
    change_.set_name(debt_.name());
    change_.set_request_id(RequestIdText(2));
  }
  Reply Change() { return served_.Call("DebtService/ChangeTerms", change_); }

  v1::Debt debt_;
  v1::ChangeTermsRequest change_;
};

TEST_F(ChangedTerms, ShowInTheDebtAndInItsStatement) {
  SetOrder(change_, {v1::BUCKET_PRINCIPAL, v1::BUCKET_INTEREST, v1::BUCKET_FEES, v1::BUCKET_COSTS,
                     v1::BUCKET_PENALTY});
  change_.set_etag(debt_.etag());
  const Reply reply = Change();
  ASSERT_TRUE(reply.status.ok()) << reply.status.error_message();
  const auto changed = reply.As<v1::ChangeTermsResponse>();
  EXPECT_EQ(changed.debt().allocation_order(0), v1::BUCKET_PRINCIPAL);
  EXPECT_EQ(changed.debt().allocation_order_level(), v1::SETTING_LEVEL_DEBT);
  EXPECT_EQ(changed.notice().before().allocation_order(0), v1::BUCKET_FEES);
  EXPECT_EQ(changed.notice().after().allocation_order(0), v1::BUCKET_PRINCIPAL);
  EXPECT_EQ(changed.notice().after().interest_terms().rule(), "contract-rate");
  EXPECT_TRUE(changed.notice().name().starts_with(debt_.name() + "/notices/"));
  EXPECT_EQ(Change().bytes, reply.bytes);
  v1::GetStatementRequest get;
  get.set_name(debt_.name());
  get.set_from_date("2026-11-01");
  get.set_to_date("2026-11-30");
  const auto statement = served_.Call("DebtService/GetStatement", get).As<v1::Statement>();
  ASSERT_EQ(statement.change_notices_size(), 1);
  EXPECT_EQ(statement.change_notices(0).SerializeAsString(), changed.notice().SerializeAsString());
}

TEST_F(ChangedTerms, AreJudgedWithoutBeingWritten) {
  SetOrder(change_, {v1::BUCKET_PRINCIPAL, v1::BUCKET_INTEREST, v1::BUCKET_FEES, v1::BUCKET_COSTS,
                     v1::BUCKET_PENALTY});
  change_.set_validate_only(true);
  const auto judged = Change().As<v1::ChangeTermsResponse>();
  EXPECT_EQ(judged.debt().allocation_order(0), v1::BUCKET_PRINCIPAL);
  EXPECT_EQ(judged.debt().etag(), debt_.etag());
  EXPECT_EQ(judged.notice().name(), "");
  v1::GetDebtRequest get;
  get.set_name(debt_.name());
  EXPECT_EQ(served_.Call("DebtService/GetDebt", get).As<v1::Debt>().allocation_order(0),
            v1::BUCKET_FEES);
}

TEST_F(ChangedTerms, AreRefusedWithEachFault) {
  EXPECT_THAT(Change().violations(), ElementsAre(Pair("interest_terms", "REQUIRED")));
  change_.add_allocation_order(v1::BUCKET_PRINCIPAL);
  v1::InterestTerms& terms = *change_.mutable_interest_terms();
  terms = debt_.interest_terms();
  AddRate(terms, "2026-01-01", -1);
  terms.mutable_cap()->set_minor_units(1);
  terms.mutable_cap()->set_currency_code("USD");
  terms.mutable_monthly_minimum()->set_minor_units(1);
  terms.mutable_monthly_minimum()->set_currency_code("EUR");
  EXPECT_THAT(Change().violations(),
              UnorderedElementsAre(
                  Pair("allocation_order", "BUCKET_MISSING"),
                  Pair("interest_terms.rates[1].from_date", "RATES_OVERLAP"),
                  Pair("interest_terms.rates[1].rate_e10", "NEGATIVE"),
                  Pair("interest_terms.monthly_minimum.currency_code", "CURRENCY_MISMATCH")));
  // What depends on the debt is told once the debt is known.
  change_.clear_allocation_order();
  terms.mutable_rates()->RemoveLast();
  terms.clear_monthly_minimum();
  terms.mutable_rates(0)->set_from_date("2025-12-31");
  EXPECT_THAT(Change().violations(),
              UnorderedElementsAre(Pair("interest_terms.rates[0].from_date", "DATE_BEFORE_OPENING"),
                                   Pair("interest_terms.cap.currency_code", "CURRENCY_MISMATCH")));
  change_.set_name(NameOfDebtor(debtor_.id) + "/debts/" + NumberedUuid(77).ToString());
  EXPECT_EQ(Change().reason(), "DEBT_NOT_FOUND");
}

TEST_F(ChangedTerms, ThatCostMoreWaitForTheirDay) {
  *change_.mutable_interest_terms() = debt_.interest_terms();
  change_.mutable_interest_terms()->mutable_rates(0)->set_rate_e10(kTenPercent + 1);
  EXPECT_EQ(Change().reason(), "NOTICE_TOO_SHORT");
  *change_.mutable_interest_terms() = debt_.interest_terms();
  change_.mutable_interest_terms()->set_base(v1::INTEREST_BASE_PRINCIPAL_AND_FEES);
  EXPECT_EQ(Change().reason(), "TERMS_WITHOUT_DAY");
}

}  // namespace
}  // namespace parley
