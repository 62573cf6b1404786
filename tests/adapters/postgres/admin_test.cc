// SPDX-License-Identifier: Apache-2.0
#include "adapters/postgres/admin.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "tests/support/domain/status_matchers.h"
#include "tests/support/postgres/postgres_fixture.h"

namespace parley::postgres {
namespace {

using testing::Contains;
using testing::Not;

class UnsafeSettingsOfADatabase : public PostgresFixture {
 protected:
  std::vector<std::string> WithSynchronousCommit(const std::string& value) {
    sql().Run("alter database " + database_->name() + " set synchronous_commit = " + value);
    return ValueOf(UnsafeSettings({.address = database_->AppAddress()}));
  }
};

TEST_F(UnsafeSettingsOfADatabase, AreThoseThatAreOffForTheApplication) {
  EXPECT_THAT(WithSynchronousCommit("off"), Contains("synchronous_commit"));
  EXPECT_THAT(WithSynchronousCommit("on"), Not(Contains("synchronous_commit")));
  EXPECT_THAT(WithSynchronousCommit("local"), Not(Contains("synchronous_commit")));
}

TEST_F(UnsafeSettingsOfADatabase, AreNotToldOfOneThatIsAway) {
  EXPECT_THAT(UnsafeSettings({.address = "host=/nowhere"}), IsRefused(Reason::kStoreUnavailable));
}

}  // namespace
}  // namespace parley::postgres
