// SPDX-License-Identifier: Apache-2.0
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cstdint>
#include <string>

#include "tests/adapters/grpc/requests.h"
#include "tests/adapters/grpc/served_world.h"

namespace parley {
namespace {

using ::testing::ElementsAre;
using ::testing::Pair;
using ::testing::StartsWith;

class Quotes : public ::testing::Test {
 public:
  v1::QuotePayoffRequest ARequest(std::uint64_t number = 1) {
    v1::QuotePayoffRequest request;
    request.set_name(name_);
    request.set_request_id(RequestIdText(number));
    return request;
  }
  v1::Debt Get() {
    v1::GetDebtRequest request;
    request.set_name(name_);
    return served_.Call("DebtService/GetDebt", request).As<v1::Debt>();
  }

  ServedWorld served_;
  Debt debt_ = served_.world.Place(served_.world.MakeDebtor("customer-1"), "loan-1", 10'000);
  std::string name_ = NameOfDebt(debt_);
};

TEST_F(Quotes, AreGivenShownAndUsed) {
  const Reply reply = served_.Call("DebtService/QuotePayoff", ARequest());
  ASSERT_TRUE(reply.status.ok()) << reply.status.error_message();
  const auto quote = reply.As<v1::PayoffQuote>();
  EXPECT_THAT(quote.name(), StartsWith(name_ + "/quotes/"));
  EXPECT_EQ(quote.amount().minor_units(), 10'000);
  EXPECT_EQ(quote.amount().currency_code(), "EUR");
  EXPECT_EQ(quote.issue_date(), "2026-11-22");
  EXPECT_EQ(quote.valid_until_date(), "2026-12-06");
  EXPECT_THAT(quote.reference(), StartsWith("Q-"));
  EXPECT_EQ(quote.state(), v1::PAYOFF_QUOTE_STATE_OPEN);
  ASSERT_EQ(Get().payoff_quotes_size(), 1);
  EXPECT_EQ(Get().payoff_quotes(0).SerializeAsString(), quote.SerializeAsString());

  v1::PostEntriesRequest pay = APostEntries(debt_, "payment-1");
  pay.mutable_entries(0)->set_value_date("2026-11-22");
  pay.mutable_entries(0)->mutable_amount()->set_minor_units(10'000);
  const auto posted = served_.Call("DebtService/PostEntries", pay).As<v1::PostEntriesResponse>();
  EXPECT_EQ(posted.debt().status(), v1::DEBT_STATUS_PAID);
  EXPECT_EQ(posted.debt().payoff_quotes(0).state(), v1::PAYOFF_QUOTE_STATE_USED);
}

TEST_F(Quotes, AreToldWithoutBeingGiven) {
  v1::QuotePayoffRequest request = ARequest();
  request.set_validate_only(true);
  const auto quote = served_.Call("DebtService/QuotePayoff", request).As<v1::PayoffQuote>();
  EXPECT_EQ(quote.amount().minor_units(), 10'000);
  EXPECT_EQ(quote.name(), "");
  EXPECT_EQ(quote.reference(), "");
  EXPECT_EQ(Get().payoff_quotes_size(), 0);
}

TEST_F(Quotes, TellWhatIsWrongWithTheirDay) {
  v1::QuotePayoffRequest request = ARequest();
  const auto violations = [&](const std::string& day) {
    request.set_valid_until_date(day);
    return served_.Call("DebtService/QuotePayoff", request).violations();
  };
  EXPECT_THAT(violations("soon"), ElementsAre(Pair("valid_until_date", "DATE_MALFORMED")));
  EXPECT_THAT(violations("2026-11-21"), ElementsAre(Pair("valid_until_date", "DATE_IN_PAST")));
  EXPECT_THAT(violations("2027-01-22"), ElementsAre(Pair("valid_until_date", "OUT_OF_RANGE")));
}

TEST_F(Quotes, AreRefusedForAClosedDebt) {
  v1::PostEntriesRequest pay = APostEntries(debt_, "payment-1");
  pay.mutable_entries(0)->mutable_amount()->set_minor_units(10'000);
  ASSERT_TRUE(served_.Call("DebtService/PostEntries", pay).status.ok());
  EXPECT_EQ(served_.Call("DebtService/QuotePayoff", ARequest(2)).reason(), "DEBT_NOT_OPEN");
}

}  // namespace
}  // namespace parley
