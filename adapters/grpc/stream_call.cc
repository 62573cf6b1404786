// SPDX-License-Identifier: Apache-2.0
#include "adapters/grpc/stream_call.h"

#include <grpc/grpc.h>

#include <utility>

#include "adapters/grpc/error_map.h"
#include "adapters/grpc/pipeline.h"
#include "domain/common/reason.h"
#include "domain/common/status_macros.h"

namespace parley::grpc_api {
namespace {

using Steady = std::chrono::steady_clock;

constexpr const char* kIdle = "Nothing moved on the stream for too long.";

}  // namespace

StreamReactor* StreamCall::Start(const StreamEndpoint& endpoint,
                                 grpc::CallbackServerContext& context) {
  endpoint.reporter.Begin();
  // OnDone deletes it, as every reactor does.
  auto* const call = new StreamCall(endpoint, context);
  endpoint.open_streams.Add(*call);
  const std::lock_guard lock(call->mutex_);
  call->Work();
  call->Advance();
  return call;
}

StreamCall::StreamCall(const StreamEndpoint& endpoint, grpc::CallbackServerContext& context)
    : endpoint_(endpoint),
      context_(context),
      record_{.method = endpoint.plan.name, .mutation = endpoint.plan.mutation} {}

void StreamCall::OnReadDone(bool ok) {
  const std::lock_guard lock(mutex_);
  reading_ = false;
  moved_ = Steady::now();
  if (ok) {
    read_.push_back(incoming_);
    incoming_.Clear();
  } else {
    read_all_ = true;
  }
  Advance();
}

void StreamCall::OnWriteDone(bool ok) {
  const std::lock_guard lock(mutex_);
  writing_ = false;
  moved_ = Steady::now();
  unwritten_.pop_front();
  gone_ = gone_ || !ok;
  Advance();
}

void StreamCall::OnCancel() {
  const std::lock_guard lock(mutex_);
  gone_ = true;
  Advance();
}

void StreamCall::OnDone() {
  endpoint_.open_streams.Remove(*this);
  // Whoever called Finish holds the lock until it is done with this object.
  { const std::lock_guard lock(mutex_); }
  // Only now it is known whether the caller stayed to the end.
  if (failure_.ok()) {
    endpoint_.reporter.End(record_, context_.IsCancelled() ? Refuse(Reason::kCancelled) : failure_);
  }
  delete this;
}

void StreamCall::EndIfIdle(Steady::time_point since) {
  const std::lock_guard lock(mutex_);
  if (finished_ || working_ || moved_ > since) return;
  if (failure_.ok()) failure_ = Refuse(Reason::kDeadlineExceeded, kIdle);
  // An answer that is not read is in the way of the status: then the call is cut off, and the
  // caller gets the code alone.
  if (writing_) {
    grpc_call_cancel_with_status(context_.c_call(), GRPC_STATUS_DEADLINE_EXCEEDED, kIdle, nullptr);
  }
  Advance();
}

void StreamCall::Run() {
  std::unique_lock lock(mutex_);
  absl::StatusOr<std::optional<grpc::ByteBuffer>> answer = std::nullopt;
  if (!admitted_) {
    lock.unlock();
    const absl::Status admission = Admit();
    lock.lock();
    admitted_ = admission.ok();
    if (!admission.ok()) answer = admission;
  } else {
    const grpc::ByteBuffer message = read_.front();
    read_.pop_front();
    lock.unlock();
    answer = Take(message);
    lock.lock();
  }
  working_ = false;
  moved_ = Steady::now();
  if (!answer.ok()) {
    failure_ = std::move(answer).status();
  } else if (answer->has_value()) {
    unwritten_.push_back(**answer);
  }
  Advance();
}

absl::Status StreamCall::Admit() {
  try {
    PARLEY_RETURN_IF_ERROR(CheckInTime(context_));
    PARLEY_ASSIGN_OR_RETURN(caller_, endpoint_.gate.Identify(context_));
    record_.caller = caller_.get();
    PARLEY_RETURN_IF_ERROR(endpoint_.gate.Admit(endpoint_.plan, *caller_));
    call_.tenant = caller_->tenant;
    call_.principal = caller_->principal;
    call_.method = endpoint_.plan.name;
    handler_ = endpoint_.open(call_);
    return absl::OkStatus();
  } catch (...) {
    return absl::InternalError("an exception reached a stream");
  }
}

absl::StatusOr<std::optional<grpc::ByteBuffer>> StreamCall::Take(const grpc::ByteBuffer& message) {
  try {
    PARLEY_RETURN_IF_ERROR(CheckInTime(context_));
    PARLEY_RETURN_IF_ERROR(CheckSize(message));
    return handler_->Take(message);
  } catch (...) {
    return absl::InternalError("an exception reached a stream");
  }
}

void StreamCall::Work() {
  working_ = endpoint_.pool.Offer(*this);
  if (!working_) failure_ = RefuseForNow(kWaitWhenBusy);
}

bool StreamCall::IsIdle() const { return !working_ && !writing_; }

void StreamCall::GoOn() {
  if (!working_ && !read_.empty() && unwritten_.size() < kMostUnwritten) Work();
  if (!reading_ && !read_all_ && read_.size() < kMostRead) {
    reading_ = true;
    StartRead(&incoming_);
  }
}

void StreamCall::Advance() {
  if (finished_) return;
  if (gone_ && failure_.ok()) failure_ = Refuse(Reason::kCancelled);
  if (gone_ && !writing_) unwritten_.clear();
  if (failure_.ok() && admitted_) GoOn();
  if (!writing_ && !unwritten_.empty()) {
    writing_ = true;
    StartWrite(&unwritten_.front());
  }
  const bool done = !failure_.ok() || (read_all_ && read_.empty());
  if (!done || !IsIdle() || !unwritten_.empty()) return;
  finished_ = true;
  Finish(failure_.ok() ? grpc::Status::OK : endpoint_.reporter.End(record_, failure_));
}

}  // namespace parley::grpc_api
