// SPDX-License-Identifier: Apache-2.0
#ifndef PARLEY_ADAPTERS_GRPC_TEMPLATE_NAMES_H_
#define PARLEY_ADAPTERS_GRPC_TEMPLATE_NAMES_H_

#include <optional>
#include <string>
#include <string_view>

#include "application/templates/template_libraries.h"

namespace parley::grpc_api {

// `templates/{key}.{language}.{channel}`, and of a version `.../versions/2`, which is the tenant's,
// or `.../versions/system-2`. None when the text is no such name.
std::optional<TemplateChoice> ParseTemplateChoice(std::string_view name);

// The key of `templates/{key}`, and of a template's own name. None when the text is neither.
std::optional<std::string> ParseTemplateKey(std::string_view name);

std::string NameOf(const parley::TemplateName& name);
std::string NameOf(const parley::TemplateName& name, std::int32_t version, bool is_tenants_own);

}  // namespace parley::grpc_api

#endif  // PARLEY_ADAPTERS_GRPC_TEMPLATE_NAMES_H_
