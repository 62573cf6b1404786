// SPDX-License-Identifier: Apache-2.0
#ifndef PARLEY_ADAPTERS_GRPC_TIMELINE_WATCH_H_
#define PARLEY_ADAPTERS_GRPC_TIMELINE_WATCH_H_

#include <chrono>
#include <optional>

#include "adapters/grpc/shape.h"
#include "adapters/grpc/timeline_tokens.h"
#include "adapters/grpc/watch_call.h"
#include "application/debtors/tell_timeline.h"
#include "parley/v1/timeline.pb.h"

namespace parley::grpc_api {

// Serves DebtorService.WatchTimeline.
class TimelineWatch final : public WatchHandler {
 public:
  // What watches are made of.
  struct Parts {
    const TellTimeline& timeline;
    const TimelineTokens& tokens;
    const Shape& shape;                                // Of the request.
    std::chrono::steady_clock::duration sign_of_life;  // How often, where nothing happens.
  };

  TimelineWatch(const Parts& parts, const Call& call) : parts_(parts), call_(call) {}

  absl::Status Open(const grpc::ByteBuffer& request) override;
  absl::StatusOr<WatchStep> Next() override;

 private:
  const Parts& parts_;
  const Call& call_;
  TellTimeline::Query query_;
  TimelinePosition position_;
  // Since when nothing was told; none before the first sign of life.
  std::optional<std::chrono::steady_clock::time_point> told_;
};

}  // namespace parley::grpc_api

#endif  // PARLEY_ADAPTERS_GRPC_TIMELINE_WATCH_H_
