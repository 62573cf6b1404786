// SPDX-License-Identifier: Apache-2.0
// How events are read by those who listen.
#include <atomic>
#include <map>
#include <random>
#include <set>
#include <string>
#include <thread>
#include <vector>

#include "absl/time/clock.h"
#include "tests/contract/contract.h"
#include "tests/support/domain/status_matchers.h"

namespace parley {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

class EventFeedContract : public StoreContract {
 protected:
  void SetUp() override {
    StoreContract::SetUp();
    if (!IsSkipped()) HaveParties();
  }

  absl::Status Tell(const std::vector<Event>& events) {
    return Record(kDebtor, [&](UnitOfWork& unit) {
      for (const Event& event : events) unit.outbox().Append(event);
    });
  }

  // An event is told once every transaction older than its own is over, be it in another database
  // of the cluster.
  void WaitUntilTold(std::size_t events) {
    const absl::Time deadline = absl::Now() + absl::Minutes(1);
    while (ReadAfter({}, 1000).size() < events && absl::Now() < deadline) {
      absl::SleepFor(absl::Milliseconds(5));
    }
  }

  std::vector<ToldEvent> ReadAfter(const EventPosition& after, int most = 100) {
    return ValueOf(world().event_feed().Read(kTenant, after, most));
  }

  // Reads by small pages, as far as there is something.
  void ReadOn(EventPosition& position, std::vector<ToldEvent>& read) {
    for (auto page = ReadAfter(position, 7); !page.empty(); page = ReadAfter(position, 7)) {
      position = page.back().position;
      read.insert(read.end(), page.begin(), page.end());
    }
  }
};
PARLEY_OVER_EVERY_STORE(EventFeedContract);

std::vector<Event> EventsOf(const std::vector<ToldEvent>& told) {
  std::vector<Event> events;
  events.reserve(told.size());
  for (const ToldEvent& one : told) events.push_back(one.event);
  return events;
}

TEST_P(EventFeedContract, TellsWhatWasToldInItsOrderAndNothingTwice) {
  const Event bare = AnEvent(5)
                         .With(&Event::debt, DebtId())
                         .With(&Event::entry, EntryId())
                         .With(&Event::amount, std::nullopt)
                         .With(&Event::state, "");
  ASSERT_THAT(Tell({AnEvent(9), AnEvent(3)}), IsOk());
  ASSERT_THAT(Tell({bare}), IsOk());

  WaitUntilTold(3);
  const std::vector<ToldEvent> all = ReadAfter({});
  EXPECT_THAT(EventsOf(all), ElementsAre(Event(AnEvent(9)), Event(AnEvent(3)), bare));
  ASSERT_EQ(all.size(), 3);
  EXPECT_EQ(all[0].revision, 2);
  EXPECT_EQ(all[2].revision, 3);
  EXPECT_THAT(ReadAfter({}, 1), ElementsAre(all[0]));
  EXPECT_THAT(ReadAfter(all[0].position), ElementsAre(all[1], all[2]));
  EXPECT_THAT(ReadAfter(all[2].position), IsEmpty());
}

TEST_P(EventFeedContract, TellsATenantItsOwnAlone) {
  ASSERT_THAT(Tell({AnEvent(1)}), IsOk());
  const auto other = NumberedId<TenantId>(2);
  world().CreateTenant(other);
  EXPECT_THAT(ValueOf(world().event_feed().Read(other, {}, 100)), IsEmpty());
  EXPECT_THAT(ValueOf(world().event_feed().Read(NumberedId<TenantId>(77), {}, 100)), IsEmpty());
}

// Eight writers, each over two debtors at a time that another holds as well, whose transactions
// stay open for a while; a reader beside them.
TEST_P(EventFeedContract, SkipsNothingAndKeepsEachDebtorsOrderBesideOpenTransactions) {
  constexpr int kWriters = 8;
  constexpr int kRounds = 12;
  std::vector<DebtorId> debtors = {kDebtor};
  for (int number = 2; number <= 4; ++number) debtors.push_back(Have(ADebtor(number).Build()).id);

  std::atomic<int> at_work = kWriters;
  EventPosition position;
  std::vector<ToldEvent> read;
  Together(kWriters + 1, [&](int number) {
    if (number == kWriters) {
      while (at_work > 0) ReadOn(position, read);
      return;
    }
    std::minstd_rand chance(static_cast<unsigned>(number) + 1);
    for (int round = 0; round < kRounds; ++round) {
      const DebtorId one = debtors.at(chance() % debtors.size());
      const DebtorId other = debtors.at(chance() % debtors.size());
      const std::set<DebtorId> both = {one, other};
      const auto pause = absl::Milliseconds(chance() % 20);
      const int id = 1 + 2 * (number * kRounds + round);
      EXPECT_THAT(Run({both.begin(), both.end()},
                      [&](UnitOfWork& unit) {
                        absl::SleepFor(pause);
                        unit.outbox().Append(AnEvent(id).With(&Event::debtor, one));
                        unit.outbox().Append(AnEvent(id + 1).With(&Event::debtor, other));
                        return absl::OkStatus();
                      }),
                  IsOk());
    }
    --at_work;
  });
  WaitUntilTold(2U * kWriters * kRounds);
  ReadOn(position, read);

  std::set<EventId> seen;
  std::map<DebtorId, std::int64_t> revisions;
  for (const ToldEvent& one : read) {
    EXPECT_TRUE(seen.insert(one.event.id).second) << "told twice";
    std::int64_t& revision = revisions[one.event.debtor];
    EXPECT_GE(one.revision, revision) << "told out of its debtor's order";
    revision = one.revision;
  }
  EXPECT_EQ(seen.size(), 2U * kWriters * kRounds);
}

}  // namespace
}  // namespace parley
