// SPDX-License-Identifier: Apache-2.0
#ifndef PARLEY_TESTS_BENCHMARKS_RPC_RANDOM_IDS_H_
#define PARLEY_TESTS_BENCHMARKS_RPC_RANDOM_IDS_H_

#include <string>

namespace parley::bench {

// A UUID of version 7 as text: the time in front, as the product's ids have it.
std::string RandomId();

}  // namespace parley::bench

#endif  // PARLEY_TESTS_BENCHMARKS_RPC_RANDOM_IDS_H_
