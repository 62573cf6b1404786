// SPDX-License-Identifier: Apache-2.0
#include "application/access_log.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <array>

#include "application/audit/verification.h"
#include "tests/support/application/fail_nth.h"
#include "tests/support/domain/status_matchers.h"
#include "tests/support/memory/world.h"

namespace parley {
namespace {

using ::testing::IsEmpty;

class AccessLogTest : public ::testing::Test {
 public:
  std::int64_t Rows() {
    AuditReport report;
    EXPECT_THAT(VerifyChains(world.audit_records, world.tenant, world.seal, report), IsOk());
    EXPECT_THAT(report.findings, IsEmpty());
    return report.rows;
  }

  World world;
  Debtor first = world.MakeDebtor("D-1");
  Debtor second = world.MakeDebtor("D-2");
};

TEST_F(AccessLogTest, WritesARowForEachDebtorWhoseDataWasShown) {
  const std::int64_t before = Rows();
  const std::array shown = {first.id, second.id};
  ASSERT_THAT(world.app.access_log.Record(world.ACall(), shown), IsOk());
  ASSERT_THAT(world.app.access_log.Record(world.ACall(), std::span(shown).first(1)), IsOk());
  EXPECT_EQ(Rows(), before);
  ASSERT_THAT(world.app.access_log.Flush(), IsOk());
  EXPECT_EQ(Rows(), before + 3);
}

TEST_F(AccessLogTest, RaisesNoRevision) {
  const std::array shown = {first.id};
  ASSERT_THAT(world.app.access_log.Record(world.ACall(), shown), IsOk());
  ASSERT_THAT(world.app.access_log.Flush(), IsOk());
  EXPECT_EQ(world.directory.GetDebtor(world.tenant, first.id)->revision, first.revision);
}

TEST_F(AccessLogTest, WritesAtOnceWhenTooMuchWaits) {
  const std::int64_t before = Rows();
  const std::vector<DebtorId> shown(AccessLog::kMostWaiting, first.id);
  ASSERT_THAT(world.app.access_log.Record(world.ACall(), shown), IsOk());
  EXPECT_EQ(Rows(), before + std::int64_t{AccessLog::kMostWaiting});
}

TEST_F(AccessLogTest, KeepsWhatCouldNotBeWritten) {
  FailNth fault(1);
  FailingStore store(world.store, fault);
  AccessLog log(store, world.seal, world.clock);
  const std::int64_t before = Rows();
  const std::array shown = {first.id, second.id};
  ASSERT_THAT(log.Record(world.ACall(), shown), IsOk());
  EXPECT_THAT(log.Flush(), IsRefused(Reason::kStoreUnavailable));
  EXPECT_EQ(Rows(), before);
  ASSERT_THAT(log.Flush(), IsOk());
  EXPECT_EQ(Rows(), before + 2);
}

TEST_F(AccessLogTest, PassesOverADebtorThatIsNot) {
  const std::int64_t before = Rows();
  const std::array shown = {NumberedId<DebtorId>(99), first.id};
  ASSERT_THAT(world.app.access_log.Record(world.ACall(), shown), IsOk());
  ASSERT_THAT(world.app.access_log.Flush(), IsOk());
  EXPECT_EQ(Rows(), before + 1);
}

}  // namespace
}  // namespace parley
