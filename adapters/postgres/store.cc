// SPDX-License-Identifier: Apache-2.0
#include "adapters/postgres/store.h"

#include <chrono>
#include <random>
#include <thread>
#include <utility>

#include "adapters/postgres/batch.h"
#include "adapters/postgres/transaction.h"
#include "adapters/postgres/unit_of_work.h"
#include "domain/common/reason.h"

namespace parley::postgres {
namespace {

// How long the fate of a commit is asked for whose link was lost.
constexpr absl::Duration kOutcomeWait = absl::Seconds(10);

constexpr int kShortestPauseMs = 4;

// Full jitter: writers that met once do not meet again.
void PauseAfter(int run) {
  thread_local std::minstd_rand chance{std::random_device{}()};
  const int longest = kShortestPauseMs << run;
  const int pause = std::uniform_int_distribution<int>(0, longest)(chance);
  std::this_thread::sleep_for(std::chrono::milliseconds(pause));
}

bool MayRunAgain(const Session& session) {
  return session.failure().has_value() && MayRunAgain(*session.failure());
}

constexpr Query kKnownTenant{R"sql(select 1 from tenants where tenant_id = :tenant::uuid)sql", 1};

// True when there is no such tenant. The session's transaction has failed, and is over after it.
bool IsUnknown(Session& session, TenantId tenant) {
  if (!session.Reset() || !session.UseTenant(tenant).ok()) return false;
  bool found = false;
  const absl::Status asked =
      session.Select(kKnownTenant, {{"tenant", tenant.ToString()}}, [&](RowReader&) {
        found = true;
        return absl::OkStatus();
      });
  return asked.ok() && !found;
}

}  // namespace

absl::Status PostgresStore::Run(TenantId tenant, std::span<const DebtorId> debtors,
                                absl::FunctionRef<absl::Status(UnitOfWork&)> work) {
  if (debtors.empty() || debtors.size() > kMostDebtors) return Refuse(Reason::kInternal);
  for (int run = 1;; ++run) {
    Attempt attempt = RunOnce(tenant, debtors, work);
    if (!attempt.again || run == kMostRuns) return std::move(attempt.status);
    PauseAfter(run);
  }
}

PostgresStore::Attempt PostgresStore::RunOnce(TenantId tenant, std::span<const DebtorId> debtors,
                                              absl::FunctionRef<absl::Status(UnitOfWork&)> work) {
  absl::StatusOr<Lease> lease = pool_.Acquire(tenant);
  if (!lease.ok()) return {lease.status()};
  Session& session = **lease;
  const Records records{tenant, keys_};
  Batch batch(records);
  const absl::StatusOr<TransactionId> begun = Begin(session, tenant, debtors, batch);
  if (!begun.ok()) {
    // A session that died while it rested has done nothing yet.
    const bool died_at_rest = session.IsLost() && !lease->is_fresh();
    return {begun.status(), died_at_rest || MayRunAgain(session)};
  }
  PostgresUnitOfWork unit(session, records, batch);
  absl::Status worked = work(unit);
  if (worked.ok() && session.failure().has_value()) worked = StatusOf(*session.failure());
  if (worked.ok() && batch.IsAstray()) worked = Refuse(Reason::kInternal);
  if (!worked.ok()) return {std::move(worked), MayRunAgain(session)};
  absl::Status committed = WriteAndCommit(session, tenant, batch);
  if (!committed.ok() && session.IsLost()) {
    return {
        OutcomeOf({tenant, *begun, batch.witness()}, pool_.settings().connection, kOutcomeWait)};
  }
  const bool again = MayRunAgain(session);
  // What was to be found and was not may be the tenant itself.
  const bool may_be_stranger = ReasonOf(committed) == Reason::kWriteConflict && !again;
  if (may_be_stranger && !batch.KnowsTenant() && IsUnknown(session, tenant)) {
    return {Refuse(Reason::kAccessDenied)};
  }
  return {std::move(committed), again};
}

}  // namespace parley::postgres
