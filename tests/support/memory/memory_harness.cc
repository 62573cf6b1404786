// SPDX-License-Identifier: Apache-2.0
#include "tests/support/memory/memory_harness.h"

namespace parley {

std::vector<KeptEvent> MemoryHarness::Events(TenantId tenant) {
  std::vector<KeptEvent> events;
  for (const MemoryEvent& kept : database_.Events(tenant)) {
    events.push_back({kept.event, kept.revision});
  }
  return events;
}

}  // namespace parley
