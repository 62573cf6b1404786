// SPDX-License-Identifier: Apache-2.0
#include "adapters/grpc/convert_permission.h"

#include <string>

#include "absl/strings/str_cat.h"
#include "adapters/grpc/convert_record_words.h"
#include "domain/common/text.h"

namespace parley::grpc_api {
namespace {

std::vector<Day> ReadDates(const v1::Consent& in, Violations& violations) {
  std::vector<Day> days;
  for (int at = 0; at < in.dates_size(); ++at) {
    const std::string field = absl::StrCat("consent.dates[", at, "]");
    const auto day = ReadDay(in.dates(at), field, violations);
    if (in.dates(at).empty()) AddOnce(violations, field, Fault::kDateMalformed);
    days.push_back(day.value_or(Day()));
  }
  return days;
}

}  // namespace

ConsentFact ReadConsent(DebtorId debtor, const v1::Consent& in, absl::Time now,
                        Violations& violations) {
  ConsentFact fact;
  fact.kind = static_cast<ConsentKind>(in.kind());
  fact.state = static_cast<ConsentState>(in.said());
  fact.scope = ReadScope(debtor, in.scope(), "consent.scope", violations);
  fact.given_to_us = !in.given_to_another();
  fact.how = static_cast<Channel>(in.how());
  fact.wording_version = in.wording_version();
  fact.evidence = SensitiveText(in.evidence());
  fact.expires =
      ReadTime(in.has_expire_time(), in.expire_time(), "consent.expire_time", violations);
  fact.only_days = ReadDates(in, violations);
  fact.hours = ReadHours(in.hours(), "consent.hours", violations);
  fact.provenance = ReadProvenance(in, "consent", now, violations);
  Violations more;
  CheckConsent(fact, "consent", more);
  AddOnce(violations, more);
  return fact;
}

OptOut ReadOptOut(DebtorId debtor, const v1::OptOut& in, absl::Time now, Violations& violations) {
  OptOut opt_out;
  opt_out.scope = ReadScope(debtor, in.scope(), "opt_out.scope", violations);
  opt_out.how = static_cast<Channel>(in.how());
  opt_out.words = SensitiveText(in.words());
  opt_out.provenance = ReadProvenance(in, "opt_out", now, violations);
  Violations more;
  CheckOptOut(opt_out, "opt_out", more);
  AddOnce(violations, more);
  return opt_out;
}

Permissions::Lift ReadLift(const v1::LiftOptOutRequest& request, Violations& violations) {
  Violations more;
  RequireText(more, "source", request.source(), kLongestReason, Lines::kMany);
  AddOnce(violations, more);
  return {ReadPart<OptOutId>(request, violations), SensitiveText(request.source())};
}

void WriteConsent(DebtorId debtor, const ConsentFact& fact, v1::Consent& out) {
  out.set_name(NameOf(PartName<ConsentId>{debtor, fact.id}));
  out.set_kind(static_cast<v1::ConsentKind>(fact.kind));
  out.set_said(static_cast<v1::ConsentState>(fact.state));
  if (fact.scope != ContactScope()) WriteScope(debtor, fact.scope, *out.mutable_scope());
  out.set_given_to_another(!fact.given_to_us);
  out.set_how(static_cast<v1::Channel>(fact.how));
  out.set_wording_version(fact.wording_version);
  out.set_evidence(fact.evidence.Reveal());
  if (fact.expires.has_value()) Write(*fact.expires, *out.mutable_expire_time());
  for (const Day day : fact.only_days) out.add_dates(FormatDay(day));
  WriteHours(fact.hours, *out.mutable_hours());
  WriteProvenance(fact.provenance, out);
}

void WriteOptOut(DebtorId debtor, const OptOut& opt_out, v1::OptOut& out) {
  out.set_name(NameOf(PartName<OptOutId>{debtor, opt_out.id}));
  if (opt_out.scope != ContactScope()) WriteScope(debtor, opt_out.scope, *out.mutable_scope());
  out.set_how(static_cast<v1::Channel>(opt_out.how));
  out.set_words(opt_out.words.Reveal());
  WriteProvenance(opt_out.provenance, out);
  if (opt_out.lifted.has_value()) Write(*opt_out.lifted, *out.mutable_lift_time());
  out.set_lift_source(opt_out.lift_source.Reveal());
}

}  // namespace parley::grpc_api
