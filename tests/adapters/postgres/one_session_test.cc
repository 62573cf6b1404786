// SPDX-License-Identifier: Apache-2.0
// As many workers as there are sessions, one each: nobody who holds a session waits for another.
#include <gtest/gtest.h>

#include <array>

#include "application/rulebooks/rulebook_library.h"
#include "tests/support/application/fake_policy.h"
#include "tests/support/domain/status_matchers.h"
#include "tests/support/postgres/postgres_fixture.h"

namespace parley {
namespace {

using OneSession = PostgresFixture;

TEST_F(OneSession, IsEnoughForTheFirstDecisionAfterAPublication) {
  Connect(database_->PoolOf(1));
  const std::string text = ABookText("TEST.OWN", "1", "2026-01-01");
  ASSERT_THAT(Add(1), IsOk());
  ASSERT_THAT(world_->store.Run(tenant_, std::array{kDesk},
                                [&](UnitOfWork& unit) {
                                  unit.rulebooks().Publish({.edition = 1,
                                                            .id = "TEST.OWN",
                                                            .version = "1",
                                                            .text = text,
                                                            .actor = "lawyer",
                                                            .published_time = TestNow()});
                                  return absl::OkStatus();
                                }),
              IsOk());
  const SystemPolicy policy = ASystemPolicy();
  const FakeRulebookReader reader;
  RulebookLibrary library(policy, reader, world_->rulebook_shelf);
  const std::array debtors = {NumberedId<DebtorId>(1)};
  EXPECT_THAT(world_->store.Run(tenant_, debtors,
                                [&](UnitOfWork& unit) {
                                  return library.At(tenant_, 1, unit.rulebooks()).status();
                                }),
              IsOk());
  // It was compiled from what was published, once.
  EXPECT_EQ(ValueOf(library.At(tenant_, 1))->books().size(), policy.compiled()->books().size() + 1);
}

}  // namespace
}  // namespace parley
