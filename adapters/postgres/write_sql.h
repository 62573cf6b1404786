// SPDX-License-Identifier: Apache-2.0
#ifndef PARLEY_ADAPTERS_POSTGRES_WRITE_SQL_H_
#define PARLEY_ADAPTERS_POSTGRES_WRITE_SQL_H_

#include <bitset>
#include <cstddef>
#include <string>

namespace parley::postgres {

// What a transaction may write, each a set of rows.
enum class Write : std::size_t {
  kNewCreditors,
  kCreditorChanges,
  kNewDebtors,
  kDebtorChanges,
  kHeads,  // Debtors whose record stays, while their revision or audit chain goes on.
  kCreditorsOfDebts,  // Nothing is written: they must be there.
  kNewDebts,
  kDebtChanges,
  kEntries,
  kEvents,
  kAnswers,
  kAuditRows,
};
inline constexpr std::size_t kWrites = 12;
using WriteSet = std::bitset<kWrites>;

// One statement that does all of these writes. $1 is the tenant; the parameters after it are the
// arrays of each set's rows, set after set, in the order of the enum. It fails with PAR01 when a
// row to be changed is not there as it was read.
std::string WriteSql(const WriteSet& writes);

}  // namespace parley::postgres

#endif  // PARLEY_ADAPTERS_POSTGRES_WRITE_SQL_H_
