// SPDX-License-Identifier: Apache-2.0
// What runs out, found over every store and told once.
#include <algorithm>
#include <array>
#include <cstddef>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "application/worklist/tell_breaches.h"
#include "tests/contract/contract.h"
#include "tests/support/application/fakes.h"
#include "tests/support/domain/status_matchers.h"
#include "tests/support/domain/work_builders.h"

namespace parley {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;
using testing::Pair;
using testing::SizeIs;
using testing::UnorderedElementsAre;

constexpr Day kToday(2026, 11, 22);  // TestNow() is its noon in UTC.

constexpr auto kBreaches = std::to_array<EventType>(
    {EventType::kWorkDueBreached, EventType::kDisputeClockBreached,
     EventType::kComplaintClockBreached, EventType::kInboundAnswerBreached});

class ClocksContract : public StoreContract {
 protected:
  void SetUp() override {
    StoreContract::SetUp();
    if (!IsSkipped()) HaveParties();
  }

  template <typename Part>
  void HavePart(Part part, DebtorId debtor = kDebtor) {
    EXPECT_THAT(Record(debtor,
                       [&](UnitOfWork& unit) {
                         part.revision = unit.Head(debtor).revision + 1;
                         unit.person_records().Add(debtor, part);
                       }),
                IsOk());
  }
  void HaveWork(int number, std::optional<Day> due, DebtorId debtor = kDebtor,
                WorkState state = WorkState::kOpen) {
    EXPECT_THAT(Record(debtor,
                       [&](UnitOfWork& unit) {
                         unit.work_items().Add(
                             ATask(number)
                                 .With(&WorkItem::debtor, debtor)
                                 .With(&WorkItem::due, due)
                                 .With(&WorkItem::state, state)
                                 .With(&WorkItem::ended_by,
                                       IsToDo(state) ? std::string() : std::string("second"))
                                 .With(&WorkItem::revision, unit.Head(debtor).revision + 1));
                       }),
                IsOk());
  }
  InboundItem HaveInbound(int number, absl::Time until, InboundState state) {
    InboundItem item;
    item.id = NumberedId<CommunicationId>(static_cast<std::uint64_t>(number));
    item.debtor = kDebtor;
    item.received = TestNow() - absl::Hours(24 * 9);
    item.content.text = Secret("hello");
    item.state = state;
    item.suspends_until = until;
    if (!IsUntriaged(state)) {
      item.triaged_by = "agent-1";
      item.triaged_time = TestNow();
    }
    item.actor = "intake";
    item.created_time = item.updated_time = TestNow();
    EXPECT_THAT(Record(kDebtor,
                       [&](UnitOfWork& unit) {
                         item.revision = unit.Head(kDebtor).revision + 1;
                         unit.inbound().Add(item, std::nullopt);
                       }),
                IsOk());
    return item;
  }
  static Complaint AComplaint(int number, Day acknowledge_by) {
    Complaint complaint;
    complaint.id = NumberedId<ComplaintId>(static_cast<std::uint64_t>(number));
    complaint.what = Secret("You called me at work.");
    complaint.received = acknowledge_by - 2;
    complaint.acknowledge_by = acknowledge_by;
    complaint.summary_by = acknowledge_by;
    complaint.answer_by = acknowledge_by + 28;
    complaint.source = Secret("the debtor");
    complaint.created_time = complaint.updated_time = TestNow();
    return complaint;
  }
  static CallbackRequest AWish(int number, absl::Time until) {
    CallbackRequest wish;
    wish.id = NumberedId<CallbackId>(static_cast<std::uint64_t>(number));
    wish.slot = CallSlot{until - absl::Hours(1), until};
    wish.state = CallbackState::kScheduled;
    wish.created_time = wish.updated_time = TestNow();
    return wish;
  }
  static DebtDispute ADispute(int number, std::optional<Day> answer_by) {
    DebtDispute dispute;
    dispute.id = NumberedId<DisputeId>(static_cast<std::uint64_t>(number));
    dispute.debt = NumberedId<DebtId>(1);
    dispute.statement = Secret("Not mine.");
    dispute.source = Secret("the debtor");
    dispute.answer_by = answer_by;
    dispute.created_time = dispute.updated_time = TestNow();
    return dispute;
  }

  TellBreaches Sweeper() {
    return TellBreaches(
        {world().store(), world().work_list(), fingerprints_, seal_, clock_, ids_, zones_});
  }
  std::vector<RunningClock> List(const ClockPosition& after = {}, int most = 100) {
    return ValueOf(world().work_list().ListClocks(kTenant, clock_.Now(), after, most));
  }
  // The numbers of the subjects.
  std::vector<int> Numbers(const std::vector<RunningClock>& clocks) {
    std::vector<int> numbers;
    for (const RunningClock& clock : clocks) numbers.push_back(clock.subject.bytes().back());
    return numbers;
  }
  // Looks at all there is and tells of it; how many were told.
  std::int64_t Sweep() {
    const TellBreaches sweeper = Sweeper();
    std::int64_t told = 0;
    std::optional<ClockPosition> next = ClockPosition();
    while (next.has_value()) {
      const TellBreaches::Page page = ValueOf(sweeper.Find(kTenant, *next));
      const TellBreaches::Tally tally = ValueOf(sweeper.Tell(kTenant, page.clocks));
      EXPECT_EQ(tally.left_out, 0);
      told += tally.told;
      next = page.next;
    }
    return told;
  }
  // How often each breach was told.
  std::map<EventType, int> Told() {
    std::map<EventType, int> told;
    for (const KeptEvent& kept : TraceOf(kDebtor).events) {
      const bool is_breach =
          std::find(kBreaches.begin(), kBreaches.end(), kept.event.type) != kBreaches.end();
      if (is_breach) ++told[kept.event.type];
    }
    return told;
  }
  WorkItem Work(int number) {
    for (const WorkItem& item : ValueOf(world().work_list().ListWork(kTenant, {}, {}, 1000))) {
      if (item.id == NumberedId<WorkItemId>(static_cast<std::uint64_t>(number))) return item;
    }
    return {};
  }

  FakeFingerprints fingerprints_;
  FakeAuditSeal seal_;
  FakeClock clock_;
  SequentialIds ids_;
  FakeTimeZones zones_;
};
PARLEY_OVER_EVERY_STORE(ClocksContract);

TEST_P(ClocksContract, AreListedByDayWhileTheyRun) {
  HaveWork(1, kToday - 1);
  HaveWork(2, kToday + 1);  // Not over anywhere.
  HaveWork(3, std::nullopt);
  HaveWork(4, kToday - 1, kDebtor, WorkState::kDone);
  HavePart(AComplaint(5, kToday - 3));
  HavePart(ADispute(6, kToday - 2));
  HavePart(ADispute(7, std::nullopt));
  HavePart(AWish(11, TestNow() - absl::Hours(24 * 6)));
  HavePart(AWish(12, TestNow() + absl::Hours(24 * 6)));
  HaveInbound(8, TestNow() - absl::Hours(24 * 4), InboundState::kLabelled);
  HaveInbound(9, TestNow() + absl::Minutes(1), InboundState::kLabelled);
  HaveInbound(10, TestNow() - absl::Hours(1), InboundState::kTriaged);
  const std::vector<RunningClock> clocks = List();
  EXPECT_THAT(Numbers(clocks), ElementsAre(11, 8, 5, 6, 1));
  ASSERT_THAT(clocks, SizeIs(5));
  EXPECT_EQ(clocks[0].kind, ClockKind::kCallback);
  EXPECT_EQ(clocks[1].kind, ClockKind::kInbound);
  EXPECT_EQ(clocks[2].kind, ClockKind::kComplaint);
  EXPECT_EQ(clocks[3].kind, ClockKind::kDispute);
  EXPECT_EQ(clocks[4], (RunningClock{kToday - 1, kDebtor, NumberedUuid(1), ClockKind::kWork,
                                     "Europe/Vienna"}));
  // A page goes on where the one before it ended.
  EXPECT_THAT(Numbers(List({}, 3)), ElementsAre(11, 8, 5));
  EXPECT_THAT(Numbers(List({clocks[2].due, clocks[2].debtor, clocks[2].subject}, 3)),
              ElementsAre(6, 1));
}

TEST_P(ClocksContract, AreTheTenantsOwn) {
  HaveWork(1, kToday - 1);
  EXPECT_THAT(ValueOf(world().work_list().ListClocks(NumberedId<TenantId>(2), TestNow(), {}, 10)),
              IsEmpty());
}

TEST_P(ClocksContract, AreToldOnceEach) {
  HaveWork(1, kToday - 1);
  HavePart(AComplaint(2, kToday - 1));
  HavePart(ADispute(3, kToday - 1));
  HaveInbound(4, TestNow() - absl::Hours(1), InboundState::kLabelled);
  EXPECT_EQ(Sweep(), 4);
  const Trace once = TraceOf(kDebtor);
  EXPECT_THAT(Told(), UnorderedElementsAre(Pair(EventType::kWorkDueBreached, 1),
                                           Pair(EventType::kComplaintClockBreached, 1),
                                           Pair(EventType::kDisputeClockBreached, 1),
                                           Pair(EventType::kInboundAnswerBreached, 1)));
  EXPECT_TRUE(Work(1).breached);
  EXPECT_THAT(List(), IsEmpty());
  EXPECT_EQ(Sweep(), 0);
  EXPECT_EQ(TraceOf(kDebtor), once);
}

TEST_P(ClocksContract, RaiseTheWorkByOneStep) {
  HaveWork(1, kToday - 1);
  ASSERT_EQ(Work(1).priority, WorkPriority::kNormal);
  Sweep();
  EXPECT_EQ(Work(1).priority, WorkPriority::kHigh);
}

TEST_P(ClocksContract, RaiseTheAnswerThatWaits) {
  HaveWork(1, kToday + 5);
  InboundItem item = HaveInbound(4, TestNow() - absl::Hours(1), InboundState::kLabelled);
  item.reactions = {{.what = "ANSWER", .subject = NumberedUuid(1)}};
  ASSERT_THAT(Record(kDebtor,
                     [&](UnitOfWork& unit) {
                       item.revision = unit.Head(kDebtor).revision + 1;
                       unit.inbound().Replace(item);
                     }),
              IsOk());
  EXPECT_EQ(Sweep(), 1);
  EXPECT_EQ(Work(1).priority, WorkPriority::kHigh);
  EXPECT_FALSE(Work(1).breached);
}

// The debtor of these is in Vienna, one hour before UTC's clock.
TEST_P(ClocksContract, RunToTheEndOfTheDayWhereTheDebtorIs) {
  HaveWork(1, kToday);
  clock_.Set(absl::FromCivil(absl::CivilMinute(2026, 11, 22, 22, 59), absl::UTCTimeZone()));
  EXPECT_THAT(Numbers(List()), ElementsAre(1));  // Over where it is latest.
  EXPECT_EQ(Sweep(), 0);
  clock_.Advance(absl::Minutes(1));
  EXPECT_EQ(Sweep(), 1);
}

TEST_P(ClocksContract, RunAnewWithTheNextStepOfAComplaint) {
  HavePart(AComplaint(2, kToday - 1));
  EXPECT_EQ(Sweep(), 1);
  const Complaint late =
      ValueOf(world().directory().GetRecord(kTenant, kDebtor)).complaints.front();
  EXPECT_TRUE(late.breached);
  Complaint known = ValueOf(Acknowledged(late, TestNow()));
  EXPECT_FALSE(known.breached);
  ASSERT_THAT(Record(kDebtor,
                     [&](UnitOfWork& unit) {
                       known.revision = unit.Head(kDebtor).revision + 1;
                       unit.person_records().Replace(kDebtor, known);
                     }),
              IsOk());
  EXPECT_EQ(Sweep(), 0);
  clock_.Advance(absl::Hours(24 * 29));
  EXPECT_EQ(Sweep(), 1);
  EXPECT_EQ(Told()[EventType::kComplaintClockBreached], 2);
}

TEST_P(ClocksContract, AreToldOnceByMany) {
  constexpr int kDebtors = 12;
  for (int number = 1; number <= kDebtors; ++number) {
    const auto debtor = NumberedId<DebtorId>(static_cast<std::uint64_t>(number));
    if (number > 1) Have(ADebtor(number).Build());
    HaveWork(number, kToday - 1, debtor);
    HavePart(AComplaint(100 + number, kToday - 2), debtor);
    HavePart(ADispute(200 + number, kToday - 3), debtor);
  }
  std::vector<std::int64_t> told(4);
  Together(4, [&](int process) { told.at(static_cast<std::size_t>(process)) = Sweep(); });
  EXPECT_EQ(told[0] + told[1] + told[2] + told[3], 3 * kDebtors);
  EXPECT_THAT(Told(), UnorderedElementsAre(Pair(EventType::kWorkDueBreached, kDebtors),
                                           Pair(EventType::kComplaintClockBreached, kDebtors),
                                           Pair(EventType::kDisputeClockBreached, kDebtors)));
}

}  // namespace
}  // namespace parley
