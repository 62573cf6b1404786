// SPDX-License-Identifier: Apache-2.0
#include <gmock/gmock.h>
#include <grpcpp/client_context.h>
#include <gtest/gtest.h>

#include <atomic>
#include <chrono>
#include <cstddef>
#include <memory>
#include <string>
#include <thread>

#include "absl/strings/str_cat.h"
#include "parley/v1/debt_service.grpc.pb.h"
#include "tests/adapters/grpc/requests.h"
#include "tests/adapters/grpc/served_world.h"

namespace parley {
namespace {

using ::testing::Contains;
using ::testing::Pair;
using ::testing::UnorderedElementsAre;

constexpr int kMostRows = 500;

v1::ImportRow ADebtRow(std::int64_t number) {
  v1::ImportRow row;
  row.set_row_number(number);
  v1::DebtRow& debt = *row.mutable_debt();
  debt.set_creditor_code("bank");
  debt.set_external_ref(absl::StrCat("loan-", number));
  debt.mutable_debtor()->set_external_ref(absl::StrCat("customer-", number));
  debt.mutable_debtor()->set_display_name("Ana Ejemplo");
  debt.set_currency_code("EUR");
  v1::OpeningAmount& opening = *debt.add_opening();
  opening.set_bucket(v1::BUCKET_PRINCIPAL);
  opening.set_amount("100.00");
  debt.set_itemisation_date_kind(v1::ITEMISATION_DATE_KIND_LAST_STATEMENT);
  debt.set_itemisation_date("2026-01-01");
  debt.set_original_creditor("Example Bank");
  debt.set_product("credit card");
  return row;
}

v1::ImportRow AnEntryRow(std::int64_t number, const std::string& debt_ref) {
  v1::ImportRow row;
  row.set_row_number(number);
  v1::EntryRow& entry = *row.mutable_entry();
  entry.set_external_ref(debt_ref);
  entry.set_entry_ref(absl::StrCat("entry-", number));
  entry.set_kind(v1::ENTRY_KIND_PAYMENT);
  entry.set_value_date("2026-02-01");
  entry.set_amount("10.00");
  return row;
}

class Import : public ::testing::Test {
 public:
  using Stream = grpc::ClientReaderWriter<v1::ImportDebtsRequest, v1::ImportDebtsResponse>;

  Import() = default;
  explicit Import(const GrpcServer::Options& options) : served_(options) {}

  std::unique_ptr<Stream> Open() {
    stub_ = v1::DebtService::NewStub(served_.channel);
    context_.AddMetadata("authorization", "Bearer token");
    return stub_->ImportDebts(&context_);
  }

  static v1::ImportDebtsRequest First() {
    v1::ImportDebtsRequest request;
    request.mutable_options();
    return request;
  }

  // Sends all, and then reads all.
  Reply Send(const std::vector<v1::ImportDebtsRequest>& requests) {
    const auto stream = Open();
    for (const v1::ImportDebtsRequest& request : requests) {
      if (!stream->Write(request)) break;
    }
    stream->WritesDone();
    return ReadAll(*stream);
  }

  Reply ReadAll(Stream& stream) {
    v1::ImportDebtsResponse response;
    while (stream.Read(&response)) {
      for (const v1::RowVerdict& verdict : response.verdicts()) verdicts_.push_back(verdict);
    }
    return {stream.Finish(), ""};
  }

  // A message of large rows, with large verdicts.
  static v1::ImportDebtsRequest LargeRows() {
    v1::ImportDebtsRequest request = First();
    for (int row = 0; row < kMostRows; ++row) {
      v1::DebtRow& debt = *request.add_rows()->mutable_debt();
      debt.set_agreement_reference(std::string(1'000, 'x'));
    }
    return request;
  }

  static std::vector<std::pair<std::string, std::string>> Found(const v1::RowVerdict& verdict) {
    std::vector<std::pair<std::string, std::string>> found;
    for (const v1::FieldFinding& finding : verdict.violations()) {
      found.emplace_back(finding.field(), finding.reason());
    }
    return found;
  }

  ServedWorld served_;
  grpc::ClientContext context_;
  std::unique_ptr<v1::DebtService::Stub> stub_;
  std::vector<v1::RowVerdict> verdicts_;
};

TEST_F(Import, GivesAVerdictARowInTheirOrder) {
  v1::ImportDebtsRequest first = First();
  for (int i = 0; i < 3; ++i) *first.add_rows() = ADebtRow(i);
  v1::ImportDebtsRequest second;
  *second.add_rows() = AnEntryRow(3, "loan-1");
  *second.add_rows() = AnEntryRow(4, "unheard-of");
  *second.add_rows() = ADebtRow(1);
  ASSERT_TRUE(Send({first, second}).status.ok());
  ASSERT_EQ(verdicts_.size(), 6U);
  const std::vector<v1::ImportOutcome> outcomes = {
      v1::IMPORT_OUTCOME_PLACED, v1::IMPORT_OUTCOME_PLACED,  v1::IMPORT_OUTCOME_PLACED,
      v1::IMPORT_OUTCOME_POSTED, v1::IMPORT_OUTCOME_REFUSED, v1::IMPORT_OUTCOME_DUPLICATE};
  const std::vector<std::int64_t> numbers = {0, 1, 2, 3, 4, 1};
  for (std::size_t i = 0; i < outcomes.size(); ++i) {
    EXPECT_EQ(verdicts_[i].outcome(), outcomes[i]) << i;
    EXPECT_EQ(verdicts_[i].row_number(), numbers[i]) << i;
  }
  EXPECT_EQ(verdicts_[4].reason(), "DEBT_NOT_FOUND");
  v1::GetDebtRequest get;
  get.set_name(verdicts_[1].name());
  EXPECT_EQ(served_.Call("DebtService/GetDebt", get).As<v1::Debt>().balance().minor_units(), 9'000);
  EXPECT_EQ(verdicts_[3].name().substr(0, get.name().size()), get.name());
}

TEST_F(Import, RefusesAMalformedRowAndTakesTheOthers) {
  v1::ImportDebtsRequest request = First();
  for (int i = 0; i < 5; ++i) *request.add_rows() = ADebtRow(i);
  v1::DebtRow& bad = *request.mutable_rows(1)->mutable_debt();
  bad.mutable_debtor()->set_display_name("Jos\xe9 Ejemplo");
  bad.set_currency_code("EURO");
  bad.mutable_opening(0)->set_amount("1.005");
  bad.set_itemisation_date("01/02/2026");
  bad.clear_product();
  request.mutable_rows(2)->mutable_debt()->set_product(std::string("a\0b", 3));
  request.mutable_rows(3)->clear_debt();
  request.mutable_rows(4)->mutable_debt()->mutable_opening(0)->set_amount("1.005");
  *request.add_rows() = ADebtRow(5);
  *request.add_rows() = AnEntryRow(6, "loan-5");
  request.mutable_rows(6)->mutable_entry()->set_kind(v1::ENTRY_KIND_OPENING);
  ASSERT_TRUE(Send({request}).status.ok());
  ASSERT_EQ(verdicts_.size(), 7U);
  EXPECT_EQ(verdicts_[0].outcome(), v1::IMPORT_OUTCOME_PLACED);
  EXPECT_EQ(verdicts_[1].reason(), "FIELD_INVALID");
  EXPECT_THAT(Found(verdicts_[1]),
              ::testing::IsSupersetOf({Pair("debt.debtor.display_name", "NOT_UTF8"),
                                       Pair("debt.currency_code", "CURRENCY_UNKNOWN"),
                                       Pair("debt.product", "REQUIRED"),
                                       Pair("debt.itemisation_date", "DATE_MALFORMED")}));
  EXPECT_THAT(Found(verdicts_[2]), UnorderedElementsAre(Pair("debt.product", "CONTROL_CHARACTER")));
  EXPECT_THAT(Found(verdicts_[3]), UnorderedElementsAre(Pair("row", "REQUIRED")));
  EXPECT_THAT(Found(verdicts_[4]),
              UnorderedElementsAre(Pair("debt.opening[0].amount", "AMOUNT_TOO_PRECISE")));
  EXPECT_EQ(verdicts_[5].outcome(), v1::IMPORT_OUTCOME_PLACED);
  EXPECT_THAT(Found(verdicts_[6]), UnorderedElementsAre(Pair("entry.kind", "UNKNOWN_VALUE")));
}

// The verdicts on a message must fit the message that a client takes.
TEST_F(Import, TellsAtMostFiftyFaultsOfARow) {
  v1::ImportDebtsRequest request = First();
  for (int i = 0; i < 2; ++i) *request.add_rows() = ADebtRow(i);
  for (int i = 0; i < 400; ++i) request.mutable_rows(0)->mutable_debt()->add_transfers();
  for (int i = 0; i < 300'000; ++i) request.mutable_rows(1)->mutable_debt()->add_transfers();
  *request.add_rows() = ADebtRow(2);
  ASSERT_TRUE(Send({request}).status.ok());
  ASSERT_EQ(verdicts_.size(), 3U);
  EXPECT_EQ(verdicts_[0].outcome(), v1::IMPORT_OUTCOME_REFUSED);
  EXPECT_EQ(verdicts_[0].violations_size(), 50);
  EXPECT_THAT(Found(verdicts_[1]), UnorderedElementsAre(Pair("debt.transfers", "TOO_LONG")));
  EXPECT_EQ(verdicts_[2].outcome(), v1::IMPORT_OUTCOME_PLACED);
}

TEST_F(Import, WritesNothingWhenItOnlyJudges) {
  v1::ImportDebtsRequest request = First();
  request.mutable_options()->set_validate_only(true);
  *request.add_rows() = ADebtRow(0);
  *request.add_rows() = AnEntryRow(1, "loan-0");
  ASSERT_TRUE(Send({request}).status.ok());
  ASSERT_EQ(verdicts_.size(), 2U);
  for (const v1::RowVerdict& verdict : verdicts_) {
    EXPECT_EQ(verdict.outcome(), v1::IMPORT_OUTCOME_VALID);
    EXPECT_EQ(verdict.name(), "");
  }
  v1::ListDebtsRequest list;
  list.set_parent("debtors/-");
  EXPECT_EQ(served_.Call("DebtService/ListDebts", list).As<v1::ListDebtsResponse>().debts_size(),
            0);
}

TEST_F(Import, NeedsItsOptionsFirst) {
  v1::ImportDebtsRequest request;
  *request.add_rows() = ADebtRow(0);
  const Reply reply = Send({request});
  EXPECT_EQ(reply.reason(), "FIELD_INVALID");
  EXPECT_THAT(reply.violations(), UnorderedElementsAre(Pair("options", "REQUIRED")));
}

TEST_F(Import, TakesItsOptionsOnce) {
  v1::ImportDebtsRequest request = First();
  *request.add_rows() = ADebtRow(0);
  const Reply reply = Send({request, request});
  EXPECT_THAT(reply.violations(), UnorderedElementsAre(Pair("options", "DUPLICATE")));
  // What was safe before is told nevertheless.
  ASSERT_EQ(verdicts_.size(), 1U);
  EXPECT_EQ(verdicts_[0].outcome(), v1::IMPORT_OUTCOME_PLACED);
}

TEST_F(Import, RefusesOptionsThatMakeNoSense) {
  v1::ImportDebtsRequest request = First();
  request.mutable_options()->set_creditor_time_zone("Europe/Nowhere");
  EXPECT_THAT(Send({request}).violations(),
              UnorderedElementsAre(Pair("options.creditor_time_zone", "TIME_ZONE_UNKNOWN")));
}

TEST_F(Import, RefusesAMessageOfTooManyRows) {
  v1::ImportDebtsRequest request = First();
  for (int i = 0; i <= kMostRows; ++i) *request.add_rows() = AnEntryRow(i, "x");
  EXPECT_THAT(Send({request}).violations(), UnorderedElementsAre(Pair("rows", "TOO_LONG")));
  EXPECT_EQ(verdicts_.size(), 0U);
}

TEST_F(Import, OfNothingIsFine) {
  EXPECT_TRUE(Send({}).status.ok());
  served_.server.Drain(absl::Seconds(10));
  EXPECT_THAT(
      served_.observer.finished(),
      Contains(FakeObserver::Seen{"parley.v1.DebtService/ImportDebts", absl::StatusCode::kOk, ""}));
}

TEST_F(Import, TakesManyMessagesWhileTheirVerdictsAreRead) {
  constexpr int kMessages = 20;
  constexpr int kRows = 100;
  const auto stream = Open();
  std::thread writer([&] {
    for (int message = 0; message < kMessages; ++message) {
      v1::ImportDebtsRequest request;
      if (message == 0) request.mutable_options();
      for (int row = 0; row < kRows; ++row) {
        *request.add_rows() = ADebtRow(message * kRows + row);
      }
      stream->Write(request);
    }
    stream->WritesDone();
  });
  const Reply reply = ReadAll(*stream);
  writer.join();
  EXPECT_TRUE(reply.status.ok());
  ASSERT_EQ(verdicts_.size(), static_cast<std::size_t>(kMessages * kRows));
  for (std::size_t i = 0; i < verdicts_.size(); ++i) {
    EXPECT_EQ(verdicts_[i].row_number(), static_cast<std::int64_t>(i));
    EXPECT_EQ(verdicts_[i].outcome(), v1::IMPORT_OUTCOME_PLACED);
  }
}

TEST_F(Import, EndsWhenTheCallerGivesUp) {
  const auto stream = Open();
  v1::ImportDebtsRequest request = First();
  *request.add_rows() = ADebtRow(0);
  ASSERT_TRUE(stream->Write(request));
  v1::ImportDebtsResponse response;
  ASSERT_TRUE(stream->Read(&response));
  context_.TryCancel();
  EXPECT_EQ(stream->Finish().error_code(), grpc::StatusCode::CANCELLED);
  // The server notices by itself; draining waits for it.
  served_.server.Drain(absl::Seconds(10));
  EXPECT_THAT(served_.observer.finished(),
              Contains(FakeObserver::Seen{"parley.v1.DebtService/ImportDebts",
                                          absl::StatusCode::kCancelled, "CANCELLED"}));
}

// A caller who does not read is not read from: what waits at the server stays small.
TEST_F(Import, WaitsForACallerWhoDoesNotRead) {
  const auto stream = Open();
  std::atomic<int> written = 0;
  v1::ImportDebtsRequest request = LargeRows();
  constexpr int kMessages = 200;
  std::thread writer([&] {
    for (int message = 0; message < kMessages && stream->Write(request); ++message) {
      request.clear_options();
      ++written;
    }
  });
  int before = -1;
  for (int i = 0; i < 100 && before != written; ++i) {
    before = written;
    std::this_thread::sleep_for(std::chrono::milliseconds(300));
  }
  EXPECT_LT(written, kMessages);
  context_.TryCancel();
  writer.join();
  stream->Finish();
}

TEST_F(Import, IsLeftAloneWhenItRestsForAMoment) {
  const auto stream = Open();
  v1::ImportDebtsRequest request = First();
  for (int i = 0; i < 3; ++i) {
    *request.add_rows() = ADebtRow(i);
    ASSERT_TRUE(stream->Write(request));
    v1::ImportDebtsResponse response;
    ASSERT_TRUE(stream->Read(&response));
    served_.server.EndIdleStreams();
    request.Clear();
  }
  stream->WritesDone();
  EXPECT_TRUE(ReadAll(*stream).status.ok());
}

class IdleImport : public Import {
 protected:
  IdleImport() : Import({.longest_idle = absl::Milliseconds(500)}) {}

  // Looks for idle streams until the one there is was ended.
  void ExpectToBeEnded() {
    for (int i = 0; i < 1'000 && served_.observer.finished().empty(); ++i) {
      served_.server.EndIdleStreams();
      std::this_thread::sleep_for(std::chrono::milliseconds(10));
    }
    EXPECT_THAT(
        served_.observer.finished(),
        Contains(FakeObserver::Seen{"parley.v1.DebtService/ImportDebts",
                                    absl::StatusCode::kDeadlineExceeded, "DEADLINE_EXCEEDED"}));
  }
};

TEST_F(IdleImport, EndsWhenItsCallerWritesNoMore) {
  const auto stream = Open();
  v1::ImportDebtsRequest request = First();
  *request.add_rows() = ADebtRow(0);
  ASSERT_TRUE(stream->Write(request));
  ExpectToBeEnded();
  EXPECT_EQ(ReadAll(*stream).reason(), "DEADLINE_EXCEEDED");
  EXPECT_EQ(verdicts_.size(), 1U);
}

TEST_F(IdleImport, EndsWhenItsCallerReadsNoMore) {
  const auto stream = Open();
  std::thread writer([&] {
    v1::ImportDebtsRequest request = LargeRows();
    while (stream->Write(request)) request.clear_options();
  });
  ExpectToBeEnded();
  writer.join();
  EXPECT_EQ(ReadAll(*stream).status.error_code(), grpc::StatusCode::DEADLINE_EXCEEDED);
}

}  // namespace
}  // namespace parley
