// SPDX-License-Identifier: Apache-2.0
#ifndef PARLEY_APPLICATION_PORTS_RULEBOOK_SOURCE_H_
#define PARLEY_APPLICATION_PORTS_RULEBOOK_SOURCE_H_

#include <cstdint>
#include <memory>

#include "absl/status/statusor.h"
#include "application/ports/published_rulebooks.h"
#include "domain/common/id.h"
#include "domain/communication/rulebooks.h"

namespace parley {

// A compiled set of rulebooks. Verdicts point into it, so whoever keeps a verdict keeps this too;
// the set of an older edition goes with its last reader.
using RulebooksRef = std::shared_ptr<const Rulebooks>;

// The rulebooks by which a tenant's contact is judged: those that came with the program, and over
// them what the tenant has published. Each book says from which day on it is in force, so that a
// set is good for every instant.
class RulebookSource {
 public:
  virtual ~RulebookSource() = default;

  // The set of an edition: how often the tenant had published (0: never) when the caller looked, in
  // the same transaction or statement as what it judges by the set. A set is compiled once, so this
  // costs a look-up and reads nothing; a new edition is read and compiled by whoever asks first.
  // Errors: RECORD_CORRUPT for what was published and cannot be read any more, STORE_UNAVAILABLE.
  virtual absl::StatusOr<RulebooksRef> At(TenantId tenant, std::int64_t edition) = 0;
  // The same within a transaction, which reads what it must itself: another session would be one
  // more than it holds, and none may be left.
  virtual absl::StatusOr<RulebooksRef> At(TenantId tenant, std::int64_t edition,
                                          PublishedRulebooks& published) = 0;
};

}  // namespace parley

#endif  // PARLEY_APPLICATION_PORTS_RULEBOOK_SOURCE_H_
