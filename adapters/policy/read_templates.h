// SPDX-License-Identifier: Apache-2.0
#ifndef PARLEY_ADAPTERS_POLICY_READ_TEMPLATES_H_
#define PARLEY_ADAPTERS_POLICY_READ_TEMPLATES_H_

#include <span>
#include <string>

#include "absl/status/statusor.h"
#include "adapters/policy/policy_file.h"
#include "application/ports/typesetter.h"
#include "application/templates/template_catalogue.h"

namespace parley::policy {

// Reads files in protobuf's text format, and refuses what the typesetter or the domain finds wrong
// with them. Blocks of `known` stand where the files have none of that name, language and channel.
// Errors: INVALID_ARGUMENT, with "file:line:column: path: what is wrong" of everything that is.
absl::StatusOr<TemplateCatalogue> ReadTemplates(std::span<const PolicyFile> files,
                                                const Typesetter& typesetter,
                                                const TemplateCatalogue* known = nullptr);

// The files that the program carries with it: infra/templates. Errors: those of ReadTemplates.
absl::StatusOr<TemplateCatalogue> ReadBuiltInTemplates(const Typesetter& typesetter);

// A file, or all *.textproto of a folder and below; a folder without blocks, and a file, use those
// that the program carries. Errors: NOT_FOUND for nothing there, and those of ReadTemplates.
absl::StatusOr<TemplateCatalogue> ReadTemplatesAt(const std::string& path,
                                                  const Typesetter& typesetter);

}  // namespace parley::policy

#endif  // PARLEY_ADAPTERS_POLICY_READ_TEMPLATES_H_
