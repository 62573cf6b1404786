// SPDX-License-Identifier: Apache-2.0
// The events that a transaction tells.
#include <optional>

#include "domain/common/money.h"
#include "tests/contract/contract.h"
#include "tests/support/domain/status_matchers.h"

namespace parley {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

class OutboxContract : public StoreContract {
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
};
PARLEY_OVER_EVERY_STORE(OutboxContract);

TEST_P(OutboxContract, KeepsEventsInTheirOrderOnce) {
  // Ids in another order than that of telling.
  ASSERT_THAT(Tell({AnEvent(9), AnEvent(3), AnEvent(5)}), IsOk());
  ASSERT_THAT(Tell({AnEvent(1)}), IsOk());
  EXPECT_THAT(world().Events(kTenant),
              ElementsAre(KeptEvent{AnEvent(9), 2}, KeptEvent{AnEvent(3), 2},
                          KeptEvent{AnEvent(5), 2}, KeptEvent{AnEvent(1), 3}));
}

TEST_P(OutboxContract, KeepsEveryKindOfEvent) {
  std::vector<KeptEvent> expected;
  std::vector<Event> events;
  for (const EventType type :
       {EventType::kDebtReceived, EventType::kDebtActivated, EventType::kDebtStatusChanged,
        EventType::kPaymentPosted, EventType::kAdjusted, EventType::kOverpaid,
        EventType::kHoldStarted, EventType::kHoldEnded, EventType::kInterestFrozen,
        EventType::kRecalled, EventType::kClosed, EventType::kReopened}) {
    events.push_back(AnEvent(static_cast<int>(events.size()) + 1).With(&Event::type, type));
    expected.push_back({events.back(), 2});
  }
  ASSERT_THAT(Tell(events), IsOk());
  EXPECT_THAT(world().Events(kTenant), testing::ElementsAreArray(expected));
}

TEST_P(OutboxContract, KeepsWhatAnEventLacksAndItsExtremes) {
  const Event bare = AnEvent(1)
                         .With(&Event::debt, DebtId())
                         .With(&Event::entry, EntryId())
                         .With(&Event::amount, std::nullopt)
                         .With(&Event::state, "");
  const Event largest = AnEvent(2)
                            .With(&Event::subject, NumberedUuid(7))
                            .With(&Event::amount, Money(-kLargestBalance, CurrencyOf("KWD")))
                            .With(&Event::occurred_time, TestNow() + absl::Microseconds(1));
  ASSERT_THAT(Tell({bare, largest}), IsOk());
  EXPECT_THAT(world().Events(kTenant), ElementsAre(KeptEvent{bare, 2}, KeptEvent{largest, 2}));
}

TEST_P(OutboxContract, KeepsNothingOfWorkThatFails) {
  EXPECT_THAT(Run(kDebtor,
                  [](UnitOfWork& unit) {
                    unit.outbox().Append(AnEvent());
                    return Refuse(Reason::kEtagStale);
                  }),
              IsRefused(Reason::kEtagStale));
  EXPECT_THAT(world().Events(kTenant), IsEmpty());
}

TEST_P(OutboxContract, GivesEachDebtorsEventsTheirOwnRevision) {
  const DebtorId other = Have(ADebtor(2).Build()).id;
  ASSERT_THAT(Tell({AnEvent(1)}), IsOk());
  const Event of_other = AnEvent(3).With(&Event::debtor, other);
  ASSERT_THAT(Run({kDebtor, other},
                  [&](UnitOfWork& unit) {
                    unit.outbox().Append(AnEvent(2));
                    unit.outbox().Append(of_other);
                    return absl::OkStatus();
                  }),
              IsOk());
  EXPECT_THAT(world().Events(kTenant),
              testing::UnorderedElementsAre(KeptEvent{AnEvent(1), 2}, KeptEvent{AnEvent(2), 3},
                                            KeptEvent{of_other, 2}));
}

TEST_P(OutboxContract, KeepsTheEventsOfTheDesk) {
  const Event event = AnEvent().With(&Event::debtor, kDesk).With(&Event::debt, DebtId());
  const std::int64_t before = HeadOf(kDesk).revision;
  ASSERT_THAT(Record(kDesk, [&](UnitOfWork& unit) { unit.outbox().Append(event); }), IsOk());
  EXPECT_THAT(world().Events(kTenant), ElementsAre(KeptEvent{event, before + 1}));
}

}  // namespace
}  // namespace parley
