// SPDX-License-Identifier: Apache-2.0
#include "adapters/grpc/callback_methods.h"

#include "adapters/grpc/convert_callback.h"
#include "adapters/grpc/convert_cases.h"
#include "adapters/grpc/part_pages.h"
#include "domain/common/status_macros.h"

namespace parley::grpc_api {
namespace {

// Who of the team did what, and why a call was missed, is not for the person's own app.
void Tell(const Incoming& in, DebtorId debtor, const CallbackRequest& request, absl::Time now,
          v1::Callback& out) {
  Write(debtor, request, now, out);
  if (!in.call.by_person) return;
  out.clear_actor();
  out.clear_end_reason();
}

auto EncoderAt(const Incoming& in, DebtorId debtor, absl::Time now) {
  return [&in, debtor, now](const CallbackRequest& request) {
    v1::Callback out;
    Tell(in, debtor, request, now, out);
    return out.SerializeAsString();
  };
}

}  // namespace

std::vector<UnaryMethod> CallbackMethods::Methods() const {
  return {OnMutation("RequestCallback", this, &CallbackMethods::Request),
          OnMutation("ScheduleCallback", this, &CallbackMethods::Schedule),
          OnMutation("KeepCallback", this, &CallbackMethods::Keep),
          OnMutation("MissCallback", this, &CallbackMethods::Miss),
          OnMutation("CancelCallback", this, &CallbackMethods::Cancel),
          OnRead("GetCallback", this, &CallbackMethods::Get),
          OnRead("ListCallbacks", this, &CallbackMethods::List)};
}

absl::StatusOr<Answer> CallbackMethods::Request(const Incoming& in,
                                                const v1::RequestCallbackRequest& request) const {
  const DebtorId debtor =
      ReadDebtorName(request.parent(), "parent", in.violations).value_or(DebtorId());
  const CallbackRequest wish = ReadCallback(debtor, request.callback(), in.violations);
  PARLEY_RETURN_IF_ERROR(in.violations.ToStatus());
  return parts_.application.callbacks.Request(in.call, debtor, wish,
                                              EncoderAt(in, debtor, parts_.clock.Now()));
}

absl::StatusOr<Answer> CallbackMethods::Schedule(const Incoming& in,
                                                 const v1::ScheduleCallbackRequest& request) const {
  const auto reference = ReadPart<CallbackId>(request, in.violations);
  const CallSlot slot = ReadSlot(request.slot(), "slot", in.violations);
  PARLEY_RETURN_IF_ERROR(in.violations.ToStatus());
  return parts_.application.callbacks.Schedule(in.call, reference, slot,
                                               EncoderAt(in, reference.debtor, parts_.clock.Now()));
}

absl::StatusOr<Answer> CallbackMethods::Keep(const Incoming& in,
                                             const v1::KeepCallbackRequest& request) const {
  const auto reference = ReadPart<CallbackId>(request, in.violations);
  const CommunicationId by =
      ReadToldIn(reference.debtor, request.kept_in(), "kept_in", in.violations)
          .value_or(CommunicationId());
  PARLEY_RETURN_IF_ERROR(in.violations.ToStatus());
  return parts_.application.callbacks.Keep(in.call, reference, by,
                                           EncoderAt(in, reference.debtor, parts_.clock.Now()));
}

absl::StatusOr<Answer> CallbackMethods::Miss(const Incoming& in,
                                             const v1::MissCallbackRequest& request) const {
  const auto reference = ReadPart<CallbackId>(request, in.violations);
  PARLEY_RETURN_IF_ERROR(in.violations.ToStatus());
  return parts_.application.callbacks.Miss(in.call, reference, SensitiveText(request.reason()),
                                           EncoderAt(in, reference.debtor, parts_.clock.Now()));
}

absl::StatusOr<Answer> CallbackMethods::Cancel(const Incoming& in,
                                               const v1::CancelCallbackRequest& request) const {
  const auto reference = ReadPart<CallbackId>(request, in.violations);
  PARLEY_RETURN_IF_ERROR(in.violations.ToStatus());
  return parts_.application.callbacks.Cancel(in.call, reference, SensitiveText(request.reason()),
                                             EncoderAt(in, reference.debtor, parts_.clock.Now()));
}

absl::Status CallbackMethods::Get(const Incoming& in, const v1::GetCallbackRequest& request,
                                  v1::Callback& response) const {
  const auto name = ReadPartName<CallbackId>(request.name(), "name", in.violations);
  PARLEY_RETURN_IF_ERROR(in.violations.ToStatus());
  PARLEY_ASSIGN_OR_RETURN(const DebtorRecord record,
                          parts_.application.directory.GetRecord(in.call.tenant, name->debtor));
  PARLEY_ASSIGN_OR_RETURN(const CallbackRequest found,
                          FindPart(record.callbacks, name->part, Reason::kCallbackNotFound));
  Tell(in, name->debtor, found, parts_.clock.Now(), response);
  return absl::OkStatus();
}

absl::Status CallbackMethods::List(const Incoming& in, const v1::ListCallbacksRequest& request,
                                   v1::ListCallbacksResponse& response) const {
  const absl::Time now = parts_.clock.Now();
  return PageOfParts<v1::ListCallbacksRequest, v1::ListCallbacksResponse, CallbackRequest>(
      parts_, in, request, &DebtorRecord::callbacks,
      [&](DebtorId debtor, const CallbackRequest& one) {
        Tell(in, debtor, one, now, *response.add_callbacks());
      },
      response);
}

}  // namespace parley::grpc_api
