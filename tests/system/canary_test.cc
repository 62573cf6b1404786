// SPDX-License-Identifier: Apache-2.0
// Nothing that says who somebody is, what they are called or why they owe leaves by another door
// than the answer to who may read it: not by logs, metrics or errors, nor with the database's rows.
#include <gmock/gmock.h>

#include "absl/strings/escaping.h"
#include "absl/strings/str_cat.h"
#include "absl/time/clock.h"
#include "infra/cli/rpc/request_id.h"
#include "parley/v1/communication_service.pb.h"
#include "parley/v1/work_service.pb.h"
#include "tests/system/support/deployment.h"
#include "tests/system/support/requests.h"

namespace parley::system_test {
namespace {

using testing::HasSubstr;
using testing::Not;

constexpr const char* kCanary = "CANARY";

class Canary : public testing::Test {
 public:
  void SetUp() override {
    if (TestPostgres().empty()) GTEST_SKIP() << kWithoutPostgres;
    deployment_.emplace(
        StoreKind::kPostgres,
        Deployment::Options{.flags = {"--log-level", "debug", "--metrics", "127.0.0.1:0"}});
    connection_.emplace(deployment_->address(), deployment_->Token());
  }

  template <typename Response>
  absl::StatusOr<Response> Call(const std::string& method,
                                const google::protobuf::Message& request) {
    const auto answer = connection_->Call<Response>(method, request);
    // The whole of an error as it was sent, details and all.
    if (!answer.ok()) {
      errors_ += answer.status().ToString(absl::StatusToStringMode::kWithEverything);
    }
    return answer;
  }

  v1::Debtor CreateDebtor() {
    v1::CreateDebtorRequest request = NewDebtor("CANARY-PERSON-1");
    request.mutable_debtor()->set_display_name("CANARY Name");
    request.mutable_debtor()->set_birth_date("1923-04-05");
    request.mutable_debtor()->clear_time_zone();
    return Must(Call<v1::Debtor>("DebtorService/CreateDebtor", request));
  }

  v1::Debt PlaceDebt(const v1::Debtor& debtor) {
    const auto creditor =
        Must(Call<v1::Creditor>("CreditorService/CreateCreditor", NewCreditor("canary-free-code")));
    v1::PlaceDebtRequest request = NewDebt(debtor, creditor, "CANARY-DEBT-1", 100'000);
    request.mutable_debt()->mutable_origin()->set_agreement_reference("CANARY-AGREEMENT");
    const auto debt = Must(Call<v1::Debt>("DebtService/PlaceDebt", request));
    // The same reference with other content.
    request.mutable_opening(0)->set_minor_units(1);
    request.set_request_id(cli::NewRequestId());
    EXPECT_FALSE(Call<v1::Debt>("DebtService/PlaceDebt", request).ok());
    return debt;
  }

  // An address, and what somebody said of themselves.
  void KeepARecord(const v1::Debtor& debtor) {
    v1::AddContactPointRequest adding;
    adding.set_parent(debtor.name());
    adding.mutable_contact_point()->set_type(v1::CONTACT_POINT_TYPE_EMAIL);
    adding.mutable_contact_point()->set_address("canary@example.com");
    adding.mutable_contact_point()->set_source("CANARY source");
    adding.set_request_id(cli::NewRequestId());
    Must(Call<v1::ContactPoint>("DebtorService/AddContactPoint", adding));
    v1::RecordOptOutRequest opting;
    opting.set_parent(debtor.name());
    opting.mutable_opt_out()->set_how(v1::CHANNEL_EMAIL);
    opting.mutable_opt_out()->set_words("CANARY words");
    opting.mutable_opt_out()->set_source("CANARY source");
    opting.set_request_id(cli::NewRequestId());
    Must(Call<v1::OptOut>("DebtorService/RecordOptOut", opting));
    v1::LookUpDebtorsRequest looking;
    looking.set_type(v1::CONTACT_POINT_TYPE_EMAIL);
    looking.set_address("Canary@example.com");
    const auto found =
        Must(Call<v1::LookUpDebtorsResponse>("DebtorService/LookUpDebtors", looking));
    EXPECT_EQ(found.debtors_size(), 1);
  }

  v1::PostEntriesRequest APosting(const v1::Debt& debt, const std::string& ref) const {
    v1::PostEntriesRequest request = Posting(debt.name(), ACharge(ref, 5));
    request.mutable_entries(0)->set_reason("CANARY reason of a charge");
    return request;
  }

  void ReceivePayment() {
    v1::ReceiveUnidentifiedPaymentRequest request;
    request.set_external_ref("CANARY-PAYMENT-1");
    request.mutable_amount()->set_minor_units(1);
    request.mutable_amount()->set_currency_code("EUR");
    request.set_value_date("2026-02-15");
    request.set_method("CANARY method");
    request.set_note("CANARY note");
    request.set_request_id(cli::NewRequestId());
    Must(Call<v1::Payment>("DebtService/ReceiveUnidentifiedPayment", request));
  }

  // A hold that is asked for and rejected, and another that is placed and ended.
  void HoldBack(const v1::Debt& debt) {
    v1::PlaceHoldRequest request;
    request.set_parent(debt.name().substr(0, debt.name().find("/debts/")));
    request.mutable_hold()->set_type(v1::HOLD_TYPE_DISPUTE);
    request.mutable_hold()->set_debt(debt.name());
    request.mutable_hold()->set_source("CANARY source");
    request.mutable_hold()->set_reason("CANARY hold");
    request.set_request_id(cli::NewRequestId());
    request.set_request(true);
    Must(Call<v1::Hold>("DebtService/PlaceHold", request));
    request.set_request_id(cli::NewRequestId());
    request.set_request(false);
    v1::EndHoldRequest end;
    end.set_name(Must(Call<v1::Hold>("DebtService/PlaceHold", request)).name());
    end.set_reason("CANARY end");
    end.set_request_id(cli::NewRequestId());
    Must(Call<v1::Hold>("DebtService/EndHold", end));
  }

  // A call that came in, and one that may not be made since nobody knows the person's place.
  void Talk(const v1::Debt& debt) {
    v1::RecordCallRequest taken;
    taken.set_parent(debt.name().substr(0, debt.name().find("/debts/")));
    taken.add_debts(debt.name());
    taken.set_outcome(v1::CALL_OUTCOME_CONVERSATION);
    taken.mutable_began_time()->set_seconds(absl::ToUnixSeconds(absl::Now()) - 60);
    taken.set_note("CANARY talk");
    taken.set_request_id(cli::NewRequestId());
    Must(Call<v1::Communication>("CommunicationService/RecordCall", taken));
    v1::StartCallTaskRequest start;
    start.set_parent(taken.parent());
    start.set_request_id(cli::NewRequestId());
    EXPECT_FALSE(
        Must(Call<v1::CallTask>("CommunicationService/StartCallTask", start)).has_communication());
  }

  // Says something of all that waits for people.
  void EndWork() {
    const auto list =
        Must(Call<v1::ListWorkResponse>("WorkService/ListWork", v1::ListWorkRequest()));
    EXPECT_GE(list.items_size(), 2);
    for (const v1::WorkItem& item : list.items()) {
      if (item.kind() == v1::WORK_KIND_APPROVAL) {
        v1::RejectRequest reject;
        reject.set_name(item.name());
        reject.set_reason("CANARY rejection");
        reject.set_request_id(cli::NewRequestId());
        Must(Call<v1::WorkItem>("WorkService/Reject", reject));
      } else {
        v1::CompleteWorkRequest complete;
        complete.set_name(item.name());
        complete.set_outcome("CANARY outcome");
        complete.set_request_id(cli::NewRequestId());
        Must(Call<v1::WorkItem>("WorkService/CompleteWork", complete));
      }
    }
  }

  // Refusals of every kind, with canaries wherever a caller may write.
  void BeRefused(const v1::Debt& debt) {
    const auto post = [&](const v1::PostEntriesRequest& request) {
      EXPECT_FALSE(Call<v1::PostEntriesResponse>("DebtService/PostEntries", request).ok());
    };
    v1::PostEntriesRequest request = APosting(debt, "CANARY-ENTRY-1");
    request.mutable_entries(0)->mutable_amount()->set_minor_units(6);
    post(request);
    request.set_name("debtors/CANARY/debts/CANARY");
    request.set_etag("CANARY");
    request.set_request_id("CANARY");
    request.mutable_entries(0)->set_value_date("CANARY");
    request.mutable_entries(0)->mutable_amount()->set_currency_code("CANARY");
    post(request);
    v1::ListDebtsRequest list;
    list.set_parent("debtors/-");
    list.set_filter("external_ref = \"CANARY\" OR CANARY");
    list.set_page_token("CANARY");
    EXPECT_FALSE(Call<v1::ListDebtsResponse>("DebtService/ListDebts", list).ok());
    v1::LookUpDebtorRequest look_up;
    look_up.set_external_ref("CANARY-NOBODY");
    EXPECT_FALSE(Call<v1::Debtor>("DebtorService/LookUpDebtor", look_up).ok());
    const Connection forger(deployment_->address(), "CANARY.CANARY.CANARY");
    EXPECT_FALSE(forger.CallBytes("DebtService/CANARY", kCanary).ok());
  }

  // The database refuses what the server did not expect, and says whose row it was.
  void MeetABrokenDatabase(const v1::Debt& debt) {
    deployment_->database().Query(
        "alter table parley.entries add constraint unexpected "
        "check (external_ref <> 'CANARY-ENTRY-2') not valid");
    const auto answer =
        Call<v1::PostEntriesResponse>("DebtService/PostEntries", APosting(debt, "CANARY-ENTRY-2"));
    EXPECT_THAT(answer, IsRefusedAs("INTERNAL"));
  }

  void ImportRows() {
    v1::ImportDebtsRequest request;
    for (int row = 0; row < 2; ++row) {
      v1::EntryRow& entry = *request.add_rows()->mutable_entry();
      entry.set_external_ref(row == 0 ? "CANARY-DEBT-1" : "CANARY-NOBODY");
      entry.set_entry_ref("CANARY-ENTRY-3");
      entry.set_kind(v1::ENTRY_KIND_CHARGE);
      entry.set_value_date("2026-02-15");
      entry.set_amount(row == 0 ? "1.00" : "CANARY");
      entry.set_reason("CANARY reason");
    }
    request.mutable_options();
    const auto verdicts = Must(connection_->Import(request));
    for (const v1::RowVerdict& verdict : verdicts) {
      errors_ += verdict.reason() + verdict.message();
      for (const v1::FieldFinding& fault : verdict.violations()) errors_ += fault.description();
    }
  }

  // Every row of every table as text, in which bytes are hexadecimal digits.
  std::string Dump() const {
    const Database& database = deployment_->database();
    std::string dump;
    for (const auto& row : database.Query(
             "select table_name from information_schema.tables where table_schema = 'parley'")) {
      absl::StrAppend(
          &dump, database.Query("select string_agg(t::text, ' ') from parley." + row.front() + " t")
                     .front()
                     .front());
    }
    return dump;
  }

  std::optional<Deployment> deployment_;
  std::optional<Connection> connection_;
  std::string errors_;
};

// References of callers are no secrets of the database: it finds rows by them.
TEST_F(Canary, SingsInNoRowOfTheDatabase) {
  const v1::Debtor debtor = CreateDebtor();
  KeepARecord(debtor);
  const v1::Debt debt = PlaceDebt(debtor);
  Must(Call<v1::PostEntriesResponse>("DebtService/PostEntries", APosting(debt, "CANARY-ENTRY-1")));
  ReceivePayment();
  ImportRows();
  HoldBack(debt);
  Talk(debt);
  EndWork();
  const std::string dump = Dump();
  EXPECT_THAT(dump, HasSubstr("CANARY-DEBT-1"));
  EXPECT_THAT(dump, HasSubstr("CANARY-PAYMENT-1"));
  for (const char* text :
       {"CANARY Name", "1923-04-05", "CANARY-AGREEMENT", "CANARY reason", "CANARY method",
        "CANARY note", "CANARY source", "CANARY hold", "CANARY end", "CANARY talk",
        "CANARY rejection", "CANARY outcome", "canary@example.com", "CANARY words"}) {
    EXPECT_THAT(dump, Not(HasSubstr(text)));
    EXPECT_THAT(dump, Not(HasSubstr(absl::BytesToHexString(text))));
  }
}

TEST_F(Canary, SingsInNoLogNoMetricAndNoError) {
  const v1::Debt debt = PlaceDebt(CreateDebtor());
  Must(Call<v1::PostEntriesResponse>("DebtService/PostEntries", APosting(debt, "CANARY-ENTRY-1")));
  ReceivePayment();
  HoldBack(debt);
  Talk(debt);
  EndWork();
  BeRefused(debt);
  ImportRows();
  MeetABrokenDatabase(debt);
  EXPECT_THAT(errors_, Not(HasSubstr(kCanary)));

  const std::string metrics = deployment_->Metrics();
  EXPECT_THAT(metrics, HasSubstr("PostEntries"));
  EXPECT_THAT(metrics, Not(HasSubstr(kCanary)));

  deployment_->server().Signal(SIGTERM);
  EXPECT_EQ(deployment_->server().Wait(absl::Seconds(20)), kSuccess);
  const std::string log = deployment_->Log();
  EXPECT_THAT(log, HasSubstr("PostEntries"));
  EXPECT_THAT(log, Not(HasSubstr(kCanary)));
  // Nor the signature of any token, which would let a reader of the log call.
  const std::string token = deployment_->Token();
  EXPECT_THAT(log, Not(HasSubstr(token.substr(0, token.find('.')))));
}

}  // namespace
}  // namespace parley::system_test
