// SPDX-License-Identifier: Apache-2.0
#ifndef PARLEY_APPLICATION_TEMPLATES_WRITE_TEMPLATE_H_
#define PARLEY_APPLICATION_TEMPLATES_WRITE_TEMPLATE_H_

#include "absl/status/statusor.h"
#include "application/call.h"
#include "application/mutations.h"
#include "application/templates/template_libraries.h"

namespace parley {

// Writes versions of a tenant's own templates, as drafts.
class WriteTemplate {
 public:
  WriteTemplate(const Mutations& mutations, TemplateLibraries& libraries)
      : mutations_(mutations), libraries_(libraries) {}

  // The first version of a template; its number is given here. Errors: TEMPLATE_UNSOUND, also for
  // another nature than that of the templates of its key; TEMPLATE_ALREADY_EXISTS.
  absl::StatusOr<Answer> Create(const Call& call, const Template& content,
                                Encode<ShelvedTemplate> encode) const;

  // The version after the latest one. Errors: TEMPLATE_UNSOUND, TEMPLATE_NOT_FOUND.
  absl::StatusOr<Answer> CreateVersion(const Call& call, const Template& content,
                                       Encode<ShelvedTemplate> encode) const;

 private:
  enum class Which : bool { kFirst, kNext };

  absl::StatusOr<Answer> Write(const Call& call, const Template& content, Which which,
                               Encode<ShelvedTemplate> encode) const;

  const Mutations& mutations_;
  TemplateLibraries& libraries_;
};

}  // namespace parley

#endif  // PARLEY_APPLICATION_TEMPLATES_WRITE_TEMPLATE_H_
