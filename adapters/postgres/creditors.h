// SPDX-License-Identifier: Apache-2.0
#ifndef PARLEY_ADAPTERS_POSTGRES_CREDITORS_H_
#define PARLEY_ADAPTERS_POSTGRES_CREDITORS_H_

#include "adapters/postgres/batch.h"
#include "adapters/postgres/records.h"
#include "adapters/postgres/session.h"
#include "application/ports/creditors.h"

namespace parley::postgres {

class PostgresCreditors final : public Creditors {
 public:
  PostgresCreditors(Session& session, const Records& records, Batch& batch)
      : session_(session), records_(records), batch_(batch) {}

  absl::StatusOr<Creditor> Find(CreditorId id) override;
  void Add(const Creditor& creditor) override { batch_.Add(creditor); }
  void Replace(const Creditor& creditor) override { batch_.Replace(creditor); }

 private:
  Session& session_;
  const Records& records_;
  Batch& batch_;
};

}  // namespace parley::postgres

#endif  // PARLEY_ADAPTERS_POSTGRES_CREDITORS_H_
