// SPDX-License-Identifier: Apache-2.0
#include "adapters/grpc/convert_support_need.h"

#include <string>

#include "adapters/grpc/convert_record_words.h"

namespace parley::grpc_api {

Vulnerability ReadVulnerability(const v1::Vulnerability& in, const std::string& field,
                                absl::Time now, Violations& violations) {
  Vulnerability read;
  read.driver = static_cast<VulnerabilityDriver>(in.driver());
  read.description = SensitiveText(in.description());
  if (!in.has_consent()) return read;
  const auto given = ReadTime(in.consent().has_give_time(), in.consent().give_time(),
                              field + ".consent.give_time", violations);
  read.consent = ExplicitConsent{in.consent().wording_version(), given.value_or(now), {}};
  return read;
}

void WriteVulnerability(const Vulnerability& vulnerability, v1::Vulnerability& out) {
  out.set_driver(static_cast<v1::VulnerabilityDriver>(vulnerability.driver));
  out.set_description(vulnerability.description.Reveal());
  if (!vulnerability.consent.has_value()) return;
  v1::ExplicitConsent& consent = *out.mutable_consent();
  consent.set_wording_version(vulnerability.consent->wording_version);
  Write(vulnerability.consent->given, *consent.mutable_give_time());
}

SupportNeed ReadSupportNeed(const v1::SupportNeed& in, absl::Time now, Violations& violations) {
  SupportNeed need;
  need.adjustment = static_cast<Adjustment>(in.adjustment());
  need.note = SensitiveText(in.note());
  if (in.has_vulnerability()) {
    need.vulnerability =
        ReadVulnerability(in.vulnerability(), "support_need.vulnerability", now, violations);
  }
  const auto review = ReadDay(in.review_date(), "support_need.review_date", violations);
  need.review = review.value_or(Day(kFirstYear, 1, 1));
  need.until = ReadDay(in.until_date(), "support_need.until_date", violations);
  need.provenance = ReadProvenance(in, "support_need", now, violations);
  Violations more;
  CheckSupportNeed(need, "support_need", more);
  AddOnce(violations, more);
  return need;
}

SupportNeeds::End ReadEndSupportNeed(const v1::EndSupportNeedRequest& request,
                                     Violations& violations) {
  return {ReadPart<SupportNeedId>(request, violations), request.only_the_reason()};
}

void WriteSupportNeed(DebtorId debtor, const SupportNeed& need, v1::SupportNeed& out) {
  out.set_name(NameOf(PartName<SupportNeedId>{debtor, need.id}));
  out.set_adjustment(static_cast<v1::Adjustment>(need.adjustment));
  out.set_note(need.note.Reveal());
  if (need.vulnerability.has_value()) {
    WriteVulnerability(*need.vulnerability, *out.mutable_vulnerability());
  }
  out.set_review_date(FormatDay(need.review));
  if (need.until.has_value()) out.set_until_date(FormatDay(*need.until));
  WriteProvenance(need.provenance, out);
}

}  // namespace parley::grpc_api
