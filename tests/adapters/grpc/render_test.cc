// SPDX-License-Identifier: Apache-2.0
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>

#include "tests/adapters/grpc/requests.h"
#include "tests/adapters/grpc/served_world.h"

namespace parley {
namespace {

using ::testing::HasSubstr;
using ::testing::Pair;
using ::testing::StartsWith;
using ::testing::UnorderedElementsAre;

class Documents : public ::testing::Test {
 public:
  Documents() {
    request_.set_name(NameOfDebt(debt_));
    request_.set_from_date("2026-01-01");
    request_.set_to_date("2026-02-28");
    request_.set_format(v1::DOCUMENT_FORMAT_TEXT);
  }

  Reply Render(const CallOptions& options = {}) {
    return served_.Call("DebtService/RenderStatement", request_, options);
  }

  ServedWorld served_;
  Debt debt_ = served_.world.Place(served_.world.MakeDebtor("customer-1"), "loan-1", 10'000);
  v1::RenderStatementRequest request_;
};

TEST_F(Documents, AreStatementsToRead) {
  const Reply reply = Render();
  ASSERT_TRUE(reply.status.ok()) << reply.status.error_message();
  const auto text = reply.As<v1::Document>();
  EXPECT_THAT(text.content(), HasSubstr("statement.term.reference: loan-1\n"));
  EXPECT_EQ(text.content_type(), "text/plain; charset=utf-8");
  EXPECT_EQ(text.file_name(), "statement-loan-1-2026-01-01-2026-02-28.txt");
  EXPECT_EQ(text.language_code(), "en");
  request_.set_format(v1::DOCUMENT_FORMAT_PDF);
  const auto pdf = Render().As<v1::Document>();
  EXPECT_THAT(pdf.content(), StartsWith("%PDF"));
  EXPECT_EQ(pdf.content_type(), "application/pdf");
}

TEST_F(Documents, AreAskedForWithEverythingTheyNeed) {
  request_.set_to_date("2025-12-31");
  request_.set_language_code("not a language");
  request_.clear_format();
  EXPECT_THAT(Render().violations(),
              UnorderedElementsAre(Pair("to_date", "DATE_ORDER"), Pair("format", "REQUIRED"),
                                   Pair("language_code", "LANGUAGE_MALFORMED")));
}

TEST_F(Documents, AreEmptyForWhoMayNotSeePersonalData) {
  served_.GiveToken("blind", "parley.debt.read");
  const Reply reply = Render({.token = "blind"});
  ASSERT_TRUE(reply.status.ok()) << reply.status.error_message();
  EXPECT_EQ(reply.As<v1::Document>().content(), "");
  EXPECT_EQ(reply.As<v1::Document>().content_type(), "text/plain; charset=utf-8");
}

TEST_F(Documents, TellWhatAStatementDoes) {
  v1::GetStatementRequest request;
  request.set_name(NameOfDebt(debt_));
  request.set_from_date("2026-01-01");
  request.set_to_date("2026-02-28");
  const auto statement = served_.Call("DebtService/GetStatement", request).As<v1::Statement>();
  EXPECT_EQ(statement.opening_buckets_size(), 0);
  ASSERT_EQ(statement.closing_buckets_size(), 1);
  EXPECT_EQ(statement.closing_buckets(0).minor_units(), 10'000);
  EXPECT_EQ(statement.accrued_interest().minor_units(), 0);
  EXPECT_EQ(statement.accrued_interest().currency_code(), "EUR");
  EXPECT_FALSE(statement.has_next_due());
}

}  // namespace
}  // namespace parley
