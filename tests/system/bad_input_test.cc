// SPDX-License-Identifier: Apache-2.0
// Whatever is wrong with a call has its reason, and leaves nothing behind.
#include <gmock/gmock.h>

#include "absl/strings/str_cat.h"
#include "infra/cli/rpc/request_id.h"
#include "tests/system/support/deployment.h"
#include "tests/system/support/requests.h"

namespace parley::system_test {
namespace {

using testing::AllOf;

constexpr const char* kPostEntries = "DebtService/PostEntries";
constexpr const char* kReverseEntry = "DebtService/ReverseEntry";

class BadInput : public testing::Test {
 public:
  void SetUp() override {
    if (TestPostgres().empty()) GTEST_SKIP() << kWithoutPostgres;
    deployment_.emplace(StoreKind::kPostgres);
    connection_.emplace(deployment_->address(), deployment_->Token());
    placed_ = Place(*connection_, "1");
    before_ = Everything();
  }

  // Nothing of what was refused is there.
  void TearDown() override {
    if (!deployment_.has_value()) return;
    EXPECT_EQ(Everything(), before_);
  }

  // What a change would show in: the rows of each table that mutations write.
  SqlConnection::Rows Everything() const {
    return deployment_->database().Query(
        "set search_path = parley; select (select count(*) from debts), "
        "(select count(*) from entries), (select count(*) from debtors), "
        "(select count(*) from creditors), (select count(*) from outbox), "
        "(select count(*) from answers), (select sum(revision) from debtors), "
        "(select count(*) from audit where request_id <> "
        "'00000000-0000-0000-0000-000000000000')");
  }
  // For a test that begins with something that is right.
  void BeginHere() { before_ = Everything(); }

  absl::StatusOr<v1::PostEntriesResponse> Post(const v1::PostEntriesRequest& request) const {
    return connection_->Call<v1::PostEntriesResponse>(kPostEntries, request);
  }
  v1::PostEntriesRequest ARequest() const { return Posting(placed_.debt.name(), ACharge("A", 5)); }

  std::optional<Deployment> deployment_;
  std::optional<Connection> connection_;
  PlacedDebt placed_;
  SqlConnection::Rows before_;
};

TEST_F(BadInput, OfEveryFieldIsToldAtOnce) {
  v1::PostEntriesRequest request = ARequest();
  *request.add_entries() = APayment(std::string(201, 'x'), 0);
  request.mutable_entries(0)->set_value_date("2026-02-30");
  request.mutable_entries(0)->mutable_amount()->set_currency_code("EURO");
  request.mutable_entries(1)->set_bucket(v1::BUCKET_FEES);
  request.set_request_id("not-a-uuid");
  EXPECT_THAT(Post(request),
              AllOf(IsRefusedAs("FIELD_INVALID"),
                    HasFaults("request_id MALFORMED", "entries[0].value_date DATE_MALFORMED",
                              "entries[0].amount.currency_code CURRENCY_UNKNOWN",
                              "entries[1].external_ref TOO_LONG", "entries[1].amount NOT_POSITIVE",
                              "entries[1].bucket UNKNOWN_VALUE")));
}

TEST_F(BadInput, IsAValueDateInTheFuture) {
  v1::PostEntriesRequest request = ARequest();
  request.mutable_entries(0)->set_value_date("2999-01-01");
  EXPECT_THAT(Post(request), AllOf(IsRefusedAs("FIELD_INVALID"),
                                   HasFaults("entries[0].value_date DATE_IN_FUTURE")));
}

TEST_F(BadInput, IsAnotherCurrencyThanTheDebts) {
  v1::PostEntriesRequest request = ARequest();
  request.mutable_entries(0)->mutable_amount()->set_currency_code("USD");
  EXPECT_THAT(Post(request), AllOf(IsRefusedAs("FIELD_INVALID"),
                                   HasFaults("entries[0].amount.currency_code CURRENCY_MISMATCH")));
}

TEST_F(BadInput, IsADebtThatNobodyKnows) {
  v1::PostEntriesRequest request = ARequest();
  request.set_name(placed_.debtor.name() + "/debts/00000000-0000-7000-8000-000000000001");
  EXPECT_THAT(Post(request), IsRefusedAs("DEBT_NOT_FOUND"));
}

TEST_F(BadInput, IsAReferenceThatStandsForOtherContent) {
  Must(Post(ARequest()));
  BeginHere();
  v1::PostEntriesRequest request = ARequest();
  request.mutable_entries(0)->mutable_amount()->set_minor_units(6);
  EXPECT_THAT(Post(request), IsRefusedAs("ENTRY_ALREADY_POSTED"));

  v1::PlaceDebtRequest debt = NewDebt(placed_.debtor, placed_.creditor, "DEBT-1", 99);
  EXPECT_THAT(connection_->Call<v1::Debt>("DebtService/PlaceDebt", debt),
              IsRefusedAs("DEBT_ALREADY_PLACED"));
  EXPECT_THAT(connection_->Call<v1::Debtor>("DebtorService/CreateDebtor", NewDebtor("PERSON-1")),
              IsRefusedAs("DEBTOR_ALREADY_EXISTS"));
  EXPECT_THAT(
      connection_->Call<v1::Creditor>("CreditorService/CreateCreditor", NewCreditor("creditor-1")),
      IsRefusedAs("CREDITOR_ALREADY_EXISTS"));
}

TEST_F(BadInput, InOneOfSeveralEntriesKeepsTheOthersOut) {
  v1::PostEntriesRequest request = ARequest();
  *request.add_entries() = ACharge("B", 7);
  request.mutable_entries(1)->set_value_date("2999-01-01");
  EXPECT_FALSE(Post(request).ok());
}

TEST_F(BadInput, IsANulAndWhatIsNoUtf8) {
  v1::PostEntriesRequest request = ARequest();
  request.mutable_entries(0)->set_reason(std::string("nul \0 inside", 12));
  EXPECT_THAT(Post(request), AllOf(IsRefusedAs("FIELD_INVALID"),
                                   HasFaults("entries[0].reason CONTROL_CHARACTER")));
  // protobuf refuses to write such a text, so the byte is put into what it wrote.
  std::string bytes = ARequest().SerializeAsString();
  bytes.at(bytes.find("an invented")) = '\xff';
  EXPECT_THAT(connection_->CallBytes(kPostEntries, bytes),
              AllOf(IsRefusedAs("FIELD_INVALID"), HasFaults("entries[0].reason NOT_UTF8")));
}

TEST_F(BadInput, IsWhatIsNoMessage) {
  EXPECT_THAT(connection_->CallBytes(kPostEntries, "\xff\xff\xff\xff not a message"),
              IsRefusedAs("FIELD_INVALID"));
}

TEST_F(BadInput, IsAMessageOfTwoMebibytes) {
  v1::PostEntriesRequest request = ARequest();
  request.mutable_entries(0)->set_reason(std::string(2U << 20U, 'x'));
  EXPECT_THAT(Post(request), IsRefusedAs("QUOTA_EXCEEDED"));
  EXPECT_TRUE(
      connection_->Call<v1::Debt>("DebtService/GetDebt", Getting(placed_.debt.name())).ok());
}

TEST_F(BadInput, IsAMessageLargerThanAnyServerTakes) {
  const auto answer = connection_->CallBytes(kPostEntries, std::string(8U << 20U, 'x'));
  EXPECT_EQ(answer.status().code(), absl::StatusCode::kResourceExhausted);
  EXPECT_TRUE(
      connection_->Call<v1::Debt>("DebtService/GetDebt", Getting(placed_.debt.name())).ok());
}

TEST_F(BadInput, IsANegativePageSize) {
  v1::ListDebtsRequest request;
  request.set_parent("debtors/-");
  request.set_page_size(-1);
  EXPECT_THAT(connection_->Call<v1::ListDebtsResponse>("DebtService/ListDebts", request),
              AllOf(IsRefusedAs("FIELD_INVALID"), HasFaults("page_size NEGATIVE")));
}

TEST_F(BadInput, IsAPageTokenThatIsNotOurs) {
  Place(*connection_, "2");
  BeginHere();
  v1::ListDebtsRequest request;
  request.set_parent("debtors/-");
  request.set_page_size(1);
  const auto list = [&](const Connection& connection) {
    return connection.Call<v1::ListDebtsResponse>("DebtService/ListDebts", request);
  };
  const std::string token = Must(list(*connection_)).next_page_token();
  ASSERT_FALSE(token.empty());

  request.set_page_token(token);
  EXPECT_EQ(Must(list(*connection_)).debts_size(), 1);
  EXPECT_THAT(list(deployment_->Connect({.principal = "somebody-else"})),
              IsRefusedAs("PAGE_TOKEN_INVALID"));
  std::string tampered = token;
  tampered[token.size() / 2] = tampered[token.size() / 2] == 'A' ? 'B' : 'A';
  for (const std::string& bad : {tampered, token + "A", token.substr(1), std::string("hello")}) {
    request.set_page_token(bad);
    EXPECT_THAT(list(*connection_), IsRefusedAs("PAGE_TOKEN_INVALID")) << bad;
  }
  request.set_page_token(token);
  request.set_filter("status = ACTIVE");
  EXPECT_THAT(list(*connection_), IsRefusedAs("PAGE_TOKEN_INVALID"));
}

TEST_F(BadInput, IsAnEtagThatIsStale) {
  v1::PostEntriesRequest request = ARequest();
  request.set_etag(placed_.debt.etag());
  Must(Post(request));
  BeginHere();
  request.mutable_entries(0)->set_external_ref("B");
  request.set_request_id(cli::NewRequestId());
  EXPECT_THAT(Post(request), IsRefusedAs("ETAG_STALE"));
}

TEST_F(BadInput, IsTheReversalOfAReversalAndOfWhatWasReversed) {
  const std::string charge = Must(Post(ARequest())).entries(0).name();
  const std::string reversal =
      Must(connection_->Call<v1::ReverseEntryResponse>(kReverseEntry, Reversing(charge)))
          .entry()
          .name();
  BeginHere();
  const auto reverse = [&](const std::string& entry) {
    return connection_->Call<v1::ReverseEntryResponse>(kReverseEntry, Reversing(entry));
  };
  EXPECT_THAT(reverse(reversal), IsRefusedAs("REVERSAL_NOT_REVERSIBLE"));
  EXPECT_THAT(reverse(charge), IsRefusedAs("ENTRY_ALREADY_REVERSED"));
  EXPECT_THAT(reverse(placed_.debt.name() + "/entries/00000000-0000-7000-8000-000000000001"),
              IsRefusedAs("ENTRY_NOT_FOUND"));
}

}  // namespace
}  // namespace parley::system_test
