// SPDX-License-Identifier: Apache-2.0
// Conversations as records: what is added, found, listed, changed and refused.
#include "application/ports/conversations.h"

#include "tests/contract/contract.h"
#include "tests/contract/records.h"
#include "tests/support/domain/contact_builders.h"
#include "tests/support/domain/status_matchers.h"

namespace parley {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

constexpr auto kOther = NumberedId<TenantId>(2);

Conversation AConversation(int number = 1) {
  Conversation one;
  one.id = NumberedId<ConversationId>(static_cast<std::uint64_t>(number));
  one.debtor = kDebtor;
  one.changed_by = "intake";
  one.created_time = TestNow();
  one.updated_time = TestNow();
  return one;
}

// Every part is there, in difficult texts.
Conversation FullConversation() {
  Conversation one = AConversation();
  std::string all;
  for (const std::string& text : DifficultTexts()) all += text + "\n";
  one.state = ConversationState::kSnoozed;
  one.debts = {NumberedId<DebtId>(1), NumberedId<DebtId>(2)};
  one.assigned_to = "agent-1";
  one.language = "zh-TW";
  one.snoozed_until = TestNow() + absl::Hours(5);
  one.reason = Secret(all);
  one.last_in = LastSaid{NumberedId<CommunicationId>(4), Channel::kSms, TestNow()};
  one.read_by_person = 7;
  one.read_by_team = 9;
  one.last_out =
      LastSaid{NumberedId<CommunicationId>(5), Channel::kLetter, TestNow() - absl::Microseconds(1)};
  return one;
}

ConversationNote ANote(int number, std::string_view text = "They wait for a letter.") {
  return {NumberedId<ConversationNoteId>(static_cast<std::uint64_t>(number)),
          kDebtor,
          AConversation().id,
          "agent-1",
          Secret(text),
          TestNow()};
}

ConversationLink ALink(int number, ConversationId conversation) {
  return {kDebtor,        NumberedId<CommunicationId>(static_cast<std::uint64_t>(number)),
          conversation,   Direction::kInbound,
          Channel::kCall, TestNow(),
          number};
}

class ConversationsContract : public StoreContract {
 protected:
  void SetUp() override {
    StoreContract::SetUp();
    if (!IsSkipped()) HaveParties();
  }

  // As it is to be read.
  Conversation Written(Conversation one,
                       absl::FunctionRef<void(UnitOfWork&, const Conversation&)> write) {
    EXPECT_THAT(Record(kDebtor,
                       [&](UnitOfWork& unit) {
                         one.revision = unit.Head(kDebtor).revision + 1;
                         write(unit, one);
                       }),
                IsOk());
    return one;
  }
  Conversation Have(const Conversation& conversation) {
    return Written(conversation, [](UnitOfWork& unit, const Conversation& one) {
      unit.conversations().Add(one);
    });
  }
  Conversation Change(const Conversation& conversation) {
    return Written(conversation, [](UnitOfWork& unit, const Conversation& one) {
      unit.conversations().Replace(one);
    });
  }
  void HaveCall(int number) {
    EXPECT_THAT(
        Record(kDebtor,
               [&](UnitOfWork& unit) { unit.communications().Add(AnInboundCall(number).Build()); }),
        IsOk());
  }
  absl::Status Link(int number, ConversationId id) {
    return Record(kDebtor, [&](UnitOfWork& unit) { unit.conversations().Link(ALink(number, id)); });
  }
  absl::StatusOr<Conversation> Find(ConversationId id) {
    absl::StatusOr<Conversation> found = Refuse(Reason::kInternal);
    EXPECT_THAT(
        Record(kDebtor, [&](UnitOfWork& unit) { found = unit.conversations().Find(kDebtor, id); }),
        IsOk());
    const auto alone = world().conversation_desk().GetConversation(kTenant, kDebtor, id);
    EXPECT_EQ(alone.status(), found.status());
    EXPECT_EQ(found.ok() ? std::optional(*found) : std::nullopt,
              alone.ok() ? std::optional(*alone) : std::nullopt);
    return found;
  }
  std::vector<ConversationId> Of() {
    std::vector<ConversationId> ids;
    EXPECT_THAT(Record(kDebtor,
                       [&](UnitOfWork& unit) {
                         for (const auto& one : ValueOf(unit.conversations().Of(kDebtor))) {
                           ids.push_back(one.id);
                         }
                       }),
                IsOk());
    return ids;
  }
  std::optional<ConversationId> WhereIs(int number) {
    std::optional<ConversationId> where;
    const auto id = NumberedId<CommunicationId>(static_cast<std::uint64_t>(number));
    EXPECT_THAT(Record(kDebtor,
                       [&](UnitOfWork& unit) {
                         where = ValueOf(unit.conversations().WhereIs(kDebtor, id));
                       }),
                IsOk());
    return where;
  }
  std::vector<ConversationId> Listed(const ConversationFilter& filter, ConversationId after = {},
                                     int most = 100) {
    std::vector<ConversationId> ids;
    for (const Conversation& one :
         ValueOf(world().conversation_desk().ListConversations(kTenant, filter, after, most))) {
      ids.push_back(one.id);
    }
    return ids;
  }
};
PARLEY_OVER_EVERY_STORE(ConversationsContract);

TEST_P(ConversationsContract, ComesBackEqual) {
  const Conversation full = Have(FullConversation());
  EXPECT_EQ(ValueOf(Find(full.id)), full);
  const Conversation bare = Have(AConversation(2));
  EXPECT_EQ(ValueOf(Find(bare.id)), bare);
}

TEST_P(ConversationsContract, IsNotFoundWhereThereIsNone) {
  const Conversation one = Have(AConversation());
  EXPECT_EQ(ReasonOf(Find(NumberedId<ConversationId>(9)).status()), Reason::kConversationNotFound);
  EXPECT_EQ(ReasonOf(world().conversation_desk().GetConversation(kOther, kDebtor, one.id).status()),
            Reason::kConversationNotFound);
  EXPECT_EQ(ReasonOf(world()
                         .conversation_desk()
                         .GetConversation(kTenant, NumberedId<DebtorId>(2), one.id)
                         .status()),
            Reason::kConversationNotFound);
}

TEST_P(ConversationsContract, ChangesAllButWhenItBegan) {
  const Conversation before = Have(AConversation());
  Conversation changed = FullConversation();
  changed.created_time += absl::Hours(1);
  changed.updated_time += absl::Hours(1);
  Conversation written = Change(changed);
  written.created_time = before.created_time;
  EXPECT_EQ(ValueOf(Find(before.id)), written);
}

TEST_P(ConversationsContract, RefusesAChangeOfAStaleCopyAndATakenId) {
  const Conversation one = Have(AConversation());
  EXPECT_EQ(ReasonOf(Record(kDebtor, [&](UnitOfWork& unit) { unit.conversations().Replace(one); })),
            Reason::kWriteConflict);
  EXPECT_EQ(ReasonOf(Record(kDebtor, [&](UnitOfWork& unit) { unit.conversations().Add(one); })),
            Reason::kWriteConflict);
}

TEST_P(ConversationsContract, HasWhatWasTouchedLastFirst) {
  Conversation first = AConversation(1);
  first.updated_time += absl::Hours(1);
  Have(first);
  Have(AConversation(2));
  Have(AConversation(3));
  EXPECT_THAT(Of(),
              ElementsAre(first.id, NumberedId<ConversationId>(3), NumberedId<ConversationId>(2)));
}

TEST_P(ConversationsContract, HasEachCommunicationOnce) {
  const Conversation one = Have(AConversation(1));
  const Conversation two = Have(AConversation(2));
  HaveCall(1);
  HaveCall(2);
  EXPECT_EQ(WhereIs(1), std::nullopt);
  EXPECT_THAT(Link(1, one.id), IsOk());
  EXPECT_EQ(ReasonOf(Link(1, two.id)), Reason::kWriteConflict);
  EXPECT_THAT(Link(2, one.id), IsOk());
  EXPECT_EQ(WhereIs(1), one.id);
  const auto links = [&](ConversationId id, std::int64_t after) {
    return ValueOf(world().conversation_desk().ListLinks(kTenant, kDebtor, id, after, 100));
  };
  EXPECT_THAT(links(one.id, 0), ElementsAre(ALink(1, one.id), ALink(2, one.id)));
  EXPECT_THAT(links(one.id, 1), ElementsAre(ALink(2, one.id)));
  EXPECT_THAT(links(two.id, 0), IsEmpty());
}

TEST_P(ConversationsContract, TellsWhatIsNewOfSeveralDebtorsAtOnce) {
  const Conversation one = Have(AConversation(1));
  const Conversation two = Have(AConversation(2));
  for (const int number : {1, 2, 3}) HaveCall(number);
  for (const int number : {1, 3}) ASSERT_THAT(Link(number, one.id), IsOk());
  ASSERT_THAT(Link(2, two.id), IsOk());
  const auto since = [&](TenantId tenant, const std::vector<LinePosition>& positions, int most) {
    return ValueOf(world().conversation_desk().ListLinksSince(tenant, positions, most));
  };
  const auto stranger = NumberedId<DebtorId>(2);
  EXPECT_THAT(since(kTenant, {{stranger, 0}, {kDebtor, 0}}, 100),
              ElementsAre(ALink(1, one.id), ALink(2, two.id), ALink(3, one.id)));
  EXPECT_THAT(since(kTenant, {{kDebtor, 1}}, 1), ElementsAre(ALink(2, two.id)));
  EXPECT_THAT(since(kTenant, {{kDebtor, 3}}, 100), IsEmpty());
  EXPECT_THAT(since(kOther, {{kDebtor, 0}}, 100), IsEmpty());
  EXPECT_THAT(since(kTenant, {}, 100), IsEmpty());
}

TEST_P(ConversationsContract, AreListedByWhatIsAsked) {
  Have(FullConversation());
  Have(AConversation(2));
  Have(AConversation(3));
  const auto one = FullConversation().id;
  const auto two = NumberedId<ConversationId>(2);
  const auto three = NumberedId<ConversationId>(3);
  EXPECT_THAT(Listed({}), ElementsAre(one, two, three));
  EXPECT_THAT(Listed({}, one, 1), ElementsAre(two));
  EXPECT_THAT(Listed({.state = ConversationState::kSnoozed}), ElementsAre(one));
  EXPECT_THAT(Listed({.assigned_to = "agent-1"}), ElementsAre(one));
  EXPECT_THAT(Listed({.state = ConversationState::kOpen, .debtor = kDebtor}),
              ElementsAre(two, three));
  EXPECT_THAT(Listed({.debtor = NumberedId<DebtorId>(2)}), IsEmpty());
  EXPECT_THAT(ValueOf(world().conversation_desk().ListConversations(kOther, {}, {}, 100)),
              IsEmpty());
}

TEST_P(ConversationsContract, KeepsNotesInTheirOrder) {
  Have(AConversation());
  for (const int number : {1, 2, 3}) {
    EXPECT_THAT(
        Record(kDebtor, [&](UnitOfWork& unit) { unit.conversations().AddNote(ANote(number)); }),
        IsOk());
  }
  const auto notes = [&](ConversationNoteId after, int most) {
    return ValueOf(
        world().conversation_desk().ListNotes(kTenant, kDebtor, AConversation().id, after, most));
  };
  EXPECT_THAT(notes({}, 100), ElementsAre(ANote(1), ANote(2), ANote(3)));
  EXPECT_THAT(notes(NumberedId<ConversationNoteId>(1), 1), ElementsAre(ANote(2)));
  EXPECT_EQ(
      ReasonOf(Record(kDebtor, [&](UnitOfWork& unit) { unit.conversations().AddNote(ANote(1)); })),
      Reason::kWriteConflict);
}

TEST_P(ConversationsContract, HasNoTextOfWhoWasForgotten) {
  const Conversation one = Have(FullConversation());
  ASSERT_THAT(Record(kDebtor, [](UnitOfWork& unit) { unit.conversations().AddNote(ANote(1)); }),
              IsOk());
  ASSERT_THAT(Record(kDebtor, [](UnitOfWork& unit) { unit.debtors().EraseTexts(kDebtor); }),
              IsOk());
  EXPECT_EQ(ValueOf(Find(one.id)).reason.Reveal(), kErasedText);
  const auto notes =
      ValueOf(world().conversation_desk().ListNotes(kTenant, kDebtor, AConversation().id, {}, 100));
  ASSERT_EQ(notes.size(), 1U);
  EXPECT_EQ(notes.front().text.Reveal(), kErasedText);
}

TEST_P(ConversationsContract, LeavesNoTraceOfWorkThatFails) {
  const Trace before = TraceOf(kDebtor);
  EXPECT_EQ(Run(kDebtor,
                [&](UnitOfWork& unit) {
                  unit.conversations().Add(AConversation());
                  return Refuse(Reason::kInternal);
                }),
            Refuse(Reason::kInternal));
  EXPECT_EQ(TraceOf(kDebtor), before);
  EXPECT_THAT(Listed({}), IsEmpty());
}

}  // namespace
}  // namespace parley
