// SPDX-License-Identifier: Apache-2.0
// The life of a debt, told from the day it is placed: each step is what somebody does, and what a
// person who asks is then told.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>

#include "absl/strings/str_cat.h"
#include "tests/support/domain/status_matchers.h"
#include "tests/support/memory/world.h"

namespace parley {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

class LifeOfADebt : public ::testing::Test {
 public:
  // What the debt's person would be told now: status, what is owed, what is held.
  std::string Told() {
    const Debt now = world.Reload(debt);
    return absl::StrCat(std::string(NameOf(now.status)), " owes ", *Outstanding(now.position),
                        " held ", now.position.credit);
  }

  // The lines of the breakdown, as "PAYMENTS -300".
  std::vector<std::string> Breakdown() {
    const auto told = world.app.itemise_debt.Handle({world.tenant, debt.debtor, debt.id, {}, {}});
    std::vector<std::string> lines = {
        absl::StrCat("OPENING ", told->itemisation.amount_at_itemisation_date)};
    for (const ItemisationLine& line : told->itemisation.lines) {
      lines.push_back(absl::StrCat(std::string(NameOf(line.kind)), " ", line.amount));
    }
    return lines;
  }

  void Reverse(const Entry& entry) {
    const ReverseEntry::Command command{debt.debtor, debt.id, entry.id, "", {}, {}, {}};
    Kept<ReverseEntry::Result> reversed;
    ASSERT_THAT(world.app.reverse_entry.Handle(world.ACall(), command, reversed), IsOk());
  }

  World world;
  Debt debt = world.Place(world.MakeDebtor("D-1"), "L-1", 1'000);
};

TEST_F(LifeOfADebt, IsToldTruthfullyFromPlacementToTheLastCent) {
  EXPECT_EQ(Told(), "ACTIVE owes 1000 held 0");

  // A payment arrives, and one that was made earlier is learnt of later.
  const auto paid = world.Post(debt, APayment("P-2", 300, "2026-02-20"));
  ASSERT_THAT(paid, IsOk());
  EXPECT_EQ(Told(), "ACTIVE owes 700 held 0");
  ASSERT_THAT(world.Post(debt, APayment("P-1", 200, "2026-02-10")), IsOk());
  EXPECT_EQ(Told(), "ACTIVE owes 500 held 0");

  // The bank takes the first payment back: it is as if it never came.
  Reverse(paid->entries.front());
  EXPECT_EQ(Told(), "ACTIVE owes 800 held 0");

  // The person pays more than is owed; nobody will ask for it, and it is not lost.
  ASSERT_THAT(world.Post(debt, APayment("P-3", 850, "2026-02-25")), IsOk());
  EXPECT_EQ(Told(), "PAID owes 0 held 50");

  // A late charge uses up what is held before anything is owed again.
  ASSERT_THAT(world.Post(debt, ACharge("C-1", 60, "2026-02-26")), IsOk());
  EXPECT_EQ(Told(), "ACTIVE owes 10 held 0");

  // The creditor gives the rest up as a credit: paid is paid, whatever brought it about.
  PostEntries::NewEntry credit = ACharge("K-1", 10, "2026-02-27");
  credit.kind = EntryKind::kCredit;
  ASSERT_THAT(world.Post(debt, credit), IsOk());
  EXPECT_EQ(Told(), "PAID owes 0 held 0");

  EXPECT_THAT(Breakdown(),
              ElementsAre("OPENING 1000", "CHARGES 60", "PAYMENTS -1050", "CREDITS -10"));
  EXPECT_THAT(world.Findings(debt), IsEmpty());
  EXPECT_THAT(world.AuditFindings(), IsEmpty());
}

}  // namespace
}  // namespace parley
