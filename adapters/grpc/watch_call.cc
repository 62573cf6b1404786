// SPDX-License-Identifier: Apache-2.0
#include "adapters/grpc/watch_call.h"

#include <grpc/grpc.h>

#include <memory>
#include <utility>

#include "adapters/grpc/error_map.h"
#include "adapters/grpc/pipeline.h"
#include "domain/common/reason.h"
#include "domain/common/status_macros.h"
#include "domain/common/violations.h"

namespace parley::grpc_api {
namespace {

using Steady = std::chrono::steady_clock;

constexpr const char* kIdle = "Nothing moved on the stream for too long.";

absl::Status RefuseEmpty() {
  Violations violations;
  violations.Add("", Fault::kRequired);
  return violations.ToStatus();
}

}  // namespace

StreamReactor* WatchCall::Start(const WatchEndpoint& endpoint,
                                grpc::CallbackServerContext& context) {
  endpoint.reporter.Begin();
  // OnDone deletes it, as every reactor does.
  auto* const call = new WatchCall(endpoint, context);
  const bool has_room = endpoint.open_watches.Add(*call);
  const std::lock_guard lock(call->mutex_);
  if (has_room) {
    call->StartRead(&call->request_);
  } else {
    call->reading_ = false;
    call->failure_ = RefuseForNow(kWaitWhenBusy);
    call->Advance();
  }
  return call;
}

WatchCall::WatchCall(const WatchEndpoint& endpoint, grpc::CallbackServerContext& context)
    : endpoint_(endpoint), context_(context), record_{.method = endpoint.plan.name} {}

void WatchCall::OnReadDone(bool ok) {
  const std::lock_guard lock(mutex_);
  reading_ = false;
  moved_ = Steady::now();
  if (ok) {
    Work();
  } else if (failure_.ok()) {
    failure_ = RefuseEmpty();
  }
  Advance();
}

void WatchCall::OnWriteDone(bool ok) {
  const std::lock_guard lock(mutex_);
  writing_ = false;
  moved_ = Steady::now();
  told_.Clear();
  gone_ = gone_ || !ok;
  if (is_last_) {
    Rest();
  } else if (!leaving_ && !gone_ && failure_.ok()) {
    Work();
  }
  Advance();
}

void WatchCall::OnCancel() {
  const std::lock_guard lock(mutex_);
  gone_ = true;
  Advance();
}

void WatchCall::OnDone() {
  endpoint_.open_watches.Remove(*this);
  // Whoever called Finish holds the lock until it is done with this object.
  { const std::lock_guard lock(mutex_); }
  if (failure_.ok()) {
    endpoint_.reporter.End(record_, context_.IsCancelled() ? Refuse(Reason::kCancelled) : failure_);
  }
  delete this;
}

void WatchCall::Tick(Steady::time_point now) {
  const std::lock_guard lock(mutex_);
  if (!next_look_.has_value() || *next_look_ > now) return;
  Work();
}

void WatchCall::EndIfIdle(Steady::time_point since) {
  const std::lock_guard lock(mutex_);
  if (finished_ || !(reading_ || writing_) || moved_ > since) return;
  if (failure_.ok()) failure_ = Refuse(Reason::kDeadlineExceeded, kIdle);
  // What the caller does not read, or does not write, is in the way of the status: then the call is
  // cut off, and the caller gets the code alone.
  grpc_call_cancel_with_status(context_.c_call(), GRPC_STATUS_DEADLINE_EXCEEDED, kIdle, nullptr);
}

void WatchCall::Leave() {
  const std::lock_guard lock(mutex_);
  leaving_ = true;
  Advance();
}

void WatchCall::Run() {
  absl::StatusOr<WatchStep> step = Look();
  const std::lock_guard lock(mutex_);
  working_ = false;
  moved_ = Steady::now();
  Take(std::move(step));
  Advance();
}

absl::StatusOr<WatchStep> WatchCall::Look() {
  try {
    PARLEY_RETURN_IF_ERROR(Admit());
    return handler_->Next();
  } catch (...) {
    return absl::InternalError("an exception reached a stream");
  }
}

absl::Status WatchCall::Admit() {
  PARLEY_RETURN_IF_ERROR(CheckInTime(context_));
  // A token that ran out, or whose key was taken back, ends what it began.
  PARLEY_ASSIGN_OR_RETURN(const CallerRef caller, endpoint_.gate.Identify(context_));
  if (handler_ != nullptr) return absl::OkStatus();
  caller_ = caller;
  record_.caller = caller_.get();
  PARLEY_RETURN_IF_ERROR(endpoint_.gate.Admit(endpoint_.plan, *caller_));
  PARLEY_RETURN_IF_ERROR(CheckSize(request_));
  PARLEY_RETURN_IF_ERROR(CheckReach());
  call_.tenant = caller_->tenant;
  call_.principal = caller_->principal;
  call_.method = endpoint_.plan.name;
  call_.by_person = caller_->debtor.has_value();
  handler_ = endpoint_.open(call_);
  const absl::Status opened = handler_->Open(request_);
  request_.Clear();
  return opened;
}

absl::Status WatchCall::CheckReach() const {
  if (!caller_->debtor.has_value()) return absl::OkStatus();
  const std::unique_ptr<google::protobuf::Message> request(endpoint_.plan.request->New());
  // What is malformed is told by the handler, to whom it may be told.
  Violations violations;
  ReadMessage(request_, *request, violations);
  return Gate::CheckReach(endpoint_.plan, *caller_, *request);
}

void WatchCall::Take(absl::StatusOr<WatchStep> step) {
  if (!step.ok()) {
    failure_ = std::move(step).status();
    return;
  }
  is_last_ = step->is_last;
  if (step->message.has_value() && !gone_ && failure_.ok()) {
    told_ = *std::move(step->message);
    writing_ = true;
    StartWrite(&told_);
  } else if (is_last_) {
    Rest();
  } else if (!leaving_) {
    Work();
  }
}

void WatchCall::Work() {
  next_look_.reset();
  working_ = endpoint_.pool.Offer(*this);
  if (!working_) Rest();
}

void WatchCall::Rest() {
  // Watches that began together are not to look together for ever.
  std::uniform_real_distribution<double> around(0.5, 1.5);
  const auto pause = endpoint_.open_watches.pause();
  next_look_ = Steady::now() + std::chrono::duration_cast<Steady::duration>(
                                   std::chrono::duration<double>(pause) * around(chance_));
}

void WatchCall::Advance() {
  if (finished_) return;
  if (gone_ && failure_.ok()) failure_ = Refuse(Reason::kCancelled);
  const bool over = !failure_.ok() || leaving_;
  if (!over || reading_ || working_ || writing_) return;
  finished_ = true;
  next_look_.reset();
  Finish(failure_.ok() ? grpc::Status::OK : endpoint_.reporter.End(record_, failure_));
}

}  // namespace parley::grpc_api
