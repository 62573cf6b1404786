// SPDX-License-Identifier: Apache-2.0
// What somebody is given to do next, and what work needs of who does it.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <optional>
#include <string>
#include <vector>

#include "tests/support/domain/status_matchers.h"
#include "tests/support/domain/work_builders.h"
#include "tests/support/memory/world.h"

namespace parley {
namespace {

using ::testing::Eq;
using ::testing::IsEmpty;

class NextWorkTest : public ::testing::Test {
 public:
  WorkItem Ask(WorkItem item) {
    item.asked_by = "asker";
    return world.Ask(debt, std::move(item));
  }
  WorkItem AskFor(WorkKind kind) { return Ask(ATask().With(&WorkItem::kind, kind)); }
  std::optional<WorkItem> NextOf(const std::string& principal,
                                 const ClaimNextWork::Command& can = {}) {
    Call call = world.ACall();
    call.principal = principal;
    Kept<std::optional<WorkItem>> kept;
    EXPECT_THAT(world.app.claim_next_work.Handle(call, can, kept), IsOk());
    return *kept;
  }
  void Speak(const std::string& language) {
    UpdateDebtor::Command command;
    command.id = debt.debtor;
    command.language = language;
    Kept<Debtor> kept;
    EXPECT_THAT(world.app.update_debtor.Handle(world.ACall(), command, kept), IsOk());
  }
  WorkItem Listed(const WorkItem& item) {
    const auto items = world.work_list.ListWork(world.tenant, {}, {}, 100);
    for (const WorkItem& one : *items) {
      if (one.id == item.id) return one;
    }
    return {};
  }

  World world;
  Debt debt = world.Place(world.MakeDebtor("D-1"), "L-1", 100'000);
};

TEST_F(NextWorkTest, IsClaimedByWhoAsks) {
  const WorkItem low = Ask(ATask().With(&WorkItem::priority, WorkPriority::kLow));
  const WorkItem item = Ask(ATask());
  const auto next = NextOf("second");
  ASSERT_TRUE(next.has_value());
  EXPECT_EQ(next->id, item.id);
  EXPECT_EQ(next->state, WorkState::kClaimed);
  EXPECT_EQ(next->claimed_by, "second");
  EXPECT_EQ(Listed(item), *next);
  EXPECT_EQ(NextOf("third")->id, low.id);
  EXPECT_THAT(NextOf("third"), Eq(std::nullopt));
  EXPECT_THAT(world.AuditFindings(), IsEmpty());
}

TEST_F(NextWorkTest, IsNothingWhereNothingIsLeft) {
  EXPECT_THAT(NextOf("second"), Eq(std::nullopt));
  EXPECT_THAT(world.AuditFindings(), IsEmpty());
}

TEST_F(NextWorkTest, PassesOverWhatTheyAskedFor) {
  const WorkItem own = Ask(AnApproval());
  EXPECT_THAT(NextOf("asker"), Eq(std::nullopt));
  EXPECT_EQ(NextOf("second")->id, own.id);
}

TEST_F(NextWorkTest, IsReleasedForTheNext) {
  const WorkItem item = Ask(ATask());
  ASSERT_TRUE(NextOf("second").has_value());
  Kept<WorkItem> released;
  ASSERT_THAT(world.app.release_work.Handle(world.ACall(), {item.debtor, item.id, {}}, released),
              IsOk());
  world.clock.Advance(absl::Minutes(1));
  EXPECT_EQ(NextOf("third")->id, item.id);
}

TEST_F(NextWorkTest, ThatARehearsalShowsIsClaimedByNobody) {
  const WorkItem item = Ask(ATask());
  Call call = world.ACall();
  call.validate_only = true;
  Kept<std::optional<WorkItem>> kept;
  ASSERT_THAT(world.app.claim_next_work.Handle(call, {}, kept), IsOk());
  EXPECT_EQ((*kept)->id, item.id);
  EXPECT_EQ(Listed(item), item);
}

TEST_F(NextWorkTest, IsWhatTheyCanDoInALanguageThatTheySpeak) {
  Speak("es-MX");
  const WorkItem dispute = AskFor(WorkKind::kDispute);
  const WorkItem credit = AskFor(WorkKind::kCreditHeld);
  EXPECT_EQ(dispute.skill, Skill::kDisputes);
  EXPECT_EQ(dispute.language, "es");
  EXPECT_EQ(credit.skill, Skill::kPayments);
  EXPECT_EQ(credit.language, "");
  EXPECT_THAT(NextOf("second", {{Skill::kDisputes}, {"de"}}), Eq(std::nullopt));
  EXPECT_THAT(NextOf("second", {{Skill::kComplaints}, {"es"}}), Eq(std::nullopt));
  EXPECT_EQ(NextOf("second", {{Skill::kDisputes}, {"de", "es"}})->id, dispute.id);
  EXPECT_EQ(NextOf("second", {{Skill::kPayments}, {"de"}})->id, credit.id);
}

TEST_F(NextWorkTest, KeepsASkillOfItsOwn) {
  const WorkItem item = Ask(
      ATask().With(&WorkItem::kind, WorkKind::kReview).With(&WorkItem::skill, Skill::kInsolvency));
  EXPECT_EQ(item.skill, Skill::kInsolvency);
}

TEST_F(NextWorkTest, IsDoneInTheLanguageThatTheDebtorSpeaksNow) {
  const WorkItem dispute = AskFor(WorkKind::kDispute);
  const WorkItem credit = AskFor(WorkKind::kCreditHeld);
  EXPECT_EQ(dispute.language, "");
  Speak("fr-CH");
  EXPECT_EQ(Listed(dispute).language, "fr");
  EXPECT_EQ(Listed(credit), credit);
  const WorkItem before = Listed(dispute);
  Speak("fr-FR");
  EXPECT_EQ(Listed(dispute), before);
  EXPECT_THAT(world.AuditFindings(), IsEmpty());
}

}  // namespace
}  // namespace parley
