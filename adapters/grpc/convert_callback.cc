// SPDX-License-Identifier: Apache-2.0
#include "adapters/grpc/convert_callback.h"

#include "adapters/grpc/convert_cases.h"
#include "adapters/grpc/convert_record_words.h"

namespace parley::grpc_api {

CallSlot ReadSlot(const v1::CallSlot& in, const std::string& field, Violations& violations) {
  const auto from = ReadTime(in.has_from_time(), in.from_time(), field + ".from_time", violations);
  const auto until =
      ReadTime(in.has_until_time(), in.until_time(), field + ".until_time", violations);
  return {from.value_or(absl::Time()), until.value_or(absl::Time())};
}

CallbackRequest ReadCallback(DebtorId debtor, const v1::Callback& in, Violations& violations) {
  CallbackRequest request;
  if (!in.debt().empty()) {
    const auto debt = ReadDebtName(in.debt(), "callback.debt", violations);
    if (debt.has_value() && debt->debtor != debtor) {
      AddOnce(violations, "callback.debt", Fault::kReferenceUnknown);
    }
    if (debt.has_value()) request.debt = debt->debt;
  }
  request.point = ReadPointOf(debtor, in.contact_point(), "callback.contact_point", violations);
  if (in.has_slot()) request.slot = ReadSlot(in.slot(), "callback.slot", violations);
  if (!in.wished_date().empty()) {
    request.wished = ReadDay(in.wished_date(), "callback.wished_date", violations);
  }
  request.about = SensitiveText(in.about());
  request.told_in = ReadToldIn(debtor, in.told_in(), "callback.told_in", violations);
  return request;
}

void Write(DebtorId debtor, const CallbackRequest& request, absl::Time now, v1::Callback& out) {
  out.set_name(NameOf(PartName<CallbackId>{debtor, request.id}));
  if (request.debt.has_value()) out.set_debt(NameOf(DebtName{debtor, *request.debt}));
  if (request.point.has_value()) {
    out.set_contact_point(NameOf(ContactPointName{debtor, *request.point}));
  }
  if (request.slot.has_value()) {
    Write(request.slot->from, *out.mutable_slot()->mutable_from_time());
    Write(request.slot->until, *out.mutable_slot()->mutable_until_time());
  }
  if (request.wished.has_value()) out.set_wished_date(FormatDay(*request.wished));
  out.set_about(request.about.Reveal());
  out.set_told_in(ToldInName(debtor, request.told_in));
  out.set_kept_in(ToldInName(debtor, request.kept_in));
  out.set_state(static_cast<v1::CallbackState>(StateAt(request, now)));
  out.set_end_reason(request.end_reason.Reveal());
  out.set_actor(request.actor);
  out.set_etag(WriteEtag(request.revision));
  Write(request.created_time, *out.mutable_create_time());
  Write(request.updated_time, *out.mutable_update_time());
}

}  // namespace parley::grpc_api
