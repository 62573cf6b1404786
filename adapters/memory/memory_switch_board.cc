// SPDX-License-Identifier: Apache-2.0
#include "adapters/memory/memory_switch_board.h"

#include <cstddef>

#include "adapters/memory/lookups.h"

namespace parley {
namespace {

bool Fits(SwitchFilter filter, const KillSwitch& one) {
  switch (filter) {
    case SwitchFilter::kAll:
      return true;
    case SwitchFilter::kEngaged:
      return !one.release.has_value();
    case SwitchFilter::kReleased:
      return one.release.has_value();
  }
  return false;
}

}  // namespace

absl::StatusOr<std::vector<KillSwitch>> MemorySwitchBoard::ListKillSwitches(TenantId tenant,
                                                                            SwitchFilter filter,
                                                                            KillSwitchId after,
                                                                            int most) {
  return database_.Read(tenant, [&](const MemoryTables& tables) {
    std::vector<KillSwitch> page;
    auto at = tables.kill_switches.upper_bound(after);
    for (; at != tables.kill_switches.end() && page.size() < static_cast<std::size_t>(most); ++at) {
      if (Fits(filter, at->second)) page.push_back(at->second);
    }
    return page;
  });
}

absl::StatusOr<std::vector<KillSwitch>> MemorySwitchBoard::Standing(TenantId tenant,
                                                                    absl::Time now) {
  return database_.Read(tenant, [&](const auto& tables) { return StandingAt(tables, now); });
}

}  // namespace parley
