// SPDX-License-Identifier: Apache-2.0
// How a person may be reached, over the API.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>

#include "parley/v1/debtor_service.pb.h"
#include "tests/adapters/grpc/requests.h"
#include "tests/adapters/grpc/served_world.h"

namespace parley {
namespace {

using ::testing::Contains;
using ::testing::ElementsAre;
using ::testing::IsEmpty;
using ::testing::Pair;
using ::testing::StartsWith;
using ::testing::UnorderedElementsAre;

class DebtorRecordApi : public ::testing::Test {
 public:
  std::string Name() const { return NameOfDebtor(debtor_.id); }

  // Sends a request with a request id of its own.
  template <typename Request>
  Reply Send(const std::string& method, Request request) {
    request.set_request_id(RequestIdText(++requests_));
    return served_.Call("DebtorService/" + method, request);
  }
  v1::AddContactPointRequest APhone(const std::string& number = "+15550100001") const {
    v1::AddContactPointRequest request;
    request.set_parent(Name());
    v1::ContactPoint& point = *request.mutable_contact_point();
    point.set_type(v1::CONTACT_POINT_TYPE_PHONE);
    point.set_address(number);
    point.set_source("the debtor");
    return request;
  }
  v1::ContactPoint AddPhone() {
    const Reply reply = Send("AddContactPoint", APhone());
    EXPECT_TRUE(reply.status.ok()) << reply.status.error_message();
    return reply.As<v1::ContactPoint>();
  }
  v1::RecordConsentRequest AConsent() const {
    v1::RecordConsentRequest request;
    request.set_parent(Name());
    v1::Consent& consent = *request.mutable_consent();
    consent.set_kind(v1::CONSENT_KIND_ELECTRONIC_CONTACT);
    consent.set_said(v1::CONSENT_STATE_GRANTED);
    consent.set_how(v1::CHANNEL_CALL);
    consent.set_wording_version("2026-1");
    consent.set_source("the debtor");
    return request;
  }
  v1::RecordOptOutRequest AnOptOut() const {
    v1::RecordOptOutRequest request;
    request.set_parent(Name());
    request.mutable_opt_out()->set_how(v1::CHANNEL_SMS);
    request.mutable_opt_out()->set_words("STOP");
    request.mutable_opt_out()->set_source("the debtor");
    return request;
  }
  template <typename Verb>
  static Verb On(const std::string& name) {
    Verb request;
    request.set_name(name);
    return request;
  }
  v1::DebtorRecord Record(const std::string& token = "token") {
    const Reply reply = served_.Call("DebtorService/GetDebtorRecord",
                                     On<v1::GetDebtorRecordRequest>(Name()), {.token = token});
    EXPECT_TRUE(reply.status.ok()) << reply.status.error_message();
    return reply.As<v1::DebtorRecord>();
  }
  v1::LookUpDebtorsResponse LookUp(const std::string& token = "token") {
    v1::LookUpDebtorsRequest request;
    request.set_type(v1::CONTACT_POINT_TYPE_PHONE);
    request.set_address("+1 555 010 0001");
    return served_.Call("DebtorService/LookUpDebtors", request, {.token = token})
        .As<v1::LookUpDebtorsResponse>();
  }

  ServedWorld served_;
  Debtor debtor_ = served_.world.MakeDebtor("D-1");
  std::uint64_t requests_ = 100;
};

TEST_F(DebtorRecordApi, AddsAContactPointAndShowsIt) {
  const v1::ContactPoint added = AddPhone();
  EXPECT_THAT(added.name(), StartsWith(Name() + "/contactPoints/"));
  EXPECT_EQ(added.address(), "+15550100001");
  EXPECT_EQ(added.region(), "US");
  EXPECT_EQ(added.state(), v1::CONTACT_POINT_STATE_UNVERIFIED);
  EXPECT_EQ(added.quality(), v1::CONTACT_POINT_QUALITY_UNTRIED);
  EXPECT_EQ(added.place(), v1::PLACE_NONE);
  EXPECT_EQ(added.actor(), "token");
  ASSERT_EQ(Record().contact_points_size(), 1);
  EXPECT_EQ(Record().contact_points(0).SerializeAsString(), added.SerializeAsString());
  EXPECT_EQ(Record().name(), Name());
}

TEST_F(DebtorRecordApi, TellsEveryFaultOfAContactPoint) {
  v1::AddContactPointRequest request = APhone("12345");
  v1::ContactPoint& point = *request.mutable_contact_point();
  point.clear_source();
  point.set_region("Nowhere");
  point.set_representative(NameOfDebtor(NumberedId<DebtorId>(99)) + "/representatives/" +
                           NumberedUuid(5).ToString());
  point.mutable_told_time()->set_seconds(absl::ToUnixSeconds(TestNow()) + 60);
  EXPECT_THAT(Send("AddContactPoint", request).violations(),
              UnorderedElementsAre(Pair("contact_point.address", "MALFORMED"),
                                   Pair("contact_point.source", "REQUIRED"),
                                   Pair("contact_point.region", "REGION_MALFORMED"),
                                   Pair("contact_point.representative", "REFERENCE_UNKNOWN"),
                                   Pair("contact_point.told_time", "DATE_IN_FUTURE")));
  point.set_type(v1::CONTACT_POINT_TYPE_EMAIL);
  point.set_address("ana at example.com");
  EXPECT_THAT(Send("AddContactPoint", request).violations(),
              Contains(Pair("contact_point.address", "MALFORMED")));
}

TEST_F(DebtorRecordApi, RehearsesAnAdditionWithoutANameOrAnEtag) {
  v1::AddContactPointRequest request = APhone();
  request.set_validate_only(true);
  const auto rehearsed = Send("AddContactPoint", request).As<v1::ContactPoint>();
  EXPECT_EQ(rehearsed.address(), "+15550100001");
  EXPECT_EQ(rehearsed.name(), "");
  EXPECT_EQ(rehearsed.etag(), "");
  EXPECT_EQ(Record().contact_points_size(), 0);
}

TEST_F(DebtorRecordApi, ChangesVerifiesAndRetiresAContactPoint) {
  const v1::ContactPoint added = AddPhone();
  v1::UpdateContactPointRequest update;
  *update.mutable_contact_point() = added;
  update.mutable_contact_point()->set_place(v1::PLACE_WORK);
  update.mutable_update_mask()->add_paths("place");
  EXPECT_EQ(Send("UpdateContactPoint", update).As<v1::ContactPoint>().place(), v1::PLACE_WORK);
  EXPECT_EQ(Send("UpdateContactPoint", update).reason(), "ETAG_STALE");
  update.mutable_update_mask()->set_paths(0, "address");
  EXPECT_THAT(Send("UpdateContactPoint", update).violations(),
              ElementsAre(Pair("update_mask.paths[0]", "IMMUTABLE")));
  const auto verify = On<v1::VerifyContactPointRequest>(added.name());
  EXPECT_EQ(Send("VerifyContactPoint", verify).As<v1::ContactPoint>().state(),
            v1::CONTACT_POINT_STATE_VERIFIED);
  const auto retire = On<v1::RetireContactPointRequest>(added.name());
  EXPECT_EQ(Send("RetireContactPoint", retire).As<v1::ContactPoint>().state(),
            v1::CONTACT_POINT_STATE_RETIRED);
  EXPECT_EQ(Send("VerifyContactPoint", verify).reason(), "CONTACT_POINT_RETIRED");
}

TEST_F(DebtorRecordApi, KeepsAWrongNumberAwayWhoeverBringsIt) {
  const auto report = On<v1::ReportWrongPersonRequest>(AddPhone().name());
  const auto unlinked = Send("ReportWrongPerson", report).As<v1::ContactPoint>();
  EXPECT_EQ(unlinked.state(), v1::CONTACT_POINT_STATE_SUPPRESSED);
  EXPECT_EQ(unlinked.cause(), v1::SUPPRESSION_CAUSE_WRONG_PERSON);
  EXPECT_TRUE(unlinked.has_cause_time());
  EXPECT_EQ(Send("AddContactPoint", APhone()).reason(), "CONTACT_POINT_OF_ANOTHER");
  EXPECT_EQ(LookUp().debtors_size(), 0);
}

TEST_F(DebtorRecordApi, FindsWhoIsReachedAndNamesThemOnlyToWhoMayKnow) {
  AddPhone();
  ASSERT_EQ(LookUp().debtors_size(), 1);
  EXPECT_EQ(LookUp().debtors(0).display_name(), "Ana Ejemplo");
  served_.GiveToken("clerk", "parley.debtor.read");
  ASSERT_EQ(LookUp("clerk").debtors_size(), 1);
  EXPECT_EQ(LookUp("clerk").debtors(0).name(), Name());
  EXPECT_EQ(LookUp("clerk").debtors(0).display_name(), "");
  EXPECT_EQ(Record("clerk").contact_points(0).address(), "");
}

TEST_F(DebtorRecordApi, AddsFactsAboutConsentsAndListsThemInPages) {
  v1::RecordConsentRequest request = AConsent();
  request.mutable_consent()->mutable_scope()->set_channel(v1::CHANNEL_EMAIL);
  v1::WeeklyHours& hours = *request.mutable_consent()->add_hours();
  hours.add_weekdays(v1::WEEKDAY_SATURDAY);
  hours.set_from("08:30");
  hours.set_to("24:00");
  request.mutable_consent()->add_dates("2026-12-24");
  const auto consent = Send("RecordConsent", request).As<v1::Consent>();
  EXPECT_THAT(consent.name(), StartsWith(Name() + "/consents/"));
  EXPECT_EQ(consent.scope().channel(), v1::CHANNEL_EMAIL);
  EXPECT_EQ(consent.hours(0).SerializeAsString(), hours.SerializeAsString());
  EXPECT_THAT(consent.dates(), ElementsAre("2026-12-24"));
  v1::RecordConsentRequest revoked = AConsent();
  revoked.mutable_consent()->set_said(v1::CONSENT_STATE_REVOKED);
  Send("RecordConsent", revoked);
  v1::ListConsentsRequest list;
  list.set_parent(Name());
  list.set_page_size(1);
  const auto first =
      served_.Call("DebtorService/ListConsents", list).As<v1::ListConsentsResponse>();
  ASSERT_EQ(first.consents_size(), 1);
  EXPECT_EQ(first.consents(0).name(), consent.name());
  list.set_page_token(first.next_page_token());
  const auto second =
      served_.Call("DebtorService/ListConsents", list).As<v1::ListConsentsResponse>();
  ASSERT_EQ(second.consents_size(), 1);
  EXPECT_EQ(second.consents(0).said(), v1::CONSENT_STATE_REVOKED);
  EXPECT_EQ(second.next_page_token(), "");
}

TEST_F(DebtorRecordApi, TellsEveryFaultOfAConsent) {
  v1::RecordConsentRequest request = AConsent();
  v1::Consent& consent = *request.mutable_consent();
  consent.clear_wording_version();
  consent.mutable_told_time()->set_seconds(absl::ToUnixSeconds(TestNow()) + 60);
  consent.add_dates("2026-02-30");
  v1::WeeklyHours& hours = *consent.add_hours();
  hours.add_weekdays(v1::WEEKDAY_UNSPECIFIED);
  hours.set_from("8:30");
  hours.set_to("25:00");
  consent.mutable_scope()->set_contact_point("elsewhere");
  const auto violations = Send("RecordConsent", request).violations();
  for (const auto& [field, code] : std::vector<std::pair<std::string, std::string>>{
           {"consent.wording_version", "REQUIRED"},
           {"consent.told_time", "DATE_IN_FUTURE"},
           {"consent.dates[0]", "DATE_MALFORMED"},
           {"consent.hours[0].weekdays[0]", "REQUIRED"},
           {"consent.hours[0].from", "MALFORMED"},
           {"consent.hours[0].to", "MALFORMED"},
           {"consent.scope.contact_point", "MALFORMED"}}) {
    EXPECT_THAT(violations, Contains(Pair(field, code)));
  }
  v1::RecordConsentRequest elsewhere = AConsent();
  elsewhere.mutable_consent()->mutable_scope()->set_contact_point(Name() + "/contactPoints/" +
                                                                  NumberedUuid(9).ToString());
  EXPECT_EQ(Send("RecordConsent", elsewhere).reason(), "CONTACT_POINT_NOT_FOUND");
}

TEST_F(DebtorRecordApi, RecordsAnOptOutAndLiftsItOnThePersonsWord) {
  const auto recorded = Send("RecordOptOut", AnOptOut()).As<v1::OptOut>();
  EXPECT_THAT(recorded.name(), StartsWith(Name() + "/optOuts/"));
  EXPECT_FALSE(recorded.has_scope());
  EXPECT_EQ(Record().opt_outs(0).words(), "STOP");
  auto lift = On<v1::LiftOptOutRequest>(recorded.name());
  EXPECT_THAT(Send("LiftOptOut", lift).violations(), ElementsAre(Pair("source", "REQUIRED")));
  lift.set_source("the debtor, by letter");
  const auto lifted = Send("LiftOptOut", lift).As<v1::OptOut>();
  EXPECT_TRUE(lifted.has_lift_time());
  EXPECT_EQ(lifted.lift_source(), "the debtor, by letter");
  lift.set_name(Name() + "/optOuts/" + NumberedUuid(9).ToString());
  EXPECT_EQ(Send("LiftOptOut", lift).reason(), "OPT_OUT_NOT_FOUND");
}

TEST_F(DebtorRecordApi, SetsPreferencesAsAWhole) {
  auto request = On<v1::SetPreferencesRequest>(Name());
  v1::ChannelRanking& ranking = *request.mutable_preferences()->add_channels();
  ranking.add_channels(v1::CHANNEL_LETTER);
  ranking.add_channels(v1::CHANNEL_EMAIL);
  request.mutable_preferences()->add_languages("es");
  request.mutable_preferences()->add_formats(v1::ACCESSIBLE_FORMAT_LARGE_PRINT);
  const auto set = Send("SetPreferences", request).As<v1::Preferences>();
  EXPECT_EQ(set.SerializeAsString(), request.preferences().SerializeAsString());
  EXPECT_EQ(Record().preferences().SerializeAsString(), set.SerializeAsString());
  request.set_etag("1000");
  EXPECT_EQ(Send("SetPreferences", request).reason(), "ETAG_STALE");
  ranking.add_channels(v1::CHANNEL_UNSPECIFIED);
  ranking.add_channels(v1::CHANNEL_LETTER);
  request.mutable_preferences()->add_formats(v1::ACCESSIBLE_FORMAT_UNSPECIFIED);
  EXPECT_THAT(Send("SetPreferences", request).violations(),
              UnorderedElementsAre(Pair("preferences.channels[0].channels[2]", "REQUIRED"),
                                   Pair("preferences.channels[0].channels[3]", "DUPLICATE"),
                                   Pair("preferences.formats[1]", "REQUIRED")));
}

TEST_F(DebtorRecordApi, RecordsAnInconvenienceUntilItIsTakenBack) {
  v1::RecordInconvenienceRequest request;
  request.set_parent(Name());
  v1::Inconvenience& said = *request.mutable_inconvenience();
  said.set_kind(v1::INCONVENIENCE_KIND_PLACE);
  said.set_source("the debtor");
  EXPECT_THAT(Send("RecordInconvenience", request).violations(),
              ElementsAre(Pair("inconvenience.place", "REQUIRED")));
  said.set_place(v1::PLACE_WORK);
  const auto recorded = Send("RecordInconvenience", request).As<v1::Inconvenience>();
  EXPECT_EQ(recorded.kind(), v1::INCONVENIENCE_KIND_PLACE);
  EXPECT_EQ(Record().inconveniences_size(), 1);
  const auto ended = Send("EndInconvenience", On<v1::EndInconvenienceRequest>(recorded.name()));
  EXPECT_TRUE(ended.As<v1::Inconvenience>().has_until_time());
  EXPECT_EQ(Record().inconveniences_size(), 0);
}

TEST_F(DebtorRecordApi, RecordsALocationInZonesThatExist) {
  v1::RecordLocationRequest request;
  request.set_parent(Name());
  v1::Location& said = *request.mutable_location();
  said.set_learnt_from(v1::LOCATION_SOURCE_ADDRESS);
  said.add_time_zones("Atlantis/Port");
  said.set_source("a placement file");
  EXPECT_THAT(Send("RecordLocation", request).violations(),
              ElementsAre(Pair("location.time_zones[0]", "TIME_ZONE_UNKNOWN")));
  said.set_time_zones(0, "Europe/Madrid");
  EXPECT_TRUE(Send("RecordLocation", request).status.ok());
  EXPECT_THAT(Record().locations(0).time_zones(), ElementsAre("Europe/Madrid"));
}

TEST_F(DebtorRecordApi, KeepsWhyANeedIsOneOnlyWithConsent) {
  v1::RecordSupportNeedRequest request;
  request.set_parent(Name());
  v1::SupportNeed& need = *request.mutable_support_need();
  need.set_adjustment(v1::ADJUSTMENT_MORE_TIME);
  need.set_review_date("2027-01-31");
  need.set_source("the debtor");
  need.mutable_vulnerability()->set_driver(v1::VULNERABILITY_DRIVER_HEALTH);
  need.mutable_vulnerability()->set_description("an operation");
  EXPECT_FALSE(Send("RecordSupportNeed", request).As<v1::SupportNeed>().has_vulnerability());
  need.mutable_vulnerability()->mutable_consent()->set_wording_version("2026-1");
  const auto kept = Send("RecordSupportNeed", request).As<v1::SupportNeed>();
  EXPECT_EQ(kept.vulnerability().description(), "an operation");
  auto end = On<v1::EndSupportNeedRequest>(kept.name());
  end.set_only_the_reason(true);
  EXPECT_FALSE(Send("EndSupportNeed", end).As<v1::SupportNeed>().has_vulnerability());
  EXPECT_EQ(Record().support_needs_size(), 2);
}

TEST_F(DebtorRecordApi, ForgetsAPersonUnlessSomethingStandsAgainstIt) {
  AddPhone();
  const Debt debt = served_.world.Place(debtor_, "L-1", 10'000);
  const auto erase = On<v1::EraseDebtorRequest>(Name());
  const Reply refused = Send("EraseDebtor", erase);
  EXPECT_EQ(refused.reason(), "ERASURE_REFUSED");
  EXPECT_THAT(refused.metadata(), Contains(Pair("open_debts", "1")));
  ASSERT_TRUE(served_.world.Post(debt, APayment("P-1", 10'000)).ok());
  auto again = erase;
  again.set_request_id(RequestIdText(7));
  EXPECT_TRUE(served_.Call("DebtorService/EraseDebtor", again).status.ok());
  EXPECT_TRUE(served_.Call("DebtorService/EraseDebtor", again).status.ok());
  EXPECT_EQ(Record().contact_points_size(), 0);
  EXPECT_EQ(LookUp().debtors_size(), 0);
  EXPECT_THAT(served_.world.Findings(served_.world.Reload(debt)), IsEmpty());
}

}  // namespace
}  // namespace parley
