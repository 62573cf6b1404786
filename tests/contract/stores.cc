// SPDX-License-Identifier: Apache-2.0
#include "tests/contract/stores.h"

#include "tests/support/memory/memory_harness.h"
#include "tests/support/postgres/postgres_harness.h"

namespace parley {

std::vector<StoreUnderTest> EveryStore() {
  return {
      {"Memory", [] { return std::make_unique<MemoryHarness>(); }, ""},
      {"Postgres", [] { return std::make_unique<PostgresHarness>(); }, PostgresHarness::Absence()},
  };
}

}  // namespace parley
