// SPDX-License-Identifier: Apache-2.0
#ifndef PARLEY_ADAPTERS_GRPC_CONVERT_TIMELINE_H_
#define PARLEY_ADAPTERS_GRPC_CONVERT_TIMELINE_H_

#include <google/protobuf/repeated_field.h>

#include <string>

#include "application/debtors/tell_timeline.h"
#include "application/ports/timelines.h"
#include "domain/common/violations.h"
#include "parley/v1/timeline.pb.h"

namespace parley::grpc_api {

TellTimeline::Query ReadTimelineQuery(const std::string& parent,
                                      const google::protobuf::RepeatedField<int>& kinds,
                                      Violations& violations);

void WriteTimelineEntry(DebtorId debtor, const TimelineEntry& entry, v1::TimelineEntry& out);

}  // namespace parley::grpc_api

#endif  // PARLEY_ADAPTERS_GRPC_CONVERT_TIMELINE_H_
