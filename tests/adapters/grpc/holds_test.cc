// SPDX-License-Identifier: Apache-2.0
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>

#include "parley/v1/hold.pb.h"
#include "parley/v1/work_service.pb.h"
#include "tests/adapters/grpc/requests.h"
#include "tests/adapters/grpc/served_world.h"

namespace parley {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;
using ::testing::Pair;
using ::testing::UnorderedElementsAre;

class Holds : public ::testing::Test {
 public:
  v1::PlaceHoldRequest APlaceHold(v1::HoldType type, std::uint64_t request = 1) const {
    v1::PlaceHoldRequest out;
    out.set_parent(NameOfDebtor(debtor_.id));
    out.mutable_hold()->set_type(type);
    out.mutable_hold()->set_from_date("2026-03-01");
    out.mutable_hold()->set_source("an adviser");
    out.mutable_hold()->set_reason("Ana Ejemplo told us");
    out.set_request_id(RequestIdText(request));
    return out;
  }
  v1::PlaceHoldRequest ADispute(std::uint64_t request = 1) const {
    v1::PlaceHoldRequest out = APlaceHold(v1::HOLD_TYPE_DISPUTE, request);
    out.mutable_hold()->set_debt(NameOfDebt(debt_));
    return out;
  }
  Reply Place(const v1::PlaceHoldRequest& request) {
    return served_.Call("DebtService/PlaceHold", request);
  }
  v1::ListHoldsRequest AList(const std::string& filter = "", int size = 0) const {
    v1::ListHoldsRequest out;
    out.set_parent(NameOfDebtor(debtor_.id));
    out.set_filter(filter);
    out.set_page_size(size);
    return out;
  }
  Reply List(const v1::ListHoldsRequest& request) {
    return served_.Call("DebtService/ListHolds", request);
  }

  ServedWorld served_;
  Debtor debtor_ = served_.world.MakeDebtor("customer-1");
  Debt debt_ = served_.world.PlaceBearing(debtor_, "loan-1", 36'500);
};

TEST_F(Holds, ThatAreRequestedWaitForSomebodyElse) {
  v1::PlaceHoldRequest request = APlaceHold(v1::HOLD_TYPE_RESPITE);
  request.set_request(true);
  const auto hold = Place(request).As<v1::Hold>();
  EXPECT_EQ(hold.state(), v1::HOLD_STATE_REQUESTED);
  const auto work = served_.Call("WorkService/ListWork", v1::ListWorkRequest());
  const auto page = work.As<v1::ListWorkResponse>();
  ASSERT_EQ(page.items_size(), 1);
  EXPECT_EQ(page.items(0).act().hold().hold(), hold.name());
  EXPECT_EQ(page.items(0).subject(), NameOfDebtor(debtor_.id));
  EXPECT_EQ(page.items(0).reason(), "Ana Ejemplo told us");
  v1::ApproveRequest approve;
  approve.set_name(page.items(0).name());
  approve.set_request_id(RequestIdText(2));
  served_.GiveToken("second", kEveryScope);
  EXPECT_EQ(served_.Call("WorkService/Approve", approve).reason(), "APPROVAL_BY_ASKER");
  EXPECT_TRUE(served_.Call("WorkService/Approve", approve, {.token = "second"}).status.ok());
  EXPECT_EQ(List(AList()).As<v1::ListHoldsResponse>().holds(0).state(), v1::HOLD_STATE_ACTIVE);
}

TEST_F(Holds, ArePlacedAndToldAsTheyAre) {
  v1::PlaceHoldRequest request = ADispute();
  request.mutable_hold()->mutable_disputed()->set_minor_units(1'000);
  request.mutable_hold()->mutable_disputed()->set_currency_code("EUR");
  request.mutable_hold()->set_review_date("2026-12-01");
  request.mutable_hold()->set_evidence(v1::HOLD_EVIDENCE_AWAITED);
  request.set_hold_id(NumberedUuid(5).ToString());
  const Reply placed = Place(request);
  ASSERT_TRUE(placed.status.ok()) << placed.status.error_message();
  const auto hold = placed.As<v1::Hold>();
  EXPECT_EQ(hold.name(), NameOfDebtor(debtor_.id) + "/holds/" + NumberedUuid(5).ToString());
  EXPECT_EQ(hold.state(), v1::HOLD_STATE_ACTIVE);
  EXPECT_EQ(hold.debt(), NameOfDebt(debt_));
  EXPECT_EQ(hold.evidence(), v1::HOLD_EVIDENCE_AWAITED);
  EXPECT_EQ(hold.actor(), "token");
  EXPECT_EQ(hold.effects().demand_contact(), v1::CONTACT_EFFECT_ALLOWED);
  EXPECT_EQ(hold.effects().disputed().minor_units(), 1'000);
  EXPECT_EQ(hold.effects().money(), v1::MONEY_EFFECT_UNDER_PROTEST);
  EXPECT_TRUE(hold.effects().freezes_interest());
  EXPECT_EQ(Place(request).bytes, placed.bytes);
  const auto listed =
      List(AList("debt = \"" + NameOfDebt(debt_) + "\"")).As<v1::ListHoldsResponse>();
  ASSERT_EQ(listed.holds_size(), 1);
  EXPECT_EQ(listed.holds(0).SerializeAsString(), placed.bytes);
  EXPECT_EQ(listed.effects().disputed().minor_units(), 1'000);
  request.set_request_id(RequestIdText(2));
  EXPECT_EQ(Place(request).reason(), "HOLD_ALREADY_EXISTS");
}

TEST_F(Holds, AreRefusedWithEveryMalformedFieldAtOnce) {
  v1::PlaceHoldRequest request = APlaceHold(static_cast<v1::HoldType>(77));
  request.mutable_hold()->set_debt("debtors/" + NumberedUuid(77).ToString() + "/debts/" +
                                   NumberedUuid(78).ToString());
  request.mutable_hold()->set_until_date("2026-02-28");
  request.mutable_hold()->set_review_date("tomorrow");
  request.mutable_hold()->clear_source();
  request.mutable_hold()->set_reason(std::string(1001, 'x'));
  EXPECT_THAT(Place(request).violations(),
              UnorderedElementsAre(
                  Pair("hold.type", "UNKNOWN_VALUE"), Pair("hold.debt", "REFERENCE_UNKNOWN"),
                  Pair("hold.until_date", "DATE_ORDER"), Pair("hold.review_date", "DATE_MALFORMED"),
                  Pair("hold.source", "REQUIRED"), Pair("hold.reason", "TOO_LONG")));
}

TEST_F(Holds, AreRefusedWhenTheyDoNotFitTheirType) {
  EXPECT_THAT(Place(APlaceHold(v1::HOLD_TYPE_HARDSHIP)).violations(),
              ElementsAre(Pair("hold.review_date", "REQUIRED")));
  EXPECT_THAT(Place(APlaceHold(v1::HOLD_TYPE_PAYMENT_IN_FLIGHT)).violations(),
              ElementsAre(Pair("hold.type", "UNKNOWN_VALUE")));
  v1::PlaceHoldRequest request = ADispute();
  request.mutable_hold()->set_type(v1::HOLD_TYPE_DECEASED);
  EXPECT_THAT(Place(request).violations(), ElementsAre(Pair("hold.debt", "UNKNOWN_VALUE")));
  request = APlaceHold(v1::HOLD_TYPE_DISPUTE);
  request.mutable_hold()->mutable_disputed()->set_currency_code("EUR");
  EXPECT_THAT(
      Place(request).violations(),
      UnorderedElementsAre(Pair("hold.debt", "REQUIRED"), Pair("hold.disputed", "NOT_POSITIVE")));
}

TEST_F(Holds, OnAPartAreRefusedAboveTheBalanceAndInAnotherCurrency) {
  v1::PlaceHoldRequest request = ADispute();
  request.mutable_hold()->mutable_disputed()->set_minor_units(36'501);
  request.mutable_hold()->mutable_disputed()->set_currency_code("EUR");
  EXPECT_EQ(Place(request).reason(), "DISPUTE_ABOVE_BALANCE");
  request.mutable_hold()->mutable_disputed()->set_currency_code("USD");
  EXPECT_THAT(Place(request).violations(),
              ElementsAre(Pair("hold.disputed.currency_code", "CURRENCY_MISMATCH")));
}

TEST_F(Holds, AreEndedAndExtended) {
  const auto placed = Place(APlaceHold(v1::HOLD_TYPE_RESPITE)).As<v1::Hold>();
  v1::ExtendHoldRequest extend;
  extend.set_name(placed.name());
  extend.set_until_date("2026-10-31");
  extend.set_request_id(RequestIdText(2));
  const auto extended = served_.Call("DebtService/ExtendHold", extend).As<v1::Hold>();
  EXPECT_EQ(extended.until_date(), "2026-10-31");
  EXPECT_EQ(extended.state(), v1::HOLD_STATE_EXPIRED);
  extend.set_until_date("2026-12-31");
  extend.set_request_id(RequestIdText(9));
  EXPECT_EQ(served_.Call("DebtService/ExtendHold", extend).reason(), "HOLD_NOT_ACTIVE");
  EXPECT_EQ(extended.evidence(), placed.evidence());
  v1::EndHoldRequest end;
  end.set_name(placed.name());
  end.set_reason("withdrawn");
  end.set_etag(placed.etag());
  end.set_request_id(RequestIdText(3));
  EXPECT_EQ(served_.Call("DebtService/EndHold", end).reason(), "ETAG_STALE");
  end.set_etag(extended.etag());
  end.set_until_date("2026-03-31");
  const auto ended = served_.Call("DebtService/EndHold", end).As<v1::Hold>();
  EXPECT_EQ(ended.until_date(), "2026-03-31");
  EXPECT_EQ(ended.state(), v1::HOLD_STATE_ENDED);
  EXPECT_EQ(ended.end_reason(), "withdrawn");
  end.set_request_id(RequestIdText(4));
  EXPECT_EQ(served_.Call("DebtService/EndHold", end).reason(), "HOLD_NOT_ACTIVE");
  end.set_name(NameOfDebtor(debtor_.id) + "/holds/" + NumberedUuid(9).ToString());
  EXPECT_EQ(served_.Call("DebtService/EndHold", end).reason(), "HOLD_NOT_FOUND");
  end.set_until_date("2027-01-01");
  EXPECT_THAT(served_.Call("DebtService/EndHold", end).violations(),
              ElementsAre(Pair("until_date", "DATE_IN_FUTURE")));
}

TEST_F(Holds, AreJudgedWithoutBeingPlaced) {
  v1::PlaceHoldRequest request = APlaceHold(v1::HOLD_TYPE_RESPITE);
  request.set_validate_only(true);
  const auto judged = Place(request).As<v1::Hold>();
  EXPECT_EQ(judged.name(), "");
  EXPECT_EQ(judged.etag(), "");
  EXPECT_EQ(judged.state(), v1::HOLD_STATE_ACTIVE);
  EXPECT_THAT(List(AList()).As<v1::ListHoldsResponse>().holds(), IsEmpty());

  request.set_validate_only(false);
  request.set_hold_id(NumberedUuid(5).ToString());
  const auto placed = Place(request).As<v1::Hold>();
  request.set_validate_only(true);
  EXPECT_EQ(Place(request).reason(), "REQUEST_ID_REUSED");
  request.set_request_id(RequestIdText(2));
  EXPECT_EQ(Place(request).reason(), "HOLD_ALREADY_EXISTS");
  v1::EndHoldRequest end;
  end.set_name(placed.name());
  end.set_request_id(RequestIdText(3));
  end.set_validate_only(true);
  EXPECT_EQ(served_.Call("DebtService/EndHold", end).As<v1::Hold>().state(), v1::HOLD_STATE_ENDED);
  EXPECT_EQ(List(AList("state = ACTIVE")).As<v1::ListHoldsResponse>().holds_size(), 1);
}

TEST_F(Holds, ThatBeginLaterAreScheduled) {
  v1::PlaceHoldRequest request = APlaceHold(v1::HOLD_TYPE_RESPITE);
  request.mutable_hold()->set_from_date("2026-12-24");
  const auto placed = Place(request).As<v1::Hold>();
  EXPECT_EQ(placed.state(), v1::HOLD_STATE_SCHEDULED);
  EXPECT_EQ(List(AList("state = SCHEDULED")).As<v1::ListHoldsResponse>().holds_size(), 1);
  EXPECT_THAT(List(AList("state = ACTIVE")).As<v1::ListHoldsResponse>().holds(), IsEmpty());
  v1::ExtendHoldRequest extend;
  extend.set_name(placed.name());
  extend.set_until_date("2027-01-31");
  extend.set_request_id(RequestIdText(2));
  EXPECT_EQ(served_.Call("DebtService/ExtendHold", extend).As<v1::Hold>().state(),
            v1::HOLD_STATE_SCHEDULED);
}

TEST_F(Holds, HidePersonalTextsFromWhoMayNotReadThem) {
  Place(ADispute());
  served_.GiveToken("plain", "parley.debt.read");
  const auto listed = served_.Call("DebtService/ListHolds", AList(), {.token = "plain"})
                          .As<v1::ListHoldsResponse>();
  ASSERT_EQ(listed.holds_size(), 1);
  EXPECT_EQ(listed.holds(0).reason(), "");
  EXPECT_EQ(listed.holds(0).source(), "");
}

TEST_F(Holds, AreListedInPagesByTheirFilter) {
  Place(ADispute(1));
  Place(APlaceHold(v1::HOLD_TYPE_RESPITE, 2));
  Place(APlaceHold(v1::HOLD_TYPE_STOP_CONTACT, 3));
  v1::ListHoldsRequest request = AList("state = ACTIVE", 2);
  const auto first = List(request).As<v1::ListHoldsResponse>();
  EXPECT_EQ(first.holds_size(), 2);
  request.set_page_token(first.next_page_token());
  const auto second = List(request).As<v1::ListHoldsResponse>();
  EXPECT_EQ(second.holds_size(), 1);
  EXPECT_EQ(second.next_page_token(), "");
  request.set_filter("state = ENDED");
  EXPECT_EQ(List(request).reason(), "PAGE_TOKEN_INVALID");
  EXPECT_THAT(List(AList("state = ENDED")).As<v1::ListHoldsResponse>().holds(), IsEmpty());
  EXPECT_EQ(List(AList("type = RESPITE")).As<v1::ListHoldsResponse>().holds_size(), 1);
}

TEST_F(Holds, RefuseAFilterThatTheyDoNotUnderstand) {
  for (const char* filter : {"type = NONE", "state = \"ACTIVE\"", "debt = ACTIVE", "debt = \"x\"",
                             "state = ACTIVE AND state = ENDED", "actor = \"x\""}) {
    EXPECT_THAT(List(AList(filter)).violations(), ElementsAre(Pair("filter", "FILTER_INVALID")))
        << filter;
  }
  const std::string other =
      "debtors/" + NumberedUuid(77).ToString() + "/debts/" + NumberedUuid(78).ToString();
  EXPECT_THAT(List(AList("debt = \"" + other + "\"")).violations(),
              ElementsAre(Pair("filter", "REFERENCE_UNKNOWN")));
  const std::string unknown = NameOfDebtor(debtor_.id) + "/debts/" + NumberedUuid(78).ToString();
  EXPECT_EQ(List(AList("debt = \"" + unknown + "\"")).reason(), "DEBT_NOT_FOUND");
}

}  // namespace
}  // namespace parley
