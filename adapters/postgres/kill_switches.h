// SPDX-License-Identifier: Apache-2.0
#ifndef PARLEY_ADAPTERS_POSTGRES_KILL_SWITCHES_H_
#define PARLEY_ADAPTERS_POSTGRES_KILL_SWITCHES_H_

#include <cstdint>
#include <string_view>
#include <vector>

#include "adapters/postgres/batch.h"
#include "adapters/postgres/row_reader.h"
#include "adapters/postgres/session.h"
#include "adapters/postgres/session_pool.h"
#include "adapters/postgres/sql_text.h"
#include "application/ports/kill_switches.h"

namespace parley::postgres {

// A switch with its release, if there is one.
inline constexpr std::string_view kSwitches = R"sql(
select k.kill_switch_id, k.channel, k.creditor_id, k.template_id, k.cadence_id, k.reason, k.actor,
  micros(k.engaged_time), micros(r.released_time), r.reason, r.actor, micros(r.from_time),
  r.per_hour, r.persons
from kill_switches k
left join kill_switch_releases r
  on r.tenant_id = :tenant and r.kill_switch_id = k.kill_switch_id
where k.tenant_id = :tenant )sql";
// Of those that stand at `:now`.
inline constexpr std::string_view kThatStand = R"sql(
  and (r.until_time is null or r.until_time > instant(:now::bigint))
order by k.kill_switch_id)sql";
inline constexpr std::string_view kStandingSwitches = kJoined<kSwitches, kThatStand>;

// The switch that such a row makes. Errors: RECORD_CORRUPT.
absl::StatusOr<KillSwitch> ReadSwitch(RowReader& row);

class PostgresKillSwitches final : public KillSwitches {
 public:
  PostgresKillSwitches(Session& session, TenantId tenant, Batch& batch)
      : session_(session), tenant_(tenant), batch_(batch) {}

  absl::StatusOr<KillSwitch> Find(KillSwitchId id) override;
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
