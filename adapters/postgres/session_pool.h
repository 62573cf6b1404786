// SPDX-License-Identifier: Apache-2.0
#ifndef PARLEY_ADAPTERS_POSTGRES_SESSION_POOL_H_
#define PARLEY_ADAPTERS_POSTGRES_SESSION_POOL_H_

#include <atomic>
#include <chrono>
#include <condition_variable>
#include <cstdint>
#include <list>
#include <memory>
#include <mutex>
#include <random>
#include <span>
#include <utility>
#include <vector>

#include "absl/status/statusor.h"
#include "absl/time/time.h"
#include "adapters/postgres/connection_settings.h"
#include "adapters/postgres/pipeline.h"
#include "adapters/postgres/session.h"

namespace parley::postgres {

struct PoolSettings {
  ConnectionSettings connection;
  int sessions = 4;                               // At most.
  absl::Duration lease_wait = absl::Seconds(5);   // For a session that is free.
  absl::Duration idle_check = absl::Seconds(30);  // One that rested longer is tried before use.
  absl::Duration most_age = absl::Minutes(30);    // Give or take a tenth, by chance.
};

// What a gauge shows; read at any time.
struct PoolGauges {
  std::atomic<std::int64_t> open{0};       // Sessions there are.
  std::atomic<std::int64_t> leased{0};     // Of them in use.
  std::atomic<std::int64_t> waiting{0};    // Callers that wait for one.
  std::atomic<std::int64_t> opened{0};     // Sessions opened ever.
  std::atomic<std::int64_t> lost{0};       // Of them thrown away because they were of no more use.
  std::atomic<std::int64_t> exhausted{0};  // Callers that waited in vain.
};

class SessionPool;

// A session for one user at a time; given back at the end.
class Lease {
 public:
  Lease(Lease&& other) noexcept = default;
  Lease& operator=(Lease&& other) = delete;
  Lease(const Lease&) = delete;
  Lease& operator=(const Lease&) = delete;
  ~Lease();

  Session* operator->() const { return session_.get(); }
  Session& operator*() const { return *session_; }
  // True when it was opened for this lease, so that nothing can be wrong with it but the database.
  bool is_fresh() const { return fresh_; }

 private:
  friend class SessionPool;
  Lease(SessionPool& pool, std::unique_ptr<Session> session, bool fresh)
      : pool_(pool), session_(std::move(session)), fresh_(fresh) {}

  SessionPool& pool_;
  std::unique_ptr<Session> session_;
  bool fresh_;
};

// Sessions, opened when they are needed and kept for the next user. Safe for threads.
class SessionPool {
 public:
  explicit SessionPool(PoolSettings settings);
  ~SessionPool();
  SessionPool(const SessionPool&) = delete;
  SessionPool& operator=(const SessionPool&) = delete;

  // A session that works, preferably one that carries the tenant. Who waits longest is served
  // first. Errors: STORE_UNAVAILABLE for a database that is not there, QUOTA_EXCEEDED when no
  // session became free in time.
  absl::StatusOr<Lease> Acquire(TenantId tenant);

  // Reads the tenant's rows by one statement, outside any transaction. A session that turns out to
  // be dead is replaced once. Errors: also those of the visitor.
  absl::Status Read(TenantId tenant, const Query& query, std::span<const Argument> arguments,
                    RowVisitor visit);

  // The same by several statements with the same arguments, which see the rows as of one instant,
  // in one round trip.
  absl::StatusOr<std::vector<Answered>> ReadTogether(TenantId tenant,
                                                     std::span<const NamedQuery> queries,
                                                     std::span<const Argument> arguments);

  const PoolSettings& settings() const { return settings_; }
  const PoolGauges& gauges() const { return gauges_; }

 private:
  friend class Lease;

  struct Idle {
    std::unique_ptr<Session> session;
    std::chrono::steady_clock::time_point since;
  };
  struct Waiter {
    std::condition_variable ready;
    bool served = false;
    Idle idle;
  };

  // An idle session, waited for if need be; without one in it, the right to open a session.
  absl::StatusOr<Idle> TakeOrWait(TenantId tenant);
  absl::StatusOr<Idle> Wait(std::unique_lock<std::mutex>& lock);
  Idle TakeIdle(TenantId tenant);
  absl::StatusOr<Lease> Open();
  bool IsUsable(const Idle& idle) const;
  std::chrono::steady_clock::time_point Expiry();

  void Return(std::unique_ptr<Session> session);
  // Ends a session, and passes the right to open another to whoever waits.
  void End(std::unique_ptr<Session> session);
  // After one link was found dead the others are likely to be.
  void EndIdle();
  // Gives what there is to the caller that waits longest; false when nobody waits.
  bool Serve(Idle& idle);

  const PoolSettings settings_;
  PoolGauges gauges_;
  std::mutex mutex_;
  std::list<Waiter*> waiters_;
  std::vector<Idle> idle_;
  int open_ = 0;  // Sessions there are, and rights to open one.
  std::minstd_rand chance_{std::random_device{}()};
};

}  // namespace parley::postgres

#endif  // PARLEY_ADAPTERS_POSTGRES_SESSION_POOL_H_
