// SPDX-License-Identifier: Apache-2.0
#ifndef PARLEY_APPLICATION_PORTS_TEMPLATES_H_
#define PARLEY_APPLICATION_PORTS_TEMPLATES_H_

#include <cstdint>
#include <string>
#include <vector>

#include "absl/status/statusor.h"
#include "domain/common/id.h"
#include "domain/communication/templates/life.h"

namespace parley {

// Which template: what it says, in which language, by which channel. It has versions.
struct TemplateName {
  std::string key;
  std::string language;
  Channel channel = Channel::kEmail;

  friend auto operator<=>(const TemplateName&, const TemplateName&) = default;
};

// A tenant's own templates, readable under any debtor's lock and written under that of its desk.
// Whatever is written raises their edition by one.
class Templates {
 public:
  virtual ~Templates() = default;

  // How often they were changed; 0 for never. Errors: STORE_UNAVAILABLE.
  virtual absl::StatusOr<std::int64_t> Edition() = 0;
  // In the order of versions; none for an unknown one. Errors: RECORD_CORRUPT, STORE_UNAVAILABLE.
  virtual absl::StatusOr<std::vector<TemplateVersion>> VersionsOf(const TemplateName& name) = 0;

  // The commit reports TEMPLATE_ALREADY_EXISTS for a version that is taken.
  virtual void Add(const TemplateVersion& version) = 0;
  // The commit reports WRITE_CONFLICT for one that is not there.
  virtual void Replace(const TemplateVersion& version) = 0;
};

// The same, read outside any transaction. Errors of all: RECORD_CORRUPT, STORE_UNAVAILABLE.
class TemplateShelf {
 public:
  virtual ~TemplateShelf() = default;

  virtual absl::StatusOr<std::int64_t> Edition(TenantId tenant) = 0;
  // In the order of key, language, channel and version.
  virtual absl::StatusOr<std::vector<TemplateVersion>> ListVersions(TenantId tenant) = 0;
  virtual absl::StatusOr<std::vector<TemplateVersion>> VersionsOf(TenantId tenant,
                                                                  const TemplateName& name) = 0;
};

}  // namespace parley

#endif  // PARLEY_APPLICATION_PORTS_TEMPLATES_H_
