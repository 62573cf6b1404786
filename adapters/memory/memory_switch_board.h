// SPDX-License-Identifier: Apache-2.0
#ifndef PARLEY_ADAPTERS_MEMORY_MEMORY_SWITCH_BOARD_H_
#define PARLEY_ADAPTERS_MEMORY_MEMORY_SWITCH_BOARD_H_

#include <vector>

#include "adapters/memory/memory_database.h"
#include "application/ports/kill_switches.h"

namespace parley {

class MemorySwitchBoard final : public SwitchBoard {
 public:
  explicit MemorySwitchBoard(const MemoryDatabase& database) : database_(database) {}

  absl::StatusOr<std::vector<KillSwitch>> ListKillSwitches(TenantId tenant, SwitchFilter filter,
                                                           KillSwitchId after, int most) override;
  absl::StatusOr<std::vector<KillSwitch>> Standing(TenantId tenant, absl::Time now) override;

 private:
  const MemoryDatabase& database_;
};

}  // namespace parley

#endif  // PARLEY_ADAPTERS_MEMORY_MEMORY_SWITCH_BOARD_H_
