// SPDX-License-Identifier: Apache-2.0
#include "adapters/grpc/convert_event.h"

#include <google/protobuf/util/json_util.h>

#include <optional>
#include <string>

#include "absl/strings/str_cat.h"
#include "adapters/grpc/convert_common.h"
#include "adapters/grpc/names.h"
#include "application/ports/store.h"
#include "domain/common/timeline.h"
#include "domain/debt/status.h"

namespace parley::grpc_api {
namespace {

// Of what a record holds, by the type of its id.
template <typename PartId>
std::string PartOf(DebtorId debtor, const Uuid& subject) {
  return NameOf(PartName<PartId>{debtor, PartId(subject)});
}

// Of what a person raised, and of what is talked about.
std::string CaseOf(EventType type, DebtorId debtor, const Uuid& subject) {
  switch (KindOf(type)) {
    case TimelineKind::kCircumstance:
      return PartOf<CircumstanceId>(debtor, subject);
    case TimelineKind::kPromise:
      return PartOf<PromiseId>(debtor, subject);
    case TimelineKind::kDispute:
      return PartOf<DisputeId>(debtor, subject);
    case TimelineKind::kCallback:
      return PartOf<CallbackId>(debtor, subject);
    case TimelineKind::kReflection:
      return PartOf<ReflectionId>(debtor, subject);
    case TimelineKind::kComplaint:
      return PartOf<ComplaintId>(debtor, subject);
    case TimelineKind::kConversation:
      return PartOf<ConversationId>(debtor, subject);
    case TimelineKind::kWork:
      return NameOf(WorkItemName{debtor, WorkItemId(subject)});
    case TimelineKind::kCommunication:
      return InboundName({debtor, CommunicationId(subject)});
    case TimelineKind::kDebt:
    case TimelineKind::kMoney:
    case TimelineKind::kHold:
    case TimelineKind::kVerdict:
    case TimelineKind::kPermission:
    case TimelineKind::kChange:
      return "";
  }
  return "";
}

// The state of a hold, or of anything else that a debt is concerned by, is no status.
bool TellsStatus(EventType type) {
  const TimelineKind kind = KindOf(type);
  return kind == TimelineKind::kDebt || kind == TimelineKind::kMoney;
}

v1::DebtStatus StatusOf(const std::string& state) {
  v1::DebtStatus status = v1::DEBT_STATUS_UNSPECIFIED;
  if (DebtStatusNamed(state).has_value()) {
    v1::DebtStatus_Parse(absl::StrCat("DEBT_STATUS_", state), &status);
  }
  return status;
}

}  // namespace

std::string SubjectName(EventType type, DebtorId debtor, const Uuid& subject) {
  if (subject.IsNil()) return "";
  switch (type) {
    case EventType::kPaymentPosted:
    case EventType::kPaymentInFlight:
    case EventType::kPaymentReturned:
      return NameOf(PaymentName{debtor, PaymentId(subject)});
    case EventType::kHoldStarted:
    case EventType::kHoldEnded:
      return NameOf(HoldName{debtor, HoldId(subject)});
    case EventType::kContactAllowed:
    case EventType::kContactSent:
    case EventType::kContactDelivered:
    case EventType::kContactRead:
    case EventType::kContactBounced:
    case EventType::kContactFailed:
      return NameOf(CommunicationName{debtor, CommunicationId(subject)});
    case EventType::kContactDeferred:
    case EventType::kContactRefused:
      return NameOf(VerdictName{debtor, VerdictId(subject)});
    case EventType::kConsentGranted:
      return NameOf(PartName<ConsentId>{debtor, ConsentId(subject)});
    case EventType::kRepresentationStarted:
    case EventType::kRepresentationEnded:
      return NameOf(PartName<RepresentativeId>{debtor, RepresentativeId(subject)});
    case EventType::kKillSwitchEngaged:
    case EventType::kKillSwitchReleased:
      return NameOf(KillSwitchId(subject));
    default:
      return CaseOf(type, debtor, subject);
  }
}

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
  if (!event.debt.IsNil() && TellsStatus(event.type)) out.set_status(StatusOf(event.state));
  Write(event.occurred_time, *out.mutable_occurred_time());
  out.set_subject(SubjectName(event.type, event.debtor, event.subject));
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
