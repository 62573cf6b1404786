// SPDX-License-Identifier: Apache-2.0
#ifndef PARLEY_TESTS_CONTRACT_STORES_H_
#define PARLEY_TESTS_CONTRACT_STORES_H_

#include <functional>
#include <memory>
#include <ostream>
#include <string>
#include <vector>

#include "tests/support/application/store_harness.h"

namespace parley {

// A store that must keep the contracts.
struct StoreUnderTest {
  std::string name;  // Part of the tests' names: a letter, then letters and digits.
  std::function<std::unique_ptr<StoreHarness>()> make;
  std::string absence;  // A sentence that says why it cannot be tested here; empty when it can.
};

// What a test's name says of its store.
inline void PrintTo(const StoreUnderTest& store, std::ostream* out) { *out << store.name; }

// Every suite runs over every one of these.
std::vector<StoreUnderTest> EveryStore();

}  // namespace parley

#endif  // PARLEY_TESTS_CONTRACT_STORES_H_
