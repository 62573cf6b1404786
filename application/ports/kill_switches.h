// SPDX-License-Identifier: Apache-2.0
#ifndef PARLEY_APPLICATION_PORTS_KILL_SWITCHES_H_
#define PARLEY_APPLICATION_PORTS_KILL_SWITCHES_H_

#include <cstdint>
#include <vector>

#include "absl/status/statusor.h"
#include "absl/time/time.h"
#include "domain/common/id.h"
#include "domain/communication/kill_switch.h"

namespace parley {

// The kill switches of a tenant, readable under any debtor's lock and written under that of its
// desk. Nothing keeps a copy of them: what is committed binds the next gate run of every process.
class KillSwitches {
 public:
  virtual ~KillSwitches() = default;

  // Errors: KILL_SWITCH_NOT_FOUND, RECORD_CORRUPT, STORE_UNAVAILABLE.
  virtual absl::StatusOr<KillSwitch> Find(KillSwitchId id) = 0;
  // How many debtors have an open debt within the scope: whom contact might be for.
  // Errors: STORE_UNAVAILABLE.
  virtual absl::StatusOr<std::int64_t> CountPersons(const SwitchScope& scope) = 0;

  // The commit reports KILL_SWITCH_ALREADY_EXISTS for an id that is taken.
  virtual void Engage(const KillSwitch& engaged) = 0;
  // Writes the release. The commit reports KILL_SWITCH_ALREADY_RELEASED.
  virtual void Release(const KillSwitch& released) = 0;
};

// Which switches a list shows.
enum class SwitchFilter : std::uint8_t { kAll, kEngaged, kReleased };

// Reads of a tenant's kill switches outside any transaction: one statement each.
// Errors of all: RECORD_CORRUPT, STORE_UNAVAILABLE.
class SwitchBoard {
 public:
  virtual ~SwitchBoard() = default;

  // In the order of their ids, after one of them.
  virtual absl::StatusOr<std::vector<KillSwitch>> ListKillSwitches(TenantId tenant,
                                                                   SwitchFilter filter,
                                                                   KillSwitchId after,
                                                                   int most) = 0;
  // Those that stand at an instant.
  virtual absl::StatusOr<std::vector<KillSwitch>> Standing(TenantId tenant, absl::Time now) = 0;
};

}  // namespace parley

#endif  // PARLEY_APPLICATION_PORTS_KILL_SWITCHES_H_
