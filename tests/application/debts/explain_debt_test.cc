// SPDX-License-Identifier: Apache-2.0
#include "application/debts/explain_debt.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/support/domain/status_matchers.h"
#include "tests/support/memory/world.h"

namespace parley {
namespace {

using ::testing::Contains;
using ::testing::ElementsAre;
using ::testing::Field;
using ::testing::IsEmpty;

class ExplainDebtTest : public ::testing::Test {
 public:
  absl::StatusOr<ExplainDebt::Result> Explain() const {
    return world.app.explain_debt.Handle({world.tenant, debtor.id, debt.id});
  }
  void Place(HoldType type, std::optional<Day> review = std::nullopt) {
    Hold hold;
    hold.type = type;
    if (!RowOf(type).of_the_person) hold.debt = debt.id;
    hold.from = Day(2026, 1, 15);
    hold.review = review;
    hold.source = Secret("the person");
    ASSERT_THAT(world.PlaceAHold(debtor.id, hold), IsOk());
  }

  World world;
  Debtor debtor = world.MakeDebtor("D-1");
  Debt debt = world.Place(debtor, "L-1", 10'000);
};

TEST_F(ExplainDebtTest, TellsAnOpenDebt) {
  const auto result = Explain().value();
  EXPECT_EQ(result.debt.id, debt.id);
  EXPECT_EQ(result.status.state, PlainState::kOpen);
  EXPECT_EQ(result.coming, std::nullopt);
  EXPECT_THAT(result.holds, IsEmpty());
  EXPECT_EQ(result.on_its_way, 0);
}

TEST_F(ExplainDebtTest, TellsADebtWithThreeHolds) {
  const Day review(2026, 12, 24);
  Place(HoldType::kStopContact);
  Place(HoldType::kHardship, review);
  Place(HoldType::kDispute);
  const auto result = Explain().value();
  EXPECT_EQ(result.status.state, PlainState::kDisputed);
  EXPECT_THAT(result.status.assurances, Contains(PlainAssurance::kNotAsked));
  EXPECT_THAT(result.holds, ElementsAre(Field(&Hold::type, HoldType::kDispute),
                                        Field(&Hold::type, HoldType::kHardship),
                                        Field(&Hold::type, HoldType::kStopContact)));
  EXPECT_EQ(result.coming, (ComingDay{review, ComingDay::Kind::kReview}));
}

TEST_F(ExplainDebtTest, TellsMoneyOnItsWay) {
  const AnnouncePayment::Command command{
      .debtor = debtor.id,
      .report = {.external_ref = "BANK-1", .amount = Money(4'000, debt.currency)},
      .expected_date = TestToday() + 3};
  Kept<Payment> announced;
  ASSERT_THAT(world.app.announce_payment.Handle(world.ACall(), command, announced), IsOk());
  const auto result = Explain().value();
  EXPECT_EQ(result.status.state, PlainState::kMoneyOnItsWay);
  EXPECT_EQ(result.on_its_way, 4'000);
  EXPECT_EQ(result.coming->kind, ComingDay::Kind::kMoneyExpected);
}

TEST_F(ExplainDebtTest, KnowsOnlyDebtsThatAreThere) {
  debt.id = NumberedId<DebtId>(99);
  EXPECT_THAT(Explain(), IsRefused(Reason::kDebtNotFound));
}

}  // namespace
}  // namespace parley
