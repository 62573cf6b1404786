// SPDX-License-Identifier: Apache-2.0
#include "application/debtors/update_debtor.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/support/domain/status_matchers.h"
#include "tests/support/memory/world.h"

namespace parley {
namespace {

class UpdateDebtorTest : public ::testing::Test {
 public:
  absl::StatusOr<Debtor> Update(const UpdateDebtor::Command& command) {
    Kept<Debtor> updated;
    const auto answer = world.app.update_debtor.Handle(world.ACall(), command, updated);
    if (!answer.ok()) return answer.status();
    return *updated;
  }

  World world;
  Debtor debtor = world.MakeDebtor("D-1");
};

TEST_F(UpdateDebtorTest, ChangesWhatIsGivenAndNothingElse) {
  const auto updated = Update({.id = debtor.id, .etag = debtor.record_revision, .language = "fr"});
  ASSERT_THAT(updated, IsOk());
  Debtor expected = debtor;
  expected.language = "fr";
  expected.revision = expected.record_revision = debtor.revision + 1;
  EXPECT_EQ(*updated, expected);
  EXPECT_EQ(*world.directory.GetDebtor(world.tenant, debtor.id), expected);
}

TEST_F(UpdateDebtorTest, TellsOfAMalformedFieldBeforeAStaleEtag) {
  UpdateDebtor::Command command{.id = debtor.id, .etag = 99, .language = "f"};
  EXPECT_THAT(Update(command), IsRefused(Reason::kFieldInvalid));
  command.language = "fr";
  EXPECT_THAT(Update(command), IsRefused(Reason::kEtagStale));
}

TEST_F(UpdateDebtorTest, KeepsTheEtagWhenOnlyADebtChanges) {
  world.Place(debtor, "L-1", 100);
  const auto updated = Update({.id = debtor.id, .etag = debtor.record_revision, .language = "fr"});
  ASSERT_THAT(updated, IsOk());
  EXPECT_EQ(updated->record_revision, debtor.revision + 2);
}

}  // namespace
}  // namespace parley
