// SPDX-License-Identifier: Apache-2.0
#include "tests/system/cli_fake_service.h"

#include <algorithm>
#include <string_view>

#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"
#include "google/rpc/error_details.pb.h"
#include "google/rpc/error_info.pb.h"
#include "google/rpc/status.pb.h"

namespace parley::cli {
namespace {

constexpr const char* kDebtPrefix = "debtors/d/debts/";

grpc::Status Refusal(grpc::StatusCode code, const std::string& reason) {
  google::rpc::Status details;
  details.set_code(code);
  google::rpc::ErrorInfo info;
  info.set_domain("parley");
  info.set_reason(reason);
  details.add_details()->PackFrom(info);
  if (code == grpc::StatusCode::RESOURCE_EXHAUSTED) {
    google::rpc::RetryInfo retry;
    retry.mutable_retry_delay()->set_nanos(1'000'000);
    details.add_details()->PackFrom(retry);
  }
  return {code, "refused by the fake", details.SerializeAsString()};
}

}  // namespace

FakeService::FakeService() {
  grpc::ServerBuilder builder;
  builder.AddListeningPort("127.0.0.1:0", grpc::InsecureServerCredentials(), &port_);
  builder.RegisterService(static_cast<v1::DebtService::Service*>(this));
  builder.RegisterService(static_cast<v1::CreditorService::Service*>(this));
  server_ = builder.BuildAndStart();
}

FakeService::~FakeService() { server_->Shutdown(); }

std::string FakeService::address() const { return absl::StrCat("127.0.0.1:", port_); }

grpc::Status FakeService::ImportDebts(
    grpc::ServerContext* /*context*/,
    grpc::ServerReaderWriter<v1::ImportDebtsResponse, v1::ImportDebtsRequest>* stream) {
  {
    const std::lock_guard lock(mutex_);
    ++calls_of_import;
  }
  v1::ImportDebtsRequest request;
  while (stream->Read(&request)) {
    v1::ImportDebtsResponse response;
    const std::lock_guard lock(mutex_);
    if (request.has_options()) options.push_back(request.options());
    most_rows_a_message = std::max(most_rows_a_message, request.rows_size());
    for (const v1::ImportRow& row : request.rows()) {
      ++rows_received;
      Judge(row, *response.add_verdicts());
      if (BreaksNow()) return {grpc::StatusCode::UNAVAILABLE, "the fake breaks"};
    }
    stream->Write(response);
  }
  return grpc::Status::OK;
}

bool FakeService::BreaksNow() {
  if (break_after_rows < 0 || rows_received < break_after_rows) return false;
  break_after_rows = -1;
  return true;
}

// A reference that begins with BAD is refused.
void FakeService::Judge(const v1::ImportRow& row, v1::RowVerdict& verdict) {
  verdict.set_row_number(row.row_number());
  const std::string key =
      row.has_debt() ? row.debt().external_ref()
                     : absl::StrCat(row.entry().external_ref(), "/", row.entry().entry_ref());
  if (absl::StartsWith(key, "BAD")) {
    verdict.set_outcome(v1::IMPORT_OUTCOME_REFUSED);
    verdict.set_reason("FIELD_INVALID");
    verdict.set_message("The request has malformed fields.");
    v1::FieldFinding& finding = *verdict.add_violations();
    finding.set_field(row.has_debt() ? "debt.debtor.display_name" : "entry.amount");
    finding.set_reason("REQUIRED");
    finding.set_description("The field is required.");
  } else if (!known_rows.insert(key).second) {
    verdict.set_outcome(v1::IMPORT_OUTCOME_DUPLICATE);
  } else {
    verdict.set_outcome(row.has_debt() ? v1::IMPORT_OUTCOME_PLACED : v1::IMPORT_OUTCOME_POSTED);
    verdict.set_name(absl::StrCat(kDebtPrefix, key));
  }
}

grpc::Status FakeService::GetDebt(grpc::ServerContext* context, const v1::GetDebtRequest* request,
                                  v1::Debt* response) {
  const std::lock_guard lock(mutex_);
  const auto token = context->client_metadata().find("authorization");
  if (token != context->client_metadata().end()) {
    tokens.emplace_back(token->second.data(), token->second.size());
  }
  if (!absl::StartsWith(request->name(), kDebtPrefix)) {
    return Refusal(grpc::StatusCode::NOT_FOUND, "DEBT_NOT_FOUND");
  }
  response->set_name(request->name());
  return grpc::Status::OK;
}

grpc::Status FakeService::ListDebts(grpc::ServerContext* /*context*/,
                                    const v1::ListDebtsRequest* request,
                                    v1::ListDebtsResponse* response) {
  // Pages of two, so that callers must ask for more.
  auto next = balances.upper_bound(request->page_token());
  for (int count = 0; count < 2 && next != balances.end(); ++count, ++next) {
    v1::Debt& debt = *response->add_debts();
    debt.set_external_ref(next->first);
    debt.set_name(absl::StrCat(kDebtPrefix, next->first));
  }
  if (next != balances.end()) response->set_next_page_token(std::prev(next)->first);
  return grpc::Status::OK;
}

grpc::Status FakeService::PostEntries(grpc::ServerContext* /*context*/,
                                      const v1::PostEntriesRequest* request,
                                      v1::PostEntriesResponse* response) {
  // The id comes back, for a test to see.
  response->mutable_debt()->set_etag(request->request_id());
  return grpc::Status::OK;
}

grpc::Status FakeService::GetItemisation(grpc::ServerContext* /*context*/,
                                         const v1::GetItemisationRequest* request,
                                         v1::Itemisation* response) {
  const std::lock_guard lock(mutex_);
  if (turn_away_questions-- > 0) {
    return Refusal(grpc::StatusCode::RESOURCE_EXHAUSTED, "QUOTA_EXCEEDED");
  }
  if (request->as_of_date() < "2025-01-01") {
    return Refusal(grpc::StatusCode::INVALID_ARGUMENT, "FIELD_INVALID");
  }
  const auto balance = balances.find(request->name().substr(std::string_view(kDebtPrefix).size()));
  if (balance == balances.end()) return Refusal(grpc::StatusCode::NOT_FOUND, "DEBT_NOT_FOUND");
  response->mutable_net_balance()->set_minor_units(balance->second);
  response->mutable_net_balance()->set_currency_code("EUR");
  return grpc::Status::OK;
}

grpc::Status FakeService::ListCreditors(grpc::ServerContext* /*context*/,
                                        const v1::ListCreditorsRequest* request,
                                        v1::ListCreditorsResponse* response) {
  for (const std::string& code : creditor_codes) {
    if (!request->filter().empty() && request->filter() != absl::StrCat("code = \"", code, "\"")) {
      continue;
    }
    response->add_creditors()->set_code(code);
    response->mutable_creditors(response->creditors_size() - 1)->set_name("creditors/" + code);
  }
  return grpc::Status::OK;
}

}  // namespace parley::cli
