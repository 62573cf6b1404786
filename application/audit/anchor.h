// SPDX-License-Identifier: Apache-2.0
#ifndef PARLEY_APPLICATION_AUDIT_ANCHOR_H_
#define PARLEY_APPLICATION_AUDIT_ANCHOR_H_

#include <optional>
#include <string>
#include <string_view>

#include "absl/status/statusor.h"
#include "absl/time/time.h"
#include "application/ports/audit.h"
#include "application/ports/seals.h"

namespace parley {

// All audit chains of a tenant at one moment in one line, to be kept outside the database: whoever
// rewrites history afterwards, even with the chains' own key, cannot rewrite this line as well.
struct Anchor {
  absl::Time time;
  TenantId tenant;
  AuditDigest digest;
  Fingerprint mac{};  // Seals the line and the line before it in the file.
};

// Takes an anchor that follows the one with the seal `previous` (zeros for a file's first line).
// Errors: STORE_UNAVAILABLE.
absl::StatusOr<Anchor> TakeAnchor(AuditRecords& records, TenantId tenant, absl::Time now,
                                  const Fingerprint& previous, const AuditSeal& seal);

// One line without its end: "anchor1", time, tenant, position, number of chains, digest, seal,
// separated by spaces.
std::string FormatAnchor(const Anchor& anchor);

// None for a line of another form.
std::optional<Anchor> ParseAnchor(std::string_view line);

Fingerprint MacOf(const Anchor& anchor, const Fingerprint& previous, const AuditSeal& seal);

}  // namespace parley

#endif  // PARLEY_APPLICATION_AUDIT_ANCHOR_H_
