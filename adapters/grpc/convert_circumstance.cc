// SPDX-License-Identifier: Apache-2.0
#include "adapters/grpc/convert_circumstance.h"

#include <string>

#include "adapters/grpc/convert_cases.h"
#include "adapters/grpc/convert_record_words.h"
#include "adapters/grpc/convert_support_need.h"
#include "domain/common/text.h"

namespace parley::grpc_api {
namespace {

std::optional<EvidenceState> ReadEvidence(v1::EvidenceState evidence) {
  if (evidence == v1::EVIDENCE_STATE_UNSPECIFIED) return std::nullopt;
  return static_cast<EvidenceState>(evidence);
}

}  // namespace

ToldCircumstance ReadCircumstance(DebtorId debtor, const v1::Circumstance& in, absl::Time now,
                                  Violations& violations) {
  ToldCircumstance told;
  LifeCircumstance& one = told.circumstance;
  one.event = static_cast<LifeEvent>(in.event());
  one.note = SensitiveText(in.note());
  if (in.has_condition()) {
    one.condition = ReadVulnerability(in.condition(), "circumstance.condition", now, violations);
  }
  told.from = ReadDay(in.from_date(), "circumstance.from_date", violations);
  told.review = ReadDay(in.review_date(), "circumstance.review_date", violations);
  one.until = ReadDay(in.until_date(), "circumstance.until_date", violations);
  one.evidence = ReadEvidence(in.evidence()).value_or(EvidenceState::kWaived);
  one.told_in = ReadToldIn(debtor, in.told_in(), "circumstance.told_in", violations);
  one.provenance = ReadProvenance(in, "circumstance", now, violations);
  return told;
}

LifeCircumstances::Update ReadReviseCircumstance(const v1::ReviseCircumstanceRequest& request,
                                                 Violations& violations) {
  return {
      ReadPart<CircumstanceId>(request, violations),
      {ReadEvidence(request.evidence()), ReadDay(request.review_date(), "review_date", violations),
       ReadDay(request.until_date(), "until_date", violations)}};
}

LifeCircumstances::End ReadEndCircumstance(const v1::EndCircumstanceRequest& request,
                                           Violations& violations) {
  Violations more;
  RequireText(more, "reason", request.reason(), kLongestReason, Lines::kMany);
  AddOnce(violations, more);
  return {ReadPart<CircumstanceId>(request, violations), SensitiveText(request.reason())};
}

void WriteCircumstance(DebtorId debtor, const LifeCircumstance& one, v1::Circumstance& out) {
  out.set_name(NameOf(PartName<CircumstanceId>{debtor, one.id}));
  out.set_event(static_cast<v1::LifeEvent>(one.event));
  out.set_note(one.note.Reveal());
  if (one.condition.has_value()) WriteVulnerability(*one.condition, *out.mutable_condition());
  out.set_from_date(FormatDay(one.from));
  if (one.until.has_value()) out.set_until_date(FormatDay(*one.until));
  out.set_evidence(static_cast<v1::EvidenceState>(one.evidence));
  out.set_review_date(FormatDay(one.review));
  out.set_told_in(ToldInName(debtor, one.told_in));
  out.set_end_reason(one.end_reason.Reveal());
  WriteProvenance(one.provenance, out);
}

}  // namespace parley::grpc_api
