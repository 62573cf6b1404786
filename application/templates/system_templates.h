// SPDX-License-Identifier: Apache-2.0
#ifndef PARLEY_APPLICATION_TEMPLATES_SYSTEM_TEMPLATES_H_
#define PARLEY_APPLICATION_TEMPLATES_SYSTEM_TEMPLATES_H_

#include <utility>

#include "application/templates/template_source.h"

namespace parley {

// The templates that came with the program, for every tenant.
class SystemTemplates final : public TemplateSource {
 public:
  explicit SystemTemplates(TemplateLibraryRef library) : library_(std::move(library)) {}

  absl::StatusOr<TemplateLibraryRef> At(TenantId, std::int64_t) override { return library_; }

 private:
  const TemplateLibraryRef library_;
};

}  // namespace parley

#endif  // PARLEY_APPLICATION_TEMPLATES_SYSTEM_TEMPLATES_H_
