// SPDX-License-Identifier: Apache-2.0
// What is told in words over the wire. The words of these tests are the keys of sentences.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>

#include "parley/v1/explanation.pb.h"
#include "tests/adapters/grpc/requests.h"
#include "tests/adapters/grpc/served_world.h"

namespace parley {
namespace {

using ::testing::Contains;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::Pair;
using ::testing::StartsWith;

class Explanations : public ::testing::Test {
 public:
  void Place(HoldType type, std::optional<Day> review = std::nullopt) {
    Hold hold;
    hold.type = type;
    if (!RowOf(type).of_the_person) hold.debt = debt_.id;
    hold.from = Day(2026, 2, 1);
    hold.review = review;
    hold.source = Secret("the person");
    ASSERT_TRUE(served_.world.PlaceAHold(debtor_.id, hold).ok());
  }
  Reply Explain(const std::string& language = "") {
    v1::ExplainStatusRequest request;
    request.set_name(NameOfDebt(debt_));
    request.set_language_code(language);
    return served_.Call("DebtService/ExplainStatus", request);
  }
  v1::Statement StatementOf(const std::string& from, const std::string& to) {
    v1::GetStatementRequest request;
    request.set_name(NameOfDebt(debt_));
    request.set_from_date(from);
    request.set_to_date(to);
    return served_.Call("DebtService/GetStatement", request).As<v1::Statement>();
  }

  ServedWorld served_;
  Debtor debtor_ = served_.world.MakeDebtor("customer-1");
  Debt debt_ = served_.world.PlaceBearing(debtor_, "loan-1", 36'500);
};

TEST_F(Explanations, TellAnOpenDebt) {
  const Reply reply = Explain();
  ASSERT_TRUE(reply.status.ok()) << reply.status.error_message();
  const auto told = reply.As<v1::StatusExplanation>();
  EXPECT_EQ(told.debt(), NameOfDebt(debt_));
  EXPECT_EQ(told.language_code(), "en");
  EXPECT_EQ(told.state(), v1::PLAIN_STATE_OPEN);
  EXPECT_EQ(told.sentence(), "state.OPEN");
  EXPECT_EQ(told.balance().minor_units(), 36'500);
  EXPECT_THAT(told.balance_sentence(), StartsWith("balance.OWED"));
  ASSERT_EQ(told.actions_size(), 1);
  EXPECT_EQ(told.actions(0).action(), v1::PLAIN_ACTION_PAY);
  EXPECT_EQ(told.actions(0).sentence(), "action.PAY");
  EXPECT_EQ(told.rights(0).right(), v1::PLAIN_RIGHT_DISPUTE);
  EXPECT_FALSE(told.has_coming_day());
}

TEST_F(Explanations, TellADebtWithThreeHolds) {
  Place(HoldType::kStopContact);
  Place(HoldType::kHardship, Day(2026, 12, 24));
  Place(HoldType::kDispute);
  const auto told = Explain("en").As<v1::StatusExplanation>();
  EXPECT_EQ(told.state(), v1::PLAIN_STATE_DISPUTED);
  ASSERT_EQ(told.holds_size(), 3);
  EXPECT_EQ(told.holds(0).type(), v1::HOLD_TYPE_DISPUTE);
  EXPECT_THAT(told.holds(0).hold(), HasSubstr("/holds/"));
  EXPECT_EQ(told.holds(1).review_date(), "2026-12-24");
  EXPECT_EQ(told.holds(2).from_date(), "2026-02-01");
  EXPECT_EQ(told.assurances(0).assurance(), v1::PLAIN_ASSURANCE_NOT_ASKED);
  EXPECT_EQ(told.coming_day().date(), "2026-12-24");
  EXPECT_EQ(told.coming_day().kind(), v1::COMING_DAY_KIND_REVIEW);
}

TEST_F(Explanations, AreRefusedForWhatIsNoDebtAndNoLanguage) {
  EXPECT_THAT(Explain("not a language").violations(),
              ElementsAre(Pair("language_code", "LANGUAGE_MALFORMED")));
  debt_.id = NumberedId<DebtId>(99);
  EXPECT_EQ(Explain().reason(), "DEBT_NOT_FOUND");
}

TEST_F(Explanations, ShowHowEachMovementOfAStatementCameAbout) {
  ASSERT_TRUE(served_.world.Post(debt_, APayment("P-1", 1'000, "2026-02-01")).ok());
  const v1::Statement statement = StatementOf("2026-01-01", "2026-02-28");
  EXPECT_EQ(statement.language_code(), "en");
  ASSERT_EQ(statement.movements_size(), 4);  // Opening, interest of January and of a day, payment.
  EXPECT_THAT(statement.movements(0).sentence(), StartsWith("entry.OPENING"));
  const v1::Movement& interest = statement.movements(1);
  EXPECT_THAT(interest.sentence(), StartsWith("interest.LINE"));
  EXPECT_THAT(interest.sentence(), HasSubstr("interest.PIECE"));
  ASSERT_EQ(interest.interest().pieces_size(), 1);
  const v1::InterestPiece& piece = interest.interest().pieces(0);
  EXPECT_EQ(piece.from_date(), "2026-01-02");
  EXPECT_EQ(piece.to_date(), "2026-01-31");
  EXPECT_EQ(piece.base().minor_units(), 36'500);
  EXPECT_EQ(piece.rate_e10(), 500'000'000);
  EXPECT_EQ(piece.days(), 30);
  EXPECT_EQ(piece.product(), "1.500000");
  EXPECT_EQ(interest.interest().day_count(), v1::DAY_COUNT_ACT_365F);
  EXPECT_THAT(statement.movements(3).sentence(), StartsWith("entry.PAYMENT"));
  EXPECT_FALSE(statement.movements(3).has_interest());
}

TEST_F(Explanations, OfEntriesComeInTheLanguageThatIsAskedFor) {
  v1::PostEntriesRequest request = APostEntries(debt_, "payment-1");
  request.set_language_code("es");
  const auto posted =
      served_.Call("DebtService/PostEntries", request).As<v1::PostEntriesResponse>();
  EXPECT_THAT(posted.entries(0).sentence(), StartsWith("entry.PAYMENT"));
  request = APostEntries(debt_, "payment-2", 2);
  EXPECT_EQ(served_.Call("DebtService/PostEntries", request)
                .As<v1::PostEntriesResponse>()
                .entries(0)
                .sentence(),
            "");
  v1::ReverseEntryRequest reverse;
  reverse.set_name(posted.entries(0).name());
  reverse.set_request_id(RequestIdText(3));
  reverse.set_language_code("es");
  EXPECT_THAT(served_.Call("DebtService/ReverseEntry", reverse)
                  .As<v1::ReverseEntryResponse>()
                  .entry()
                  .sentence(),
              StartsWith("entry.REVERSAL("));
  request.set_language_code("?");
  EXPECT_THAT(served_.Call("DebtService/PostEntries", request).violations(),
              Contains(Pair("language_code", "LANGUAGE_MALFORMED")));
}

}  // namespace
}  // namespace parley
