// SPDX-License-Identifier: Apache-2.0
#ifndef PARLEY_ADAPTERS_POSTGRES_PERSON_RECORDS_H_
#define PARLEY_ADAPTERS_POSTGRES_PERSON_RECORDS_H_

#include <array>
#include <span>
#include <string_view>

#include "adapters/postgres/batch.h"
#include "adapters/postgres/directory_sql.h"
#include "adapters/postgres/pipeline.h"
#include "adapters/postgres/records.h"
#include "adapters/postgres/session.h"
#include "application/ports/person_records.h"

namespace parley::postgres {

// The whole record of `:debtor`: who it is, what was said, what has a life, barred addresses,
// holds.
inline constexpr std::string_view kFactsOfRecord = R"sql(
select f.kind, f.fact_id, f.content from record_facts f
where f.tenant_id = :tenant and f.debtor_id = :debtor
order by f.kind, f.fact_id)sql";
inline constexpr std::string_view kPartsOfRecord = R"sql(
select p.kind, p.part_id, p.content from record_parts p
where p.tenant_id = :tenant and p.debtor_id = :debtor
order by p.kind, p.part_id)sql";
inline constexpr std::string_view kBarredOfRecord = R"sql(
select a.digest, a.cause, micros(a.since) from barred_addresses a
where a.tenant_id = :tenant and a.debtor_id = :debtor
order by a.digest, a.cause)sql";
inline constexpr std::string_view kHoldsOfRecord = R"sql(
from holds h
where h.tenant_id = :tenant and h.debtor_id = :debtor
order by h.hold_id)sql";
inline constexpr std::array kGetRecord = {
    NamedQuery{"record_debtor", kJoined<kSelect, kDebtorColumns, kOfDebtor>},
    NamedQuery{"record_facts", kFactsOfRecord, true},
    NamedQuery{"record_parts", kPartsOfRecord, true}, NamedQuery{"record_barred", kBarredOfRecord},
    NamedQuery{"record_holds", kJoined<kSelect, kHoldColumns, kHoldsOfRecord>}};

// What the queries answered. Errors: DEBTOR_NOT_FOUND, RECORD_CORRUPT.
absl::StatusOr<DebtorRecord> ReadRecord(const Records& records, std::span<const Answered> answers);

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
