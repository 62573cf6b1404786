// SPDX-License-Identifier: Apache-2.0
#ifndef PARLEY_APPLICATION_AUDIT_CHAIN_H_
#define PARLEY_APPLICATION_AUDIT_CHAIN_H_

#include <cstdint>

#include "absl/time/time.h"
#include "application/call.h"
#include "application/mutations.h"
#include "application/ports/audit.h"
#include "application/ports/seals.h"
#include "domain/common/id.h"

namespace parley {

// The row's seal: an HMAC over the tenant, every field of the row and the seal of the row before.
Fingerprint MacOf(TenantId tenant, const AuditRow& row, const Fingerprint& previous,
                  const AuditSeal& seal);

// The row that a call adds to a debtor's chain. The debtor has `revision` after it.
struct Deed {
  const Call& call;
  absl::Time time;
  DebtorId debtor;
  std::int64_t revision;
  Fingerprint content;  // Of what was asked.
};
AuditRow NextRow(const Deed& deed, const AuditHead& head, const AuditSeal& seal);

// Continues the chain of a debtor whom this work changes with a row for its call; `content` is of
// what was asked.
void AppendAudit(Work& work, DebtorId debtor, const Fingerprint& content, const AuditSeal& seal);

}  // namespace parley

#endif  // PARLEY_APPLICATION_AUDIT_CHAIN_H_
