// SPDX-License-Identifier: Apache-2.0
// Two programs in one.
//   bench_rpc floor POSTGRES TENANT PERSONAL_KEY SEALED_FOR THREADS
//                             the server that does the least
//   bench_rpc load < PLAN     the client that loads servers in turn, and compares
// rpc.py starts both, and the product beside them.
#include <cstdio>
#include <cstdlib>
#include <exception>
#include <iostream>
#include <nlohmann/json.hpp>
#include <string>
#include <string_view>

#include "tests/benchmarks/rpc/comparison.h"
#include "tests/benchmarks/rpc/floor_server.h"

namespace parley::bench {
namespace {

int Compare() {
  Comparison(nlohmann::json::parse(std::cin)).Run();
  return 0;
}

}  // namespace
}  // namespace parley::bench

int main(int argc, char** argv) {
  const std::string_view role = argc > 1 ? argv[1] : "";
  try {
    if (role == "floor" && argc == 7) {
      return parley::bench::RunFloor({argv[2], argv[3], argv[4], argv[5], std::atoi(argv[6])});
    }
    if (role == "load" && argc == 2) return parley::bench::Compare();
  } catch (const std::exception& error) {
    std::fprintf(stderr, "bench_rpc: %s\n", error.what());
    return 1;
  }
  std::fprintf(
      stderr,
      "usage: bench_rpc floor POSTGRES TENANT PERSONAL_KEY SEALED_FOR THREADS | load < PLAN\n");
  return 2;
}
