// SPDX-License-Identifier: Apache-2.0
#include "adapters/grpc/names.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <string>

#include "tests/support/domain/builders.h"

namespace parley::grpc_api {
namespace {

const char* const kUuid = "00000000-0000-7000-8000-00000000000a";

RC_GTEST_PROP(Names, ReadAsTheyWereWritten, (std::uint32_t one, std::uint32_t two)) {
  const DebtName debt{NumberedId<DebtorId>(one + 1ULL), NumberedId<DebtId>(two + 1ULL)};
  const EntryName entry{debt, NumberedId<EntryId>(one + 2ULL)};
  RC_ASSERT(ParseDebtName(NameOf(debt)) == debt);
  RC_ASSERT(ParseEntryName(NameOf(entry)) == entry);
  RC_ASSERT(ParseDebtorName(NameOf(debt.debtor)) == debt.debtor);
  RC_ASSERT(DebtorIn(NameOf(entry)) == debt.debtor);
  RC_ASSERT(!ParseDebtName(NameOf(entry)).has_value());
  RC_ASSERT(!ParseEntryName(NameOf(debt)).has_value());
}

RC_GTEST_PROP(Names, OfAnyTextAreReadWithoutHarm, (const std::string& text)) {
  const auto debt = ParseDebtName("debtors/" + text);
  if (debt.has_value()) RC_ASSERT(NameOf(*debt) == "debtors/" + text);
}

TEST(Names, HaveOneSpelling) {
  const std::string name = std::string("creditors/") + kUuid;
  EXPECT_TRUE(ParseCreditorName(name).has_value());
  for (const std::string& other :
       {std::string("creditors/00000000-0000-7000-8000-00000000000A"), name + "/", "/" + name,
        name + " ", "Creditors/" + std::string(kUuid),
        std::string("creditors/00000000-0000-0000-0000-000000000000"), std::string("creditors/-"),
        std::string("creditors/"), std::string("debtors/") + kUuid, std::string()}) {
    EXPECT_FALSE(ParseCreditorName(other).has_value()) << other;
  }
}

TEST(Names, OfHoldsAreReadAndWritten) {
  const std::string name = std::string("debtors/") + kUuid + "/holds/" + kUuid;
  const auto hold = ParseHoldName(name);
  ASSERT_TRUE(hold.has_value());
  EXPECT_EQ(NameOf(*hold), name);
  for (const std::string& other :
       {name + "/", name + "0", std::string("debtors/") + kUuid + "/debts/" + kUuid,
        std::string("holds/") + kUuid}) {
    EXPECT_FALSE(ParseHoldName(other).has_value()) << other;
  }
}

TEST(Names, OfPartsOfARecordAreReadAndWritten) {
  const std::string debtor = std::string("debtors/") + kUuid;
  const std::string name = debtor + "/optOuts/" + kUuid;
  const auto part = ParsePartName<OptOutId>(name);
  ASSERT_TRUE(part.has_value());
  EXPECT_EQ(NameOf(*part), name);
  EXPECT_FALSE(ParsePartName<ConsentId>(name).has_value());
  EXPECT_FALSE(ParsePartName<OptOutId>(name + "0").has_value());
  EXPECT_FALSE(ParsePartName<OptOutId>(debtor).has_value());
  EXPECT_TRUE(ParsePartName<SupportNeedId>(debtor + "/supportNeeds/" + kUuid).has_value());
  EXPECT_TRUE(ParsePartName<RepresentativeId>(debtor + "/representatives/" + kUuid).has_value());
  EXPECT_TRUE(ParsePartName<InconvenienceId>(debtor + "/inconveniences/" + kUuid).has_value());
}

TEST(Names, LieUnderTheDebtorTheyBeginWith) {
  const std::string debtor = std::string("debtors/") + kUuid;
  EXPECT_TRUE(DebtorIn(debtor).has_value());
  EXPECT_TRUE(DebtorIn(debtor + "/plans/anything").has_value());
  EXPECT_FALSE(DebtorIn(debtor + "0").has_value());
  EXPECT_FALSE(DebtorIn("debtors/-").has_value());
  EXPECT_FALSE(DebtorIn("").has_value());
}

TEST(ChosenIds, AreOfVersionSevenInLowerCase) {
  EXPECT_TRUE(ParseChosenId(kUuid).has_value());
  for (const char* other :
       {"00000000-0000-7000-8000-00000000000A", "00000000-0000-4000-8000-00000000000a",
        "00000000-0000-7000-0000-00000000000a", "a", ""}) {
    EXPECT_FALSE(ParseChosenId(other).has_value()) << other;
  }
}

}  // namespace
}  // namespace parley::grpc_api
