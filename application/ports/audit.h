// SPDX-License-Identifier: Apache-2.0
#ifndef PARLEY_APPLICATION_PORTS_AUDIT_H_
#define PARLEY_APPLICATION_PORTS_AUDIT_H_

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "absl/status/statusor.h"
#include "absl/time/time.h"
#include "domain/common/fingerprint.h"
#include "domain/common/id.h"

namespace parley {

// One line of a debtor's audit chain: who did what, when. `mac` seals the line and the line before.
struct AuditRow {
  DebtorId debtor;
  std::int64_t number = 0;  // 1, 2, ... in the debtor's chain.
  absl::Time time;
  std::string actor;
  std::string action;  // The method.
  RequestId request_id;
  std::int64_t revision = 0;  // Of the debtor after it; unchanged by a read.
  Fingerprint content{};      // Of the request.
  Fingerprint mac{};

  friend bool operator==(const AuditRow&, const AuditRow&) = default;
};

// The end of a debtor's chain.
struct AuditHead {
  std::int64_t number = 0;  // 0 and a mac of zeros before the first row.
  Fingerprint mac{};

  friend bool operator==(const AuditHead&, const AuditHead&) = default;
};

// The chains of the debtors whose locks a unit of work holds.
class AuditTrail {
 public:
  virtual ~AuditTrail() = default;

  // The row continues its debtor's chain.
  virtual void Append(const AuditRow& row) = 0;
};

// All chains of a tenant at one moment, digested: for each chain, in the order of the debtors' ids,
// the id's text, the head's number and the head's mac in hexadecimal.
struct AuditDigest {
  std::string position;  // Names the moment to the store that gave it.
  std::int64_t chains = 0;
  std::string digest;  // SHA-256 in hexadecimal.
};

// A chain with the head that its debtor's record keeps beside it.
struct AuditChain {
  DebtorId debtor;
  AuditHead head;
  std::vector<AuditRow> rows;  // In the order of their numbers.
};

// What the verifier reads. Errors of all: STORE_UNAVAILABLE.
class AuditRecords {
 public:
  virtual ~AuditRecords() = default;

  virtual absl::StatusOr<std::vector<TenantId>> Tenants() = 0;
  virtual absl::StatusOr<AuditDigest> DigestNow(TenantId tenant) = 0;
  // The digest of the rows that were there at a position; it differs when any was changed since.
  virtual absl::StatusOr<AuditDigest> DigestAt(TenantId tenant, const std::string& position) = 0;
  // The first `most` chains in the order of the debtors' ids, or the next ones after a debtor's.
  virtual absl::StatusOr<std::vector<AuditChain>> ChainsAfter(TenantId tenant,
                                                              const std::optional<DebtorId>& after,
                                                              int most) = 0;
};

}  // namespace parley

#endif  // PARLEY_APPLICATION_PORTS_AUDIT_H_
