// SPDX-License-Identifier: Apache-2.0
#ifndef PARLEY_ADAPTERS_POSTGRES_AUDIT_TRAIL_H_
#define PARLEY_ADAPTERS_POSTGRES_AUDIT_TRAIL_H_

#include "adapters/postgres/batch.h"
#include "application/ports/audit.h"

namespace parley::postgres {

class PostgresAuditTrail final : public AuditTrail {
 public:
  explicit PostgresAuditTrail(Batch& batch) : batch_(batch) {}

  void Append(const AuditRow& row) override { batch_.Append(row); }

 private:
  Batch& batch_;
};

}  // namespace parley::postgres

#endif  // PARLEY_ADAPTERS_POSTGRES_AUDIT_TRAIL_H_
