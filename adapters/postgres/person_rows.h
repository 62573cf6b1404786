// SPDX-License-Identifier: Apache-2.0
#ifndef PARLEY_ADAPTERS_POSTGRES_PERSON_ROWS_H_
#define PARLEY_ADAPTERS_POSTGRES_PERSON_ROWS_H_

#include <cstdint>

#include "adapters/postgres/person_json.h"
#include "adapters/postgres/records.h"
#include "adapters/postgres/write_arrays.h"

namespace parley::postgres {

// When a fact is recorded: at a revision of its debtor, as which of its facts.
struct FactPlace {
  std::int64_t revision = 1;
  std::int64_t number = 1;
};

// A fact under its id; one that has none is named by its place.
void AddFact(const Records& records, DebtorId debtor, const FactPlace& place,
             const RecordFact& fact, WriteArrays& rows);

// At its own revision, or else at the debtor's.
void AddPart(const Records& records, DebtorId debtor, std::int64_t revision, const KeptPart& part,
             WriteArrays& rows);

}  // namespace parley::postgres

#endif  // PARLEY_ADAPTERS_POSTGRES_PERSON_ROWS_H_
