// SPDX-License-Identifier: Apache-2.0
// How far events were published, and those put aside.
#include "application/ports/publications.h"

#include <atomic>
#include <optional>
#include <vector>

#include "absl/time/clock.h"
#include "tests/contract/contract.h"
#include "tests/support/domain/status_matchers.h"

namespace parley {
namespace {

using testing::ElementsAre;
using testing::Eq;
using testing::IsEmpty;
using testing::Ne;
using testing::Optional;
using testing::SizeIs;

class PublicationsContract : public StoreContract {
 protected:
  void SetUp() override {
    StoreContract::SetUp();
    if (!IsSkipped()) HaveParties();
  }

  // So many events, as they are told.
  std::vector<ToldEvent> HaveEvents(int count) {
    EXPECT_THAT(Record(kDebtor,
                       [&](UnitOfWork& unit) {
                         for (int number = 1; number <= count; ++number) {
                           unit.outbox().Append(AnEvent(number));
                         }
                       }),
                IsOk());
    std::vector<ToldEvent> told;
    const absl::Time latest = absl::Now() + absl::Minutes(1);
    while (told.size() < static_cast<std::size_t>(count) && absl::Now() < latest) {
      told = ValueOf(world().event_feed().Read(kTenant, {}, count));
    }
    return told;
  }

  Publications& publications() { return world().publications(); }
  std::optional<std::int64_t> Take(const EventPosition& position = {},
                                   absl::Duration duration = absl::Minutes(10)) {
    return ValueOf(publications().Take(kTenant, position, duration));
  }
  PublishedUpTo Stand() { return ValueOf(publications().Find(kTenant)); }
  std::vector<DeadLetter> Letters(EventId after = {}, int most = 100) {
    return ValueOf(publications().ListDeadLetters(kTenant, after, most));
  }
  void PutAside(const std::vector<DeadLetter>& letters) {
    PublishedTurn turn;
    turn.position = Stand().position;
    turn.token = Take(turn.position).value_or(0);
    turn.put_aside = letters;
    EXPECT_THAT(publications().Complete(kTenant, turn), IsOkAnd(true));
  }
  absl::Status Retry(EventId id) {
    return Record(kDesk, [&](UnitOfWork& unit) { unit.dead_letters().Retry(id); });
  }
  absl::Status Drop(EventId id) {
    return Record(kDesk, [&](UnitOfWork& unit) { unit.dead_letters().Drop(id); });
  }
};
PARLEY_OVER_EVERY_STORE(PublicationsContract);

DeadLetter ALetter(const ToldEvent& told, DeadLetterCause cause = DeadLetterCause::kRefused) {
  return {told, cause, /*tries=*/5, TestNow(), /*retry_asked=*/false};
}

TEST_P(PublicationsContract, BeginAtTheBeginningAndGoOnFromWhereTheyCame) {
  const std::vector<ToldEvent> told = HaveEvents(2);
  EXPECT_EQ(Stand().position, EventPosition());
  const std::optional<std::int64_t> token = Take();
  ASSERT_THAT(token, Ne(std::nullopt));
  EXPECT_THAT(publications().Complete(kTenant, {.token = *token, .position = told[0].position}),
              IsOkAnd(true));
  EXPECT_EQ(Stand().position, told[0].position);
  EXPECT_THAT(Stand().asked, IsEmpty());
  // The place of the next turn is the new one.
  EXPECT_THAT(Take(), Eq(std::nullopt));
  EXPECT_THAT(Take(told[0].position), Ne(std::nullopt));
}

TEST_P(PublicationsContract, AreOneTenantsAlone) {
  const std::vector<ToldEvent> told = HaveEvents(1);
  PutAside({ALetter(told[0])});
  const auto other = NumberedId<TenantId>(2);
  world().CreateTenant(other);
  EXPECT_EQ(ValueOf(publications().Find(other)).position, EventPosition());
  EXPECT_THAT(ValueOf(publications().ListDeadLetters(other, {}, 100)), IsEmpty());
}

TEST_P(PublicationsContract, GiveTheTurnToOneOfManyWhoAskTogether) {
  std::atomic<int> winners = 0;
  Together(8, [&](int) { winners += Take().has_value() ? 1 : 0; });
  EXPECT_EQ(winners, 1);
}

TEST_P(PublicationsContract, GiveTheTurnToAnotherOnceItRanOut) {
  const std::vector<ToldEvent> told = HaveEvents(2);
  const std::optional<std::int64_t> first = Take({}, absl::Milliseconds(1));
  ASSERT_THAT(first, Ne(std::nullopt));
  world().PassTime(absl::Milliseconds(20));
  const std::optional<std::int64_t> second = Take();
  ASSERT_THAT(second, Ne(std::nullopt));
  EXPECT_NE(second, first);
  EXPECT_THAT(Take(), Eq(std::nullopt));
  // Who comes late changes nothing.
  const PublishedTurn late{.token = *first,
                           .position = told[1].position,
                           .put_aside = {ALetter(told[0])},
                           .refused_again = {},
                           .published_again = {}};
  EXPECT_THAT(publications().Complete(kTenant, late), IsOkAnd(false));
  EXPECT_EQ(Stand().position, EventPosition());
  EXPECT_THAT(Letters(), IsEmpty());
  EXPECT_THAT(publications().Complete(kTenant, {.token = *second, .position = told[0].position}),
              IsOkAnd(true));
}

TEST_P(PublicationsContract, KeepDeadLettersInTheOrderOfTheirIds) {
  const std::vector<ToldEvent> told = HaveEvents(3);
  const DeadLetter first = ALetter(told[0], DeadLetterCause::kTooLarge);
  const DeadLetter second = ALetter(told[1]);
  const DeadLetter third = ALetter(told[2]);
  PutAside({third, first});
  PutAside({second});
  EXPECT_THAT(Letters(), ElementsAre(first, second, third));
  EXPECT_THAT(Letters(first.told.event.id, 1), ElementsAre(second));
  EXPECT_THAT(Letters(third.told.event.id), IsEmpty());
}

TEST_P(PublicationsContract, AreAskedToTryADeadLetterAgain) {
  const std::vector<ToldEvent> told = HaveEvents(2);
  DeadLetter letter = ALetter(told[0]);
  PutAside({letter, ALetter(told[1])});
  EXPECT_THAT(Retry(told[0].event.id), IsOk());
  letter.retry_asked = true;
  EXPECT_THAT(Stand().asked, ElementsAre(letter));

  PublishedTurn turn{.token = *Take(),
                     .position = {},
                     .put_aside = {},
                     .refused_again = {},
                     .published_again = {}};
  letter = {told[0], DeadLetterCause::kTooLarge, 6, TestNow() + absl::Hours(1), false};
  turn.refused_again = {letter};
  EXPECT_THAT(publications().Complete(kTenant, turn), IsOkAnd(true));
  EXPECT_THAT(Stand().asked, IsEmpty());
  EXPECT_EQ(Letters().front(), letter);

  EXPECT_THAT(Retry(told[0].event.id), IsOk());
  turn = {.token = *Take(),
          .position = {},
          .put_aside = {},
          .refused_again = {},
          .published_again = {told[0].event.id}};
  EXPECT_THAT(publications().Complete(kTenant, turn), IsOkAnd(true));
  EXPECT_THAT(Letters(), ElementsAre(ALetter(told[1])));
}

TEST_P(PublicationsContract, DropADeadLetterForGood) {
  const std::vector<ToldEvent> told = HaveEvents(1);
  const EventId id = told[0].event.id;
  PutAside({ALetter(told[0])});
  EXPECT_THAT(Record(kDesk,
                     [&](UnitOfWork& unit) {
                       EXPECT_THAT(unit.dead_letters().Find(id), IsOkAnd(ALetter(told[0])));
                     }),
              IsOk());
  EXPECT_THAT(Retry(id), IsOk());
  const std::optional<std::int64_t> token = Take();
  EXPECT_THAT(Drop(id), IsOk());
  // It is refused once more meanwhile, and does not come back.
  PublishedTurn turn;
  turn.token = token.value_or(0);
  turn.refused_again = {ALetter(told[0])};
  EXPECT_THAT(publications().Complete(kTenant, turn), IsOkAnd(true));
  EXPECT_THAT(Letters(), IsEmpty());
}

TEST_P(PublicationsContract, KnowNoLetterThatIsNot) {
  const auto id = NumberedId<EventId>(99);
  EXPECT_THAT(Retry(id), IsRefused(Reason::kWriteConflict));
  EXPECT_THAT(Drop(id), IsRefused(Reason::kWriteConflict));
  EXPECT_THAT(Record(kDesk,
                     [&](UnitOfWork& unit) {
                       EXPECT_THAT(unit.dead_letters().Find(id),
                                   IsRefused(Reason::kDeadLetterNotFound));
                     }),
              IsOk());
}

}  // namespace
}  // namespace parley
