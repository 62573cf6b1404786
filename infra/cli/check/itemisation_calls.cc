// SPDX-License-Identifier: Apache-2.0
#include "infra/cli/check/itemisation_calls.h"

#include <algorithm>
#include <chrono>
#include <thread>
#include <utility>

#include "infra/cli/client/rpc_error.h"
#include "parley/v1/debt_service.grpc.pb.h"

namespace parley::cli {
namespace {

// Enough to keep a server of a few cores busy, and less than what it would turn away.
constexpr std::size_t kAtATime = 32;

constexpr int kMostFailuresInARow = 64;
constexpr absl::Duration kPause = absl::Milliseconds(100);

bool IsAboutTheQuestion(const absl::Status& status) {
  return absl::IsNotFound(status) || absl::IsInvalidArgument(status) ||
         absl::IsFailedPrecondition(status);
}

bool IsPassing(const absl::Status& status) {
  return absl::IsUnavailable(status) || absl::IsResourceExhausted(status);
}

}  // namespace

absl::Status ItemisationCalls::Run(Next next, Take take) {
  while (error_.ok() && under_way_ < kAtATime) {
    std::optional<Question> question = NextQuestion(next);
    if (!question.has_value()) break;
    Start(*std::move(question));
  }
  void* tag = nullptr;
  bool ok = false;
  while (under_way_ > 0 && queue_.Next(&tag, &ok)) {
    const std::unique_ptr<Call> call(static_cast<Call*>(tag));
    --under_way_;
    Finish(*call, take);
    if (!error_.ok()) continue;
    std::optional<Question> question = NextQuestion(next);
    if (question.has_value()) Start(*std::move(question));
  }
  return error_;
}

void ItemisationCalls::Start(Question question) {
  auto call = std::make_unique<Call>();
  call->question = std::move(question);
  call->context = client_.NewContext();
  call->reader =
      client_.debts().AsyncGetItemisation(call->context.get(), call->question.request, &queue_);
  Call* tag = call.release();  // Comes back from the queue.
  tag->reader->Finish(&tag->answer, &tag->status, tag);
  ++under_way_;
}

void ItemisationCalls::Finish(Call& call, Take take) {
  const absl::Status status = FromGrpc(call.status);
  if (status.ok()) {
    failures_in_a_row_ = 0;
    take(call.question.number, std::move(call.answer));
  } else if (IsAboutTheQuestion(status)) {
    take(call.question.number, status);
  } else if (IsPassing(status) && ++failures_in_a_row_ <= kMostFailuresInARow) {
    AskAgain(call, status);
  } else {
    error_.Update(status);
  }
}

void ItemisationCalls::AskAgain(const Call& call, const absl::Status& status) {
  again_.push_back(call.question);
  const absl::Duration wait = ReportOf(status).retry_delay.value_or(kPause);
  std::this_thread::sleep_for(absl::ToChronoMilliseconds(std::min(wait, absl::Seconds(5))));
}

std::optional<ItemisationCalls::Question> ItemisationCalls::NextQuestion(Next next) {
  if (again_.empty()) return next();
  std::optional<Question> question(std::move(again_.front()));
  again_.pop_front();
  return question;
}

}  // namespace parley::cli
