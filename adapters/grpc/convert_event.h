// SPDX-License-Identifier: Apache-2.0
#ifndef PARLEY_ADAPTERS_GRPC_CONVERT_EVENT_H_
#define PARLEY_ADAPTERS_GRPC_CONVERT_EVENT_H_

#include <string>

#include "application/ports/dead_letters.h"
#include "application/ports/event_feed.h"
#include "parley/events/v1/event_service.pb.h"
#include "parley/events/v1/events.pb.h"

namespace parley::grpc_api {

void WriteEvent(const ToldEvent& told, events::v1::Event& out);
// The same as JSON in one line, with the names of the proto's fields.
std::string EventJson(const ToldEvent& told);

// The name of what an event is about beside its debt, by its type; empty for nothing, and where
// types of several kinds share it.
std::string SubjectName(EventType type, DebtorId debtor, const Uuid& subject);

void WriteDeadLetter(const DeadLetter& letter, events::v1::DeadLetter& out);

}  // namespace parley::grpc_api

#endif  // PARLEY_ADAPTERS_GRPC_CONVERT_EVENT_H_
