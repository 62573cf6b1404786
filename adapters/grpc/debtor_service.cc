// SPDX-License-Identifier: Apache-2.0
#include "adapters/grpc/debtor_service.h"

#include <array>
#include <cstddef>
#include <string>
#include <string_view>
#include <utility>

#include "adapters/grpc/convert_common.h"
#include "adapters/grpc/convert_contact_point.h"
#include "adapters/grpc/convert_debtor.h"
#include "domain/common/reason.h"
#include "domain/common/status_macros.h"
#include "domain/common/text.h"

namespace parley::grpc_api {
namespace {

std::string Encoded(const Debtor& debtor) {
  v1::Debtor out;
  Write(debtor, out);
  return out.SerializeAsString();
}

// Nobody is told anything of who was forgotten, and an answer without content is given again.
std::string Nothing(const Debtor& /*debtor*/) {
  return v1::EraseDebtorResponse().SerializeAsString();
}

}  // namespace

std::vector<UnaryMethod> DebtorService::Methods() const {
  std::vector<UnaryMethod> methods = {OnMutation("CreateDebtor", this, &DebtorService::Create),
                                      OnRead("GetDebtor", this, &DebtorService::Get),
                                      OnRead("ListDebtors", this, &DebtorService::List),
                                      OnMutation("UpdateDebtor", this, &DebtorService::Update),
                                      OnRead("LookUpDebtor", this, &DebtorService::LookUp),
                                      OnRead("LookUpDebtors", this, &DebtorService::LookUpAll),
                                      OnMutation("EraseDebtor", this, &DebtorService::Erase)};
  for (UnaryMethod& method : record_.Methods()) methods.push_back(std::move(method));
  for (UnaryMethod& method : circumstances_.Methods()) methods.push_back(std::move(method));
  for (UnaryMethod& method : representatives_.Methods()) methods.push_back(std::move(method));
  for (UnaryMethod& method : timeline_.Methods()) methods.push_back(std::move(method));
  return methods;
}

absl::StatusOr<Answer> DebtorService::Create(const Incoming& in,
                                             const v1::CreateDebtorRequest& request) const {
  const auto command = ReadCreateDebtor(request, parts_.zones, in.violations);
  PARLEY_RETURN_IF_ERROR(in.violations.ToStatus());
  return parts_.application.create_debtor.Handle(in.call, command, Encoded);
}

absl::Status DebtorService::Get(const Incoming& in, const v1::GetDebtorRequest& request,
                                v1::Debtor& response) const {
  const auto id = ReadDebtorName(request.name(), "name", in.violations);
  PARLEY_RETURN_IF_ERROR(in.violations.ToStatus());
  PARLEY_ASSIGN_OR_RETURN(const Debtor debtor,
                          parts_.application.directory.GetDebtor(in.call.tenant, *id));
  Write(debtor, response);
  return absl::OkStatus();
}

absl::Status DebtorService::List(const Incoming& in, const v1::ListDebtorsRequest& request,
                                 v1::ListDebtorsResponse& response) const {
  PARLEY_RETURN_IF_ERROR(in.violations.ToStatus());
  PARLEY_ASSIGN_OR_RETURN(const std::vector<Uuid> after,
                          parts_.pages.Open(in.call, {}, request.page_token(), 1));
  const int size = ReadPageSize(request.page_size());
  PARLEY_ASSIGN_OR_RETURN(
      std::vector<Debtor> found,
      parts_.application.directory.ListDebtors(in.call.tenant, DebtorId(after.front()), size + 1));
  if (found.size() > static_cast<std::size_t>(size)) {
    found.pop_back();
    response.set_next_page_token(parts_.pages.Seal(in.call, {}, {found.back().id.uuid()}));
  }
  for (const Debtor& debtor : found) Write(debtor, *response.add_debtors());
  return absl::OkStatus();
}

absl::StatusOr<Answer> DebtorService::Update(const Incoming& in,
                                             const v1::UpdateDebtorRequest& request) const {
  const auto command = ReadUpdateDebtor(request, parts_.zones, in.violations);
  PARLEY_RETURN_IF_ERROR(in.violations.ToStatus());
  return parts_.application.update_debtor.Handle(in.call, command, Encoded);
}

absl::Status DebtorService::LookUp(const Incoming& in, const v1::LookUpDebtorRequest& request,
                                   v1::Debtor& response) const {
  if (request.has_external_ref()) {
    Violations more;
    RequireText(more, "external_ref", request.external_ref(), kLongestReference);
    AddOnce(in.violations, more);
  }
  PARLEY_RETURN_IF_ERROR(in.violations.ToStatus());
  const std::array references = {request.external_ref()};
  PARLEY_ASSIGN_OR_RETURN(const std::vector<Debtor> found,
                          parts_.application.directory.FindDebtors(in.call.tenant, references));
  if (found.empty()) return Refuse(Reason::kDebtorNotFound);
  Write(found.front(), response);
  return absl::OkStatus();
}

absl::Status DebtorService::LookUpAll(const Incoming& in, const v1::LookUpDebtorsRequest& request,
                                      v1::LookUpDebtorsResponse& response) const {
  const auto query = ReadLookUpDebtors(request, in.call.tenant, in.violations);
  PARLEY_RETURN_IF_ERROR(in.violations.ToStatus());
  PARLEY_ASSIGN_OR_RETURN(const std::vector<Debtor> found,
                          parts_.application.look_up_debtors.Handle(query));
  for (const Debtor& debtor : found) Write(debtor, *response.add_debtors());
  return absl::OkStatus();
}

absl::StatusOr<Answer> DebtorService::Erase(const Incoming& in,
                                            const v1::EraseDebtorRequest& request) const {
  const auto debtor = ReadDebtorName(request.name(), "name", in.violations);
  PARLEY_RETURN_IF_ERROR(in.violations.ToStatus());
  return parts_.application.erase_debtor.Handle(in.call, {*debtor, ReadEtag(request.etag())},
                                                Nothing);
}

}  // namespace parley::grpc_api
