// SPDX-License-Identifier: Apache-2.0
#include "infra/server/stores.h"

#include <atomic>
#include <cstdint>
#include <string>
#include <vector>

#include "adapters/postgres/admin.h"
#include "domain/common/reason.h"
#include "domain/common/status_macros.h"
#include "infra/server/memory_stores.h"
#include "infra/server/postgres_stores.h"

namespace parley::server {
namespace {

struct PoolValue {
  const char* name;
  const char* help;
  ReadKind kind;
  const std::atomic<std::int64_t>& value;
};

absl::StatusOr<std::unique_ptr<Stores>> OpenPostgres(const Config& config, const Secrets& secrets,
                                                     Log& log) {
  const postgres::ConnectionSettings connection{.address = config.database};
  PARLEY_RETURN_IF_ERROR(postgres::CheckSchema(connection));
  PARLEY_ASSIGN_OR_RETURN(const std::vector<std::string> unsafe,
                          postgres::UnsafeSettings(connection));
  for (const std::string& setting : unsafe) {
    log.Write(LogLevel::kWarning, "database_setting_off", {{"setting", setting}});
  }
  auto stores = std::make_unique<PostgresStores>(config, secrets);
  PARLEY_RETURN_IF_ERROR(stores->CheckKeys());
  return stores;
}

}  // namespace

absl::Status PostgresStores::Probe() {
  const absl::StatusOr<postgres::Lease> lease = pool_.Acquire(TenantId());
  // All sessions are at work: the store is busy, and there.
  if (ReasonOf(lease.status()) == Reason::kQuotaExceeded) return absl::OkStatus();
  PARLEY_RETURN_IF_ERROR(lease.status());
  return (*lease)->Ping() ? absl::OkStatus() : Refuse(Reason::kStoreUnavailable);
}

void PostgresStores::AddTo(PrometheusMetrics& metrics) const {
  const postgres::PoolGauges& pool = pool_.gauges();
  for (const PoolValue& each : std::initializer_list<PoolValue>{
           {"parley_store_sessions_open", "Sessions with the database.", ReadKind::kGauge,
            pool.open},
           {"parley_store_sessions_leased", "Sessions in use.", ReadKind::kGauge, pool.leased},
           {"parley_store_callers_waiting", "Work that waits for a session.", ReadKind::kGauge,
            pool.waiting},
           {"parley_store_sessions_opened_total", "Sessions opened.", ReadKind::kCounter,
            pool.opened},
           {"parley_store_sessions_lost_total", "Sessions ended, of age or because they were lost.",
            ReadKind::kCounter, pool.lost},
           {"parley_store_waits_in_vain_total", "Work that got no session in time.",
            ReadKind::kCounter, pool.exhausted}}) {
    metrics.Add({each.name, each.help, each.kind,
                 [&value = each.value] { return static_cast<double>(value.load()); }});
  }
}

absl::StatusOr<std::unique_ptr<Stores>> OpenStores(const Config& config, const Secrets& secrets,
                                                   const Fingerprints& fingerprints,
                                                   const Clock& clock, Log& log) {
  switch (config.store) {
    case StoreKind::kMemory:
      return std::make_unique<MemoryStores>(config.memory_tenants, fingerprints, clock);
    case StoreKind::kPostgres:
      return OpenPostgres(config, secrets, log);
  }
  return absl::InternalError("a store that nobody made");
}

}  // namespace parley::server
