// SPDX-License-Identifier: Apache-2.0
// What a person told of their life, promised and raised, as parts of their record.
#include <vector>

#include "tests/contract/contract.h"
#include "tests/contract/person_parts.h"
#include "tests/contract/records.h"
#include "tests/support/domain/status_matchers.h"

namespace parley {
namespace {

using testing::ElementsAre;

class CasePartsContract : public StoreContract {
 protected:
  void SetUp() override {
    StoreContract::SetUp();
    if (!IsSkipped()) Have(ADebtor().Build());
  }

  absl::Status Add(const RecordPart& part) {
    return Record(kDebtor, [&](UnitOfWork& unit) { unit.person_records().Add(kDebtor, part); });
  }
  absl::Status Replace(const RecordPart& part) {
    return Record(kDebtor, [&](UnitOfWork& unit) { unit.person_records().Replace(kDebtor, part); });
  }
  DebtorRecord Read() { return ValueOf(world().directory().GetRecord(kTenant, kDebtor)); }
};
PARLEY_OVER_EVERY_STORE(CasePartsContract);

LifeCircumstance FullCircumstance() {
  LifeCircumstance one;
  one.id = NumberedId<CircumstanceId>(1);
  one.event = LifeEvent::kOther;
  one.note = Secret("Two lines\nand 'quotes', 例");
  one.condition = Vulnerability{VulnerabilityDriver::kResilience, Secret("a reason"),
                                ExplicitConsent{"v2", TestNow(), Late()}};
  one.from = Day(1900, 1, 1);
  one.until = Day(9999, 12, 31);
  one.evidence = EvidenceState::kRequested;
  one.review = Day(2026, 6, 1);
  one.told_in = NumberedId<CommunicationId>(7);
  one.end_reason = Secret("over");
  one.provenance = ANeed().provenance;
  return one;
}

Promise FullPromise() {
  Promise promise;
  promise.id = NumberedId<PromiseId>(1);
  promise.debt = NumberedId<DebtId>(1);
  promise.amount = Money(kLargestBalance, CurrencyOf("KWD"));
  promise.due = Day(2027, 2, 28);
  promise.channel = Channel::kPublicPost;
  promise.told_in = NumberedId<CommunicationId>(7);
  promise.taker = "agent-1";
  promise.state = PromiseState::kPending;
  promise.end_reason = Secret("\\ \"never\"");
  promise.revision = 2;
  promise.created_time = TestNow();
  promise.updated_time = TestNow() + absl::Microseconds(1);
  return promise;
}

DebtDispute FullDispute() {
  DebtDispute dispute;
  dispute.id = NumberedId<DisputeId>(1);
  dispute.debt = NumberedId<DebtId>(1);
  dispute.ground = DisputeGround::kOther;
  dispute.disputed = Money(1, CurrencyOf("JPY"));
  dispute.statement = Secret("not mine");
  dispute.evidence = {Secret("one"), Secret("two")};
  dispute.state = DisputeState::kClosed;
  dispute.outcome = DisputeOutcome::kDuplicate;
  dispute.hold = NumberedId<HoldId>(3);
  dispute.like = NumberedId<DisputeId>(9);
  dispute.told_in = NumberedId<CommunicationId>(7);
  dispute.answered_in = NumberedId<CommunicationId>(8);
  dispute.answer_by = Day(2026, 2, 28);
  dispute.breached = true;
  dispute.window_until = Day(2026, 3, 3);
  dispute.adjusted = Money(1, CurrencyOf("JPY"));
  dispute.adjusting_entry = NumberedId<EntryId>(4);
  dispute.reflection = NumberedId<ReflectionId>(5);
  dispute.finding = Secret("as in March");
  dispute.source = Secret("the debtor");
  dispute.actor = "agent-1";
  dispute.revision = 2;
  dispute.created_time = TestNow();
  dispute.updated_time = TestNow() + absl::Microseconds(1);
  return dispute;
}

Complaint FullComplaint() {
  Complaint complaint;
  complaint.id = NumberedId<ComplaintId>(1);
  complaint.debt = NumberedId<DebtId>(1);
  complaint.what = Secret("You called me at work.");
  complaint.state = ComplaintState::kReferred;
  complaint.received = Day(2026, 3, 6);
  complaint.acknowledge_by = Day(2026, 3, 13);
  complaint.summary_by = Day(2026, 3, 11);
  complaint.answer_by = Day(2026, 5, 1);
  complaint.hold = NumberedId<HoldId>(3);
  complaint.told_in = NumberedId<CommunicationId>(7);
  complaint.answered_in = NumberedId<CommunicationId>(8);
  complaint.answer = Secret("sorry");
  complaint.root_cause = Secret("a cause");
  complaint.redress = Secret("none");
  complaint.breached = true;
  complaint.times_reopened = 2;
  complaint.source = Secret("the debtor");
  complaint.actor = "agent-1";
  complaint.revision = 2;
  complaint.created_time = TestNow();
  complaint.updated_time = TestNow() + absl::Microseconds(1);
  return complaint;
}

CallbackRequest FullCallback() {
  CallbackRequest request;
  request.id = NumberedId<CallbackId>(1);
  request.debt = NumberedId<DebtId>(1);
  request.point = NumberedId<ContactPointId>(2);
  request.slot = CallSlot{TestNow(), TestNow() + absl::Microseconds(1)};
  request.wished = Day(9999, 12, 31);
  request.about = Secret("two lines\nand \"quotes\", 例");
  request.told_in = NumberedId<CommunicationId>(7);
  request.kept_in = NumberedId<CommunicationId>(8);
  request.state = CallbackState::kKept;
  request.end_reason = Secret("\\ \"never\"");
  request.actor = "agent-1";
  request.revision = 2;
  request.created_time = TestNow();
  request.updated_time = TestNow() + absl::Microseconds(1);
  return request;
}

Reflection FullReflection() {
  Reflection reflection;
  reflection.id = NumberedId<ReflectionId>(1);
  reflection.version = 50;
  reflection.points = {
      {UnderstoodKind::kCircumstance, NumberedUuid(9), "JOB_LOST", {}, Day(1900, 1, 1)},
      {UnderstoodKind::kPromise, NumberedUuid(8), "", Money(kLargestBalance, CurrencyOf("KWD")),
       Day(9999, 12, 31)},
      {UnderstoodKind::kComplaint, NumberedUuid(7), "", {}, {}}};
  reflection.state = ReflectionState::kCorrected;
  reflection.correction = Secret("It was in March, 例.");
  reflection.told_in = NumberedId<CommunicationId>(7);
  reflection.actor = "agent-1";
  reflection.decided_by = "agent-2";
  reflection.revision = 2;
  reflection.created_time = TestNow();
  reflection.updated_time = TestNow() + absl::Microseconds(1);
  return reflection;
}

TEST_P(CasePartsContract, ComeBackEqualWithEverythingExtreme) {
  for (const RecordPart& part :
       {RecordPart(FullCircumstance()), RecordPart(FullPromise()), RecordPart(FullDispute()),
        RecordPart(FullComplaint()), RecordPart(FullCallback()), RecordPart(FullReflection())}) {
    ASSERT_THAT(Add(part), IsOk());
  }
  const DebtorRecord record = Read();
  EXPECT_THAT(record.circumstances, ElementsAre(FullCircumstance()));
  EXPECT_THAT(record.promises, ElementsAre(FullPromise()));
  EXPECT_THAT(record.disputes, ElementsAre(FullDispute()));
  EXPECT_THAT(record.complaints, ElementsAre(FullComplaint()));
  EXPECT_THAT(record.callbacks, ElementsAre(FullCallback()));
  EXPECT_THAT(record.reflections, ElementsAre(FullReflection()));
}

TEST_P(CasePartsContract, ComeBackEqualWithAsLittleAsThereMayBe) {
  LifeCircumstance circumstance;
  circumstance.id = NumberedId<CircumstanceId>(1);
  DebtDispute dispute;
  dispute.id = NumberedId<DisputeId>(1);
  Complaint complaint;
  complaint.id = NumberedId<ComplaintId>(1);
  CallbackRequest callback;
  callback.id = NumberedId<CallbackId>(1);
  Reflection reflection;
  reflection.id = NumberedId<ReflectionId>(1);
  for (const RecordPart& part :
       {RecordPart(circumstance), RecordPart(dispute), RecordPart(complaint), RecordPart(callback),
        RecordPart(reflection)}) {
    ASSERT_THAT(Add(part), IsOk());
  }
  const DebtorRecord record = Read();
  EXPECT_THAT(record.circumstances, ElementsAre(circumstance));
  EXPECT_THAT(record.disputes, ElementsAre(dispute));
  EXPECT_THAT(record.complaints, ElementsAre(complaint));
  EXPECT_THAT(record.callbacks, ElementsAre(callback));
  EXPECT_THAT(record.reflections, ElementsAre(reflection));
}

TEST_P(CasePartsContract, AreReplacedByALaterRevisionOnly) {
  ASSERT_THAT(Add(FullPromise()), IsOk());
  EXPECT_THAT(Replace(FullPromise()), IsRefused(Reason::kWriteConflict));
  Promise kept = FullPromise();
  kept.state = PromiseState::kCancelled;
  kept.revision = 3;
  ASSERT_THAT(Replace(kept), IsOk());
  EXPECT_THAT(Read().promises, ElementsAre(kept));
  DebtDispute unknown = FullDispute();
  EXPECT_THAT(Replace(unknown), IsRefused(Reason::kWriteConflict));
}

TEST_P(CasePartsContract, AreReadWithWhatBearsOnContact) {
  ASSERT_THAT(Add(FullPromise()), IsOk());
  const std::vector<DebtorId> debtors = {kDebtor};
  const ContactMoment moment{TestNow(), {TestNow(), TestNow()}};
  const auto found = world().contact_log().RecordsOf(kTenant, debtors, moment);
  ASSERT_THAT(found, IsOk());
  EXPECT_THAT(found->front().person.promises, ElementsAre(FullPromise()));
}

TEST_P(CasePartsContract, AreForgottenWithThePerson) {
  for (const RecordPart& part :
       {RecordPart(FullComplaint()), RecordPart(FullCallback()), RecordPart(FullReflection())}) {
    ASSERT_THAT(Add(part), IsOk());
  }
  ASSERT_THAT(Record(kDebtor, [](UnitOfWork& unit) { unit.debtors().EraseTexts(kDebtor); }),
              IsOk());
  EXPECT_THAT(Read().complaints, testing::IsEmpty());
  EXPECT_THAT(Read().callbacks, testing::IsEmpty());
  EXPECT_THAT(Read().reflections, testing::IsEmpty());
}

}  // namespace
}  // namespace parley
