// SPDX-License-Identifier: Apache-2.0
// Who speaks for a person, and who may be spoken to, over the API.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>

#include "parley/v1/debtor_service.pb.h"
#include "tests/adapters/grpc/requests.h"
#include "tests/adapters/grpc/served_world.h"

namespace parley {
namespace {

using ::testing::ElementsAre;
using ::testing::Pair;
using ::testing::StartsWith;
using ::testing::UnorderedElementsAre;

class RepresentativesApi : public ::testing::Test {
 public:
  RepresentativesApi() {
    v1::UpdateDebtorRequest update;
    update.mutable_debtor()->set_name(Name());
    update.mutable_debtor()->set_birth_date("1981-04-30");
    EXPECT_TRUE(Send("UpdateDebtor", update).status.ok());
  }

  std::string Name() const { return NameOfDebtor(debtor_.id); }
  template <typename Request>
  Reply Send(const std::string& method, Request request) {
    request.set_request_id(RequestIdText(++requests_));
    return served_.Call("DebtorService/" + method, request);
  }
  v1::AddRepresentativeRequest AnAttorney() const {
    v1::AddRepresentativeRequest request;
    request.set_parent(Name());
    v1::Representative& one = *request.mutable_representative();
    one.set_role(v1::REPRESENTATIVE_ROLE_ATTORNEY);
    one.set_display_name("Bruno Inventado");
    one.add_powers(v1::POWER_BE_TOLD);
    one.set_source("the debtor");
    return request;
  }
  v1::Representative Add() {
    const Reply reply = Send("AddRepresentative", AnAttorney());
    EXPECT_TRUE(reply.status.ok()) << reply.status.error_message();
    return reply.As<v1::Representative>();
  }
  v1::CheckAuthorityResponse Check(v1::CheckAuthorityRequest request) {
    request.set_name(Name());
    request.add_debts(NameOfDebt(debt_));
    const Reply reply = served_.Call("DebtorService/CheckAuthority", request);
    EXPECT_TRUE(reply.status.ok()) << reply.status.error_message();
    return reply.As<v1::CheckAuthorityResponse>();
  }
  v1::CheckAuthorityResponse CheckFor(const v1::Representative& one) {
    v1::CheckAuthorityRequest request;
    request.set_representative(one.name());
    return Check(request);
  }
  Reply Show(const std::string& birth_date) {
    v1::VerifyRightPartyRequest request;
    request.set_parent(Name());
    request.set_birth_date(birth_date);
    request.set_reference("L-1");
    return Send("VerifyRightParty", request);
  }

  ServedWorld served_;
  Debtor debtor_ = served_.world.MakeDebtor("D-1");
  Debt debt_ = served_.world.Place(debtor_, "L-1", 10'000);
  std::uint64_t requests_ = 100;
};

TEST_F(RepresentativesApi, MoveFromAClaimToTheEnd) {
  const v1::Representative claimed = Add();
  EXPECT_THAT(claimed.name(), StartsWith(Name() + "/representatives/"));
  EXPECT_EQ(claimed.state(), v1::REPRESENTATION_STATE_CLAIMED);
  EXPECT_EQ(CheckFor(claimed).reason(), v1::AUTHORITY_REASON_ONLY_CLAIMED);
  v1::DocumentRepresentativeRequest document;
  document.set_name(claimed.name());
  EXPECT_THAT(Send("DocumentRepresentative", document).violations(),
              ElementsAre(Pair("document", "REQUIRED")));
  document.set_document("a letter");
  EXPECT_EQ(Send("DocumentRepresentative", document).As<v1::Representative>().state(),
            v1::REPRESENTATION_STATE_DOCUMENTED);
  v1::ActivateRepresentativeRequest activate;
  activate.set_name(claimed.name());
  activate.set_etag(claimed.etag());
  EXPECT_EQ(Send("ActivateRepresentative", activate).reason(), "ETAG_STALE");
  activate.clear_etag();
  EXPECT_EQ(Send("ActivateRepresentative", activate).As<v1::Representative>().state(),
            v1::REPRESENTATION_STATE_ACTIVE);
  const v1::CheckAuthorityResponse may = CheckFor(claimed);
  EXPECT_TRUE(may.allowed());
  EXPECT_THAT(may.powers(), ElementsAre(v1::POWER_BE_TOLD));
  EXPECT_EQ(may.sentence(), "authority.MAY_REPRESENT");
  v1::EndRepresentativeRequest end;
  end.set_name(claimed.name());
  end.set_until_date("2999-01-01");
  EXPECT_THAT(Send("EndRepresentative", end).violations(),
              ElementsAre(Pair("until_date", "DATE_IN_FUTURE")));
  end.clear_until_date();
  EXPECT_EQ(Send("EndRepresentative", end).As<v1::Representative>().state(),
            v1::REPRESENTATION_STATE_REVOKED);
}

TEST_F(RepresentativesApi, ThatOverlapAreRefused) {
  Add();
  EXPECT_EQ(Send("AddRepresentative", AnAttorney()).reason(), "REPRESENTATIVES_OVERLAP");
}

TEST_F(RepresentativesApi, AreToldEveryFault) {
  v1::AddRepresentativeRequest request = AnAttorney();
  v1::Representative& one = *request.mutable_representative();
  one.set_powers(0, v1::POWER_UNSPECIFIED);
  one.set_from_date("2026-12-01");
  one.set_until_date("2026-11-01");
  one.add_debts("debts/1");
  one.clear_display_name();
  EXPECT_THAT(Send("AddRepresentative", request).violations(),
              UnorderedElementsAre(Pair("representative.powers[0]", "REQUIRED"),
                                   Pair("representative.until_date", "DATE_ORDER"),
                                   Pair("representative.debts[0]", "MALFORMED"),
                                   Pair("representative.display_name", "REQUIRED")));
}

TEST_F(RepresentativesApi, AreRehearsedWithoutANameOrAnEtag) {
  v1::AddRepresentativeRequest request = AnAttorney();
  request.set_validate_only(true);
  const auto rehearsed = Send("AddRepresentative", request).As<v1::Representative>();
  EXPECT_EQ(rehearsed.display_name(), "Bruno Inventado");
  EXPECT_EQ(rehearsed.name() + rehearsed.etag(), "");
}

TEST_F(RepresentativesApi, ThePersonShowsWhoTheyAreInThreeTries) {
  v1::CheckAuthorityRequest debtor;
  debtor.mutable_debtor();
  EXPECT_EQ(Check(debtor).reason(), v1::AUTHORITY_REASON_NOT_VERIFIED);
  const auto wrong = Show("1900-01-01").As<v1::VerifyRightPartyResponse>();
  EXPECT_FALSE(wrong.verified());
  EXPECT_EQ(wrong.tries_left(), 2);
  const auto shown = Show("1981-04-30").As<v1::VerifyRightPartyResponse>();
  EXPECT_TRUE(shown.verified());
  EXPECT_TRUE(shown.has_until_time());
  EXPECT_TRUE(Check(debtor).allowed());
  served_.world.clock.Advance(absl::Seconds(1));
  for (int tries = 0; tries < 3; ++tries) Show("1900-01-01");
  EXPECT_EQ(Show("1981-04-30").reason(), "VERIFICATION_TRIES_SPENT");
}

TEST_F(RepresentativesApi, NobodyElseIsToldOfADebt) {
  v1::CheckAuthorityRequest request;
  EXPECT_THAT(served_.Call("DebtorService/CheckAuthority", request).reason(), "FIELD_INVALID");
  request.mutable_third_party();
  EXPECT_EQ(Check(request).reason(), v1::AUTHORITY_REASON_THIRD_PARTY);
  request.set_name(Name());
  request.add_debts(Name() + "/debts/" + NumberedUuid(99).ToString());
  EXPECT_EQ(served_.Call("DebtorService/CheckAuthority", request).reason(), "DEBT_NOT_FOUND");
}

}  // namespace
}  // namespace parley
