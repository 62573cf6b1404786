// SPDX-License-Identifier: Apache-2.0
// Kill switches: who stopped contact and why, and by which plan it goes on.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "domain/common/violations.h"
#include "tests/support/domain/status_matchers.h"
#include "tests/support/memory/world.h"

namespace parley {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

class KillSwitchTest : public ::testing::Test {
 public:
  absl::StatusOr<KillSwitch> Engage(const SwitchScope& scope = {}, bool rehearsal = false) {
    Kept<KillSwitch> kept;
    Call call = world.ACall();
    call.principal = "operator-1";
    call.validate_only = rehearsal;
    const EngageKillSwitch::Command command{.id = {}, .scope = scope, .reason = "wrong balances"};
    const auto answer = world.app.engage_kill_switch.Handle(call, command, kept);
    if (!answer.ok()) return answer.status();
    return *kept;
  }
  absl::StatusOr<KillSwitch> Release(const KillSwitch& one, std::int32_t per_hour = 10,
                                     bool rehearsal = false) {
    Kept<KillSwitch> kept;
    Call call = world.ACall();
    call.principal = "operator-2";
    call.validate_only = rehearsal;
    const ReleaseKillSwitch::Command command{
        .id = one.id, .reason = "mended", .from = {}, .per_hour = per_hour};
    const auto answer = world.app.release_kill_switch.Handle(call, command, kept);
    if (!answer.ok()) return answer.status();
    return *kept;
  }
  std::vector<KillSwitch> All() {
    return *world.switch_board.ListKillSwitches(world.tenant, SwitchFilter::kAll, {}, 100);
  }
  std::vector<KillSwitch> Standing() {
    return *world.switch_board.Standing(world.tenant, world.clock.Now());
  }

  World world;
};

TEST_F(KillSwitchTest, IsEngagedByWhoCallsAndKept) {
  const auto engaged = Engage({.channel = Channel::kSms});
  ASSERT_THAT(engaged, IsOk());
  EXPECT_EQ(engaged->actor, "operator-1");
  EXPECT_EQ(engaged->engaged_time, world.clock.Now());
  EXPECT_THAT(Standing(), ElementsAre(*engaged));
  const Event told = world.database.Events(world.tenant).back().event;
  EXPECT_EQ(told.type, EventType::kKillSwitchEngaged);
  EXPECT_EQ(told.subject, engaged->id.uuid());
  EXPECT_THAT(world.AuditFindings(), IsEmpty());
}

TEST_F(KillSwitchTest, NamesACreditorThatThereIs) {
  EXPECT_THAT(Engage({.creditor = world.creditor.id}), IsOk());
  EXPECT_THAT(Engage({.creditor = NumberedId<CreditorId>(99)}),
              IsRefused(Reason::kCreditorNotFound));
}

TEST_F(KillSwitchTest, IsReleasedOverWhoHasAnOpenDebt) {
  for (const char* person : {"D-1", "D-2", "D-3"}) {
    world.Place(world.MakeDebtor(person), person, 100);
  }
  world.MakeDebtor("D-4");
  const KillSwitch engaged = Engage().value();
  const auto released = Release(engaged, 2);
  ASSERT_THAT(released, IsOk());
  EXPECT_EQ(released->release->actor, "operator-2");
  EXPECT_EQ(released->release->restart.persons, 3);
  EXPECT_EQ(released->release->restart.until(), world.clock.Now() + absl::Minutes(90));
  EXPECT_THAT(Standing(), ElementsAre(*released));
  EXPECT_EQ(world.database.Events(world.tenant).back().event.type, EventType::kKillSwitchReleased);
  world.clock.Advance(absl::Minutes(90));
  EXPECT_THAT(Standing(), IsEmpty());
  EXPECT_THAT(All(), ElementsAre(*released));
  EXPECT_THAT(world.AuditFindings(), IsEmpty());
}

TEST_F(KillSwitchTest, IsReleasedOnce) {
  const KillSwitch engaged = Engage().value();
  ASSERT_THAT(Release(engaged), IsOk());
  EXPECT_THAT(Release(engaged), IsRefused(Reason::kKillSwitchAlreadyReleased));
  EXPECT_THAT(Release(KillSwitch{.id = NumberedId<KillSwitchId>(99)}),
              IsRefused(Reason::kKillSwitchNotFound));
}

TEST_F(KillSwitchTest, IsRehearsedWithoutATrace) {
  EXPECT_THAT(Engage({}, true), IsOk());
  EXPECT_THAT(All(), IsEmpty());
  const KillSwitch engaged = Engage().value();
  EXPECT_EQ(Release(engaged, 5, true)->release->restart.per_hour, 5);
  EXPECT_THAT(All(), ElementsAre(engaged));
}

}  // namespace
}  // namespace parley
