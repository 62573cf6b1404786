// SPDX-License-Identifier: Apache-2.0
// Who may not see something cannot tell that it is there: every method, over PostgreSQL with two
// tenants. The methods come from the descriptors, so a new one fails here until it is told apart.
#include <gmock/gmock.h>

#include <map>

#include "absl/strings/str_cat.h"
#include "absl/strings/str_replace.h"
#include "infra/cli/rpc/json.h"
#include "infra/cli/rpc/methods.h"
#include "infra/cli/rpc/request_id.h"
#include "parley/v1/admin_service.pb.h"
#include "parley/v1/communication_service.pb.h"
#include "parley/v1/options.pb.h"
#include "parley/v1/rulebook_service.pb.h"
#include "tests/system/access_cases.h"
#include "tests/system/support/deployment.h"
#include "tests/system/support/requests.h"

namespace parley::system_test {
namespace {

using google::protobuf::Message;
using google::protobuf::MethodDescriptor;
using testing::AnyOf;
using testing::HasSubstr;
using testing::Not;

std::string IdOf(const std::string& name) { return name.substr(name.rfind('/') + 1); }

class Access : public testing::Test {
 public:
  void SetUp() override {
    if (TestPostgres().empty()) GTEST_SKIP() << kWithoutPostgres;
    deployment_.emplace(StoreKind::kPostgres);
    const Connection owner = deployment_->Connect();
    placed_ = Place(owner, "1");
    entry_ = Must(owner.Call<v1::PostEntriesResponse>(
                      "DebtService/PostEntries", Posting(placed_.debt.name(), ACharge("A", 5))))
                 .entries(0)
                 .name();
    v1::PlaceHoldRequest holding;
    holding.set_parent(placed_.debtor.name());
    holding.mutable_hold()->set_type(v1::HOLD_TYPE_STOP_CONTACT);
    holding.mutable_hold()->set_source("the debtor");
    cli::FillRequestId(holding);
    hold_ = Must(owner.Call<v1::Hold>("DebtService/PlaceHold", holding)).name();
    v1::RecordCallRequest calling;
    calling.set_parent(placed_.debtor.name());
    calling.set_outcome(v1::CALL_OUTCOME_CONVERSATION);
    calling.mutable_began_time()->set_seconds(1);
    cli::FillRequestId(calling);
    communication_ =
        Must(owner.Call<v1::Communication>("CommunicationService/RecordCall", calling)).name();
    item_ = AddWorkItem();
    letter_ = PutAnEventAside();
    v1::PublishRulebookRequest publishing;
    publishing.set_text(
        "id: 'TEST.HOUSE' version: '1' title: 'x' authority_url: 'x' text_read: 'x' "
        "effective_date: '2026-01-01'");
    cli::FillRequestId(publishing);
    Must(owner.Call<v1::Rulebook>("RulebookService/PublishRulebook", publishing));
    v1::EngageKillSwitchRequest engaging;
    engaging.mutable_kill_switch()->mutable_scope()->set_creditor(placed_.creditor.name());
    engaging.mutable_kill_switch()->set_reason("x");
    cli::FillRequestId(engaging);
    switch_ = Must(owner.Call<v1::KillSwitch>("AdminService/EngageKillSwitch", engaging)).name();
    payment_ = Must(owner.Call<v1::Payment>("DebtService/AnnouncePayment", Announcing())).name();
    suspense_ =
        Must(owner.Call<v1::Payment>("DebtService/ReceiveUnidentifiedPayment", Receiving())).name();
  }

  v1::AnnouncePaymentRequest Announcing() const {
    v1::AnnouncePaymentRequest request;
    request.set_parent(placed_.debtor.name());
    request.set_external_ref("M1");
    request.mutable_amount()->set_minor_units(1);
    request.mutable_amount()->set_currency_code("EUR");
    request.set_expected_date(TodayText());
    request.set_request_id(cli::NewRequestId());
    return request;
  }

  static v1::ReceiveUnidentifiedPaymentRequest Receiving() {
    v1::ReceiveUnidentifiedPaymentRequest request;
    request.set_external_ref("M1");
    request.mutable_amount()->set_minor_units(1);
    request.mutable_amount()->set_currency_code("EUR");
    request.set_value_date("2026-02-15");
    request.set_request_id(cli::NewRequestId());
    return request;
  }

  static std::string TodayText() {
    return absl::FormatTime("%Y-%m-%d", absl::Now(), absl::UTCTimeZone());
  }

  // An approval about the debtor's debt, of which nobody but a store can make one by itself.
  std::string AddWorkItem() {
    const std::string id = "00000000-0000-7000-8000-000000000009";
    deployment_->database().Query(
        absl::StrCat("insert into parley.work_items values ('", kTenant, "', '",
                     IdOf(placed_.debtor.name()), "', '", id, "', '", IdOf(placed_.debt.name()),
                     "', 'APPROVAL', 'OPEN', 3, null, 1, 1, 'EUR', 1, null, '', null, '', "
                     "sha256(''), '', 'asker', '', '', "
                     "'', null, 1, now(), now())"));
    return placed_.debtor.name() + "/workItems/" + id;
  }

  // As a publisher does, of which there is none.
  std::string PutAnEventAside() {
    const auto rows = deployment_->database().Query(
        "insert into parley.dead_letters select tenant_id, event_id, debtor_id, revision, "
        "sequence, 1, 1, now(), false from parley.outbox limit 1 returning event_id");
    return absl::StrCat("deadLetters/", rows.at(0).at(0));
  }

  std::string RequestOf(const MethodDescriptor& method, const AccessCase& one) const {
    const std::string json = absl::StrReplaceAll(one.json, {{"<creditor>", placed_.creditor.name()},
                                                            {"<debtor>", placed_.debtor.name()},
                                                            {"<debt>", placed_.debt.name()},
                                                            {"<entry>", entry_},
                                                            {"<hold>", hold_},
                                                            {"<communication>", communication_},
                                                            {"<item>", item_},
                                                            {"<letter>", letter_},
                                                            {"<payment>", payment_},
                                                            {"<switch>", switch_},
                                                            {"<suspense>", suspense_},
                                                            {"<today>", TodayText()}});
    const std::unique_ptr<Message> message = Must(cli::MessageFromJson(*method.input_type(), json));
    cli::FillRequestId(*message);
    return message->SerializeAsString();
  }

  absl::StatusOr<std::string> Call(const MethodDescriptor& method, const AccessCase& one,
                                   const Connection& connection) const {
    const std::string request = RequestOf(method, one);
    // A chat ends when its caller says no more.
    if (method.input_type() != v1::ImportDebtsRequest::descriptor()) {
      return connection.CallBytes(cli::PathOf(method).substr(1), request);
    }
    v1::ImportDebtsRequest rows;
    rows.ParseFromString(request);
    const auto verdicts = connection.Import(rows);
    return verdicts.ok() ? absl::StatusOr<std::string>("") : verdicts.status();
  }

  SqlConnection::Rows RowsOfTheFirstTenant() const {
    return deployment_->database().Query(absl::StrCat(
        "set search_path = parley; select (select count(*) from debts where tenant_id = t), "
        "(select count(*) from entries where tenant_id = t), "
        "(select count(*) from creditors where tenant_id = t), "
        "(select string_agg(state, ' ') from work_items where tenant_id = t), "
        "(select string_agg(state::text, ' ') from payments where tenant_id = t), "
        "(select count(*) from kill_switch_releases where tenant_id = t), "
        "(select count(*) from rulebooks where tenant_id = t), "
        "(select sum(revision) from debtors where tenant_id = t) "
        "from (values ('",
        kTenant, "'::uuid)) as tenant(t)"));
  }

  std::optional<Deployment> deployment_;
  PlacedDebt placed_;
  std::string entry_;
  std::string hold_;
  std::string communication_;
  std::string item_;
  std::string letter_;
  std::string payment_;
  std::string suspense_;
  std::string switch_;
};

TEST_F(Access, IsToldApartForEveryMethod) {
  for (const MethodDescriptor* method : cli::AllMethods()) {
    EXPECT_TRUE(AccessCases().contains(cli::ShortName(*method))) << cli::ShortName(*method);
  }
}

TEST_F(Access, OfAnotherTenantFindsNothing) {
  const Connection stranger = deployment_->Connect({.tenant = kOtherTenant});
  const SqlConnection::Rows before = RowsOfTheFirstTenant();
  for (const MethodDescriptor* method : cli::AllMethods()) {
    // A watch does not end; its own tests read what it tells.
    if (method->server_streaming() && !method->client_streaming()) continue;
    SCOPED_TRACE(cli::ShortName(*method));
    const AccessCase& one = AccessCases().at(cli::ShortName(*method));
    const auto answer = Call(*method, one, stranger);
    switch (one.outsider) {
      case Outsider::kNotFound:
        EXPECT_EQ(answer.status().code(), absl::StatusCode::kNotFound) << answer.status();
        break;
      case Outsider::kNothing:
        EXPECT_THAT(Must(answer), Not(AnyOf(HasSubstr(IdOf(placed_.debtor.name())),
                                            HasSubstr(IdOf(placed_.creditor.name())),
                                            HasSubstr(IdOf(placed_.debt.name())))));
        break;
      case Outsider::kOwn:
        EXPECT_TRUE(answer.ok()) << answer.status();
        break;
    }
  }
  EXPECT_EQ(RowsOfTheFirstTenant(), before);
}

TEST_F(Access, WithoutTheMethodsScopeIsDenied) {
  std::set<std::string> every;
  for (const MethodDescriptor* method : cli::AllMethods()) {
    every.insert(method->options().GetExtension(v1::method).scope());
  }
  for (const MethodDescriptor* method : cli::AllMethods()) {
    SCOPED_TRACE(cli::ShortName(*method));
    std::set<std::string> scopes = every;
    scopes.erase(method->options().GetExtension(v1::method).scope());
    EXPECT_THAT(Call(*method, AccessCases().at(cli::ShortName(*method)),
                     deployment_->Connect({.scopes = scopes})),
                IsRefusedAs("ACCESS_DENIED"));
  }
}

TEST_F(Access, WithoutATokenOrWithOneOfAnotherKeyIsRefused) {
  const Connection nobody(deployment_->address(), "");
  const Deployment stranger(StoreKind::kMemory);
  const Connection forger(deployment_->address(), stranger.Token());
  for (const MethodDescriptor* method : cli::AllMethods()) {
    SCOPED_TRACE(cli::ShortName(*method));
    const AccessCase& one = AccessCases().at(cli::ShortName(*method));
    EXPECT_THAT(Call(*method, one, nobody), IsRefusedAs("CREDENTIALS_INVALID"));
    EXPECT_THAT(Call(*method, one, forger), IsRefusedAs("CREDENTIALS_INVALID"));
  }
}

TEST_F(Access, OfATokenThatIsBoundToADebtorEndsAtThatDebtor) {
  const Connection bound = deployment_->Connect({.debtor = IdOf(placed_.debtor.name())});
  EXPECT_TRUE(bound.Call<v1::Debt>("DebtService/GetDebt", Getting(placed_.debt.name())).ok());

  v1::CheckInvariantsRequest check;
  check.set_name("debtors/-/debts/-");
  EXPECT_THAT(bound.Call<v1::CheckInvariantsResponse>("DebtService/CheckInvariants", check),
              IsRefusedAs("ACCESS_DENIED"));

  const Connection other = deployment_->Connect({.debtor = "00000000-0000-7000-8000-000000000001"});
  for (const MethodDescriptor* method : cli::AllMethods()) {
    SCOPED_TRACE(cli::ShortName(*method));
    EXPECT_THAT(Call(*method, AccessCases().at(cli::ShortName(*method)), other),
                IsRefusedAs("ACCESS_DENIED"));
  }
}

}  // namespace
}  // namespace parley::system_test
