// SPDX-License-Identifier: Apache-2.0
#include "application/debts/post_relief.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "domain/common/violations.h"
#include "tests/support/domain/status_matchers.h"
#include "tests/support/memory/world.h"

namespace parley {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;
using ::testing::SizeIs;

class PostReliefTest : public ::testing::Test {
 public:
  PostRelief::Command ACommand(EntryKind kind, std::optional<std::int64_t> minor_units,
                               const std::string& external_ref = "R-1") {
    PostRelief::Command command{.debtor = debt.debtor,
                                .debt = debt.id,
                                .kind = kind,
                                .external_ref = external_ref,
                                .value_date = DayOf("2026-02-01"),
                                .reason = Secret("goodwill")};
    if (minor_units.has_value()) command.amount = Money(*minor_units, CurrencyOf("EUR"));
    return command;
  }

  absl::StatusOr<PostRelief::Result> Post(const PostRelief::Command& command) {
    Kept<PostRelief::Result> posted;
    const auto answer = world.app.post_relief.Handle(world.ACall(), command, posted);
    if (!answer.ok()) return answer.status();
    return *posted;
  }

  World world;
  Debt debt = world.Place(world.MakeDebtor("D-1"), "L-1", 100'000);
};

TEST_F(PostReliefTest, GivesUpAPartOfTheDebtWithItsReason) {
  const auto posted = Post(ACommand(EntryKind::kWaiver, 30'000));
  ASSERT_THAT(posted, IsOk());
  EXPECT_EQ(posted->debt.position, Owing(70'000));
  EXPECT_EQ(posted->entry.kind, EntryKind::kWaiver);
  EXPECT_EQ(posted->entry.reason, Secret("goodwill"));
  EXPECT_THAT(world.Findings(debt), IsEmpty());
}

TEST_F(PostReliefTest, GivesUpNoMoreThanIsOwed) {
  EXPECT_EQ(ReasonOf(Post(ACommand(EntryKind::kWaiver, 100'001)).status()),
            Reason::kWaiverAboveBucket);
  PostRelief::Command fees = ACommand(EntryKind::kWaiver, 1);
  fees.bucket = Bucket::kFees;
  EXPECT_EQ(ReasonOf(Post(fees).status()), Reason::kWaiverAboveBucket);
  EXPECT_EQ(ReasonOf(Post(ACommand(EntryKind::kWriteOff, 100'001)).status()),
            Reason::kWriteOffAboveBalance);
  EXPECT_EQ(ReasonOf(Post(ACommand(EntryKind::kRefund, 1)).status()), Reason::kRefundAboveCredit);
  EXPECT_THAT(world.Journal(debt), SizeIs(1));
}

TEST_F(PostReliefTest, WritesOffAllThatIsOwedWhenNoAmountIsTold) {
  const auto posted = Post(ACommand(EntryKind::kWriteOff, {}));
  ASSERT_THAT(posted, IsOk());
  EXPECT_EQ(posted->entry.amount, 100'000);
  EXPECT_EQ(posted->debt.status, DebtStatus::kWrittenOff);
  EXPECT_EQ(ReasonOf(Post(ACommand(EntryKind::kWriteOff, {}, "R-2")).status()),
            Reason::kWriteOffAboveBalance);
}

TEST_F(PostReliefTest, SendsBackAllThatIsHeldWhenNoAmountIsTold) {
  EXPECT_EQ(ReasonOf(Post(ACommand(EntryKind::kRefund, {})).status()), Reason::kRefundAboveCredit);
  ASSERT_THAT(world.Post(debt, APayment("P-1", 130'000, "2026-01-15")), IsOk());
  const auto posted = Post(ACommand(EntryKind::kRefund, {}));
  ASSERT_THAT(posted, IsOk());
  EXPECT_EQ(posted->entry.amount, 30'000);
  EXPECT_EQ(posted->debt.position, Owing(0));
  EXPECT_EQ(posted->debt.status, DebtStatus::kPaid);
}

TEST_F(PostReliefTest, CountsFromTodayWhenNoDayIsTold) {
  PostRelief::Command command = ACommand(EntryKind::kWriteOff, {});
  command.value_date.reset();
  const auto posted = Post(command);
  ASSERT_THAT(posted, IsOk());
  EXPECT_EQ(posted->entry.value_date, TestToday());
  // Said again on another day it is the same.
  world.clock.Advance(absl::Hours(48));
  const auto again = Post(command);
  ASSERT_THAT(again, IsOk());
  EXPECT_EQ(again->entry, posted->entry);
}

TEST_F(PostReliefTest, IsKnownByItsReference) {
  const auto posted = Post(ACommand(EntryKind::kWaiver, 30'000));
  const auto again = Post(ACommand(EntryKind::kWaiver, 30'000));
  ASSERT_THAT(again, IsOk());
  EXPECT_EQ(again->entry, posted->entry);
  EXPECT_EQ(ReasonOf(Post(ACommand(EntryKind::kWaiver, 30'001)).status()),
            Reason::kEntryAlreadyPosted);
  EXPECT_EQ(ReasonOf(Post(ACommand(EntryKind::kWriteOff, 30'000)).status()),
            Reason::kEntryAlreadyPosted);
}

TEST_F(PostReliefTest, TellsWhatOnlyTheDebtShowsToBeMalformed) {
  PostRelief::Command command = ACommand(EntryKind::kWaiver, 100);
  command.amount = Money(100, CurrencyOf("USD"));
  EXPECT_THAT(ViolationsOf(Post(command).status()),
              ElementsAre(Violation{"amount.currency_code", Fault::kCurrencyMismatch}));
  command = ACommand(EntryKind::kWriteOff, {});
  command.value_date = DayOf("2025-12-31");
  EXPECT_THAT(ViolationsOf(Post(command).status()),
              ElementsAre(Violation{"value_date", Fault::kDateBeforeOpening}));
}

TEST_F(PostReliefTest, IsRefusedAtAStaleEtagAndForAnUnknownDebt) {
  PostRelief::Command command = ACommand(EntryKind::kWaiver, 100);
  command.etag = 999;
  EXPECT_EQ(ReasonOf(Post(command).status()), Reason::kEtagStale);
  command.debt = NumberedId<DebtId>(77);
  EXPECT_EQ(ReasonOf(Post(command).status()), Reason::kDebtNotFound);
}

}  // namespace
}  // namespace parley
