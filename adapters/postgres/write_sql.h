// SPDX-License-Identifier: Apache-2.0
#ifndef PARLEY_ADAPTERS_POSTGRES_WRITE_SQL_H_
#define PARLEY_ADAPTERS_POSTGRES_WRITE_SQL_H_

#include <array>
#include <cstddef>
#include <string>

namespace parley::postgres {

// What a transaction may write, each a set of rows.
enum class Write : std::size_t {
  kTenant,  // Nothing is written: it must be there.
  kNewCreditors,
  kCreditorChanges,
  kNewDebtors,
  kDebtorChanges,
  kHeads,             // Debtors whose record stays, while their revision or audit chain goes on.
  kCreditorsOfDebts,  // Nothing is written: they must be there.
  kNewDebts,
  kDebtChanges,
  kEntries,
  kEvents,
  kAnswers,
  kAuditRows,
};
inline constexpr std::size_t kWrites = 13;

// How many rows each set has, as far as it makes another statement: by their places in the enum.
enum class HowMany : char { kNone = '0', kOne = '1', kMany = 'n' };
using WriteShape = std::array<HowMany, kWrites>;

// The name of a shape, such as "write_000000101n111".
std::string NameOf(const WriteShape& shape);

// One statement that does all of these writes. $1 is the tenant; the parameters after it are the
// arrays of each set's rows, set after set, in the order of the enum. It fails with PAR01 when a
// row to be changed is not there as it was read.
std::string WriteSql(const WriteShape& shape);

}  // namespace parley::postgres

#endif  // PARLEY_ADAPTERS_POSTGRES_WRITE_SQL_H_
