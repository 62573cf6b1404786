// SPDX-License-Identifier: Apache-2.0
#include "domain/worklist/pending_act.h"

#include <gtest/gtest.h>

#include <vector>

#include "tests/support/domain/builders.h"
#include "tests/support/domain/work_builders.h"

namespace parley {
namespace {

PendingAct AnActOf(ActKind kind) {
  PendingAct act;
  act.kind = kind;
  if (kind != ActKind::kHold) act.amount = Money(5, CurrencyOf("EUR"));
  if (kind == ActKind::kHold) act.hold = NumberedId<HoldId>(1);
  if (kind == ActKind::kClose || kind == ActKind::kDecide) act.choice = "CHOICE";
  return act;
}

const std::vector<ActKind> kKinds = {ActKind::kWaiver, ActKind::kWriteOff, ActKind::kRefund,
                                     ActKind::kHold,   ActKind::kClose,    ActKind::kDecide};

TEST(PendingAct, IsSoundWithThePartsThatItsKindNeeds) {
  for (const ActKind kind : kKinds) EXPECT_TRUE(IsSound(AnActOf(kind))) << NameOf(kind);
}

TEST(PendingAct, HasNoPartsOfAnotherKind) {
  for (const ActKind kind : kKinds) {
    for (const ActKind other : kKinds) {
      PendingAct mixed = AnActOf(kind);
      mixed.kind = other;
      const bool alike = PostsAnEntry(kind) ? PostsAnEntry(other)
                         : kind == ActKind::kHold
                             ? other == ActKind::kHold
                             : other == ActKind::kClose || other == ActKind::kDecide;
      EXPECT_EQ(IsSound(mixed), alike) << NameOf(kind) << " as " << NameOf(other);
    }
  }
}

TEST(PendingAct, IsOfAnAmountAboveZero) {
  for (const std::int64_t amount : {0, -5}) EXPECT_FALSE(IsSound(AWaiverAct(amount)));
}

TEST(PendingAct, NamesNoBucketOfARefund) {
  PendingAct refund = AnActOf(ActKind::kRefund);
  refund.bucket = Bucket::kFees;
  EXPECT_FALSE(IsSound(refund));
}

TEST(PendingAct, KindsHaveNumbersThatAreStored) {
  for (const ActKind kind : kKinds) EXPECT_EQ(ActKindNumbered(static_cast<int>(kind)), kind);
  EXPECT_EQ(ActKindNumbered(0), std::nullopt);
  EXPECT_EQ(ActKindNumbered(7), std::nullopt);
}

}  // namespace
}  // namespace parley
