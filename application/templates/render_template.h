// SPDX-License-Identifier: Apache-2.0
#ifndef PARLEY_APPLICATION_TEMPLATES_RENDER_TEMPLATE_H_
#define PARLEY_APPLICATION_TEMPLATES_RENDER_TEMPLATE_H_

#include <string>
#include <string_view>
#include <vector>

#include "absl/status/statusor.h"
#include "application/templates/template_libraries.h"
#include "domain/communication/templates/values.h"

namespace parley {

// Fills a version of a template, so that somebody may read it before it is sent to anybody.
class RenderTemplate {
 public:
  struct Query {
    TenantId tenant;
    TemplateChoice choice;
    TemplateValues values;
    bool fill_samples = false;  // What has no value gets a sample.
    std::string language_code;  // By which amounts and days are written; empty for the template's.
    std::vector<std::string> disclosures;  // What a verdict demands.
  };
  struct Result {
    ShelvedTemplate which;
    std::vector<SetPart> parts;
  };

  explicit RenderTemplate(const TemplateLibraries& libraries) : libraries_(libraries) {}

  // Errors: those of TemplateLibraries::Find; TEMPLATE_UNSOUND, TEMPLATE_BLOCK_MISSING;
  // FIELD_INVALID with each value that is missing, mistyped or not declared.
  absl::StatusOr<Result> Handle(const Query& query) const;

 private:
  const TemplateLibraries& libraries_;
};

}  // namespace parley

#endif  // PARLEY_APPLICATION_TEMPLATES_RENDER_TEMPLATE_H_
