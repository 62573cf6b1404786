// SPDX-License-Identifier: Apache-2.0
#ifndef PARLEY_ADAPTERS_MEMORY_MEMORY_PERSON_RECORDS_H_
#define PARLEY_ADAPTERS_MEMORY_MEMORY_PERSON_RECORDS_H_

#include "adapters/memory/memory_database.h"
#include "adapters/memory/memory_writes.h"
#include "application/ports/person_records.h"

namespace parley {

struct MemoryScope;

class MemoryPersonRecords final : public PersonRecords {
 public:
  explicit MemoryPersonRecords(MemoryScope& scope) : scope_(scope) {}
  absl::StatusOr<DebtorRecord> Find(DebtorId debtor) override;
  void Append(DebtorId debtor, const RecordFact& fact) override;
  void Add(DebtorId debtor, const RecordPart& part) override;
  void Replace(DebtorId debtor, const RecordPart& part) override;
  void Add(const KnownPoint& point, const Fingerprint& key) override;
  void Replace(const KnownPoint& point) override;
  void Bar(DebtorId debtor, const BarredAddress& address) override;

 private:
  void Note(MemoryRecordChange change);

  MemoryScope& scope_;
};

}  // namespace parley

#endif  // PARLEY_ADAPTERS_MEMORY_MEMORY_PERSON_RECORDS_H_
