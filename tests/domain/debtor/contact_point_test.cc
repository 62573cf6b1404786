// SPDX-License-Identifier: Apache-2.0
#include "domain/debtor/contact_point.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <utility>
#include <vector>

#include "tests/domain/debtor/record_facts.h"
#include "tests/support/domain/builders.h"
#include "tests/support/domain/status_matchers.h"

namespace parley {
namespace {

using ::testing::IsEmpty;

KnownPoint Suppressed(SuppressionCause cause) {
  return ValueOf(SuppressPoint(APhone(), cause, TestNow()));
}

TEST(CheckContactPoint, FindsNothingInSoundOnes) {
  EXPECT_THAT(FaultsOf(CheckContactPoint, APhone()), IsEmpty());
  EXPECT_THAT(FaultsOf(CheckContactPoint, AnEmail()), IsEmpty());
  EXPECT_THAT(FaultsOf(CheckContactPoint, APostalAddress()), IsEmpty());
  KnownPoint chat = APhone();
  chat.type = PointType::kChat;
  chat.address = Secret("someone:4711");
  EXPECT_THAT(FaultsOf(CheckContactPoint, chat), IsEmpty());
}

TEST(CheckContactPoint, AsksForTheFormOfItsType) {
  for (const PointType type : {PointType::kPhone, PointType::kEmail}) {
    KnownPoint point = APhone();
    point.type = type;
    point.address = Secret("ask me");
    EXPECT_EQ(FaultsOf(CheckContactPoint, point), (Faults{{"it.address", Fault::kMalformed}}));
    point.address = Secret("");
    EXPECT_EQ(FaultsOf(CheckContactPoint, point), (Faults{{"it.address", Fault::kRequired}}));
  }
}

TEST(CheckContactPoint, AsksPostForItsCountry) {
  KnownPoint point = APostalAddress();
  point.region.clear();
  EXPECT_EQ(FaultsOf(CheckContactPoint, point), (Faults{{"it.region", Fault::kRequired}}));
  point.region = "Germany";
  EXPECT_EQ(FaultsOf(CheckContactPoint, point), (Faults{{"it.region", Fault::kRegionMalformed}}));
}

TEST(CheckContactPoint, HasAPostalCodeOnlyOfPost) {
  KnownPoint point = APhone();
  point.postal_code = Secret("99999");
  EXPECT_EQ(FaultsOf(CheckContactPoint, point), (Faults{{"it.postal_code", Fault::kUnknownValue}}));
}

TEST(ChannelsOf, KnowsByWhatATypeIsReached) {
  EXPECT_TRUE(ChannelsOf(PointType::kPhone).Has(Channel::kSms));
  EXPECT_FALSE(ChannelsOf(PointType::kPhone).Has(Channel::kEmail));
  EXPECT_TRUE(ChannelsOf(PointType::kEmail).Has(Channel::kEmail));
  EXPECT_TRUE(ChannelsOf(PointType::kPostal).Has(Channel::kLetter));
  EXPECT_TRUE(ChannelsOf(PointType::kChat).Has(Channel::kDirectMessage));
}

TEST(VerifyPoint, TakesAnAddressForTheirs) {
  const KnownPoint verified = ValueOf(VerifyPoint(APhone(), TestNow()));
  EXPECT_EQ(verified.state, PointState::kVerified);
  EXPECT_EQ(verified.last_success, TestNow());
  EXPECT_TRUE(IsUsable(verified));
}

TEST(VerifyPoint, UndoesABounceAndNothingElse) {
  const KnownPoint again = ValueOf(VerifyPoint(Suppressed(SuppressionCause::kBounce), TestNow()));
  EXPECT_EQ(again.state, PointState::kVerified);
  EXPECT_EQ(again.cause, std::nullopt);
  for (const SuppressionCause cause :
       {SuppressionCause::kComplaint, SuppressionCause::kWrongPerson, SuppressionCause::kOptOut}) {
    EXPECT_THAT(VerifyPoint(Suppressed(cause), TestNow()),
                IsRefused(Reason::kContactPointSuppressed));
  }
}

TEST(SuppressPoint, KeepsTheGraverCause) {
  EXPECT_FALSE(IsUsable(Suppressed(SuppressionCause::kBounce)));
  const KnownPoint wrong = Suppressed(SuppressionCause::kWrongPerson);
  EXPECT_EQ(wrong.cause_time, TestNow());
  const KnownPoint later =
      ValueOf(SuppressPoint(wrong, SuppressionCause::kBounce, TestNow() + absl::Hours(1)));
  EXPECT_EQ(later.cause, SuppressionCause::kWrongPerson);
  EXPECT_EQ(later.cause_time, TestNow());
  const KnownPoint bounced = Suppressed(SuppressionCause::kBounce);
  EXPECT_EQ(ValueOf(SuppressPoint(bounced, SuppressionCause::kOptOut, TestNow())).cause,
            SuppressionCause::kOptOut);
}

TEST(RetirePoint, IsTheEndOfIt) {
  const KnownPoint retired = RetirePoint(Suppressed(SuppressionCause::kComplaint), TestNow());
  EXPECT_EQ(retired.state, PointState::kRetired);
  EXPECT_EQ(retired.cause, SuppressionCause::kComplaint);
  EXPECT_FALSE(IsUsable(retired));
  EXPECT_EQ(RetirePoint(retired, TestNow() + absl::Hours(1)), retired);
  EXPECT_THAT(VerifyPoint(retired, TestNow()), IsRefused(Reason::kContactPointRetired));
  EXPECT_THAT(SuppressPoint(retired, SuppressionCause::kBounce, TestNow()),
              IsRefused(Reason::kContactPointRetired));
}

TEST(QualityOf, FollowsHowTheLastAttemptsWent) {
  KnownPoint point = APhone();
  EXPECT_EQ(QualityOf(point), PointQuality::kUntried);
  point = WithSuccess(point, TestNow());
  EXPECT_EQ(QualityOf(point), PointQuality::kGood);
  point = WithFailure(point, TestNow() + absl::Hours(1));
  EXPECT_EQ(QualityOf(point), PointQuality::kDoubtful);
  point = WithFailure(point, TestNow() + absl::Hours(2));
  point = WithFailure(point, TestNow() + absl::Hours(3));
  EXPECT_EQ(QualityOf(point), PointQuality::kFailing);
  EXPECT_EQ(QualityOf(WithSuccess(point, TestNow() + absl::Hours(4))), PointQuality::kGood);
}

TEST(QualityOf, IsNotShakenByWhatIsToldLate) {
  const KnownPoint good = WithSuccess(APhone(), TestNow());
  const KnownPoint late = WithFailure(good, TestNow() - absl::Hours(1));
  EXPECT_EQ(QualityOf(late), PointQuality::kGood);
  const KnownPoint bad = WithFailure(APhone(), TestNow());
  const KnownPoint earlier = WithSuccess(bad, TestNow() - absl::Hours(1));
  EXPECT_EQ(QualityOf(earlier), PointQuality::kDoubtful);
  EXPECT_EQ(earlier.last_failure, TestNow());
}

TEST(RestoreContactPoint, RefusesARowThatBreaksAnInvariant) {
  EXPECT_THAT(RestoreContactPoint(APhone()), IsOkAnd(APhone()));
  EXPECT_THAT(RestoreContactPoint(RetirePoint(Suppressed(SuppressionCause::kBounce), TestNow())),
              IsOk());
  KnownPoint nameless = APhone();
  nameless.id = {};
  KnownPoint nobodys = APhone();
  nobodys.debtor = {};
  KnownPoint causeless = APhone();
  causeless.state = PointState::kSuppressed;
  KnownPoint caused = APhone();
  caused.cause = SuppressionCause::kBounce;
  KnownPoint timeless = Suppressed(SuppressionCause::kBounce);
  timeless.cause_time.reset();
  KnownPoint miscounted = APhone();
  miscounted.failures = 1;
  KnownPoint unrevised = APhone();
  unrevised.revision = 0;
  for (const KnownPoint& point :
       {nameless, nobodys, causeless, caused, timeless, miscounted, unrevised}) {
    EXPECT_THAT(RestoreContactPoint(point), IsRefused(Reason::kRecordCorrupt));
  }
}

TEST(ReportWrongPerson, UnlinksAnAddressForGood) {
  const Fingerprint key = NumberedFingerprint(1);
  const KnownPoint unlinked = ReportWrongPerson(APhone(), TestNow());
  EXPECT_EQ(unlinked.state, PointState::kSuppressed);
  EXPECT_EQ(unlinked.cause, SuppressionCause::kWrongPerson);
  EXPECT_THAT(VerifyPoint(unlinked, TestNow()), IsRefused(Reason::kContactPointSuppressed));
  for (const GivenBy given_by : {GivenBy::kPerson, GivenBy::kOther}) {
    EXPECT_THAT(LinkPoint(APhone(), key, std::vector{Bar(unlinked, key)}, given_by),
                IsRefused(Reason::kContactPointOfAnother));
  }
  const KnownPoint old = ReportWrongPerson(RetirePoint(APhone(), TestNow()), TestNow());
  EXPECT_EQ(old.state, PointState::kRetired);
  EXPECT_THAT(RestoreContactPoint(old), IsOk());
}

TEST(LinkPoint, KeepsAnAddressAsSuppressedAsItWas) {
  const Fingerprint key = NumberedFingerprint(1);
  const std::vector<BarredAddress> barred = {Bar(Suppressed(SuppressionCause::kOptOut), key)};
  const KnownPoint back = ValueOf(LinkPoint(APhone(), key, barred, GivenBy::kOther));
  EXPECT_EQ(back.state, PointState::kSuppressed);
  EXPECT_EQ(back.cause, SuppressionCause::kOptOut);
  EXPECT_EQ(back.cause_time, barred.front().since);
  EXPECT_EQ(back.updated_time, APhone().updated_time);
  EXPECT_THAT(RestoreContactPoint(back), IsOk());
  EXPECT_THAT(LinkPoint(APhone(), key, barred, GivenBy::kPerson), IsOkAnd(APhone()));
  EXPECT_THAT(LinkPoint(APhone(), NumberedFingerprint(2), barred, GivenBy::kOther),
              IsOkAnd(APhone()));
}

TEST(ContactPointWords, AreReadAndWritten) {
  EXPECT_EQ(WordFor(PointType::kPostal), "POSTAL");
  EXPECT_EQ(Worded<PointState>("SUPPRESSED"), PointState::kSuppressed);
  EXPECT_EQ(WordFor(SuppressionCause::kOptOut), "OPT_OUT");
  EXPECT_EQ(Worded<PointQuality>("FAILING"), PointQuality::kFailing);
  EXPECT_EQ(Worded<PointState>("failing"), std::nullopt);
}

}  // namespace
}  // namespace parley
