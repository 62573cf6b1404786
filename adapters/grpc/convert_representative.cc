// SPDX-License-Identifier: Apache-2.0
#include "adapters/grpc/convert_representative.h"

#include <string>
#include <vector>

#include "absl/strings/str_cat.h"
#include "adapters/grpc/convert_record_words.h"

namespace parley::grpc_api {
namespace {

std::vector<DebtId> ReadDebts(const v1::Representative& in, DebtorId debtor,
                              Violations& violations) {
  std::vector<DebtId> debts;
  for (int at = 0; at < in.debts_size(); ++at) {
    const std::string field = absl::StrCat("representative.debts[", at, "]");
    const auto name = ReadDebtName(in.debts(at), field, violations);
    if (!name.has_value()) continue;
    if (name->debtor != debtor) AddOnce(violations, field, Fault::kReferenceUnknown);
    debts.push_back(name->debt);
  }
  return debts;
}

}  // namespace

Representatives::Addition ReadAddRepresentative(const v1::AddRepresentativeRequest& request,
                                                absl::Time now, Violations& violations) {
  const v1::Representative& in = request.representative();
  Representatives::Addition addition;
  addition.debtor = ReadDebtorName(request.parent(), "parent", violations).value_or(DebtorId());
  addition.id =
      ReadChosenId<RepresentativeId>(request.representative_id(), "representative_id", violations);
  if (!request.has_representative()) return addition;
  Representative& read = addition.representative;
  read.role = static_cast<RepresentativeRole>(in.role());
  read.name = SensitiveText(in.display_name());
  read.organisation = SensitiveText(in.organisation());
  read.powers = ReadWordSet<Power>(in.powers(), "representative.powers", violations);
  read.debts = ReadDebts(in, addition.debtor, violations);
  addition.from = ReadDay(in.from_date(), "representative.from_date", violations);
  // Without a first day it begins today, and whether the last comes after it is told later.
  read.from = addition.from.value_or(Day(kFirstYear, 1, 1));
  read.until = ReadDay(in.until_date(), "representative.until_date", violations);
  read.document = SensitiveText(in.document());
  read.provenance = ReadProvenance(in, "representative", now, violations);
  Violations more;
  CheckRepresentative(read, "representative", more);
  AddOnce(violations, more);
  return addition;
}

void WriteRepresentative(DebtorId debtor, const Representative& representative, Day today,
                         v1::Representative& out) {
  out.set_name(NameOf(PartName<RepresentativeId>{debtor, representative.id}));
  out.set_role(static_cast<v1::RepresentativeRole>(representative.role));
  out.set_display_name(representative.name.Reveal());
  out.set_organisation(representative.organisation.Reveal());
  WriteWordSet<v1::Power>(representative.powers, *out.mutable_powers());
  for (const DebtId debt : representative.debts) out.add_debts(NameOf(DebtName{debtor, debt}));
  out.set_from_date(FormatDay(representative.from));
  if (representative.until.has_value()) out.set_until_date(FormatDay(*representative.until));
  out.set_document(representative.document.Reveal());
  WriteProvenance(representative.provenance, out);
  out.set_state(static_cast<v1::RepresentationState>(StateOn(representative, today)));
  out.set_etag(WriteEtag(representative.revision));
  Write(representative.updated_time, *out.mutable_update_time());
}

}  // namespace parley::grpc_api
