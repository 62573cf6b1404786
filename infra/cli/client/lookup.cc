// SPDX-License-Identifier: Apache-2.0
#include "infra/cli/client/lookup.h"

#include <vector>

#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_join.h"
#include "domain/common/reason.h"
#include "domain/common/status_macros.h"
#include "parley/v1/debtor_service.grpc.pb.h"

namespace parley::cli {
namespace {

using Debts = v1::DebtService::StubInterface;
using Creditors = v1::CreditorService::StubInterface;

constexpr int kPage = 1000;
constexpr int kMostShown = 10;

absl::StatusOr<v1::ListCreditorsResponse> ListCreditors(Client& client, const std::string& filter) {
  v1::ListCreditorsRequest request;
  request.set_page_size(kMostShown + 1);
  request.set_filter(filter);
  return client.Call(client.creditors(), &Creditors::ListCreditors, request);
}

std::string Codes(const v1::ListCreditorsResponse& list) {
  std::vector<std::string> codes;
  for (const v1::Creditor& creditor : list.creditors()) codes.push_back(creditor.code());
  if (codes.size() > kMostShown) codes.back() = "...";
  return absl::StrJoin(codes, ", ");
}

}  // namespace

std::string Quoted(std::string_view text) {
  std::string quoted = "\"";
  for (const char c : text) {
    if (c == '"' || c == '\\') quoted.push_back('\\');
    quoted.push_back(c);
  }
  quoted.push_back('"');
  return quoted;
}

absl::StatusOr<v1::Creditor> FindCreditor(Client& client, const std::string& code) {
  PARLEY_ASSIGN_OR_RETURN(const v1::ListCreditorsResponse list,
                          ListCreditors(client, absl::StrCat("code = ", Quoted(code))));
  if (list.creditors().empty()) {
    return Refuse(Reason::kCreditorNotFound, absl::StrCat("no creditor has the code ", code));
  }
  return list.creditors(0);
}

absl::StatusOr<v1::Creditor> FindCreditorOrOnly(Client& client, const std::string& code) {
  if (!code.empty()) return FindCreditor(client, code);
  PARLEY_ASSIGN_OR_RETURN(const v1::ListCreditorsResponse list, ListCreditors(client, ""));
  if (list.creditors().empty()) {
    return Refuse(Reason::kCreditorNotFound, "there is no creditor yet");
  }
  if (list.creditors_size() == 1) return list.creditors(0);
  return Refuse(Reason::kReferenceAmbiguous,
                absl::StrCat("there are several creditors; give --creditor, one of ", Codes(list)));
}

absl::StatusOr<std::string> FindDebt(Client& client, const std::string& name_or_reference,
                                     const std::string& creditor_code) {
  if (absl::StartsWith(name_or_reference, "debtors/")) return name_or_reference;
  v1::ListDebtsRequest request;
  request.set_parent("debtors/-");
  request.set_page_size(2);
  std::string filter = absl::StrCat("external_ref = ", Quoted(name_or_reference));
  if (!creditor_code.empty()) {
    PARLEY_ASSIGN_OR_RETURN(const v1::Creditor creditor, FindCreditor(client, creditor_code));
    absl::StrAppend(&filter, " AND creditor = ", Quoted(creditor.name()));
  }
  request.set_filter(filter);
  PARLEY_ASSIGN_OR_RETURN(const v1::ListDebtsResponse list,
                          client.Call(client.debts(), &Debts::ListDebts, request));
  if (list.debts().empty()) {
    return Refuse(Reason::kDebtNotFound,
                  absl::StrCat("no debt has the reference ", name_or_reference));
  }
  if (list.debts_size() > 1) {
    return Refuse(Reason::kReferenceAmbiguous,
                  "debts of several creditors have that reference; give --creditor");
  }
  return list.debts(0).name();
}

absl::StatusOr<std::string> FindDebtor(Client& client, const std::string& name_or_reference) {
  if (absl::StartsWith(name_or_reference, "debtors/")) return name_or_reference;
  using Debtors = v1::DebtorService::StubInterface;
  const auto stub = v1::DebtorService::NewStub(client.channel());
  v1::LookUpDebtorRequest request;
  request.set_external_ref(name_or_reference);
  PARLEY_ASSIGN_OR_RETURN(const v1::Debtor debtor,
                          client.Call<Debtors>(*stub, &Debtors::LookUpDebtor, request));
  return debtor.name();
}

absl::Status ForEachDebt(Client& client, const std::string& filter,
                         absl::FunctionRef<void(const v1::Debt&)> take) {
  v1::ListDebtsRequest request;
  request.set_parent("debtors/-");
  request.set_page_size(kPage);
  request.set_filter(filter);
  do {
    PARLEY_ASSIGN_OR_RETURN(const v1::ListDebtsResponse page,
                            client.Call(client.debts(), &Debts::ListDebts, request));
    for (const v1::Debt& debt : page.debts()) take(debt);
    request.set_page_token(page.next_page_token());
  } while (!request.page_token().empty());
  return absl::OkStatus();
}

std::string CreditorTitle(Client& client, const std::string& name) {
  v1::GetCreditorRequest request;
  request.set_name(name);
  const absl::StatusOr<v1::Creditor> creditor =
      client.Call(client.creditors(), &Creditors::GetCreditor, request);
  if (!creditor.ok()) return name;
  return absl::StrCat(creditor->display_name(), " (", creditor->code(), ")");
}

}  // namespace parley::cli
