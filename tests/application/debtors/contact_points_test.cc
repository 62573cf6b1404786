// SPDX-License-Identifier: Apache-2.0
// Contact points: added, found, verified, retired, and unlinked for good when they reach others.
#include "application/debtors/contact_points.h"

#include <array>

#include "absl/strings/str_cat.h"
#include "tests/application/debtors/record_fixture.h"

namespace parley {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;
using testing::SizeIs;

class ContactPointsTest : public RecordTest {
 protected:
  absl::StatusOr<KnownPoint> Verify(const KnownPoint& point) {
    return Run<KnownPoint>([&](const Call& call, auto& kept) {
      return world_.app.contact_points.Verify(call, RefTo(point), kept);
    });
  }
  absl::StatusOr<KnownPoint> Retire(const KnownPoint& point) {
    return Run<KnownPoint>([&](const Call& call, auto& kept) {
      return world_.app.contact_points.Retire(call, RefTo(point), kept);
    });
  }
  absl::StatusOr<KnownPoint> Update(const ContactPoints::Change& change) {
    return Run<KnownPoint>([&](const Call& call, auto& kept) {
      return world_.app.contact_points.Update(call, change, kept);
    });
  }
  // A call to the number that was let through and came out so.
  LoggedCommunication ACallTo(const KnownPoint& point, CallOutcome outcome) {
    LoggedCommunication call;
    call.id = CommunicationId(world_.ids.Next());
    call.debtor = debtor_.id;
    call.contact.point = point.id;
    call.state = CommunicationState::kUsed;
    call.call_outcome = outcome;
    call.outcome = OutcomeOf(outcome);
    call.dispatch_time = world_.clock.Now() - absl::Hours(1);
    call.created_time = call.dispatch_time;
    call.verdict = VerdictId(world_.ids.Next());
    call.actor = "agent-1";
    const std::array debtors = {debtor_.id};
    EXPECT_THAT(world_.store.Run(world_.tenant, debtors,
                                 [&](UnitOfWork& unit) {
                                   unit.communications().Add(call);
                                   return absl::OkStatus();
                                 }),
                IsOk());
    return call;
  }
  std::vector<LoggedCommunication> Log() {
    const ContactMoment ever{world_.clock.Now(), {absl::UnixEpoch(), absl::UnixEpoch()}};
    return ValueOf(world_.contact_log.RecordsOf(world_.tenant, std::array{debtor_.id}, ever))
        .front()
        .history;
  }
};

TEST_F(ContactPointsTest, AreAddedWithWhoWroteThemDownAndFound) {
  const auto added = Add(APhone());
  ASSERT_THAT(added, IsOk());
  EXPECT_EQ(added->address, Secret("+15550100001"));
  EXPECT_EQ(added->region, "US");
  EXPECT_EQ(added->state, PointState::kUnverified);
  EXPECT_EQ(added->provenance.actor, world_.ACall().principal);
  EXPECT_THAT(Record().points, ElementsAre(*added));
  ASSERT_THAT(Reached(), SizeIs(1));
  EXPECT_EQ(Reached().front().id, debtor_.id);
  EXPECT_THAT(world_.AuditFindings(), IsEmpty());
}

TEST_F(ContactPointsTest, AreFoundForEverybodyWhoSharesThemAndForNobodyElse) {
  const Debtor other = world_.MakeDebtor("D-2");
  ASSERT_THAT(Add(APhone()), IsOk());
  ContactPoints::Addition theirs = APhone();
  theirs.point.debtor = other.id;
  ASSERT_THAT(Add(theirs), IsOk());
  ASSERT_THAT(Reached(), SizeIs(2));
  EXPECT_THAT(Reached("+15550100002"), IsEmpty());
  EXPECT_THAT(Reached("no number"), IsEmpty());
}

TEST_F(ContactPointsTest, AreAnsweredAsTheyStandWhenTheyAreKnown) {
  const auto added = Add(APhone());
  EXPECT_EQ(ValueOf(Add(APhone())), *added);
  EXPECT_THAT(Record().points, SizeIs(1));
}

TEST_F(ContactPointsTest, RefuseWhatCannotBe) {
  ContactPoints::Addition future = APhone();
  future.point.provenance.told = world_.clock.Now() + absl::Hours(1);
  EXPECT_THAT(Add(future), IsRefused(Reason::kFieldInvalid));
  ContactPoints::Addition representative = APhone();
  representative.point.representative = NumberedId<RepresentativeId>(1);
  EXPECT_THAT(Add(representative), IsRefused(Reason::kRepresentativeNotFound));
  ContactPoints::Addition stranger = APhone();
  stranger.point.debtor = NumberedId<DebtorId>(99);
  EXPECT_THAT(Add(stranger), IsRefused(Reason::kDebtorNotFound));
}

TEST_F(ContactPointsTest, HaveAnIdOnceAndAreFiftyAtMost) {
  ContactPoints::Addition chosen = APhone();
  chosen.id = NumberedId<ContactPointId>(7);
  ASSERT_THAT(Add(chosen), IsOk());
  ContactPoints::Addition again = APhone("+15550100009");
  again.id = chosen.id;
  EXPECT_THAT(Add(again), IsRefused(Reason::kContactPointAlreadyExists));
  for (int number = 10; number < 59; ++number) {
    ASSERT_THAT(Add(APhone(absl::StrCat("+155501000", number))), IsOk());
  }
  EXPECT_THAT(Add(APhone("+15550100099")), IsRefused(Reason::kRecordFull));
}

TEST_F(ContactPointsTest, AreJudgedAndNotKeptInARehearsal) {
  Call call = world_.ACall();
  call.validate_only = true;
  Kept<KnownPoint> kept;
  ASSERT_THAT(world_.app.contact_points.Add(call, APhone(), kept), IsOk());
  EXPECT_THAT(Record().points, IsEmpty());
}

TEST_F(ContactPointsTest, ChangeInWhatIsGivenAndNothingElse) {
  const KnownPoint before = ValueOf(Add(APhone()));
  const KnownPoint after = ValueOf(Update({.reference = RefTo(before), .shared = true}));
  KnownPoint expected = before;
  expected.shared = true;
  expected.revision = after.revision;
  EXPECT_EQ(after, expected);
  EXPECT_GT(after.revision, before.revision);
  EXPECT_THAT(Update({.reference = RefTo(before), .shared = false}), IsRefused(Reason::kEtagStale));
  EXPECT_THAT(Update({.reference = RefTo(after), .region = "Nowhere"}),
              IsRefused(Reason::kFieldInvalid));
  EXPECT_THAT(
      Update({.reference = {debtor_.id, NumberedId<ContactPointId>(99), {}}, .shared = true}),
      IsRefused(Reason::kContactPointNotFound));
}

TEST_F(ContactPointsTest, AreVerifiedAndRetired) {
  const KnownPoint verified = ValueOf(Verify(ValueOf(Add(APhone()))));
  EXPECT_EQ(verified.state, PointState::kVerified);
  const KnownPoint retired = ValueOf(Retire(verified));
  EXPECT_EQ(retired.state, PointState::kRetired);
  EXPECT_EQ(ValueOf(Retire(retired)), retired);
  EXPECT_THAT(Verify(retired), IsRefused(Reason::kContactPointRetired));
  EXPECT_THAT(Reached(), IsEmpty());
  // It is theirs again when somebody says so.
  EXPECT_THAT(Add(APhone()), IsOk());
  EXPECT_THAT(Reached(), SizeIs(1));
}

TEST_F(ContactPointsTest, ThatReachSomebodyElseNeverComeBack) {
  const KnownPoint point = ValueOf(Add(APhone()));
  const auto unlinked = Unlink(point);
  ASSERT_THAT(unlinked, IsOk());
  EXPECT_EQ(unlinked->state, PointState::kSuppressed);
  EXPECT_EQ(unlinked->cause, SuppressionCause::kWrongPerson);
  EXPECT_THAT(Reached(), IsEmpty());
  // Neither a later file nor the person brings it back.
  EXPECT_THAT(Add(APhone("+1 555 0100 001")), IsRefused(Reason::kContactPointOfAnother));
  EXPECT_THAT(AddGiven(APhone()), IsRefused(Reason::kContactPointOfAnother));
  EXPECT_THAT(Record().barred, SizeIs(1));
  EXPECT_EQ(ValueOf(Unlink(*unlinked)), *unlinked);
}

TEST_F(ContactPointsTest, AreUnlinkedWhoeverOfTheRecordHadThem) {
  Representatives::Addition carer;
  carer.debtor = debtor_.id;
  carer.representative.name = Secret("Bruno Inventado");
  carer.representative.powers = {Power::kBeTold};
  carer.representative.provenance = Told();
  Kept<RepresentativeToday> kept;
  ASSERT_THAT(world_.app.representatives.Add(world_.ACall(), carer, kept), IsOk());
  const KnownPoint own = ValueOf(Add(APhone()));
  ContactPoints::Addition theirs = APhone();
  theirs.point.representative = kept->representative.id;
  ASSERT_THAT(Add(theirs), IsOk());
  ASSERT_THAT(Unlink(own), IsOk());
  for (const KnownPoint& point : Record().points) {
    EXPECT_EQ(point.cause, SuppressionCause::kWrongPerson);
  }
}

TEST_F(ContactPointsTest, ThatReachSomebodyElseTakeTheirCallsOutOfTheCount) {
  const KnownPoint point = ValueOf(Add(APhone()));
  const KnownPoint other = ValueOf(Add(APhone("+15550100002")));
  ACallTo(point, CallOutcome::kNoAnswer);
  const LoggedCommunication kept = ACallTo(other, CallOutcome::kNoAnswer);
  ASSERT_THAT(Unlink(point), IsOk());
  for (const LoggedCommunication& one : Log()) {
    EXPECT_EQ(WasMisdirected(one), one.id != kept.id);
  }
}

TEST_F(ContactPointsTest, AreUnlinkedByACallThatReachedSomebodyElse) {
  const KnownPoint point = ValueOf(Add(APhone()));
  const LoggedCommunication first = ACallTo(point, CallOutcome::kNoAnswer);
  ACallTo(point, CallOutcome::kBusy);
  RecordCall::Command command{.debtor = debtor_.id, .id = first.id};
  command.report = {.outcome = CallOutcome::kWrongNumber, .began = first.dispatch_time};
  Kept<LoggedCommunication> kept;
  ASSERT_THAT(world_.app.record_call.Handle(world_.ACall(), command, kept), IsOk());
  EXPECT_EQ(Record().points.front().cause, SuppressionCause::kWrongPerson);
  for (const LoggedCommunication& one : Log()) EXPECT_TRUE(WasMisdirected(one));
}

TEST_F(ContactPointsTest, ThatWereOptedOutOfComeBackOnlyFromThePerson) {
  const KnownPoint point = ValueOf(Add(APhone()));
  ASSERT_THAT(OptOutOf({.point = point.id}), IsOk());
  const KnownPoint closed = Record().points.front();
  EXPECT_EQ(closed.cause, SuppressionCause::kOptOut);
  EXPECT_EQ(ValueOf(Add(APhone())), closed);
  const KnownPoint anew = ValueOf(AddGiven(APhone()));
  EXPECT_EQ(anew.state, PointState::kUnverified);
  EXPECT_NE(anew.id, point.id);
  EXPECT_EQ(FindPart(Record().points, point.id, Reason::kContactPointNotFound)->state,
            PointState::kRetired);
}

}  // namespace
}  // namespace parley
