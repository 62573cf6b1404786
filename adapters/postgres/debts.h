// SPDX-License-Identifier: Apache-2.0
#ifndef PARLEY_ADAPTERS_POSTGRES_DEBTS_H_
#define PARLEY_ADAPTERS_POSTGRES_DEBTS_H_

#include <span>
#include <string>
#include <vector>

#include "adapters/postgres/batch.h"
#include "adapters/postgres/records.h"
#include "adapters/postgres/session.h"
#include "application/ports/debts.h"

namespace parley::postgres {

class PostgresDebts final : public Debts {
 public:
  PostgresDebts(Session& session, const Records& records, Batch& batch)
      : session_(session), records_(records), batch_(batch) {}

  absl::StatusOr<std::vector<LedgerHead>> FindLedgers(std::span<const LedgerProbe> probes) override;
  absl::StatusOr<std::vector<LedgerHead>> FindLedgersAlone(
      std::span<const LedgerKey> ledgers) override;
  absl::StatusOr<std::vector<LedgerHead>> FindLedgersOf(DebtorId debtor,
                                                        const std::string& entry_ref) override;
  absl::StatusOr<std::vector<Entry>> Journal(DebtorId debtor, DebtId debt) override;
  absl::StatusOr<std::vector<std::vector<Entry>>> Journals(
      std::span<const LedgerKey> ledgers) override;
  void Add(const Debt& debt) override { batch_.Add(debt); }
  void Replace(const Debt& debt) override { batch_.Replace(debt); }
  void ReplaceStanding(const Debt& debt) override { batch_.ReplaceStanding(debt); }
  void Append(const Debt& debt, std::span<const Entry> entries) override {
    batch_.Append(debt, entries);
  }

 private:
  Session& session_;
  const Records& records_;
  Batch& batch_;
};

}  // namespace parley::postgres

#endif  // PARLEY_ADAPTERS_POSTGRES_DEBTS_H_
