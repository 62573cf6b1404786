// SPDX-License-Identifier: Apache-2.0
#include "adapters/grpc/creditor_service.h"

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

#include "adapters/grpc/convert_common.h"
#include "adapters/grpc/convert_creditor.h"
#include "adapters/grpc/convert_creditor_settings.h"
#include "domain/common/status_macros.h"

namespace parley::grpc_api {
namespace {

std::string Encoded(const Creditor& creditor) {
  v1::Creditor out;
  Write(creditor, out);
  return out.SerializeAsString();
}

}  // namespace

std::vector<UnaryMethod> CreditorService::Methods() const {
  return {OnMutation("CreateCreditor", this, &CreditorService::Create),
          OnRead("GetCreditor", this, &CreditorService::Get),
          OnRead("ListCreditors", this, &CreditorService::List),
          OnMutation("UpdateCreditor", this, &CreditorService::Update),
          OnRead("ExplainSetting", this, &CreditorService::Explain)};
}

absl::StatusOr<Answer> CreditorService::Create(const Incoming& in,
                                               const v1::CreateCreditorRequest& request) const {
  const auto command = ReadCreateCreditor(request, parts_.zones, in.violations);
  PARLEY_RETURN_IF_ERROR(in.violations.ToStatus());
  return parts_.application.create_creditor.Handle(in.call, command, Encoded);
}

absl::Status CreditorService::Get(const Incoming& in, const v1::GetCreditorRequest& request,
                                  v1::Creditor& response) const {
  const auto id = ReadCreditorName(request.name(), "name", in.violations);
  PARLEY_RETURN_IF_ERROR(in.violations.ToStatus());
  PARLEY_ASSIGN_OR_RETURN(const Creditor creditor,
                          parts_.application.directory.GetCreditor(in.call.tenant, *id));
  Write(creditor, response);
  return absl::OkStatus();
}

absl::Status CreditorService::List(const Incoming& in, const v1::ListCreditorsRequest& request,
                                   v1::ListCreditorsResponse& response) const {
  const std::optional<std::string> code = ReadCreditorFilter(request.filter(), in.violations);
  PARLEY_RETURN_IF_ERROR(in.violations.ToStatus());
  const std::vector<std::string_view> arguments = {request.filter()};
  PARLEY_ASSIGN_OR_RETURN(const std::vector<Uuid> after,
                          parts_.pages.Open(in.call, arguments, request.page_token(), 1));
  const int size = ReadPageSize(request.page_size());
  PARLEY_ASSIGN_OR_RETURN(std::vector<Creditor> found,
                          parts_.application.directory.ListCreditors(
                              in.call.tenant, CreditorId(after.front()), size + 1, code));
  if (found.size() > static_cast<std::size_t>(size)) {
    found.pop_back();
    response.set_next_page_token(parts_.pages.Seal(in.call, arguments, {found.back().id.uuid()}));
  }
  for (const Creditor& creditor : found) Write(creditor, *response.add_creditors());
  return absl::OkStatus();
}

absl::StatusOr<Answer> CreditorService::Update(const Incoming& in,
                                               const v1::UpdateCreditorRequest& request) const {
  const auto command = ReadUpdateCreditor(request, parts_.zones, in.violations);
  PARLEY_RETURN_IF_ERROR(in.violations.ToStatus());
  return parts_.application.update_creditor.Handle(in.call, command, Encoded);
}

absl::Status CreditorService::Explain(const Incoming& in, const v1::ExplainSettingRequest& request,
                                      v1::SettingExplanation& response) const {
  const auto query = ReadExplainSetting(request, in.call.tenant, in.violations);
  PARLEY_RETURN_IF_ERROR(in.violations.ToStatus());
  PARLEY_ASSIGN_OR_RETURN(const auto result, parts_.application.explain_setting.Handle(*query));
  Write(result, response);
  return absl::OkStatus();
}

}  // namespace parley::grpc_api
