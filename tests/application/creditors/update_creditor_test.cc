// SPDX-License-Identifier: Apache-2.0
#include "application/creditors/update_creditor.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/support/domain/status_matchers.h"
#include "tests/support/memory/world.h"

namespace parley {
namespace {

class UpdateCreditorTest : public ::testing::Test {
 public:
  absl::StatusOr<Creditor> Update(const UpdateCreditor::Command& command) {
    Kept<Creditor> updated;
    const auto answer = world.app.update_creditor.Handle(world.ACall(), command, updated);
    if (!answer.ok()) return answer.status();
    return *updated;
  }

  World world;
};

TEST_F(UpdateCreditorTest, ChangesWhatIsGivenAndNothingElse) {
  const auto updated = Update({.id = world.creditor.id, .display_name = "Example Credit Union"});
  ASSERT_THAT(updated, IsOk());
  Creditor expected = world.creditor;
  expected.display_name = "Example Credit Union";
  expected.revision = world.creditor.revision + 1;
  EXPECT_EQ(*updated, expected);
}

TEST_F(UpdateCreditorTest, GivesItALanguageAndTakesItAway) {
  const CreditorId id = world.creditor.id;
  EXPECT_EQ(ValueOf(Update({.id = id, .language = "de-AT"})).language, "de-AT");
  EXPECT_EQ(ValueOf(Update({.id = id, .display_name = "Example Bank"})).language, "de-AT");
  EXPECT_EQ(ValueOf(Update({.id = id, .language = ""})).language, "");
}

TEST_F(UpdateCreditorTest, TellsOfAMalformedFieldBeforeAStaleEtag) {
  UpdateCreditor::Command command{.id = world.creditor.id, .etag = 99, .time_zone = ""};
  EXPECT_THAT(Update(command), IsRefused(Reason::kFieldInvalid));
  command.time_zone = "UTC";
  EXPECT_THAT(Update(command), IsRefused(Reason::kEtagStale));
}

}  // namespace
}  // namespace parley
