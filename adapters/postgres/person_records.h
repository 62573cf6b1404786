// SPDX-License-Identifier: Apache-2.0
#ifndef PARLEY_ADAPTERS_POSTGRES_PERSON_RECORDS_H_
#define PARLEY_ADAPTERS_POSTGRES_PERSON_RECORDS_H_

#include <array>
#include <span>
#include <string_view>
#include <vector>

#include "adapters/postgres/batch.h"
#include "adapters/postgres/directory_sql.h"
#include "adapters/postgres/pipeline.h"
#include "adapters/postgres/records.h"
#include "adapters/postgres/session.h"
#include "application/ports/person_records.h"
#include "domain/common/status_macros.h"

namespace parley::postgres {

// The whole records of `:debtors`: who they are, what was said, what has a life, barred addresses,
// holds. OFFSET keeps each look-up by its key.
inline constexpr std::string_view kDebtorsOfRecords = R"sql(
from unnest(:debtors::uuid[]) as u(debtor_id), lateral (
  select b.* from debtors b
  where b.tenant_id = :tenant and b.debtor_id = u.debtor_id offset 0
) as b)sql";
inline constexpr std::string_view kFactsOfRecords = R"sql(
select f.debtor_id, f.kind, f.fact_id, f.content
from unnest(:debtors::uuid[]) as u(debtor_id), lateral (
  select f.* from record_facts f
  where f.tenant_id = :tenant and f.debtor_id = u.debtor_id offset 0
) as f
order by f.debtor_id, f.kind, f.fact_id)sql";
inline constexpr std::string_view kPartsOfRecords = R"sql(
select p.debtor_id, p.kind, p.part_id, p.content
from unnest(:debtors::uuid[]) as u(debtor_id), lateral (
  select p.* from record_parts p
  where p.tenant_id = :tenant and p.debtor_id = u.debtor_id offset 0
) as p
order by p.debtor_id, p.kind, p.part_id)sql";
inline constexpr std::string_view kBarredOfRecords = R"sql(
select a.debtor_id, a.digest, a.cause, micros(a.since)
from unnest(:debtors::uuid[]) as u(debtor_id), lateral (
  select a.* from barred_addresses a
  where a.tenant_id = :tenant and a.debtor_id = u.debtor_id offset 0
) as a
order by a.debtor_id, a.digest, a.cause)sql";
inline constexpr std::string_view kHoldsOfRecords = R"sql(
from unnest(:debtors::uuid[]) as u(debtor_id), lateral (
  select h.* from holds h
  where h.tenant_id = :tenant and h.debtor_id = u.debtor_id offset 0
) as h
order by h.debtor_id, h.hold_id)sql";
inline constexpr std::array kGetRecords = {
    NamedQuery{"record_debtors", kJoined<kSelect, kDebtorColumns, kDebtorsOfRecords>},
    NamedQuery{"record_facts", kFactsOfRecords, true},
    NamedQuery{"record_parts", kPartsOfRecords, true},
    NamedQuery{"record_barred", kBarredOfRecords},
    NamedQuery{"record_holds", kJoined<kSelect, kHoldColumns, kHoldsOfRecords>}};

// Reads a value of each row of an answer.
template <typename Read>
absl::Status EachRow(const Answered& answer, Read read) {
  for (int at = 0; at < answer.rows(); ++at) {
    RowReader row(answer.get(), at);
    PARLEY_RETURN_IF_ERROR(read(row));
  }
  return absl::OkStatus();
}

// What the queries answered of these debtors, in their order. Errors: DEBTOR_NOT_FOUND,
// RECORD_CORRUPT.
absl::StatusOr<std::vector<DebtorRecord>> ReadRecords(const Records& records,
                                                      std::span<const DebtorId> debtors,
                                                      std::span<const Answered> answers);

class PostgresPersonRecords final : public PersonRecords {
 public:
  PostgresPersonRecords(Session& session, const Records& records, Batch& batch)
      : session_(session), records_(records), batch_(batch) {}

  absl::StatusOr<DebtorRecord> Find(DebtorId debtor) override;
  void Append(DebtorId debtor, const RecordFact& fact) override { batch_.Append(debtor, fact); }
  void Add(DebtorId debtor, const RecordPart& part) override;
  void Replace(DebtorId debtor, const RecordPart& part) override;
  void Add(const KnownPoint& point, const Fingerprint& key) override { batch_.Add(point, key); }
  void Replace(const KnownPoint& point) override { batch_.Replace(point.debtor, point); }
  void Bar(DebtorId debtor, const BarredAddress& address) override { batch_.Bar(debtor, address); }

 private:
  Session& session_;
  const Records& records_;
  Batch& batch_;
};

}  // namespace parley::postgres

#endif  // PARLEY_ADAPTERS_POSTGRES_PERSON_RECORDS_H_
