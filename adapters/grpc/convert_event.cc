// SPDX-License-Identifier: Apache-2.0
#include "adapters/grpc/convert_event.h"

#include <google/protobuf/util/json_util.h>

#include <optional>
#include <string>

#include "absl/strings/str_cat.h"
#include "adapters/grpc/convert_common.h"
#include "adapters/grpc/names.h"
#include "application/ports/store.h"
#include "domain/debt/status.h"

namespace parley::grpc_api {
namespace {

// What else an event is about, by its type; empty where types of several kinds share it.
std::string SubjectOf(const Event& event) {
  switch (event.type) {
    case EventType::kPaymentPosted:
    case EventType::kPaymentInFlight:
    case EventType::kPaymentReturned:
      return NameOf(PaymentName{event.debtor, PaymentId(event.subject)});
    case EventType::kHoldStarted:
    case EventType::kHoldEnded:
      return NameOf(HoldName{event.debtor, HoldId(event.subject)});
    case EventType::kContactAllowed:
    case EventType::kContactSent:
    case EventType::kContactDelivered:
    case EventType::kContactRead:
    case EventType::kContactBounced:
    case EventType::kContactFailed:
      return NameOf(CommunicationName{event.debtor, CommunicationId(event.subject)});
    case EventType::kContactDeferred:
    case EventType::kContactRefused:
      return NameOf(VerdictName{event.debtor, VerdictId(event.subject)});
    case EventType::kConsentGranted:
      return NameOf(PartName<ConsentId>{event.debtor, ConsentId(event.subject)});
    case EventType::kRepresentationStarted:
    case EventType::kRepresentationEnded:
      return NameOf(PartName<RepresentativeId>{event.debtor, RepresentativeId(event.subject)});
    case EventType::kKillSwitchEngaged:
    case EventType::kKillSwitchReleased:
      return NameOf(KillSwitchId(event.subject));
    default:
      return "";
  }
}

v1::DebtStatus StatusOf(const std::string& state) {
  v1::DebtStatus status = v1::DEBT_STATUS_UNSPECIFIED;
  if (DebtStatusNamed(state).has_value()) {
    v1::DebtStatus_Parse(absl::StrCat("DEBT_STATUS_", state), &status);
  }
  return status;
}

}  // namespace

void WriteEvent(const ToldEvent& told, events::v1::Event& out) {
  const Event& event = told.event;
  out.set_event_id(event.id.ToString());
  out.set_type(std::string(NameOf(event.type)));
  if (event.debtor != kDesk) out.set_debtor(NameOf(event.debtor));
  out.set_revision(told.revision);
  const DebtName debt{event.debtor, event.debt};
  if (!event.debt.IsNil()) out.set_debt(NameOf(debt));
  if (!event.entry.IsNil()) out.set_entry(NameOf(EntryName{debt, event.entry}));
  if (event.amount.has_value()) {
    Write(event.amount->minor_units(), event.amount->currency(), *out.mutable_amount());
  }
  // The state of a hold, or of a contact, is no status.
  if (!event.debt.IsNil()) out.set_status(StatusOf(event.state));
  Write(event.occurred_time, *out.mutable_occurred_time());
  if (!event.subject.IsNil()) out.set_subject(SubjectOf(event));
}

std::string EventJson(const ToldEvent& told) {
  events::v1::Event event;
  WriteEvent(told, event);
  google::protobuf::util::JsonPrintOptions options;
  options.preserve_proto_field_names = true;
  std::string json;
  // It fails on instants alone that no record can have.
  static_cast<void>(google::protobuf::util::MessageToJsonString(event, &json, options).ok());
  return json;
}

void WriteDeadLetter(const DeadLetter& letter, events::v1::DeadLetter& out) {
  out.set_name(NameOf(letter.told.event.id));
  WriteEvent(letter.told, *out.mutable_event());
  out.set_cause(static_cast<events::v1::DeadLetterCause>(letter.cause));
  out.set_tries(letter.tries);
  Write(letter.put_aside_time, *out.mutable_put_aside_time());
  out.set_retry_requested(letter.retry_asked);
}

}  // namespace parley::grpc_api
