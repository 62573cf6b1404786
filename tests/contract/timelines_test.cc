// SPDX-License-Identifier: Apache-2.0
// Everything about a debtor in one order, out of events and the audit trail.
#include <atomic>
#include <set>
#include <string>
#include <vector>

#include "tests/contract/contract.h"
#include "tests/support/domain/status_matchers.h"

namespace parley {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;
using testing::SizeIs;

TimelineSelection All() { return SelectTimeline({}, TimelineReader::kTeam); }

class TimelinesContract : public StoreContract {
 protected:
  void SetUp() override {
    StoreContract::SetUp();
    if (!IsSkipped()) HaveParties();
  }

  // A change of the debtor: these events, and the row of who made it.
  TimelineCause Tell(const std::string& actor, const std::vector<Event>& events) {
    const TimelineCause cause{actor, "parley.v1.DebtService/PostEntries", NumberedId<RequestId>(7)};
    EXPECT_THAT(Record(kDebtor,
                       [&](UnitOfWork& unit) {
                         for (const Event& event : events) unit.outbox().Append(event);
                         const std::int64_t revision = unit.Head(kDebtor).revision + 1;
                         AppendRow(unit, cause, revision);
                       }),
                IsOk());
    return cause;
  }

  // Something is written of which no event tells.
  TimelineCause Change(const std::string& actor) {
    const TimelineCause cause{actor, "parley.v1.DebtorService/UpdateDebtor", {}};
    EXPECT_THAT(Run(kDebtor,
                    [&](UnitOfWork& unit) -> absl::Status {
                      auto debtor = unit.debtors().Find(kDebtor);
                      if (!debtor.ok()) return debtor.status();
                      debtor->record_revision = unit.Head(kDebtor).revision + 1;
                      unit.debtors().Replace(*debtor);
                      AppendRow(unit, cause, debtor->record_revision);
                      return absl::OkStatus();
                    }),
                IsOk());
    return cause;
  }

  // Somebody looked, which changes nothing.
  void Look() {
    EXPECT_THAT(Record(kDebtor,
                       [&](UnitOfWork& unit) {
                         AppendRow(unit, {"reader", "parley.v1.DebtorService/GetDebtor", {}},
                                   unit.Head(kDebtor).revision);
                       }),
                IsOk());
  }

  std::vector<TimelineEntry> Read(const TimelinePosition& after = {}, int most = 100,
                                  const TimelineSelection& selection = All()) {
    return ValueOf(world().timelines().Read(kTenant, kDebtor, selection, after, most));
  }

 private:
  static void AppendRow(UnitOfWork& unit, const TimelineCause& cause, std::int64_t revision) {
    AuditRow row;
    row.debtor = kDebtor;
    row.number = unit.Head(kDebtor).audit.number + 1;
    row.time = TestNow() + absl::Seconds(row.number);
    row.actor = cause.actor;
    row.action = cause.action;
    row.request_id = cause.request_id;
    row.revision = revision;
    unit.audit().Append(row);
  }
};
PARLEY_OVER_EVERY_STORE(TimelinesContract);

Event OfType(int number, EventType type, std::uint64_t subject = 1) {
  return AnEvent(number)
      .With(&Event::type, type)
      .With(&Event::subject, NumberedId<EventId>(subject).uuid());
}

std::vector<EventId> IdsOf(const std::vector<TimelineEntry>& entries) {
  std::vector<EventId> ids;
  for (const TimelineEntry& entry : entries) {
    ids.push_back(entry.event.has_value() ? entry.event->id : EventId());
  }
  return ids;
}

TEST_P(TimelinesContract, TellsEventsAndChangesInTheirOrderWithWhoMadeThem) {
  const TimelineCause first = Tell("agent-1", {AnEvent(9), AnEvent(3)});
  Look();
  const TimelineCause changed = Change("agent-2");
  Look();
  const TimelineCause last = Tell("agent-3", {AnEvent(5)});

  const std::vector<TimelineEntry> all = Read();
  ASSERT_THAT(all, SizeIs(4));
  EXPECT_EQ(all[0].event, Event(AnEvent(9)));
  EXPECT_EQ(all[1].event, Event(AnEvent(3)));
  EXPECT_EQ(all[2].event, std::nullopt);
  EXPECT_EQ(all[3].event, Event(AnEvent(5)));
  EXPECT_EQ(all[0].cause, first);
  EXPECT_EQ(all[1].cause, first);
  EXPECT_EQ(all[2].cause, changed);
  EXPECT_EQ(all[3].cause, last);
  EXPECT_EQ(all[0].time, Event(AnEvent(9)).occurred_time);
  EXPECT_EQ(all[2].time, TestNow() + absl::Seconds(3));
  EXPECT_EQ(all[0].position, (TimelinePosition{2, 1}));
  EXPECT_EQ(all[1].position, (TimelinePosition{2, 2}));
  EXPECT_EQ(all[2].position, (TimelinePosition{3, 0}));
  EXPECT_EQ(all[3].position, (TimelinePosition{4, 1}));
}

TEST_P(TimelinesContract, TellsWhatNobodyWroteDownWithoutACause) {
  ASSERT_THAT(Record(kDebtor, [&](UnitOfWork& unit) { unit.outbox().Append(AnEvent(1)); }), IsOk());
  const std::vector<TimelineEntry> all = Read();
  ASSERT_THAT(all, SizeIs(1));
  EXPECT_EQ(all[0].cause, std::nullopt);
}

TEST_P(TimelinesContract, NamesTheStrongestFactOfTheSameChangeThatIsAboutSomethingElse) {
  Tell("agent-1",
       {OfType(1, EventType::kHoldStarted, 1), OfType(2, EventType::kDisputeOpened, 2),
        OfType(3, EventType::kInboundReceived, 3), OfType(4, EventType::kInboundLabelled, 3)});
  Tell("agent-1", {OfType(5, EventType::kHoldEnded, 1)});
  const std::vector<TimelineEntry> all = Read();
  ASSERT_THAT(all, SizeIs(5));
  const TimelineTrigger inbound{EventType::kInboundReceived, NumberedId<EventId>(3).uuid()};
  EXPECT_EQ(all[0].trigger, inbound);
  EXPECT_EQ(all[1].trigger, inbound);
  EXPECT_EQ(all[2].trigger, std::nullopt);
  EXPECT_EQ(all[3].trigger, std::nullopt) << "it is about the same";
  EXPECT_EQ(all[4].trigger, std::nullopt) << "it belongs to another change";
}

TEST_P(TimelinesContract, ShowsWhatIsSelectedAndGoesOnFromAnyPlace) {
  Tell("agent-1", {OfType(1, EventType::kHoldStarted), OfType(2, EventType::kWorkOpened)});
  Change("agent-1");
  Tell("agent-1", {OfType(3, EventType::kWorkChanged)});
  const auto kinds = [](const std::set<TimelineKind>& named) {
    return SelectTimeline(named, TimelineReader::kTeam);
  };
  const auto id = [](std::uint64_t number) { return NumberedId<EventId>(number); };
  EXPECT_THAT(IdsOf(Read({}, 100, kinds({TimelineKind::kWork}))), ElementsAre(id(2), id(3)));
  EXPECT_THAT(IdsOf(Read({}, 100, kinds({TimelineKind::kChange}))), ElementsAre(EventId()));
  EXPECT_THAT(IdsOf(Read({}, 100, kinds({TimelineKind::kChange, TimelineKind::kHold}))),
              ElementsAre(id(1), EventId()));
  EXPECT_THAT(Read({}, 100, kinds({TimelineKind::kMoney})), IsEmpty());
  EXPECT_THAT(IdsOf(Read({2, 2}, 1)), ElementsAre(EventId()));

  const std::vector<TimelineEntry> all = Read();
  for (std::size_t cut = 0; cut < all.size(); ++cut) {
    for (int size = 1; size <= 3; ++size) {
      std::vector<TimelineEntry> pieces(all.begin(),
                                        all.begin() + static_cast<std::ptrdiff_t>(cut));
      while (true) {
        const TimelinePosition after = pieces.empty() ? TimelinePosition() : pieces.back().position;
        const std::vector<TimelineEntry> page = Read(after, size);
        if (page.empty()) break;
        EXPECT_LE(page.size(), static_cast<std::size_t>(size));
        pieces.insert(pieces.end(), page.begin(), page.end());
      }
      EXPECT_EQ(pieces, all) << "cut after " << cut << ", by pages of " << size;
    }
  }
}

TEST_P(TimelinesContract, TellsADebtorsOwnAndATenantItsOwnAlone) {
  const Debtor second = Have(ADebtor(2).Build());
  Tell("agent-1", {AnEvent(1)});
  const auto other = NumberedId<TenantId>(2);
  world().CreateTenant(other);
  EXPECT_THAT(ValueOf(world().timelines().Read(kTenant, second.id, All(), {}, 100)), IsEmpty());
  EXPECT_THAT(ValueOf(world().timelines().Read(other, kDebtor, All(), {}, 100)), IsEmpty());
  EXPECT_THAT(ValueOf(world().timelines().Read(NumberedId<TenantId>(77), kDebtor, All(), {}, 100)),
              IsEmpty());
}

// Writers of one debtor beside a reader who goes on after the last entry each time.
TEST_P(TimelinesContract, MissesNothingAndTellsNothingTwiceBesideWriters) {
  constexpr int kWriters = 6;
  constexpr int kRounds = 10;
  std::atomic<int> at_work = kWriters;
  std::vector<TimelineEntry> read;
  const auto read_on = [&] {
    const TimelinePosition after = read.empty() ? TimelinePosition() : read.back().position;
    const std::vector<TimelineEntry> page = Read(after, 7);
    read.insert(read.end(), page.begin(), page.end());
    return !page.empty();
  };
  Together(kWriters + 1, [&](int number) {
    if (number == kWriters) {
      while (at_work > 0) read_on();
      return;
    }
    for (int round = 0; round < kRounds; ++round) {
      const int id = 1 + 2 * (number * kRounds + round);
      EXPECT_THAT(Record(kDebtor,
                         [&](UnitOfWork& unit) {
                           unit.outbox().Append(AnEvent(id));
                           unit.outbox().Append(AnEvent(id + 1));
                         }),
                  IsOk());
    }
    --at_work;
  });
  while (read_on()) {
  }
  EXPECT_EQ(read, Read({}, 1000));
  EXPECT_THAT(read, SizeIs(2U * kWriters * kRounds));
}

}  // namespace
}  // namespace parley
