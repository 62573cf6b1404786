// SPDX-License-Identifier: Apache-2.0
#ifndef PARLEY_ADAPTERS_POSTGRES_DEBTORS_H_
#define PARLEY_ADAPTERS_POSTGRES_DEBTORS_H_

#include "adapters/postgres/batch.h"
#include "adapters/postgres/records.h"
#include "adapters/postgres/session.h"
#include "application/ports/debtors.h"

namespace parley::postgres {

class PostgresDebtors final : public Debtors {
 public:
  PostgresDebtors(Session& session, const Records& records, Batch& batch)
      : session_(session), records_(records), batch_(batch) {}

  absl::StatusOr<Debtor> Find(DebtorId id) override;
  void Add(const Debtor& debtor) override { batch_.Add(debtor); }
  void Replace(const Debtor& debtor) override { batch_.Replace(debtor); }
  void EraseTexts(DebtorId id) override { batch_.EraseTexts(id); }

 private:
  Session& session_;
  const Records& records_;
  Batch& batch_;
};

}  // namespace parley::postgres

#endif  // PARLEY_ADAPTERS_POSTGRES_DEBTORS_H_
