// SPDX-License-Identifier: Apache-2.0
#ifndef PARLEY_TESTS_BENCHMARKS_INTEREST_FLOOR_BATCH_H_
#define PARLEY_TESTS_BENCHMARKS_INTEREST_FLOOR_BATCH_H_

#include <libpq-fe.h>

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace parley::bench {

// The least that posts a month's interest: the product's rows, by the same number of transactions,
// and nothing else. It knows the benchmark's own debts: each bears five percent on its principal,
// has one entry and no audit row. Whatever goes wrong ends the program.
class FloorBatch {
 public:
  FloorBatch(const std::string& address, std::string tenant);

  // The debtors after this one, in the order of their ids.
  std::vector<std::string> Find(const std::string& after);

  // Locks these debtors, and writes their interest in one transaction.
  void Post(const std::vector<std::string>& debtors);

 private:
  using Result = std::unique_ptr<PGresult, void (*)(PGresult*)>;

  void Prepare(const char* name, const char* sql);
  void Send(const char* statement, const std::vector<std::string>& parameters);
  void Sync();
  Result Next();
  void EndOfSync();
  [[noreturn]] void Die(const char* doing) const;

  const std::unique_ptr<PGconn, void (*)(PGconn*)> link_;
  const std::string tenant_;
};

}  // namespace parley::bench

#endif  // PARLEY_TESTS_BENCHMARKS_INTEREST_FLOOR_BATCH_H_
