// SPDX-License-Identifier: Apache-2.0
#ifndef PARLEY_APPLICATION_TEMPLATES_APPROVE_TEMPLATE_H_
#define PARLEY_APPLICATION_TEMPLATES_APPROVE_TEMPLATE_H_

#include <cstdint>

#include "absl/functional/function_ref.h"
#include "absl/status/statusor.h"
#include "application/call.h"
#include "application/mutations.h"
#include "application/ports/ids.h"
#include "application/ports/tone_checks.h"
#include "application/templates/template_libraries.h"

namespace parley {

// Decides about a version of a tenant's template: whether messages are sent with it, from the next
// one on and in every process.
class ApproveTemplate {
 public:
  struct Command {
    TemplateName name;
    std::int32_t version = 0;
  };

  ApproveTemplate(const Mutations& mutations, TemplateLibraries& libraries, const ToneChecks& tone,
                  Ids& ids)
      : mutations_(mutations), libraries_(libraries), tone_(tone), ids_(ids) {}

  // Errors: TEMPLATE_NOT_FOUND, TEMPLATE_NOT_DRAFT, APPROVAL_BY_ASKER, TEMPLATE_UNSOUND,
  // TEXT_NEEDS_RELEASE; WRITE_CONFLICT where the tenant's templates change meanwhile.
  absl::StatusOr<Answer> Handle(const Call& call, const Command& command,
                                Encode<ShelvedTemplate> encode) const;

 private:
  absl::Status Judge(const TemplateLibrary& library, const Template& words) const;

  const Mutations& mutations_;
  TemplateLibraries& libraries_;
  const ToneChecks& tone_;
  Ids& ids_;
};

// Takes a version out of use.
class RetireTemplate {
 public:
  using Command = ApproveTemplate::Command;

  RetireTemplate(const Mutations& mutations, Ids& ids) : mutations_(mutations), ids_(ids) {}

  // Errors: TEMPLATE_NOT_FOUND, TEMPLATE_ALREADY_RETIRED.
  absl::StatusOr<Answer> Handle(const Call& call, const Command& command,
                                Encode<ShelvedTemplate> encode) const;

 private:
  const Mutations& mutations_;
  Ids& ids_;
};

}  // namespace parley

#endif  // PARLEY_APPLICATION_TEMPLATES_APPROVE_TEMPLATE_H_
