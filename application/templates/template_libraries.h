// SPDX-License-Identifier: Apache-2.0
#ifndef PARLEY_APPLICATION_TEMPLATES_TEMPLATE_LIBRARIES_H_
#define PARLEY_APPLICATION_TEMPLATES_TEMPLATE_LIBRARIES_H_

#include <cstdint>
#include <map>
#include <mutex>
#include <optional>
#include <vector>

#include "absl/status/statusor.h"
#include "application/ports/templates.h"
#include "application/ports/typesetter.h"
#include "application/templates/template_source.h"

namespace parley {

// A version of a template as it is shown: the system's, which is approved, or a tenant's.
struct ShelvedTemplate {
  TemplateVersion version;
  bool is_tenants_own = false;
};

// Which version of a template: the tenant's or the system's of that number, or the one that is
// sent.
struct TemplateChoice {
  TemplateName name;
  std::optional<std::int32_t> version;
  bool is_tenants_own = false;
};

// Takes what a tenant approved apart, once an edition, and lays it over the system's templates.
// Safe for threads.
class TemplateLibraries final : public TemplateSource {
 public:
  TemplateLibraries(TemplateLibraryRef system, const Typesetter& typesetter, TemplateShelf& shelf)
      : system_(std::move(system)), typesetter_(typesetter), shelf_(shelf) {}

  absl::StatusOr<TemplateLibraryRef> At(TenantId tenant, std::int64_t edition) override;

  // Every version that there is: the system's by name, then the tenant's as they were written.
  // Errors: RECORD_CORRUPT, STORE_UNAVAILABLE.
  absl::StatusOr<std::vector<ShelvedTemplate>> List(TenantId tenant) const;

  // Errors: TEMPLATE_NOT_FOUND; TEMPLATE_NOT_APPROVED where the one that is sent is asked for and
  // there are but others; RECORD_CORRUPT, STORE_UNAVAILABLE.
  absl::StatusOr<ShelvedTemplate> Find(TenantId tenant, const TemplateChoice& choice) const;

  const TemplateLibrary& system() const { return *system_; }
  const Typesetter& typesetter() const { return typesetter_; }
  TemplateShelf& shelf() const { return shelf_; }

 private:
  struct Kept {
    std::int64_t edition = 0;
    TemplateLibraryRef library;
  };

  std::optional<ShelvedTemplate> FindSystems(const TemplateChoice& choice) const;

  const TemplateLibraryRef system_;
  const Typesetter& typesetter_;
  TemplateShelf& shelf_;
  std::mutex mutex_;
  std::map<TenantId, Kept> kept_;  // The latest edition of each tenant that wrote any.
};

}  // namespace parley

#endif  // PARLEY_APPLICATION_TEMPLATES_TEMPLATE_LIBRARIES_H_
