// SPDX-License-Identifier: Apache-2.0
#ifndef PARLEY_TESTS_BENCHMARKS_RPC_FLOOR_SERVER_H_
#define PARLEY_TESTS_BENCHMARKS_RPC_FLOOR_SERVER_H_

#include <string>

namespace parley::bench {

struct FloorSettings {
  std::string postgres;  // libpq's address.
  std::string tenant;
  std::string personal_key;  // The file of the key that wraps those of debtors,
  std::string sealed_for;    // and the tenant whose rows were copied.
  int threads = 4;           // Each has a connection of its own.
};

// Serves GetDebt and PostEntries on a free port of 127.0.0.1, which it prints; until it is killed.
int RunFloor(const FloorSettings& settings);

}  // namespace parley::bench

#endif  // PARLEY_TESTS_BENCHMARKS_RPC_FLOOR_SERVER_H_
