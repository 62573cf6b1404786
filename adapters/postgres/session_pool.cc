// SPDX-License-Identifier: Apache-2.0
#include "adapters/postgres/session_pool.h"

#include <algorithm>
#include <iterator>

#include "domain/common/reason.h"
#include "domain/common/status_macros.h"

namespace parley::postgres {
namespace {

constexpr std::string_view kBegin = R"sql(begin isolation level repeatable read, read only)sql";
constexpr std::string_view kEnd = R"sql(commit)sql";

absl::StatusOr<std::vector<Answered>> RunTogether(Session& session,
                                                  std::span<const NamedQuery> queries,
                                                  std::span<const Argument> arguments) {
  Pipeline pipeline(session);
  pipeline.Add("begin_reading", kBegin);
  for (const NamedQuery& query : queries) pipeline.Add(query, arguments);
  pipeline.Add("end_reading", kEnd);
  PARLEY_ASSIGN_OR_RETURN(std::vector<Answered> answers, pipeline.Run());
  answers.erase(answers.begin());
  answers.pop_back();
  return answers;
}

}  // namespace

using Steady = std::chrono::steady_clock;

Lease::~Lease() {
  if (session_) pool_.Return(std::move(session_));
}

SessionPool::SessionPool(PoolSettings settings) : settings_(std::move(settings)) {}

SessionPool::~SessionPool() = default;

absl::StatusOr<Lease> SessionPool::Acquire(TenantId tenant) {
  PARLEY_ASSIGN_OR_RETURN(Idle idle, TakeOrWait(tenant));
  if (idle.session && !IsUsable(idle)) {
    idle.session.reset();
    --gauges_.open;
    ++gauges_.lost;
  }
  if (!idle.session) return Open();
  ++gauges_.leased;
  return Lease(*this, std::move(idle.session), false);
}

absl::Status SessionPool::Read(TenantId tenant, const Query& query,
                               std::span<const Argument> arguments, RowVisitor visit) {
  while (true) {
    PARLEY_ASSIGN_OR_RETURN(const Lease lease, Acquire(tenant));
    absl::Status status = lease->UseTenant(tenant);
    if (status.ok()) status = lease->Select(query, arguments, visit);
    // No row was shown when the link failed: a result arrives as a whole.
    if (status.ok() || !lease->IsLost() || lease.is_fresh()) return status;
  }
}

absl::StatusOr<std::vector<Answered>> SessionPool::ReadTogether(
    TenantId tenant, std::span<const NamedQuery> queries, std::span<const Argument> arguments) {
  while (true) {
    PARLEY_ASSIGN_OR_RETURN(const Lease lease, Acquire(tenant));
    const absl::Status ready = lease->UseTenant(tenant);
    auto answers = ready.ok() ? RunTogether(*lease, queries, arguments) : ready;
    if (answers.ok() || !lease->IsLost() || lease.is_fresh()) return answers;
  }
}

absl::StatusOr<SessionPool::Idle> SessionPool::TakeOrWait(TenantId tenant) {
  std::unique_lock lock(mutex_);
  if (!waiters_.empty()) return Wait(lock);
  if (!idle_.empty()) return TakeIdle(tenant);
  if (open_ >= settings_.sessions) return Wait(lock);
  ++open_;
  return Idle{};
}

absl::StatusOr<SessionPool::Idle> SessionPool::Wait(std::unique_lock<std::mutex>& lock) {
  const auto deadline = Steady::now() + absl::ToChronoMicroseconds(settings_.lease_wait);
  Waiter waiter;
  const auto place = waiters_.insert(waiters_.end(), &waiter);
  ++gauges_.waiting;
  waiter.ready.wait_until(lock, deadline, [&] { return waiter.served; });
  --gauges_.waiting;
  if (waiter.served) return std::move(waiter.idle);
  waiters_.erase(place);
  ++gauges_.exhausted;
  return Refuse(Reason::kQuotaExceeded);
}

SessionPool::Idle SessionPool::TakeIdle(TenantId tenant) {
  // The one used last has its caches warm; better still is one that need not change its tenant.
  const auto carries = [tenant](const Idle& idle) { return idle.session->Carries(tenant); };
  const auto found = std::find_if(idle_.rbegin(), idle_.rend(), carries);
  const auto place = found == idle_.rend() ? std::prev(idle_.end()) : std::prev(found.base());
  Idle idle = std::move(*place);
  idle_.erase(place);
  return idle;
}

absl::StatusOr<Lease> SessionPool::Open() {
  absl::StatusOr<std::unique_ptr<Session>> session = Session::Open(settings_.connection);
  if (!session.ok()) {
    End(nullptr);
    return session.status();
  }
  (*session)->ExpireAt(Expiry());
  ++gauges_.open;
  ++gauges_.opened;
  ++gauges_.leased;
  return Lease(*this, *std::move(session), true);
}

bool SessionPool::IsUsable(const Idle& idle) const {
  if (idle.session->IsExpired()) return false;
  const auto rested = Steady::now() - idle.since;
  return rested < absl::ToChronoMicroseconds(settings_.idle_check) || idle.session->Ping();
}

Steady::time_point SessionPool::Expiry() {
  // Sessions that were opened together do not end together.
  const std::scoped_lock lock(mutex_);
  const double part = std::uniform_real_distribution<double>(0.9, 1.1)(chance_);
  return Steady::now() + absl::ToChronoMicroseconds(settings_.most_age * part);
}

void SessionPool::Return(std::unique_ptr<Session> session) {
  --gauges_.leased;
  const bool was_lost = session->IsLost();
  if (was_lost) EndIdle();
  if (was_lost || session->IsExpired() || !session->Reset()) {
    End(std::move(session));
    return;
  }
  Idle idle{std::move(session), Steady::now()};
  const std::scoped_lock lock(mutex_);
  if (!Serve(idle)) idle_.push_back(std::move(idle));
}

void SessionPool::End(std::unique_ptr<Session> session) {
  if (session) {
    session.reset();
    --gauges_.open;
    ++gauges_.lost;
  }
  const std::scoped_lock lock(mutex_);
  Idle nothing;
  if (!Serve(nothing)) --open_;
}

void SessionPool::EndIdle() {
  std::vector<Idle> idle;
  {
    const std::scoped_lock lock(mutex_);
    idle.swap(idle_);
  }
  for (Idle& each : idle) End(std::move(each.session));
}

bool SessionPool::Serve(Idle& idle) {
  if (waiters_.empty()) return false;
  Waiter& waiter = *waiters_.front();
  waiters_.pop_front();
  waiter.idle = std::move(idle);
  waiter.served = true;
  waiter.ready.notify_one();
  return true;
}

}  // namespace parley::postgres
