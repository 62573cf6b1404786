// SPDX-License-Identifier: Apache-2.0
#include "application/debts/place_debt.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "domain/common/violations.h"
#include "tests/support/domain/status_matchers.h"
#include "tests/support/memory/world.h"

namespace parley {
namespace {

using ::testing::IsEmpty;
using ::testing::UnorderedElementsAre;

class PlaceDebtTest : public ::testing::Test {
 public:
  PlaceDebt::Command ACommand(std::int64_t principal = 100'000) {
    PlaceDebt::Command command{debtor.id, std::nullopt, APlacement()};
    command.placement.creditor = world.creditor.id;
    command.placement.external_ref = "L-1";
    command.placement.opening = {};
    command.placement.opening[Bucket::kPrincipal] = principal;
    return command;
  }

  absl::StatusOr<Debt> Place(const PlaceDebt::Command& command, bool validate_only = false) {
    Call call = world.ACall();
    call.validate_only = validate_only;
    Kept<Debt> placed;
    const auto answer = world.app.place_debt.Handle(call, command, placed);
    if (!answer.ok()) return answer.status();
    return *placed;
  }

  World world;
  Debtor debtor = world.MakeDebtor("D-1");
};

TEST_F(PlaceDebtTest, MakesADebtActiveWithItsOpeningPosted) {
  const auto debt = Place(ACommand());
  ASSERT_THAT(debt, IsOk());
  EXPECT_EQ(debt->status, DebtStatus::kActive);
  EXPECT_EQ(debt->position, Owing(100'000));
  ASSERT_EQ(world.Journal(*debt).size(), 1U);
  EXPECT_EQ(world.Journal(*debt).front().actor, "tester");
  EXPECT_THAT(world.Findings(*debt), IsEmpty());
}

TEST_F(PlaceDebtTest, IsPaidSilentlyWhenNothingIsOwed) {
  const auto debt = Place(ACommand(0));
  ASSERT_THAT(debt, IsOk());
  EXPECT_EQ(debt->status, DebtStatus::kPaid);
  EXPECT_THAT(world.Journal(*debt), IsEmpty());
}

TEST_F(PlaceDebtTest, HoldsANegativeOpeningForTheDebtor) {
  const auto debt = Place(ACommand(-2'500));
  ASSERT_THAT(debt, IsOk());
  EXPECT_EQ(debt->position, Holding(2'500));
  EXPECT_EQ(debt->status, DebtStatus::kPaid);
}

TEST_F(PlaceDebtTest, WaitsForReviewWhenAsked) {
  PlaceDebt::Command command = ACommand();
  command.placement.review = true;
  const auto debt = Place(command);
  ASSERT_THAT(debt, IsOk());
  EXPECT_EQ(debt->status, DebtStatus::kReceived);
}

TEST_F(PlaceDebtTest, AnswersTheSameContentWithTheDebtAsItStands) {
  const auto first = Place(ACommand());
  ASSERT_THAT(world.Post(*first, APayment("P-1", 40'000)), IsOk());
  const auto again = Place(ACommand());
  ASSERT_THAT(again, IsOk());
  EXPECT_EQ(again->id, first->id);
  EXPECT_EQ(again->position, Owing(60'000));
}

TEST_F(PlaceDebtTest, RefusesAReferenceThatIsTakenByOtherContent) {
  ASSERT_THAT(Place(ACommand()), IsOk());
  EXPECT_THAT(Place(ACommand(1)), IsRefused(Reason::kDebtAlreadyPlaced));
  EXPECT_THAT(Place(ACommand(1), true), IsRefused(Reason::kDebtAlreadyPlaced));
  PlaceDebt::Command of_another = ACommand();
  of_another.debtor = world.MakeDebtor("D-2").id;
  EXPECT_THAT(Place(of_another), IsRefused(Reason::kDebtAlreadyPlaced));
}

TEST_F(PlaceDebtTest, LetsTwoCreditorsUseOneReference) {
  ASSERT_THAT(Place(ACommand()), IsOk());
  PlaceDebt::Command of_another = ACommand();
  of_another.placement.creditor = world.MakeCreditor("shop").id;
  EXPECT_THAT(Place(of_another), IsOk());
}

TEST_F(PlaceDebtTest, NeedsADebtorAndACreditorThatExist) {
  PlaceDebt::Command nobody = ACommand();
  nobody.debtor = NumberedId<DebtorId>(77);
  EXPECT_THAT(Place(nobody), IsRefused(Reason::kDebtorNotFound));
  PlaceDebt::Command for_nobody = ACommand();
  for_nobody.placement.creditor = NumberedId<CreditorId>(77);
  EXPECT_THAT(Place(for_nobody), IsRefused(Reason::kCreditorNotFound));
}

TEST_F(PlaceDebtTest, TellsEveryMalformedFieldAtOnce) {
  PlaceDebt::Command command = ACommand();
  command.placement.external_ref = "";
  command.placement.itemisation_date = TestToday() + 2;
  command.placement.opening[Bucket::kFees] = -1;
  const auto refused = Place(command);
  EXPECT_THAT(refused, IsRefused(Reason::kFieldInvalid));
  EXPECT_THAT(ViolationsOf(refused.status()),
              UnorderedElementsAre(Violation{"debt.external_ref", Fault::kRequired},
                                   Violation{"debt.itemisation_date", Fault::kDateInFuture},
                                   Violation{"debt.opening.FEES", Fault::kNegative}));
}

TEST_F(PlaceDebtTest, JudgesTheFutureWhereTheDebtorIs) {
  // At noon UTC it is tomorrow already on the Line Islands.
  UpdateDebtor::Command move{.id = debtor.id};
  move.time_zone = "Pacific/Kiritimati";
  Kept<Debtor> moved;
  ASSERT_THAT(world.app.update_debtor.Handle(world.ACall(), move, moved), IsOk());
  PlaceDebt::Command command = ACommand();
  command.placement.itemisation_date = TestToday() + 1;
  EXPECT_THAT(Place(command), IsOk());
}

TEST_F(PlaceDebtTest, ValidatesWithoutWriting) {
  ASSERT_THAT(Place(ACommand(), true), IsOk());
  EXPECT_THAT(*world.portfolio.ListDebts(world.tenant, {}, {}, 10), IsEmpty());
}

}  // namespace
}  // namespace parley
