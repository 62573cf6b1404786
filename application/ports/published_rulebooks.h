// SPDX-License-Identifier: Apache-2.0
#ifndef PARLEY_APPLICATION_PORTS_PUBLISHED_RULEBOOKS_H_
#define PARLEY_APPLICATION_PORTS_PUBLISHED_RULEBOOKS_H_

#include <cstdint>
#include <string>
#include <vector>

#include "absl/status/statusor.h"
#include "absl/time/time.h"
#include "domain/common/id.h"

namespace parley {

// A version of a rulebook as a tenant published it. It is never changed and never deleted.
struct PublishedRulebook {
  std::int64_t edition = 0;  // The tenant's first is 1, and so on without a gap.
  std::string id;
  std::string version;
  std::string text;   // The file: what was judged before it was published.
  std::string actor;  // The principal who published it.
  absl::Time published_time;

  friend bool operator==(const PublishedRulebook&, const PublishedRulebook&) = default;
};

// The rulebooks that a tenant published, readable under any debtor's lock and written under that of
// its desk.
class PublishedRulebooks {
 public:
  virtual ~PublishedRulebooks() = default;

  // The latest edition; 0 for none. Errors: STORE_UNAVAILABLE.
  virtual absl::StatusOr<std::int64_t> Edition() = 0;
  // All of them in the order of their editions. Errors: STORE_UNAVAILABLE.
  virtual absl::StatusOr<std::vector<PublishedRulebook>> All() = 0;

  // The commit reports RULEBOOK_ALREADY_PUBLISHED for an id and version that are taken,
  // WRITE_CONFLICT for an edition that is.
  virtual void Publish(const PublishedRulebook& rulebook) = 0;
};

// The same, read outside any transaction. Errors: STORE_UNAVAILABLE.
class RulebookShelf {
 public:
  virtual ~RulebookShelf() = default;

  // The latest edition; 0 for none.
  virtual absl::StatusOr<std::int64_t> Edition(TenantId tenant) = 0;
  virtual absl::StatusOr<std::vector<PublishedRulebook>> ListPublished(TenantId tenant) = 0;
};

}  // namespace parley

#endif  // PARLEY_APPLICATION_PORTS_PUBLISHED_RULEBOOKS_H_
