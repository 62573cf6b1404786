// SPDX-License-Identifier: Apache-2.0
#include "infra/cli/import/import_call.h"

#include <iterator>
#include <utility>

#include "infra/cli/client/rpc_error.h"
#include "parley/v1/debt_service.grpc.pb.h"

namespace parley::cli {

ImportCall::ImportCall(Client& client) : context_(client.NewContext()) {
  client.debts().async()->ImportDebts(context_.get(), this);
  AddHold();
  StartRead(&receiving_);
  StartCall();
}

ImportCall::~ImportCall() {
  context_->TryCancel();
  static_cast<void>(Finish());
}

void ImportCall::Send(v1::ImportDebtsRequest message) {
  {
    const std::lock_guard lock(mutex_);
    may_send_ = false;
  }
  sending_ = std::move(message);
  StartWrite(&sending_);
}

ImportCall::Event ImportCall::Wait(bool wants_to_send, absl::Duration longest) {
  std::unique_lock lock(mutex_);
  changed_.wait_for(lock, absl::ToChronoMilliseconds(longest), [this, wants_to_send] {
    return ended_ || !verdicts_.empty() || (wants_to_send && may_send_);
  });
  Event event{.may_send = wants_to_send && may_send_ && !ended_,
              .ended = ended_ && verdicts_.empty()};
  event.verdicts.swap(verdicts_);
  return event;
}

absl::Status ImportCall::Finish() {
  if (std::exchange(held_, false)) RemoveHold();
  std::unique_lock lock(mutex_);
  changed_.wait(lock, [this] { return done_; });
  return FromGrpc(status_);
}

void ImportCall::OnWriteDone(bool ok) {
  // A message that failed means that the call ends, which the read tells.
  const std::lock_guard lock(mutex_);
  may_send_ = ok;
  changed_.notify_all();
}

void ImportCall::OnReadDone(bool ok) {
  const std::lock_guard lock(mutex_);
  if (ok) {
    auto& verdicts = *receiving_.mutable_verdicts();
    std::move(verdicts.begin(), verdicts.end(), std::back_inserter(verdicts_));
    receiving_.Clear();
    StartRead(&receiving_);
  } else {
    ended_ = true;
  }
  changed_.notify_all();
}

void ImportCall::OnDone(const grpc::Status& status) {
  const std::lock_guard lock(mutex_);
  status_ = status;
  done_ = true;
  changed_.notify_all();
}

}  // namespace parley::cli
