// SPDX-License-Identifier: Apache-2.0
#ifndef PARLEY_TESTS_BENCHMARKS_RPC_COMPARISON_H_
#define PARLEY_TESTS_BENCHMARKS_RPC_COMPARISON_H_

#include <chrono>
#include <cstddef>
#include <memory>
#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "tests/benchmarks/rpc/load.h"

namespace parley::bench {

// Loads the floor and the product in turn and prints JSON lines: one a server and round, and one a
// method with the medians of the rounds' ratios, product to floor.
class Comparison {
 public:
  // {"servers":[{"name","address","token"}],"methods":[name],"debts":[name],"currency",
  // "value_date","ledgers":[name],"from_date","to_date","seconds"}; the first server is what the
  // others are compared with.
  explicit Comparison(const nlohmann::json& plan);

  void Run();

 private:
  void Run(Method method);
  void PrintRatios(Method method, const std::vector<std::vector<Figures>>& rounds,
                   std::size_t at) const;

  const Plan plan_;
  const std::vector<std::string> methods_;
  const std::chrono::milliseconds round_;
  std::vector<std::unique_ptr<Load>> loads_;
};

}  // namespace parley::bench

#endif  // PARLEY_TESTS_BENCHMARKS_RPC_COMPARISON_H_
