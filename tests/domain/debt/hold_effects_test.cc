// SPDX-License-Identifier: Apache-2.0
#include "domain/debt/hold_effects.h"

#include <gtest/gtest.h>

#include <cstddef>
#include <set>

namespace parley {
namespace {

TEST(HoldTable, HasARowForEachTypeInOrderWithANameOfItsOwn) {
  std::set<std::string_view> names;
  int number = 0;
  for (const HoldRow& row : HoldTable()) {
    EXPECT_EQ(static_cast<int>(row.type), ++number);
    EXPECT_EQ(&RowOf(row.type), &row);
    EXPECT_EQ(HoldTypeNamed(NameOf(row.type)), row.type);
    EXPECT_TRUE(names.insert(row.name).second) << row.name;
  }
  EXPECT_EQ(number, static_cast<int>(HoldType::kLegal));
  EXPECT_EQ(HoldTypeNamed("NONE"), std::nullopt);
}

TEST(HoldTable, LetsNobodyBeAskedForMoneyWhileAHoldIsOn) {
  for (const HoldRow& row : HoldTable()) {
    if (row.type == HoldType::kRepresentation) continue;
    EXPECT_EQ(row.effects.demand, ContactEffect::kStopped) << row.name;
  }
  EXPECT_EQ(RowOf(HoldType::kRepresentation).effects.demand, ContactEffect::kAllowed);
  EXPECT_EQ(RowOf(HoldType::kRepresentation).effects.addressee, Addressee::kRepresentative);
}

TEST(HoldTable, FreezesInterestAndFeesInARespite) {
  const HoldEffects& respite = RowOf(HoldType::kRespite).effects;
  EXPECT_EQ(respite.interest, InterestEffect::kFrozen);
  EXPECT_TRUE(respite.stops_fees);
  EXPECT_FALSE(RowOf(HoldType::kRespite).of_the_person) << "that of a co-debtor is of one debt";
}

TEST(HoldTable, TakesBackFeesInARespiteAlone) {
  for (const HoldRow& row : HoldTable()) {
    EXPECT_EQ(row.takes_back_fees, row.type == HoldType::kRespite) << row.name;
  }
}

TEST(HoldTable, TakesMoneyInEveryHoldAndKeepsItApartWhenItMayBeAnothersDebt) {
  EXPECT_EQ(RowOf(HoldType::kDispute).effects.money, MoneyEffect::kUnderProtest);
  EXPECT_EQ(RowOf(HoldType::kIdentity).effects.money, MoneyEffect::kInSuspense);
  EXPECT_EQ(RowOf(HoldType::kStopContact).effects.money, MoneyEffect::kAccepted);
}

// Every set of types: what is forbidden by one of them is forbidden by all of them together.
TEST(Union, IsAtLeastAsStrictAsEachHoldAndDoesNotDependOnTheirOrder) {
  const std::size_t count = HoldTable().size();
  for (std::size_t set = 0; set < (std::size_t{1} << count); ++set) {
    HoldEffects forwards;
    HoldEffects backwards;
    for (std::size_t at = 0; at < count; ++at) {
      if ((set >> at & 1U) != 0) forwards = Union(forwards, HoldTable()[at].effects);
      const std::size_t mirrored = count - 1 - at;
      if ((set >> mirrored & 1U) != 0) backwards = Union(HoldTable()[mirrored].effects, backwards);
    }
    ASSERT_EQ(forwards, backwards);
    for (std::size_t at = 0; at < count; ++at) {
      if ((set >> at & 1U) == 0) continue;
      const HoldEffects& one = HoldTable()[at].effects;
      ASSERT_GE(forwards.demand, one.demand);
      ASSERT_GE(forwards.service, one.service);
      ASSERT_GE(forwards.addressee, one.addressee);
      ASSERT_GE(forwards.interest, one.interest);
      ASSERT_GE(forwards.stops_fees, one.stops_fees);
      ASSERT_GE(forwards.stops_ladder, one.stops_ladder);
      ASSERT_GE(forwards.money, one.money);
    }
  }
}

}  // namespace
}  // namespace parley
