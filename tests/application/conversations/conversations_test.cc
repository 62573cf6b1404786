// SPDX-License-Identifier: Apache-2.0
// What belongs together of what people and we say, and what the team makes of it.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "adapters/memory/memory_conversations.h"
#include "application/conversations/join_conversation.h"
#include "application/conversations/keep_conversation.h"
#include "tests/support/domain/contact_builders.h"
#include "tests/support/domain/status_matchers.h"
#include "tests/support/memory/world.h"

namespace parley {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;
using ::testing::SizeIs;

class ConversationsTest : public ::testing::Test {
 protected:
  // A communication and its place, in one transaction.
  absl::StatusOr<ConversationId> Say(int number, Direction direction,
                                     std::optional<int> answers = std::nullopt) {
    LoggedCommunication said = AnInboundCall(number).Build();
    said.debtor = debtor_.id;
    const auto join = [&](Work& work) -> absl::StatusOr<ConversationId> {
      work.store.communications().Add(said);
      return Join(work, number, direction, answers);
    };
    return Run<ConversationId>(join);
  }
  absl::StatusOr<ConversationId> JoinAgain(int number) {
    const auto join = [&](Work& work) {
      return Join(work, number, Direction::kInbound, std::nullopt);
    };
    return Run<ConversationId>(join);
  }

  Conversation Only() {
    const auto all = ValueOf(desk_.ListConversations(world_.tenant, {}, {}, 10));
    EXPECT_THAT(all, SizeIs(1));
    return all.front();
  }
  ConversationTarget Target() { return {debtor_.id, Only().id, std::nullopt}; }
  absl::StatusOr<Conversation> Resolve(std::string_view reason = "they paid") {
    return Kept_<Conversation>([&](auto& kept) {
      return keep_.Resolve(world_.ACall(), {Target(), Secret(reason)}, kept);
    });
  }
  std::vector<EventType> Told() {
    std::vector<EventType> told;
    for (const MemoryEvent& one : world_.database.Read(
             world_.tenant, [](const MemoryTables& tables) { return tables.events; })) {
      const EventType type = one.event.type;
      const bool ours = type == EventType::kConversationOpened ||
                        type == EventType::kConversationResolved ||
                        type == EventType::kConversationReopened;
      if (ours) told.push_back(type);
    }
    return told;
  }

  template <typename Result, typename Act>
  absl::StatusOr<Result> Kept_(const Act& act) {
    Kept<Result> kept;
    const absl::StatusOr<Answer> answer = act(kept);
    if (!answer.ok()) return answer.status();
    return *kept;
  }

  World world_;
  Debtor debtor_ = world_.MakeDebtor("D-1");
  Mutations mutations_{world_.store, world_.given_answers, world_.seal, world_.clock, world_.ids};
  KeepConversation keep_{mutations_, world_.ids};
  MemoryConversationDesk desk_{world_.database};

 private:
  template <typename Result>
  absl::StatusOr<Result> Run(absl::FunctionRef<absl::StatusOr<Result>(Work&)> act) {
    return Kept_<Result>(
        [&](auto& kept) { return mutations_.Run<Result>(world_.ACall(), debtor_.id, act, kept); });
  }
  absl::StatusOr<ConversationId> Join(Work& work, int number, Direction direction,
                                      std::optional<int> answers) {
    Matter matter;
    matter.debtor = debtor_.id;
    matter.communication = IdOf(number);
    matter.direction = direction;
    matter.actor = work.call.principal;
    matter.at = work.now;
    if (answers.has_value()) {
      auto answered = ConversationAnswered(work, debtor_.id, IdOf(*answers));
      if (!answered.ok()) return answered.status();
      matter.answered = *answered;
    }
    return JoinConversation(work, world_.ids, matter);
  }
  static CommunicationId IdOf(int number) {
    return NumberedId<CommunicationId>(static_cast<std::uint64_t>(number));
  }
};

TEST_F(ConversationsTest, BeginWithWhatIsSaidFirstAndGoOnWithTheAnswer) {
  const ConversationId first = ValueOf(Say(1, Direction::kInbound));
  EXPECT_EQ(Only().state, ConversationState::kOpen);
  EXPECT_EQ(ValueOf(Say(2, Direction::kOutbound, 1)), first);
  EXPECT_EQ(Only().state, ConversationState::kPending);
  EXPECT_EQ(ValueOf(Say(3, Direction::kInbound)), first);
  EXPECT_EQ(Only().state, ConversationState::kOpen);
  EXPECT_THAT(ValueOf(desk_.ListLinks(world_.tenant, debtor_.id, first, {}, 10)), SizeIs(3));
  EXPECT_THAT(Told(), ElementsAre(EventType::kConversationOpened));
}

TEST_F(ConversationsTest, HaveEachCommunicationOnceHoweverOftenItIsJoined) {
  const ConversationId first = ValueOf(Say(1, Direction::kInbound));
  const Conversation before = Only();
  EXPECT_EQ(ValueOf(JoinAgain(1)), first);
  EXPECT_EQ(Only(), before);
}

TEST_F(ConversationsTest, AreReopenedByWhatComesIn) {
  const ConversationId first = ValueOf(Say(1, Direction::kInbound));
  ASSERT_THAT(Resolve(), IsOk());
  EXPECT_EQ(ValueOf(Say(2, Direction::kInbound)), first);
  EXPECT_EQ(Only().state, ConversationState::kReopened);
  EXPECT_THAT(Told(), ElementsAre(EventType::kConversationOpened, EventType::kConversationResolved,
                                  EventType::kConversationReopened));
}

TEST_F(ConversationsTest, AreNotReopenedByWhatWeSay) {
  const ConversationId first = ValueOf(Say(1, Direction::kInbound));
  ASSERT_THAT(Resolve(), IsOk());
  EXPECT_EQ(ValueOf(Say(2, Direction::kOutbound, 1)), first);
  EXPECT_EQ(Only().state, ConversationState::kResolved);
  EXPECT_NE(ValueOf(Say(3, Direction::kOutbound)), first);
}

TEST_F(ConversationsTest, AreAssignedPutOffAndReopenedByPeople) {
  ASSERT_THAT(Say(1, Direction::kInbound), IsOk());
  const auto assigned = Kept_<Conversation>(
      [&](auto& kept) { return keep_.Assign(world_.ACall(), Target(), "agent-7", kept); });
  EXPECT_EQ(ValueOf(assigned).assigned_to, "agent-7");
  const absl::Time until = world_.clock.Now() + absl::Hours(4);
  const auto snoozed = Kept_<Conversation>([&](auto& kept) {
    return keep_.PutOff(world_.ACall(), {Target(), until, Secret("at work")}, kept);
  });
  EXPECT_EQ(ValueOf(snoozed).snoozed_until, until);
  ASSERT_THAT(Resolve(), IsOk());
  EXPECT_EQ(ReasonOf(Resolve().status()), Reason::kConversationStepRefused);
  const auto reopened = Kept_<Conversation>([&](auto& kept) {
    return keep_.Reopen(world_.ACall(), {Target(), Secret("too early")}, kept);
  });
  EXPECT_EQ(ValueOf(reopened), Only());
  EXPECT_EQ(Only().assigned_to, "agent-7");
}

TEST_F(ConversationsTest, AreNotChangedFromAStaleCopy) {
  ASSERT_THAT(Say(1, Direction::kInbound), IsOk());
  const std::int64_t seen = Only().revision;
  ASSERT_THAT(Say(2, Direction::kInbound), IsOk());
  const auto assigned = Kept_<Conversation>([&](auto& kept) {
    ConversationTarget target = Target();
    target.etag = seen;
    return keep_.Assign(world_.ACall(), target, "agent-7", kept);
  });
  EXPECT_EQ(ReasonOf(assigned.status()), Reason::kEtagStale);
  EXPECT_EQ(Only().assigned_to, "");
}

TEST_F(ConversationsTest, HaveNotesThatAreOnlyAdded) {
  const ConversationId id = ValueOf(Say(1, Direction::kInbound));
  const auto note = [&](ConversationTarget target, std::string_view text) {
    return Kept_<ConversationNote>([&](auto& kept) {
      return keep_.AddNote(world_.ACall(), {target, Secret(text)}, kept);
    });
  };
  const ConversationNote first = ValueOf(note(Target(), "Speaks quietly."));
  const ConversationNote second = ValueOf(note(Target(), "Prefers letters."));
  EXPECT_THAT(ValueOf(desk_.ListNotes(world_.tenant, debtor_.id, id, {}, 10)),
              ElementsAre(first, second));
  EXPECT_EQ(ReasonOf(note(Target(), "").status()), Reason::kFieldInvalid);
  ConversationTarget nowhere = Target();
  nowhere.conversation = NumberedId<ConversationId>(99);
  EXPECT_EQ(ReasonOf(note(nowhere, "x").status()), Reason::kConversationNotFound);
}

}  // namespace
}  // namespace parley
