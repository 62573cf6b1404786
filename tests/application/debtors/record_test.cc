// SPDX-License-Identifier: Apache-2.0
// What a person agreed to, does not want, likes and needs.
#include "tests/application/debtors/record_fixture.h"

namespace parley {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;
using testing::SizeIs;

class RecordPartsTest : public RecordTest {
 protected:
  ConsentFact AConsent() const {
    ConsentFact fact;
    fact.kind = ConsentKind::kElectronicContact;
    fact.wording_version = "2026-1";
    fact.provenance = Told();
    return fact;
  }
  absl::StatusOr<ConsentFact> Consent(const ConsentFact& fact) {
    return Run<ConsentFact>([&](const Call& call, auto& kept) {
      return world_.app.permissions.RecordConsent(call, debtor_.id, fact, kept);
    });
  }
  absl::StatusOr<OptOut> Lift(const OptOut& opt_out, std::optional<std::int64_t> etag = {}) {
    const Permissions::Lift lift{{debtor_.id, opt_out.id, etag}, Secret("the debtor, by letter")};
    return Run<OptOut>([&](const Call& call, auto& kept) {
      return world_.app.permissions.LiftOptOut(call, lift, kept);
    });
  }
  absl::StatusOr<ContactWishes::Liking> Prefer(const ContactWishes::Liking& liking,
                                               std::optional<std::int64_t> etag = {}) {
    return Run<ContactWishes::Liking>([&](const Call& call, auto& kept) {
      return world_.app.contact_wishes.SetPreferences(call, debtor_.id, liking, etag, kept);
    });
  }
  absl::StatusOr<Inconvenience> Ask(const Inconvenience& inconvenience) {
    return Run<Inconvenience>([&](const Call& call, auto& kept) {
      return world_.app.contact_wishes.RecordInconvenience(call, debtor_.id, inconvenience, kept);
    });
  }
  absl::StatusOr<Location> Locate(const Location& location) {
    return Run<Location>([&](const Call& call, auto& kept) {
      return world_.app.contact_wishes.RecordLocation(call, debtor_.id, location, kept);
    });
  }
  absl::StatusOr<SupportNeed> Need(const SupportNeed& need) {
    return Run<SupportNeed>([&](const Call& call, auto& kept) {
      return world_.app.support_needs.Record(call, debtor_.id, need, kept);
    });
  }
  absl::StatusOr<SupportNeed> EndNeed(const SupportNeed& need, bool only_the_reason = false) {
    const SupportNeeds::End end{{debtor_.id, need.id, {}}, only_the_reason};
    return Run<SupportNeed>([&](const Call& call, auto& kept) {
      return world_.app.support_needs.Finish(call, end, kept);
    });
  }
  SupportNeed ANeed() const {
    SupportNeed need;
    need.adjustment = Adjustment::kMoreTime;
    need.review = TestToday() + 30;
    need.vulnerability = Vulnerability{VulnerabilityDriver::kHealth, Secret("an operation"), {}};
    need.provenance = Told();
    return need;
  }
  ExplicitConsent AWord() const { return {"2026-1", world_.clock.Now(), {}}; }
};

TEST_F(RecordPartsTest, ConsentsAreOnlyAddedAndTold) {
  const auto granted = Consent(AConsent());
  ASSERT_THAT(granted, IsOk());
  EXPECT_EQ(LastEvent(), EventType::kConsentGranted);
  ConsentFact revoked = AConsent();
  revoked.state = ConsentState::kRevoked;
  ASSERT_THAT(Consent(revoked), IsOk());
  EXPECT_EQ(LastEvent(), EventType::kConsentRevoked);
  EXPECT_THAT(Record().consents, SizeIs(2));
  EXPECT_EQ(
      CurrentConsent(Record().consents, {}, ConsentKind::kElectronicContact, {}, world_.clock.Now())
          .state,
      ConsentState::kRevoked);
}

TEST_F(RecordPartsTest, ConsentsOfTheFutureOrToUnknownAddressesAreRefused) {
  ConsentFact future = AConsent();
  future.provenance.told = world_.clock.Now() + absl::Seconds(1);
  EXPECT_THAT(Consent(future), IsRefused(Reason::kFieldInvalid));
  ConsentFact elsewhere = AConsent();
  elsewhere.scope.point = NumberedId<ContactPointId>(99);
  EXPECT_THAT(Consent(elsewhere), IsRefused(Reason::kContactPointNotFound));
}

TEST_F(RecordPartsTest, OptOutsStandUntilThePersonTakesThemBack) {
  const OptOut recorded = ValueOf(OptOutOf({.channel = Channel::kSms}));
  EXPECT_EQ(LastEvent(), EventType::kConsentRevoked);
  EXPECT_THAT(Record().opt_outs, ElementsAre(recorded));
  EXPECT_THAT(Lift(recorded, 99), IsRefused(Reason::kEtagStale));
  const OptOut lifted = ValueOf(Lift(recorded, Record().debtor.record_revision));
  EXPECT_EQ(lifted.lifted, world_.clock.Now());
  EXPECT_EQ(lifted.lift_source, Secret("the debtor, by letter"));
  world_.clock.Advance(absl::Hours(1));
  EXPECT_EQ(ValueOf(Lift(lifted)), lifted);
  EXPECT_THAT(Lift(OptOut()), IsRefused(Reason::kOptOutNotFound));
}

TEST_F(RecordPartsTest, OptOutsOfOneUseLeaveTheAddressOpen) {
  const KnownPoint point = ValueOf(Add(APhone()));
  ASSERT_THAT(OptOutOf({.point = point.id, .channel = Channel::kSms}), IsOk());
  EXPECT_TRUE(IsUsable(Record().points.front()));
  EXPECT_THAT(Record().barred, IsEmpty());
}

TEST_F(RecordPartsTest, PreferencesAreReplacedWholeAndChangeTheDebtorsEtag) {
  ContactWishes::Liking liking;
  liking.preferences.languages = {"es"};
  liking.preferences.formats = {AccessibleFormat::kLargePrint};
  liking.work_hours = {DayWindow{{absl::Weekday::monday}, 480, 960, {}}};
  const std::int64_t etag = Record().debtor.record_revision;
  ASSERT_THAT(Prefer(liking, etag), IsOk());
  EXPECT_EQ(Record().preferences, liking.preferences);
  EXPECT_EQ(Record().work_hours, liking.work_hours);
  EXPECT_THAT(Prefer({}, etag), IsRefused(Reason::kEtagStale));
  ASSERT_THAT(Prefer({}), IsOk());
  EXPECT_EQ(Record().preferences, Preferences());
  EXPECT_THAT(Record().work_hours, IsEmpty());
  liking.preferences.languages = {"no language"};
  EXPECT_THAT(Prefer(liking), IsRefused(Reason::kFieldInvalid));
}

TEST_F(RecordPartsTest, InconveniencesEndWhenTheyAreTakenBack) {
  Inconvenience work;
  work.kind = DesignationKind::kInconvenientPlace;
  work.place = Place::kWork;
  work.provenance = Told();
  const Inconvenience recorded = ValueOf(Ask(work));
  EXPECT_EQ(LastEvent(), EventType::kPreferenceChanged);
  const auto end = [&] {
    return Run<Inconvenience>([&](const Call& call, auto& kept) {
      return world_.app.contact_wishes.EndInconvenience(call, {debtor_.id, recorded.id, {}}, kept);
    });
  };
  world_.clock.Advance(absl::Hours(1));
  const Inconvenience ended = ValueOf(end());
  EXPECT_EQ(ended.until, world_.clock.Now());
  world_.clock.Advance(absl::Hours(1));
  EXPECT_EQ(ValueOf(end()), ended);
  work.place = Place::kNone;
  EXPECT_THAT(Ask(work), IsRefused(Reason::kFieldInvalid));
}

TEST_F(RecordPartsTest, LocationsNameZonesThatExist) {
  Location told;
  told.source = LocationSource::kTold;
  told.time_zones = {"America/New_York"};
  told.until = world_.clock.Now() + absl::Hours(48);
  told.provenance = Told();
  ASSERT_THAT(Locate(told), IsOk());
  EXPECT_THAT(Record().locations, SizeIs(1));
  told.time_zones.emplace_back("Atlantis/Port");
  const auto refused = Locate(told);
  EXPECT_THAT(ViolationsOf(refused.status()),
              ElementsAre(Violation{"location.time_zones[1]", Fault::kTimeZoneUnknown}));
}

TEST_F(RecordPartsTest, NeedsKeepTheirReasonOnlyWithExplicitConsent) {
  const SupportNeed without = ValueOf(Need(ANeed()));
  EXPECT_FALSE(without.vulnerability.has_value());
  SupportNeed consented = ANeed();
  consented.vulnerability->consent = AWord();
  const SupportNeed with = ValueOf(Need(consented));
  EXPECT_EQ(with.vulnerability, consented.vulnerability);
  EXPECT_THAT(Record().needs, ElementsAre(without, with));
  const SupportNeed forgotten = ValueOf(EndNeed(with, /*only_the_reason=*/true));
  EXPECT_FALSE(forgotten.vulnerability.has_value());
  EXPECT_FALSE(forgotten.until.has_value());
}

TEST_F(RecordPartsTest, NeedsThatAreOverNeedNoReason) {
  SupportNeed consented = ANeed();
  consented.vulnerability->consent = AWord();
  const SupportNeed ended = ValueOf(EndNeed(ValueOf(Need(consented))));
  EXPECT_EQ(ended.until, TestToday());
  EXPECT_FALSE(ended.vulnerability.has_value());
  EXPECT_EQ(ValueOf(EndNeed(ended)), ended);
  EXPECT_THAT(EndNeed(SupportNeed()), IsRefused(Reason::kSupportNeedNotFound));
}

}  // namespace
}  // namespace parley
