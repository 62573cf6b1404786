// SPDX-License-Identifier: Apache-2.0
#include "adapters/grpc/event_watch.h"

#include <google/protobuf/arena.h>
#include <grpcpp/impl/codegen/proto_utils.h>

#include <string>
#include <vector>

#include "absl/strings/str_cat.h"
#include "adapters/grpc/convert_common.h"
#include "adapters/grpc/convert_event.h"
#include "adapters/grpc/names.h"
#include "adapters/grpc/pipeline.h"
#include "domain/common/status_macros.h"

namespace parley::grpc_api {
namespace {

using Steady = std::chrono::steady_clock;

// As many events as one message holds: some 100 kB.
constexpr int kMostEvents = 200;

}  // namespace

absl::Status EventWatch::Open(const grpc::ByteBuffer& request) {
  events::v1::WatchRequest asked;
  Violations violations;
  if (ReadMessage(request, asked, violations) &&
      parts_.shape.Check(asked, nullptr, Shape::Extent::kWhole, violations)) {
    ReadSelection(asked, violations);
  }
  PARLEY_RETURN_IF_ERROR(violations.ToStatus());
  PARLEY_ASSIGN_OR_RETURN(position_, parts_.tokens.Open(call_, asked.resume_token()));
  return absl::OkStatus();
}

void EventWatch::ReadSelection(const events::v1::WatchRequest& request, Violations& violations) {
  if (!request.debtor().empty()) {
    debtor_ = ParseDebtorName(request.debtor());
    if (!debtor_.has_value()) AddOnce(violations, "debtor", Fault::kMalformed);
  }
  for (int at = 0; at < request.types_size(); ++at) {
    const std::optional<EventType> type = EventTypeNamed(request.types(at));
    if (type.has_value()) {
      types_.insert(*type);
    } else {
      AddOnce(violations, absl::StrCat("types[", at, "]"), Fault::kUnknownValue);
    }
  }
}

bool EventWatch::Selects(const Event& event) const {
  if (debtor_.has_value() && event.debtor != *debtor_) return false;
  return types_.empty() || types_.contains(event.type);
}

absl::StatusOr<WatchStep> EventWatch::Next() {
  PARLEY_ASSIGN_OR_RETURN(const std::vector<ToldEvent> page,
                          parts_.feed.Read(call_.tenant, position_, kMostEvents));
  google::protobuf::Arena arena;
  auto& response = *google::protobuf::Arena::CreateMessage<events::v1::WatchResponse>(&arena);
  for (const ToldEvent& told : page) {
    if (Selects(told.event)) WriteEvent(told, *response.add_events());
  }
  if (!page.empty()) position_ = page.back().position;
  WatchStep step;
  step.is_last = page.empty();
  const auto now = Steady::now();
  const bool alive = page.empty() && (!told_.has_value() || now - *told_ >= parts_.sign_of_life);
  if (response.events().empty() && !alive) return step;
  // After events the sign of life that there is nothing more comes at once.
  told_ = response.events().empty() ? std::optional(now) : std::nullopt;
  response.set_resume_token(parts_.tokens.Seal(call_, position_));
  bool own = false;
  grpc::GenericSerialize<grpc::ProtoBufferWriter, events::v1::WatchResponse>(
      response, &step.message.emplace(), &own);
  return step;
}

}  // namespace parley::grpc_api
