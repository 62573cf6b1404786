// SPDX-License-Identifier: Apache-2.0
// What came in as records: what is added, found, listed, changed and refused.
#include "application/ports/inbound.h"

#include <array>

#include "tests/contract/contract.h"
#include "tests/contract/records.h"
#include "tests/support/domain/status_matchers.h"

namespace parley {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;
using testing::SizeIs;

constexpr std::uint8_t kReference = 7;

InboundItem AnItem(int number = 1, DebtorId debtor = kDebtor) {
  InboundItem item;
  item.id = NumberedId<CommunicationId>(static_cast<std::uint64_t>(number));
  item.debtor = debtor;
  item.channel = Channel::kEmail;
  item.received = TestNow() - absl::Minutes(5);
  item.content.from = Secret("ana@example.com");
  item.content.text = Secret("hello");
  item.state = debtor.IsNil() ? InboundState::kUnmatched : InboundState::kLabelled;
  item.actor = "intake";
  item.created_time = TestNow();
  item.updated_time = TestNow();
  return item;
}

// Every part is there, in difficult texts.
InboundItem FullItem() {
  InboundItem item = AnItem();
  const std::vector<std::string> texts = DifficultTexts();
  std::string all;
  for (const std::string& text : texts) all += text + "\n";
  item.content.to = Secret(texts.front());
  item.content.subject = Secret(all);
  item.content.text = Secret(all);
  item.content.rest = Secret(std::string(200'000, 'x'));
  item.content.cards_masked = 3;
  item.content.attachments = {{.name = Secret(all),
                               .media_type = "image/jpeg",
                               .size = 5'000'000'000,
                               .digest = "sha256:00",
                               .where = Secret("blobs/1")}};
  item.content.provider = "relay";
  item.content.provider_id = "id";
  item.matched_by = MatchedBy::kPerson;
  item.point = NumberedId<ContactPointId>(4);
  item.debts = {NumberedId<DebtId>(1), NumberedId<DebtId>(2)};
  item.in_reply_to = NumberedId<CommunicationId>(8);
  HeardInbound heard;
  heard.language = "en";
  heard.labels = {{.intent = Intent::kCrisis,
                   .evidence = {1, 5},
                   .source = LabelSource::kModel,
                   .rule = "CRISIS.SELF",
                   .confidence_percent = 95},
                  {.intent = Intent::kUnclear}};
  heard.entities = {.amount_hundredths = 4000,
                    .currency = "EUR",
                    .date = Day(2026, 12, 3),
                    .channel = "sms",
                    .time_note = Secret("at night"),
                    .at_work = true};
  item.heard = heard;
  item.corrections = {
      {{Intent::kHardship, Intent::kAbuse}, "agent-1", TestNow(), Secret(texts.back())}};
  item.reactions = {{.what = "HOLD",
                     .intent = Intent::kCrisis,
                     .evidence = {1, 5},
                     .subject = NumberedId<HoldId>(3).uuid(),
                     .note = Secret(all)}};
  item.suspends_until = TestNow() + absl::Hours(24 * 7);
  item.breached = true;
  item.state = InboundState::kTriaged;
  item.triaged_by = "agent-1";
  item.triaged_time = TestNow();
  return item;
}

class InboundContract : public StoreContract {
 protected:
  void SetUp() override {
    StoreContract::SetUp();
    if (!IsSkipped()) HaveParties();
  }

  // As it is to be read.
  InboundItem Written(InboundItem item, absl::FunctionRef<void(UnitOfWork&, InboundItem&)> write) {
    EXPECT_THAT(Record(item.debtor,
                       [&](UnitOfWork& unit) {
                         item.revision = unit.Head(item.debtor).revision + 1;
                         write(unit, item);
                       }),
                IsOk());
    return item;
  }
  InboundItem Have(const InboundItem& item, std::optional<Fingerprint> reference = std::nullopt) {
    return Written(item,
                   [&](UnitOfWork& unit, InboundItem& one) { unit.inbound().Add(one, reference); });
  }
  InboundItem Change(const InboundItem& item) {
    return Written(item, [](UnitOfWork& unit, InboundItem& one) { unit.inbound().Replace(one); });
  }
  absl::StatusOr<InboundItem> Find(const InboundItem& item) {
    absl::StatusOr<InboundItem> found = Refuse(Reason::kInternal);
    EXPECT_THAT(
        Record(item.debtor,
               [&](UnitOfWork& unit) { found = unit.inbound().Find(item.debtor, item.id); }),
        IsOk());
    const auto alone = world().inbound_desk().GetInbound(kTenant, item.debtor, item.id);
    EXPECT_EQ(alone.status(), found.status());
    EXPECT_EQ(found.ok() ? std::optional(*found) : std::nullopt,
              alone.ok() ? std::optional(*alone) : std::nullopt);
    return found;
  }
  std::vector<CommunicationId> Listed(DebtorId debtor, InboundPosition position = {},
                                      int most = 100) {
    std::vector<CommunicationId> ids;
    for (const InboundItem& one :
         ValueOf(world().inbound_desk().ListInbound(kTenant, debtor, position, most))) {
      ids.push_back(one.id);
    }
    return ids;
  }
};
PARLEY_OVER_EVERY_STORE(InboundContract);

TEST_P(InboundContract, ComesBackEqual) {
  const InboundItem full = Have(FullItem());
  EXPECT_EQ(ValueOf(Find(full)), full);
  const InboundItem bare = Have(AnItem(2));
  EXPECT_EQ(ValueOf(Find(bare)), bare);
  const InboundItem desk = Have(AnItem(3, kDesk));
  EXPECT_EQ(ValueOf(Find(desk)), desk);
}

TEST_P(InboundContract, IsNotFoundWhereThereIsNone) {
  EXPECT_EQ(ReasonOf(Find(AnItem(9)).status()), Reason::kInboundNotFound);
  Have(AnItem(1));
  EXPECT_EQ(ReasonOf(Find(AnItem(1, kDesk)).status()), Reason::kInboundNotFound);
  EXPECT_EQ(ReasonOf(world()
                         .inbound_desk()
                         .GetInbound(NumberedId<TenantId>(2), kDebtor, AnItem().id)
                         .status()),
            Reason::kInboundNotFound);
}

TEST_P(InboundContract, ChangesAllButWhatWasReceived) {
  InboundItem item = Have(AnItem());
  InboundItem changed = FullItem();
  changed.content.text = Secret("something else");
  const InboundItem written = Change(changed);
  const InboundItem found = ValueOf(Find(item));
  EXPECT_EQ(found.content, item.content);
  EXPECT_EQ(found.heard, written.heard);
  EXPECT_EQ(found.corrections, written.corrections);
  EXPECT_EQ(found.reactions, written.reactions);
  EXPECT_EQ(found.state, InboundState::kTriaged);
}

TEST_P(InboundContract, LeavesNothingOnTheDeskOfWhatMovedAway) {
  InboundItem item = Have(AnItem(1, kDesk));
  item.claimed_for = kDebtor;
  const InboundItem gone = Change(MovedAway(item));
  EXPECT_EQ(ValueOf(Find(item)), gone);
  EXPECT_THAT(Listed(kDesk), IsEmpty());
}

TEST_P(InboundContract, RefusesAChangeOfAStaleCopyAndATakenId) {
  const InboundItem item = Have(AnItem());
  EXPECT_EQ(ReasonOf(Record(kDebtor, [&](UnitOfWork& unit) { unit.inbound().Replace(item); })),
            Reason::kWriteConflict);
  EXPECT_EQ(
      ReasonOf(Record(kDebtor, [&](UnitOfWork& unit) { unit.inbound().Add(item, std::nullopt); })),
      Reason::kWriteConflict);
}

TEST_P(InboundContract, IsFoundByItsProvidersIdWhichIsTakenOnce) {
  const Fingerprint reference = NumberedFingerprint(kReference);
  const InboundItem item = Have(AnItem(), reference);
  const auto found = [&](TenantId tenant, const Fingerprint& one) {
    return ValueOf(world().inbound_desk().FindReference(tenant, one));
  };
  EXPECT_EQ(found(kTenant, reference), (InboundPlace{kDebtor, item.id}));
  EXPECT_EQ(found(kTenant, NumberedFingerprint(8)), std::nullopt);
  EXPECT_EQ(found(NumberedId<TenantId>(2), reference), std::nullopt);
  // Also where the other one lies on the desk.
  EXPECT_EQ(ReasonOf(Record(
                kDesk, [&](UnitOfWork& unit) { unit.inbound().Add(AnItem(2, kDesk), reference); })),
            Reason::kInboundAlreadyReceived);
  EXPECT_THAT(Listed(kDesk), IsEmpty());
}

TEST_P(InboundContract, HasOneWinnerOfTwentyWhoReceiveTheSame) {
  const Fingerprint reference = NumberedFingerprint(kReference);
  std::vector<absl::Status> statuses(20);
  Together(20, [&](int writer) {
    statuses[static_cast<std::size_t>(writer)] = Record(
        kDesk, [&](UnitOfWork& unit) { unit.inbound().Add(AnItem(writer + 1, kDesk), reference); });
  });
  EXPECT_EQ(CountWinners(statuses, Reason::kInboundAlreadyReceived), 1);
  EXPECT_THAT(Listed(kDesk), SizeIs(1));
}

TEST_P(InboundContract, ListsWhatWaitsForAnAnswerFirst) {
  InboundItem done = Have(AnItem(1));
  done.state = InboundState::kNoAnswerNeeded;
  done.triaged_by = done.ended_by = "agent-1";
  done.triaged_time = done.ended_time = TestNow();
  Change(done);
  const InboundItem second = Have(AnItem(2));
  const InboundItem third = Have(AnItem(3));
  Have(AnItem(4, kDesk));
  EXPECT_THAT(Listed(kDebtor), ElementsAre(second.id, third.id, done.id));
  EXPECT_THAT(Listed(kDebtor, {}, 2), ElementsAre(second.id, third.id));
  EXPECT_THAT(Listed(kDebtor, {false, third.id}, 2), ElementsAre(done.id));
  EXPECT_THAT(Listed(kDebtor, {true, done.id}), IsEmpty());
  EXPECT_THAT(Listed(kDesk), ElementsAre(NumberedId<CommunicationId>(4)));
}

TEST_P(InboundContract, HoldsBackWithWhatElseIsReadOfADebtor) {
  InboundItem item = AnItem();
  item.debts = {NumberedId<DebtId>(1)};
  item.suspends_until = TestNow() + absl::Hours(2);
  item = Have(item);
  const WaitingInbound waiting{item.id, kDebtor, item.debts, item.created_time,
                               *item.suspends_until};
  EXPECT_THAT(ContactRecordOf(kDebtor, TestNow()).unanswered, ElementsAre(waiting));
  EXPECT_THAT(ContactRecordOf(kDebtor, *item.suspends_until).unanswered, IsEmpty());
  Change(ValueOf(Triaged(item, "agent-1", TestNow())));
  EXPECT_THAT(ContactRecordOf(kDebtor, TestNow()).unanswered, IsEmpty());
}

TEST_P(InboundContract, LeavesNoTraceOfWorkThatFails) {
  const Trace before = TraceOf(kDebtor);
  EXPECT_EQ(Run(kDebtor,
                [&](UnitOfWork& unit) {
                  unit.inbound().Add(AnItem(), NumberedFingerprint(kReference));
                  return Refuse(Reason::kInternal);
                }),
            Refuse(Reason::kInternal));
  EXPECT_EQ(TraceOf(kDebtor), before);
  EXPECT_THAT(Listed(kDebtor), IsEmpty());
  EXPECT_EQ(ValueOf(world().inbound_desk().FindReference(kTenant, NumberedFingerprint(kReference))),
            std::nullopt);
}

TEST_P(InboundContract, HasNoTextOfWhoWasForgotten) {
  const InboundItem item = Have(FullItem());
  ASSERT_THAT(Record(kDebtor, [](UnitOfWork& unit) { unit.debtors().EraseTexts(kDebtor); }),
              IsOk());
  const InboundItem left = ValueOf(Find(item));
  EXPECT_EQ(left.content.text.Reveal(), kErasedText);
  EXPECT_FALSE(left.heard.has_value());
  EXPECT_THAT(left.corrections, IsEmpty());
  EXPECT_THAT(left.reactions, IsEmpty());
  EXPECT_THAT(left.content.attachments, IsEmpty());
}

}  // namespace
}  // namespace parley
