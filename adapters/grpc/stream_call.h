// SPDX-License-Identifier: Apache-2.0
#ifndef PARLEY_ADAPTERS_GRPC_STREAM_CALL_H_
#define PARLEY_ADAPTERS_GRPC_STREAM_CALL_H_

#include <grpcpp/server_context.h>
#include <grpcpp/support/byte_buffer.h>

#include <chrono>
#include <cstddef>
#include <deque>
#include <functional>
#include <memory>
#include <mutex>
#include <optional>

#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "adapters/grpc/gate.h"
#include "adapters/grpc/method_plan.h"
#include "adapters/grpc/open_streams.h"
#include "adapters/grpc/raw_service.h"
#include "adapters/grpc/reporter.h"
#include "adapters/grpc/worker_pool.h"
#include "application/call.h"

namespace parley::grpc_api {

// What a method does with the messages of a stream, one after the other, on threads of the pool.
class StreamHandler {
 public:
  virtual ~StreamHandler() = default;

  // What is answered to a message, or nothing. An error ends the stream.
  virtual absl::StatusOr<std::optional<grpc::ByteBuffer>> Take(const grpc::ByteBuffer& message) = 0;
};

// A method that takes and gives a stream, as it is served.
struct StreamEndpoint {
  const MethodPlan& plan;
  // The call outlives the handler.
  std::function<std::unique_ptr<StreamHandler>(const Call&)> open;
  Gate& gate;
  Reporter& reporter;
  WorkerPool& pool;
  OpenStreams& open_streams;
};

// One stream. A few messages are read ahead and a few answers wait to be written; when they are
// there, nothing more is taken from the caller, so that neither a fast writer nor a slow reader
// makes the server hold more. It deletes itself when gRPC is done with it.
class StreamCall final : public StreamReactor, private Job {
 public:
  static constexpr std::size_t kMostRead = 2;
  static constexpr std::size_t kMostUnwritten = 2;

  // Starts the call. The endpoint outlives it.
  static StreamReactor* Start(const StreamEndpoint& endpoint, grpc::CallbackServerContext& context);

  // Ends the stream, with DEADLINE_EXCEEDED, when since then its caller was waited for: nothing was
  // read and no answer written. What the server itself works at is not the caller's idleness.
  void EndIfIdle(std::chrono::steady_clock::time_point since);

 private:
  StreamCall(const StreamEndpoint& endpoint, grpc::CallbackServerContext& context);
  ~StreamCall() override = default;

  // Told by gRPC.
  void OnReadDone(bool ok) override;
  void OnWriteDone(bool ok) override;
  void OnCancel() override;
  void OnDone() override;

  // On a thread of the pool: admits the caller, and then takes one message at a time.
  void Run() override;
  absl::Status Admit();
  absl::StatusOr<std::optional<grpc::ByteBuffer>> Take(const grpc::ByteBuffer& message);

  // Starts whatever may start now; the lock is held.
  void Advance();
  void GoOn();  // Works on what was read and reads on, as far as there is room.
  void Work();
  bool IsIdle() const;

  const StreamEndpoint& endpoint_;
  grpc::CallbackServerContext& context_;
  CallRecord record_;
  CallerRef caller_;
  Call call_;
  std::unique_ptr<StreamHandler> handler_;
  grpc::ByteBuffer incoming_;

  std::mutex mutex_;
  std::deque<grpc::ByteBuffer> read_;
  std::deque<grpc::ByteBuffer> unwritten_;  // The first is being written while `writing_`.
  absl::Status failure_;
  std::chrono::steady_clock::time_point moved_ = std::chrono::steady_clock::now();
  bool admitted_ = false;
  bool reading_ = false;
  bool read_all_ = false;
  bool working_ = false;
  bool writing_ = false;
  bool gone_ = false;  // The caller gave up.
  bool finished_ = false;
};

}  // namespace parley::grpc_api

#endif  // PARLEY_ADAPTERS_GRPC_STREAM_CALL_H_
