// SPDX-License-Identifier: Apache-2.0
#include "adapters/grpc/timeline_watch.h"

#include <google/protobuf/arena.h>
#include <grpcpp/impl/codegen/proto_utils.h>

#include <vector>

#include "adapters/grpc/convert_timeline.h"
#include "adapters/grpc/pipeline.h"
#include "domain/common/status_macros.h"

namespace parley::grpc_api {
namespace {

using Steady = std::chrono::steady_clock;

// As many entries as one message holds: some 100 kB.
constexpr int kMostEntries = 200;

}  // namespace

absl::Status TimelineWatch::Open(const grpc::ByteBuffer& request) {
  v1::WatchTimelineRequest asked;
  Violations violations;
  if (ReadMessage(request, asked, violations) &&
      parts_.shape.Check(asked, nullptr, Shape::Extent::kWhole, violations)) {
    query_ = ReadTimelineQuery(asked.parent(), asked.kinds(), violations);
  }
  PARLEY_RETURN_IF_ERROR(violations.ToStatus());
  PARLEY_RETURN_IF_ERROR(parts_.timeline.Check(call_, query_));
  PARLEY_ASSIGN_OR_RETURN(position_,
                          parts_.tokens.Open(call_, query_.debtor, asked.resume_token()));
  return absl::OkStatus();
}

absl::StatusOr<WatchStep> TimelineWatch::Next() {
  PARLEY_ASSIGN_OR_RETURN(const std::vector<TimelineEntry> page,
                          parts_.timeline.Next(call_, query_, position_, kMostEntries));
  WatchStep step;
  step.is_last = page.empty();
  const auto now = Steady::now();
  const bool alive = !told_.has_value() || now - *told_ >= parts_.sign_of_life;
  if (page.empty() && !alive) return step;
  // After entries the sign of life that there is nothing more comes at once.
  told_ = page.empty() ? std::optional(now) : std::nullopt;
  google::protobuf::Arena arena;
  auto& response = *google::protobuf::Arena::CreateMessage<v1::WatchTimelineResponse>(&arena);
  for (const TimelineEntry& entry : page) {
    WriteTimelineEntry(query_.debtor, entry, *response.add_entries());
  }
  if (!page.empty()) position_ = page.back().position;
  response.set_resume_token(parts_.tokens.Seal(call_, query_.debtor, position_));
  bool own = false;
  grpc::GenericSerialize<grpc::ProtoBufferWriter, v1::WatchTimelineResponse>(
      response, &step.message.emplace(), &own);
  return step;
}

}  // namespace parley::grpc_api
