// SPDX-License-Identifier: Apache-2.0
#ifndef PARLEY_APPLICATION_TEMPLATES_TEMPLATE_SOURCE_H_
#define PARLEY_APPLICATION_TEMPLATES_TEMPLATE_SOURCE_H_

#include <cstdint>
#include <memory>

#include "absl/status/statusor.h"
#include "application/templates/template_library.h"
#include "domain/common/id.h"

namespace parley {

// Whoever keeps words of a library keeps nothing of it; whoever writes by it keeps this.
using TemplateLibraryRef = std::shared_ptr<const TemplateLibrary>;

// The templates by which a tenant's messages are put into words: those that came with the program,
// and over them what the tenant has approved.
class TemplateSource {
 public:
  virtual ~TemplateSource() = default;

  // The library of an edition: how often the tenant had changed its templates (0: never) when the
  // caller looked. A library is made once; it is read by whoever asks first for a new edition, so
  // ask for it before a transaction that is to use it. Errors: RECORD_CORRUPT, STORE_UNAVAILABLE.
  virtual absl::StatusOr<TemplateLibraryRef> At(TenantId tenant, std::int64_t edition) = 0;
};

}  // namespace parley

#endif  // PARLEY_APPLICATION_TEMPLATES_TEMPLATE_SOURCE_H_
