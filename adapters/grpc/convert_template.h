// SPDX-License-Identifier: Apache-2.0
#ifndef PARLEY_ADAPTERS_GRPC_CONVERT_TEMPLATE_H_
#define PARLEY_ADAPTERS_GRPC_CONVERT_TEMPLATE_H_

#include <optional>
#include <string>

#include "application/templates/approve_template.h"
#include "application/templates/check_tone.h"
#include "application/templates/render_template.h"
#include "application/templates/template_libraries.h"
#include "domain/common/violations.h"
#include "parley/v1/template_service.pb.h"

namespace parley::grpc_api {

// Faults, of `template.key` and `template.language_code`: MALFORMED. What else is wrong with it is
// judged as a template.
Template ReadTemplate(const v1::Template& in, Violations& violations);

// Of `name`, or of a `parent`: MALFORMED.
TemplateChoice ReadTemplateChoice(const std::string& text, const std::string& field,
                                  Violations& violations);

// A version of the tenant's own; one of the system's is never changed, and so not found.
ApproveTemplate::Command ReadVersion(const std::string& name, Violations& violations);

RenderTemplate::Query ReadRenderTemplate(TenantId tenant, const v1::RenderTemplateRequest& request,
                                         Violations& violations);

// What a list of templates is narrowed to.
struct TemplateFilter {
  std::optional<v1::TemplateLevel> level;
  std::optional<v1::TemplateState> state;
  std::optional<std::string> key;
  std::optional<std::string> language;

  bool Takes(const ShelvedTemplate& one) const;
};

// Fault, of `filter`: FILTER_INVALID.
TemplateFilter ReadTemplateFilter(const std::string& filter, Violations& violations);

enum class WithWords : bool { kNo, kYes };
void Write(const ShelvedTemplate& one, WithWords with_words, v1::Template& out);
void Write(const RenderTemplate::Result& result, v1::RenderTemplateResponse& out);
void Write(const language::ToneReport& report, v1::CheckToneResponse& out);

}  // namespace parley::grpc_api

#endif  // PARLEY_ADAPTERS_GRPC_CONVERT_TEMPLATE_H_
