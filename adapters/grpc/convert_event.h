// SPDX-License-Identifier: Apache-2.0
#ifndef PARLEY_ADAPTERS_GRPC_CONVERT_EVENT_H_
#define PARLEY_ADAPTERS_GRPC_CONVERT_EVENT_H_

#include "application/ports/event_feed.h"
#include "parley/events/v1/events.pb.h"

namespace parley::grpc_api {

void WriteEvent(const ToldEvent& told, events::v1::Event& out);

}  // namespace parley::grpc_api

#endif  // PARLEY_ADAPTERS_GRPC_CONVERT_EVENT_H_
