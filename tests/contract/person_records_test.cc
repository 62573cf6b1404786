// SPDX-License-Identifier: Apache-2.0
// The record of a person: what is added, changed, found by a contact point, and left by an erasure.
#include <vector>

#include "tests/contract/contract.h"
#include "tests/contract/person_parts.h"
#include "tests/contract/records.h"
#include "tests/support/domain/status_matchers.h"

namespace parley {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

constexpr auto kOther = NumberedId<DebtorId>(2);

class PersonRecordsContract : public StoreContract {
 protected:
  void SetUp() override {
    StoreContract::SetUp();
    if (IsSkipped()) return;
    expected_.debtor = Have(ADebtor().Build());
    Have(ADebtor(2).Build());
  }

  absl::Status Write(const std::function<void(PersonRecords&)>& work, DebtorId debtor = kDebtor) {
    return Record(debtor, [&](UnitOfWork& unit) { work(unit.person_records()); });
  }
  absl::Status Add(const RecordPart& part) {
    return Write([&](PersonRecords& records) { records.Add(kDebtor, part); });
  }
  absl::Status Replace(const RecordPart& part) {
    return Write([&](PersonRecords& records) { records.Replace(kDebtor, part); });
  }
  absl::Status Append(const RecordFact& fact) {
    return Write([&](PersonRecords& records) { records.Append(kDebtor, fact); });
  }
  absl::Status AddPoint(const KnownPoint& point, std::uint8_t key = 1) {
    return Write([&](PersonRecords& records) { records.Add(point, NumberedFingerprint(key)); },
                 point.debtor);
  }
  absl::Status ReplacePoint(const KnownPoint& point) {
    return Write([&](PersonRecords& records) { records.Replace(point); });
  }

  DebtorRecord Read(DebtorId debtor = kDebtor) {
    return ValueOf(world().directory().GetRecord(kTenant, debtor));
  }
  std::vector<DebtorId> Reached(std::uint8_t key, int most = 10) {
    std::vector<DebtorId> ids;
    for (const Debtor& debtor :
         ValueOf(world().directory().FindReached(kTenant, NumberedFingerprint(key), most))) {
      ids.push_back(debtor.id);
    }
    return ids;
  }
  // Of debtor 1, whose own revision goes up with each change.
  void ExpectRecord() {
    DebtorRecord found = Read();
    EXPECT_THAT(Run(kDebtor,
                    [&](UnitOfWork& unit) {
                      EXPECT_EQ(ValueOf(unit.person_records().Find(kDebtor)), found);
                      return absl::OkStatus();
                    }),
                IsOk());
    expected_.debtor.revision = found.debtor.revision;
    EXPECT_EQ(found, expected_);
  }

  DebtorRecord expected_;
};
PARLEY_OVER_EVERY_STORE(PersonRecordsContract);

TEST_P(PersonRecordsContract, AreEmptyAtFirstAndNobodysForStrangers) {
  ExpectRecord();
  const auto stranger = NumberedId<DebtorId>(9);
  EXPECT_THAT(world().directory().GetRecord(kTenant, stranger), IsRefused(Reason::kDebtorNotFound));
  EXPECT_THAT(world().directory().GetRecord(NumberedId<TenantId>(2), kDebtor),
              IsRefused(Reason::kDebtorNotFound));
  EXPECT_THAT(Reached(1), IsEmpty());
}

TEST_P(PersonRecordsContract, ComeBackEqualWithEverythingExtreme) {
  Hold hold;
  hold.id = NumberedId<HoldId>(1);
  hold.debtor = kDebtor;
  hold.type = HoldType::kRespite;
  hold.from = Day(2026, 2, 1);
  hold.source = Secret("adviser");
  hold.actor = "agent-1";
  hold.revision = 2;
  hold.created_time = TestNow();
  hold.updated_time = TestNow();
  const OptOut lifted = [] {
    OptOut opt_out = AnOptOut();
    opt_out.scope = FullScope();
    opt_out.how = Channel::kLetter;
    opt_out.lifted = Late();
    opt_out.lift_source = Secret("the person, by letter");
    return opt_out;
  }();
  ASSERT_THAT(Record(kDebtor,
                     [&](UnitOfWork& unit) {
                       PersonRecords& records = unit.person_records();
                       records.Add(FullPoint(), NumberedFingerprint(1));
                       records.Append(kDebtor, FullConsent());
                       records.Append(kDebtor, ALocation({"America/Los_Angeles"}));
                       records.Append(kDebtor, ATry(false));
                       records.Append(kDebtor, SomePreferences());
                       records.Append(kDebtor, WorkHours{AWindow()});
                       records.Add(kDebtor, lifted);
                       records.Add(kDebtor, AnInconvenience());
                       records.Add(kDebtor, ANeed());
                       records.Add(kDebtor, ARepresentative());
                       records.Bar(kDebtor, Barred(1, SuppressionCause::kOptOut));
                       unit.holds().Add(hold);
                     }),
              IsOk());
  expected_ = {expected_.debtor,
               {FullPoint()},
               {Barred(1, SuppressionCause::kOptOut)},
               SomePreferences(),
               {FullConsent()},
               {lifted},
               {AnInconvenience()},
               {ALocation({"America/Los_Angeles"})},
               {AWindow()},
               {ANeed()},
               {ARepresentative()},
               {ATry(false)},
               {hold}};
  ExpectRecord();
  EXPECT_EQ(Read(kOther).points, std::vector<KnownPoint>());
}

TEST_P(PersonRecordsContract, ComeBackEqualWithAsLittleAsThereMayBe) {
  SupportNeed need;
  need.id = NumberedId<SupportNeedId>(1);
  need.review = Day(2026, 6, 1);
  Inconvenience inconvenience;
  inconvenience.id = NumberedId<InconvenienceId>(1);
  Representative claimed;
  claimed.id = NumberedId<RepresentativeId>(1);
  ASSERT_THAT(Write([&](PersonRecords& records) {
                records.Add(APoint(), NumberedFingerprint(1));
                records.Append(kDebtor, AConsent());
                records.Append(kDebtor, Location());
                records.Append(kDebtor, VerificationTry());
                records.Add(kDebtor, AnOptOut());
                records.Add(kDebtor, inconvenience);
                records.Add(kDebtor, need);
                records.Add(kDebtor, claimed);
              }),
              IsOk());
  expected_.points = {APoint()};
  expected_.consents = {AConsent()};
  expected_.locations = {Location()};
  expected_.verifications = {VerificationTry()};
  expected_.opt_outs = {AnOptOut()};
  expected_.inconveniences = {inconvenience};
  expected_.needs = {need};
  expected_.representatives = {claimed};
  ExpectRecord();
}

TEST_P(PersonRecordsContract, KeepDifficultTexts) {
  int number = 0;
  for (const std::string& text : DifficultTexts()) {
    ConsentFact fact = AConsent(++number);
    fact.evidence = Secret(text);
    ASSERT_THAT(Append(fact), IsOk()) << text;
    expected_.consents.push_back(fact);
  }
  ExpectRecord();
}

TEST_P(PersonRecordsContract, StandInTheOrderOfIdsOrElseAsTheyWereAdded) {
  ASSERT_THAT(Append(AConsent(2)), IsOk());
  ASSERT_THAT(Append(AConsent(1)), IsOk());
  ASSERT_THAT(AddPoint(APoint(2)), IsOk());
  ASSERT_THAT(AddPoint(APoint(1)), IsOk());
  ASSERT_THAT(Write([&](PersonRecords& records) {
                records.Append(kDebtor, ALocation({"Europe/Vienna"}));
                records.Append(kDebtor, ALocation({"Europe/Berlin"}));
              }),
              IsOk());
  ASSERT_THAT(Append(ALocation({"Africa/Abidjan"})), IsOk());
  expected_.consents = {AConsent(1), AConsent(2)};
  expected_.points = {APoint(1), APoint(2)};
  expected_.locations = {ALocation({"Europe/Vienna"}), ALocation({"Europe/Berlin"}),
                         ALocation({"Africa/Abidjan"})};
  ExpectRecord();
}

TEST_P(PersonRecordsContract, TakeTheLastWordAboutPreferencesAndWorkingHours) {
  ASSERT_THAT(Append(SomePreferences()), IsOk());
  ASSERT_THAT(Append(WorkHours{AWindow()}), IsOk());
  ASSERT_THAT(Write([&](PersonRecords& records) {
                records.Append(kDebtor, Preferences());
                records.Append(kDebtor, Preferences{{}, {"de"}, {}});
                records.Append(kDebtor, WorkHours());
              }),
              IsOk());
  expected_.preferences.languages = {"de"};
  ExpectRecord();
}

TEST_P(PersonRecordsContract, ChangeWhatHasALife) {
  OptOut opt_out = AnOptOut();
  SupportNeed need = ANeed();
  Representative representative = ARepresentative();
  KnownPoint point = APoint();
  ASSERT_THAT(AddPoint(point), IsOk());
  for (const RecordPart& part : {RecordPart(opt_out), RecordPart(need), RecordPart(representative),
                                 RecordPart(AnOptOut(2))}) {
    ASSERT_THAT(Add(part), IsOk());
  }
  opt_out.lifted = Late();
  need.vulnerability.reset();
  representative.state = RepresentationState::kRevoked;
  representative.revision = 9;
  point.state = PointState::kVerified;
  point.revision = 9;
  for (const RecordPart& part :
       {RecordPart(opt_out), RecordPart(need), RecordPart(representative)}) {
    ASSERT_THAT(Replace(part), IsOk());
  }
  ASSERT_THAT(ReplacePoint(point), IsOk());
  expected_.opt_outs = {opt_out, AnOptOut(2)};
  expected_.needs = {need};
  expected_.representatives = {representative};
  expected_.points = {point};
  ExpectRecord();
}

TEST_P(PersonRecordsContract, AddAnIdOnce) {
  ASSERT_THAT(Append(AConsent()), IsOk());
  ASSERT_THAT(Add(AnOptOut()), IsOk());
  ASSERT_THAT(AddPoint(APoint()), IsOk());
  EXPECT_THAT(Append(FullConsent()), IsRefused(Reason::kWriteConflict));
  EXPECT_THAT(Add(AnOptOut()), IsRefused(Reason::kWriteConflict));
  EXPECT_THAT(AddPoint(FullPoint()), IsRefused(Reason::kWriteConflict));
  expected_.consents = {AConsent()};
  expected_.opt_outs = {AnOptOut()};
  expected_.points = {APoint()};
  ExpectRecord();
}

TEST_P(PersonRecordsContract, AreNotReplacedByAStaleCopyOrWhenTheyAreUnknown) {
  EXPECT_THAT(Replace(AnOptOut()), IsRefused(Reason::kWriteConflict));
  EXPECT_THAT(ReplacePoint(APoint()), IsRefused(Reason::kWriteConflict));
  ASSERT_THAT(AddPoint(APoint()), IsOk());
  EXPECT_THAT(ReplacePoint(APoint()), IsRefused(Reason::kWriteConflict));
  ASSERT_THAT(Add(ARepresentative()), IsOk());
  EXPECT_THAT(Replace(ARepresentative()), IsRefused(Reason::kWriteConflict));
}

TEST_P(PersonRecordsContract, LeaveNoTraceOfWorkThatFails) {
  const Trace before = TraceOf(kDebtor);
  EXPECT_THAT(Run(kDebtor,
                  [&](UnitOfWork& unit) {
                    unit.person_records().Add(APoint(), NumberedFingerprint(1));
                    unit.person_records().Append(kDebtor, AConsent());
                    unit.person_records().Bar(kDebtor, Barred(1, SuppressionCause::kBounce));
                    return Refuse(Reason::kEtagStale);
                  }),
              IsRefused(Reason::kEtagStale));
  EXPECT_EQ(TraceOf(kDebtor), before);
  EXPECT_THAT(Reached(1), IsEmpty());
  ExpectRecord();
}

TEST_P(PersonRecordsContract, RaiseTheDebtorsRevisionOnce) {
  const std::int64_t before = HeadOf(kDebtor).revision;
  ASSERT_THAT(Write([&](PersonRecords& records) {
                records.Add(APoint(), NumberedFingerprint(1));
                records.Append(kDebtor, AConsent());
                records.Bar(kDebtor, Barred(1, SuppressionCause::kBounce));
              }),
              IsOk());
  EXPECT_EQ(HeadOf(kDebtor).revision, before + 1);
}

TEST_P(PersonRecordsContract, NeedTheDebtorsLock) {
  EXPECT_THAT(
      Record(kOther, [&](UnitOfWork& unit) { unit.person_records().Append(kDebtor, AConsent()); }),
      IsRefused(Reason::kInternal));
}

TEST_P(PersonRecordsContract, KeepAnAddressBarredSinceTheFirstTime) {
  BarredAddress again = Barred(2, SuppressionCause::kBounce);
  again.since = Late();
  for (const BarredAddress& address :
       {Barred(2, SuppressionCause::kWrongPerson), Barred(2, SuppressionCause::kBounce), again,
        Barred(1, SuppressionCause::kComplaint)}) {
    ASSERT_THAT(Write([&](PersonRecords& records) { records.Bar(kDebtor, address); }), IsOk());
  }
  expected_.barred = {Barred(1, SuppressionCause::kComplaint), Barred(2, SuppressionCause::kBounce),
                      Barred(2, SuppressionCause::kWrongPerson)};
  ExpectRecord();
}

TEST_P(PersonRecordsContract, FindWhoIsReachedAtAContactPoint) {
  KnownPoint others = APoint(1);
  others.debtor = kOther;
  ASSERT_THAT(AddPoint(others), IsOk());
  ASSERT_THAT(AddPoint(APoint(1)), IsOk());
  ASSERT_THAT(AddPoint(APoint(2)), IsOk());
  ASSERT_THAT(AddPoint(APoint(3), 2), IsOk());
  EXPECT_THAT(Reached(1), ElementsAre(kDebtor, kOther));
  EXPECT_THAT(Reached(1, 1), ElementsAre(kDebtor));
  EXPECT_THAT(Reached(2), ElementsAre(kDebtor));
  EXPECT_THAT(Reached(3), IsEmpty());
}

TEST_P(PersonRecordsContract, FindNobodyAtWhatIsNotTheirsAnyMore) {
  for (const PointState state : {PointState::kRetired, PointState::kSuppressed}) {
    const int number = static_cast<int>(state);
    KnownPoint point = APoint(number);
    ASSERT_THAT(AddPoint(point), IsOk());
    EXPECT_THAT(Reached(1), ElementsAre(kDebtor));
    point.state = state;
    point.cause = SuppressionCause::kWrongPerson;
    point.cause_time = Late();
    point.revision = 9;
    ASSERT_THAT(ReplacePoint(point), IsOk());
    EXPECT_THAT(Reached(1), IsEmpty());
  }
  KnownPoint strangers = FullPoint();
  strangers.cause = SuppressionCause::kWrongPerson;
  ASSERT_THAT(AddPoint(strangers), IsOk());
  EXPECT_THAT(Reached(1), IsEmpty());
}

TEST_P(PersonRecordsContract, StillFindWhoSuppressedAPoint) {
  ASSERT_THAT(AddPoint(APoint()), IsOk());
  KnownPoint suppressed = FullPoint();
  suppressed.revision = 9;
  ASSERT_THAT(ReplacePoint(suppressed), IsOk());
  EXPECT_THAT(Reached(1), ElementsAre(kDebtor));
}

TEST_P(PersonRecordsContract, OfTheErasedAreBarredAddressesAlone) {
  KnownPoint others = APoint();
  others.debtor = kOther;
  ASSERT_THAT(AddPoint(others), IsOk());
  const auto write = [&](int number) {
    return Write([&](PersonRecords& records) {
      records.Add(APoint(number), NumberedFingerprint(1));
      records.Append(kDebtor, AConsent(number));
      records.Append(kDebtor, SomePreferences());
      records.Add(kDebtor, AnOptOut(number));
      records.Bar(kDebtor,
                  Barred(static_cast<std::uint8_t>(number), SuppressionCause::kWrongPerson));
    });
  };
  ASSERT_THAT(write(1), IsOk());
  ASSERT_THAT(Record(kDebtor, [](UnitOfWork& unit) { unit.debtors().EraseTexts(kDebtor); }),
              IsOk());
  ASSERT_THAT(write(2), IsOk());
  expected_.debtor = Read().debtor;
  expected_.barred = {Barred(1, SuppressionCause::kWrongPerson),
                      Barred(2, SuppressionCause::kWrongPerson)};
  ExpectRecord();
  EXPECT_THAT(Reached(1), ElementsAre(kOther));
  EXPECT_THAT(Read(kOther).points, ElementsAre(others));
}

TEST_P(PersonRecordsContract, AreErasedInTheTransactionThatAddsToThem) {
  ASSERT_THAT(Record(kDebtor,
                     [](UnitOfWork& unit) {
                       unit.person_records().Add(APoint(), NumberedFingerprint(1));
                       unit.debtors().EraseTexts(kDebtor);
                     }),
              IsOk());
  EXPECT_THAT(Read().points, IsEmpty());
  EXPECT_THAT(Reached(1), IsEmpty());
}

}  // namespace
}  // namespace parley
