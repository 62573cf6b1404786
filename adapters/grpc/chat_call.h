// SPDX-License-Identifier: Apache-2.0
#ifndef PARLEY_ADAPTERS_GRPC_CHAT_CALL_H_
#define PARLEY_ADAPTERS_GRPC_CHAT_CALL_H_

#include <grpcpp/server_context.h>
#include <grpcpp/support/byte_buffer.h>

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <deque>
#include <mutex>
#include <optional>
#include <span>

#include "absl/status/status.h"
#include "adapters/grpc/chat_frames.h"
#include "adapters/grpc/chat_rooms.h"
#include "adapters/grpc/gate.h"
#include "adapters/grpc/method_plan.h"
#include "adapters/grpc/open_chats.h"
#include "adapters/grpc/raw_service.h"
#include "adapters/grpc/reporter.h"
#include "adapters/grpc/worker_pool.h"
#include "application/access_log.h"
#include "application/application.h"
#include "application/call.h"
#include "application/ports/fingerprints.h"

namespace parley::grpc_api {

// The chat, as it is served.
struct ChatEndpoint {
  const MethodPlan& plan;
  Application& application;
  const Fingerprints& fingerprints;
  Gate& gate;
  Reporter& reporter;
  WorkerPool& pool;
  ChatRooms& rooms;
  OpenChats& open_chats;
  std::chrono::steady_clock::duration longest_unread;  // Of what waits for a caller.
};

// One caller who chats. What they send is done one after the other on threads of the pool; what
// they are told is pushed by the rooms, and waits here, so much at most, until they read it. An
// idle one has no thread and asks for nothing. It deletes itself when gRPC is done with it.
class ChatCall final : public StreamReactor, private Job, private ChatGuest {
 public:
  // So many bytes of lines wait for the caller to read them; what does not fit stays in the store
  // for now. Who reads none of it for too long is cut off.
  static constexpr std::size_t kMostUnwritten = 64U << 10U;

  // Starts the call. The endpoint outlives it.
  static StreamReactor* Start(const ChatEndpoint& endpoint, grpc::CallbackServerContext& context);

  // Ends the stream, with OK: the server goes down.
  void Leave();

 private:
  ChatCall(const ChatEndpoint& endpoint, grpc::CallbackServerContext& context);
  ~ChatCall() override = default;

  // Told by gRPC.
  void OnReadDone(bool ok) override;
  void OnWriteDone(bool ok) override;
  void OnCancel() override;
  void OnDone() override;

  // Told by the rooms.
  std::size_t OnLines(std::span<const ConversationLine> lines) override;
  void OnWait() override;
  void OnHint(ChatHintKind kind, std::int64_t line) override;

  // On a thread of the pool: one frame of the caller's.
  void Run() override;
  absl::Status Take(const grpc::ByteBuffer& bytes);
  absl::Status Admit();
  absl::Status Open(const v1::ChatRequest& frame);
  absl::Status Say(const v1::ChatSay& say);
  absl::Status Say(const Call& call, const v1::ChatSay& say);
  absl::Status Read(const v1::ChatRead& read);
  Call CallFor(const google::protobuf::Message& request, RequestId id) const;

  // With the lock held.
  void Push(const v1::ChatResponse& frame);
  void CutOff();
  void Advance();

  const ChatEndpoint& endpoint_;
  grpc::CallbackServerContext& context_;
  CallRecord record_;

  // Used by whoever runs, one at a time.
  CallerRef caller_;
  DebtorId debtor_;
  Direction side_ = Direction::kOutbound;
  bool is_open_ = false;
  bool may_see_ = false;  // Personal data.

  grpc::ByteBuffer incoming_;
  std::mutex mutex_;
  std::deque<grpc::ByteBuffer> unwritten_;  // The first is being written while `writing_`.
  std::size_t unwritten_bytes_ = 0;
  std::optional<ConversationId> talked_in_;      // Last, as far as the caller was told.
  std::chrono::steady_clock::time_point moved_;  // When the caller read something last.
  bool left_out_ = false;                        // There were lines that did not fit.
  absl::Status failure_;
  bool reading_ = false;
  bool read_all_ = false;
  bool working_ = false;
  bool writing_ = false;
  bool gone_ = false;  // The caller gave up.
  bool leaving_ = false;
  bool finished_ = false;
};

}  // namespace parley::grpc_api

#endif  // PARLEY_ADAPTERS_GRPC_CHAT_CALL_H_
