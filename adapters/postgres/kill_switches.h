// SPDX-License-Identifier: Apache-2.0
#ifndef PARLEY_ADAPTERS_POSTGRES_KILL_SWITCHES_H_
#define PARLEY_ADAPTERS_POSTGRES_KILL_SWITCHES_H_

#include <cstdint>
#include <vector>

#include "adapters/postgres/batch.h"
#include "adapters/postgres/session.h"
#include "adapters/postgres/session_pool.h"
#include "application/ports/kill_switches.h"

namespace parley::postgres {

class PostgresKillSwitches final : public KillSwitches {
 public:
  PostgresKillSwitches(Session& session, TenantId tenant, Batch& batch)
      : session_(session), tenant_(tenant), batch_(batch) {}

  absl::StatusOr<KillSwitch> Find(KillSwitchId id) override;
  absl::StatusOr<std::vector<KillSwitch>> Standing(absl::Time now) override;
  absl::StatusOr<std::int64_t> CountPersons(const SwitchScope& scope) override;
  void Engage(const KillSwitch& engaged) override { batch_.Engage(engaged); }
  void Release(const KillSwitch& released) override { batch_.Release(released); }

 private:
  Session& session_;
  TenantId tenant_;
  Batch& batch_;
};

// Safe for threads. Errors, beside those of the port: QUOTA_EXCEEDED, DEADLINE_EXCEEDED.
class PostgresSwitchBoard final : public SwitchBoard {
 public:
  explicit PostgresSwitchBoard(SessionPool& pool) : pool_(pool) {}

  absl::StatusOr<std::vector<KillSwitch>> ListKillSwitches(TenantId tenant, SwitchFilter filter,
                                                           KillSwitchId after, int most) override;
  absl::StatusOr<std::vector<KillSwitch>> Standing(TenantId tenant, absl::Time now) override;

 private:
  SessionPool& pool_;
};

}  // namespace parley::postgres

#endif  // PARLEY_ADAPTERS_POSTGRES_KILL_SWITCHES_H_
