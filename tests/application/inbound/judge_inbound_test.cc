// SPDX-License-Identifier: Apache-2.0
// What people of ours do with what came in: match, label, triage and answer it.
#include "application/inbound/judge_inbound.h"

#include "tests/application/inbound/inbound_fixture.h"

namespace parley {
namespace {

using testing::Contains;
using testing::ElementsAre;
using testing::IsEmpty;
using testing::SizeIs;

class JudgingInbound : public Listening {
 protected:
  absl::StatusOr<InboundItem> Match(const InboundItem& item, DebtorId debtor) {
    Kept<InboundItem> kept;
    const auto answer =
        match_.Handle(world_.ACall(), {.item = item.id, .debtor = debtor, .debts = {}}, kept);
    if (!answer.ok()) return answer.status();
    return *kept;
  }
  absl::StatusOr<InboundItem> Label(const InboundItem& item, std::vector<Intent> intents) {
    Kept<InboundItem> kept;
    const auto answer = judge_.Label(
        world_.ACall(), {{item.debtor, item.id, {}}, std::move(intents), Secret("they mean it")},
        kept);
    if (!answer.ok()) return answer.status();
    return *kept;
  }
  absl::StatusOr<InboundItem> Answer(const InboundItem& item, std::optional<CommunicationId> answer,
                                     std::string_view reason = "") {
    Kept<InboundItem> kept;
    const auto done =
        judge_.Answered(world_.ACall(), {{item.debtor, item.id, {}}, answer, Secret(reason)}, kept);
    if (!done.ok()) return done.status();
    return *kept;
  }
};

TEST_F(JudgingInbound, MovesFromTheDeskToADebtorAndIsActedOnThere) {
  const ReceiveInbound::Command command =
      AnEmail("Do not contact me again, by any means.", "nobody@example.com");
  const InboundItem desk = ValueOf(Receive(command));
  const InboundItem moved = ValueOf(Match(desk, debtor_.id));
  EXPECT_EQ(moved.id, desk.id);
  EXPECT_EQ(moved.debtor, debtor_.id);
  EXPECT_EQ(moved.matched_by, MatchedBy::kPerson);
  EXPECT_EQ(moved.content, desk.content);
  EXPECT_THAT(TheirRecord().opt_outs, SizeIs(1));
  // The desk keeps nothing of it, and nobody is asked any more.
  const InboundItem left = ReloadItem(desk);
  EXPECT_EQ(left.state, InboundState::kMovedAway);
  EXPECT_EQ(left.content, InboundContent());
  EXPECT_THAT(OnDesk(), IsEmpty());
  // Whoever tells us of it again hears of the debtor's; and it moves once.
  EXPECT_EQ(ValueOf(Receive(command)).debtor, debtor_.id);
  EXPECT_EQ(ValueOf(Match(desk, debtor_.id)), moved);
  EXPECT_THAT(TheirRecord().opt_outs, SizeIs(1));
  const Debtor other = world_.MakeDebtor("D2");
  EXPECT_EQ(ReasonOf(Match(desk, other.id).status()), Reason::kInboundAlreadyMatched);
}

TEST_F(JudgingInbound, StaysOnTheDeskForADebtorNobodyKnows) {
  const InboundItem desk = ValueOf(Receive(AnEmail("hello", "nobody@example.com")));
  EXPECT_EQ(ReasonOf(Match(desk, NumberedId<DebtorId>(99)).status()), Reason::kDebtorNotFound);
  EXPECT_EQ(ReloadItem(desk), desk);
  EXPECT_EQ(ReasonOf(Label(desk, {Intent::kQuestion}).status()), Reason::kInboundNotMatched);
}

TEST_F(JudgingInbound, ActsOnWhatAPersonHearsAndNobodyHeardBefore) {
  const InboundItem item = ValueOf(Hear("What do I still owe?"));
  const InboundItem after = ValueOf(Label(item, {Intent::kStopContact}));
  EXPECT_THAT(IntentsOf(after), ElementsAre(Intent::kStopContact));
  EXPECT_THAT(WhatWasDone(after), Contains("OPT_OUT"));
  EXPECT_THAT(TheirRecord().opt_outs, SizeIs(1));
  EXPECT_EQ(after.heard, item.heard);
  // Heard once more it is done no more.
  ASSERT_THAT(Label(after, {Intent::kStopContact, Intent::kThanksOrAck}), IsOk());
  EXPECT_THAT(TheirRecord().opt_outs, SizeIs(1));
}

TEST_F(JudgingInbound, IsAnsweredByAMessageOfOurs) {
  const InboundItem item = ValueOf(Hear("What do I still owe?"));
  EXPECT_EQ(ReasonOf(Answer(item, item.id).status()), Reason::kCommunicationNotFound);
  EXPECT_EQ(ReasonOf(Answer(item, NumberedId<CommunicationId>(99)).status()),
            Reason::kCommunicationNotFound);
  const CommunicationId ours = Queue().front().id;
  EXPECT_EQ(ValueOf(Answer(item, ours)).state, InboundState::kAnswered);
  EXPECT_THAT(Work(WorkKind::kInboundAnswer), IsEmpty());
  EXPECT_EQ(ReasonOf(Answer(item, std::nullopt, "spam").status()), Reason::kInboundAlreadyAnswered);
}

TEST_F(JudgingInbound, NeedsNoAnswerForAReason) {
  const InboundItem item = ValueOf(Hear("Thanks"));
  EXPECT_THAT(ViolationsOf(Answer(item, std::nullopt).status()),
              ElementsAre(Violation{"no_answer_reason", Fault::kRequired}));
  EXPECT_EQ(ValueOf(Answer(item, std::nullopt, "only thanks")).state,
            InboundState::kNoAnswerNeeded);
}

TEST_F(JudgingInbound, RefusesAStaleEtag) {
  const InboundItem item = ValueOf(Hear("Thanks"));
  Kept<InboundItem> kept;
  EXPECT_EQ(
      ReasonOf(
          judge_.Triage(world_.ACall(), {item.debtor, item.id, item.revision + 1}, kept).status()),
      Reason::kEtagStale);
}

}  // namespace
}  // namespace parley
