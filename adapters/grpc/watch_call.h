// SPDX-License-Identifier: Apache-2.0
#ifndef PARLEY_ADAPTERS_GRPC_WATCH_CALL_H_
#define PARLEY_ADAPTERS_GRPC_WATCH_CALL_H_

#include <grpcpp/server_context.h>
#include <grpcpp/support/byte_buffer.h>

#include <chrono>
#include <functional>
#include <memory>
#include <mutex>
#include <optional>
#include <random>

#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "adapters/grpc/gate.h"
#include "adapters/grpc/method_plan.h"
#include "adapters/grpc/open_watches.h"
#include "adapters/grpc/raw_service.h"
#include "adapters/grpc/reporter.h"
#include "adapters/grpc/worker_pool.h"
#include "application/call.h"

namespace parley::grpc_api {

// What a look for news came to.
struct WatchStep {
  std::optional<grpc::ByteBuffer> message;  // What is told, if anything is.
  bool is_last = true;                      // There is nothing more for now.
};

// What a method does that tells news to one caller, on threads of the pool.
class WatchHandler {
 public:
  virtual ~WatchHandler() = default;

  virtual absl::Status Open(const grpc::ByteBuffer& request) = 0;
  // Looks once. An error ends the stream.
  virtual absl::StatusOr<WatchStep> Next() = 0;
};

// A method that takes one message and tells news, as it is served.
struct WatchEndpoint {
  const MethodPlan& plan;
  // The call outlives the handler.
  std::function<std::unique_ptr<WatchHandler>(const Call&)> open;
  Gate& gate;
  Reporter& reporter;
  WorkerPool& pool;
  OpenWatches& open_watches;
};

// One caller who watches. It looks for news, tells them, and looks again at once while there are
// more, else after a pause. Nothing is looked for before what was told is on its way, so that a
// slow reader makes the server hold one message. It deletes itself when gRPC is done with it.
class WatchCall final : public StreamReactor, private Job {
 public:
  // Starts the call. The endpoint outlives it.
  static StreamReactor* Start(const WatchEndpoint& endpoint, grpc::CallbackServerContext& context);

  // Looks for news when their time has come.
  void Tick(std::chrono::steady_clock::time_point now);
  // Ends the stream, with DEADLINE_EXCEEDED, when since then its caller was waited for.
  void EndIfIdle(std::chrono::steady_clock::time_point since);
  // Ends the stream, with OK: the server goes down.
  void Leave();

 private:
  WatchCall(const WatchEndpoint& endpoint, grpc::CallbackServerContext& context);
  ~WatchCall() override = default;

  // Told by gRPC.
  void OnReadDone(bool ok) override;
  void OnWriteDone(bool ok) override;
  void OnCancel() override;
  void OnDone() override;

  // On a thread of the pool.
  void Run() override;
  absl::StatusOr<WatchStep> Look();
  // Who calls must be known, and may do this, as long as the stream runs.
  absl::Status Admit();
  // A token that is bound to one debtor is told of no other.
  absl::Status CheckReach() const;

  // With the lock held.
  void Take(absl::StatusOr<WatchStep> step);
  void Work();
  void Rest();
  void Advance();

  const WatchEndpoint& endpoint_;
  grpc::CallbackServerContext& context_;
  CallRecord record_;
  CallerRef caller_;
  Call call_;
  std::unique_ptr<WatchHandler> handler_;
  grpc::ByteBuffer request_;

  std::mutex mutex_;
  std::minstd_rand chance_{std::random_device{}()};
  grpc::ByteBuffer told_;  // Is being written while `writing_`.
  absl::Status failure_;
  std::chrono::steady_clock::time_point moved_ = std::chrono::steady_clock::now();
  // When news are looked for; none while something is under way.
  std::optional<std::chrono::steady_clock::time_point> next_look_;
  bool reading_ = true;
  bool working_ = false;
  bool writing_ = false;
  bool is_last_ = true;  // Of what was told last.
  bool gone_ = false;    // The caller gave up.
  bool leaving_ = false;
  bool finished_ = false;
};

}  // namespace parley::grpc_api

#endif  // PARLEY_ADAPTERS_GRPC_WATCH_CALL_H_
