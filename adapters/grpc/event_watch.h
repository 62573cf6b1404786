// SPDX-License-Identifier: Apache-2.0
#ifndef PARLEY_ADAPTERS_GRPC_EVENT_WATCH_H_
#define PARLEY_ADAPTERS_GRPC_EVENT_WATCH_H_

#include <chrono>
#include <optional>
#include <set>

#include "adapters/grpc/resume_tokens.h"
#include "adapters/grpc/shape.h"
#include "adapters/grpc/watch_call.h"
#include "application/ports/event_feed.h"
#include "parley/events/v1/event_service.pb.h"

namespace parley::grpc_api {

// Serves EventService.Watch.
class EventWatch final : public WatchHandler {
 public:
  // What watches are made of.
  struct Parts {
    EventFeed& feed;
    const ResumeTokens& tokens;
    const Shape& shape;                                // Of the request.
    std::chrono::steady_clock::duration sign_of_life;  // How often, where nothing happens.
  };

  EventWatch(const Parts& parts, const Call& call) : parts_(parts), call_(call) {}

  absl::Status Open(const grpc::ByteBuffer& request) override;
  absl::StatusOr<WatchStep> Next() override;

 private:
  void ReadSelection(const events::v1::WatchRequest& request, Violations& violations);
  bool Selects(const Event& event) const;

  const Parts& parts_;
  const Call& call_;
  std::optional<DebtorId> debtor_;
  std::set<EventType> types_;  // Empty for all.
  EventPosition position_;
  // Since when nothing was told; none before the first sign of life.
  std::optional<std::chrono::steady_clock::time_point> told_;
};

}  // namespace parley::grpc_api

#endif  // PARLEY_ADAPTERS_GRPC_EVENT_WATCH_H_
