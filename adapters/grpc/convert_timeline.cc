// SPDX-License-Identifier: Apache-2.0
#include "adapters/grpc/convert_timeline.h"

#include <optional>

#include "absl/strings/str_cat.h"
#include "adapters/grpc/convert_common.h"
#include "adapters/grpc/convert_event.h"
#include "adapters/grpc/names.h"

namespace parley::grpc_api {
namespace {

void WriteCause(DebtorId debtor, const TimelineEntry& entry, v1::TimelineEntry& out) {
  if (entry.cause.has_value()) {
    v1::TimelineCause& cause = *out.mutable_cause();
    cause.set_actor(entry.cause->actor);
    cause.set_method(entry.cause->action);
    if (!entry.cause->request_id.IsNil()) {
      cause.set_request_id(entry.cause->request_id.ToString());
    }
  }
  if (entry.trigger.has_value()) {
    out.mutable_cause()->set_source(
        SubjectName(entry.trigger->type, debtor, entry.trigger->subject));
  }
}

void WriteFact(const Event& event, v1::TimelineEntry& out) {
  out.set_type(std::string(NameOf(event.type)));
  out.set_event_id(event.id.ToString());
  out.set_resource(SubjectName(event.type, event.debtor, event.subject));
  const DebtName debt{event.debtor, event.debt};
  if (!event.debt.IsNil()) out.set_debt(NameOf(debt));
  if (!event.entry.IsNil()) out.set_entry(NameOf(EntryName{debt, event.entry}));
  if (event.amount.has_value()) {
    Write(event.amount->minor_units(), event.amount->currency(), *out.mutable_amount());
  }
  out.set_state(event.state);
}

}  // namespace

TellTimeline::Query ReadTimelineQuery(const std::string& parent,
                                      const google::protobuf::RepeatedField<int>& kinds,
                                      Violations& violations) {
  TellTimeline::Query query;
  query.debtor = ReadDebtorName(parent, "parent", violations).value_or(DebtorId());
  for (int at = 0; at < kinds.size(); ++at) {
    // What is no kind at all was added by the shape.
    if (kinds.Get(at) == v1::TIMELINE_KIND_UNSPECIFIED) {
      AddOnce(violations, absl::StrCat("kinds[", at, "]"), Fault::kUnknownValue);
    } else {
      query.kinds.insert(static_cast<TimelineKind>(kinds.Get(at)));
    }
  }
  return query;
}

void WriteTimelineEntry(DebtorId debtor, const TimelineEntry& entry, v1::TimelineEntry& out) {
  const TimelineKind kind =
      entry.event.has_value() ? KindOf(entry.event->type) : TimelineKind::kChange;
  out.set_kind(static_cast<v1::TimelineKind>(kind));
  if (entry.event.has_value()) WriteFact(*entry.event, out);
  Write(entry.time, *out.mutable_occurred_time());
  WriteCause(debtor, entry, out);
  out.set_revision(entry.position.revision);
  out.set_sequence(entry.position.sequence);
}

}  // namespace parley::grpc_api
