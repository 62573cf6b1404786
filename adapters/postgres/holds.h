// SPDX-License-Identifier: Apache-2.0
#ifndef PARLEY_ADAPTERS_POSTGRES_HOLDS_H_
#define PARLEY_ADAPTERS_POSTGRES_HOLDS_H_

#include <span>
#include <vector>

#include "adapters/postgres/batch.h"
#include "adapters/postgres/records.h"
#include "adapters/postgres/session.h"
#include "application/ports/holds.h"

namespace parley::postgres {

class PostgresHolds final : public Holds {
 public:
  PostgresHolds(Session& session, const Records& records, Batch& batch)
      : session_(session), records_(records), batch_(batch) {}

  absl::StatusOr<std::vector<Hold>> OfAll(std::span<const DebtorId> debtors) override;
  void Add(const Hold& hold) override { batch_.Add(hold); }
  void Replace(const Hold& hold) override { batch_.Replace(hold); }

 private:
  Session& session_;
  const Records& records_;
  Batch& batch_;
};

}  // namespace parley::postgres

#endif  // PARLEY_ADAPTERS_POSTGRES_HOLDS_H_
