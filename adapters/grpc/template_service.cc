// SPDX-License-Identifier: Apache-2.0
#include "adapters/grpc/template_service.h"

#include <algorithm>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

#include "adapters/grpc/convert_common.h"
#include "adapters/grpc/convert_template.h"
#include "adapters/grpc/list_position.h"
#include "domain/common/status_macros.h"

namespace parley::grpc_api {
namespace {

std::string Encoded(const ShelvedTemplate& one) {
  v1::Template out;
  Write(one, WithWords::kYes, out);
  return out.SerializeAsString();
}

// The words of a version are of the template that they are a version of.
void CheckParent(const v1::CreateTemplateVersionRequest& request, Violations& violations) {
  const TemplateChoice parent = ReadTemplateChoice(request.parent(), "parent", violations);
  if (parent.version.has_value()) AddOnce(violations, "parent", Fault::kMalformed);
  const v1::Template& words = request.template_();
  if (words.key() != parent.name.key) AddOnce(violations, "template.key", Fault::kDiffers);
  if (words.language_code() != parent.name.language) {
    AddOnce(violations, "template.language_code", Fault::kDiffers);
  }
  if (static_cast<int>(words.channel()) != static_cast<int>(parent.name.channel)) {
    AddOnce(violations, "template.channel", Fault::kDiffers);
  }
}

}  // namespace

std::vector<UnaryMethod> TemplateService::Methods() const {
  return {OnMutation("CreateTemplate", this, &TemplateService::Create),
          OnRead("GetTemplate", this, &TemplateService::Get),
          OnRead("ListTemplates", this, &TemplateService::List),
          OnMutation("CreateTemplateVersion", this, &TemplateService::CreateVersion),
          OnMutation("ApproveTemplate", this, &TemplateService::Approve),
          OnMutation("RetireTemplate", this, &TemplateService::Retire),
          OnRead("RenderTemplate", this, &TemplateService::Render),
          OnRead("CheckTone", this, &TemplateService::Check)};
}

absl::StatusOr<Answer> TemplateService::Create(const Incoming& in,
                                               const v1::CreateTemplateRequest& request) const {
  const Template words = ReadTemplate(request.template_(), in.violations);
  PARLEY_RETURN_IF_ERROR(in.violations.ToStatus());
  return parts_.application.write_template.Create(in.call, words, Encoded);
}

absl::Status TemplateService::Get(const Incoming& in, const v1::GetTemplateRequest& request,
                                  v1::Template& response) const {
  const TemplateChoice choice = ReadTemplateChoice(request.name(), "name", in.violations);
  PARLEY_RETURN_IF_ERROR(in.violations.ToStatus());
  PARLEY_ASSIGN_OR_RETURN(const ShelvedTemplate found,
                          parts_.application.templates.Find(in.call.tenant, choice));
  Write(found, WithWords::kYes, response);
  return absl::OkStatus();
}

absl::Status TemplateService::List(const Incoming& in, const v1::ListTemplatesRequest& request,
                                   v1::ListTemplatesResponse& response) const {
  const TemplateFilter filter = ReadTemplateFilter(request.filter(), in.violations);
  PARLEY_RETURN_IF_ERROR(in.violations.ToStatus());
  const std::vector<std::string_view> arguments = {request.filter()};
  PARLEY_ASSIGN_OR_RETURN(const std::vector<Uuid> after,
                          parts_.pages.Open(in.call, arguments, request.page_token(), 1));
  PARLEY_ASSIGN_OR_RETURN(const std::vector<ShelvedTemplate> all,
                          parts_.application.templates.List(in.call.tenant));
  const int size = ReadPageSize(request.page_size());
  for (std::size_t at = ReadListPosition(after); at < all.size(); ++at) {
    if (!filter.Takes(all[at])) continue;
    if (response.templates_size() == size) {
      response.set_next_page_token(parts_.pages.Seal(in.call, arguments, WriteListPosition(at)));
      break;
    }
    Write(all[at], WithWords::kNo, *response.add_templates());
  }
  return absl::OkStatus();
}

absl::StatusOr<Answer> TemplateService::CreateVersion(
    const Incoming& in, const v1::CreateTemplateVersionRequest& request) const {
  const Template words = ReadTemplate(request.template_(), in.violations);
  CheckParent(request, in.violations);
  PARLEY_RETURN_IF_ERROR(in.violations.ToStatus());
  return parts_.application.write_template.CreateVersion(in.call, words, Encoded);
}

absl::StatusOr<Answer> TemplateService::Approve(const Incoming& in,
                                                const v1::ApproveTemplateRequest& request) const {
  const ApproveTemplate::Command command = ReadVersion(request.name(), in.violations);
  PARLEY_RETURN_IF_ERROR(in.violations.ToStatus());
  return parts_.application.approve_template.Handle(in.call, command, Encoded);
}

absl::StatusOr<Answer> TemplateService::Retire(const Incoming& in,
                                               const v1::RetireTemplateRequest& request) const {
  const RetireTemplate::Command command = ReadVersion(request.name(), in.violations);
  PARLEY_RETURN_IF_ERROR(in.violations.ToStatus());
  return parts_.application.retire_template.Handle(in.call, command, Encoded);
}

absl::Status TemplateService::Render(const Incoming& in, const v1::RenderTemplateRequest& request,
                                     v1::RenderTemplateResponse& response) const {
  const RenderTemplate::Query query = ReadRenderTemplate(in.call.tenant, request, in.violations);
  PARLEY_RETURN_IF_ERROR(in.violations.ToStatus());
  PARLEY_ASSIGN_OR_RETURN(const RenderTemplate::Result result,
                          parts_.application.render_template.Handle(query));
  Write(result, response);
  return absl::OkStatus();
}

absl::Status TemplateService::Check(const Incoming& in, const v1::CheckToneRequest& request,
                                    v1::CheckToneResponse& response) const {
  PARLEY_RETURN_IF_ERROR(in.violations.ToStatus());
  CheckTone::Query query{
      .text = request.text(), .language = request.language_code(), .channel = std::nullopt};
  if (request.channel() != v1::CHANNEL_UNSPECIFIED) {
    query.channel = static_cast<Channel>(request.channel());
  }
  PARLEY_ASSIGN_OR_RETURN(const language::ToneReport report,
                          parts_.application.check_tone.Handle(query));
  Write(report, response);
  return absl::OkStatus();
}

}  // namespace parley::grpc_api
