// SPDX-License-Identifier: Apache-2.0
#include "adapters/grpc/convert_debtor.h"

#include <string>
#include <vector>

#include "adapters/grpc/convert_common.h"
#include "application/local_day.h"

namespace parley::grpc_api {
namespace {

std::vector<std::string> ReadReferences(const v1::Debtor& in) {
  return {in.external_refs().begin(), in.external_refs().end()};
}

void CheckRecord(const Debtor& debtor, const TimeZones& zones, Violations& violations) {
  Violations more;
  CheckDebtor(debtor, "debtor", more);
  CheckTimeZone(zones, debtor.time_zone, "debtor.time_zone", more);
  AddOnce(violations, more);
}

// What the command changes, in a debtor that is sound otherwise.
Debtor SketchOf(const UpdateDebtor::Command& command) {
  Debtor sketch;
  sketch.display_name = command.display_name.value_or(SensitiveText("unchanged"));
  sketch.external_refs = command.external_refs.value_or(sketch.external_refs);
  sketch.birth_date = command.birth_date.value_or(sketch.birth_date);
  sketch.language = command.language.value_or(sketch.language);
  sketch.region = command.region.value_or(sketch.region);
  sketch.time_zone = command.time_zone.value_or(sketch.time_zone);
  return sketch;
}

}  // namespace

DebtorKind ReadDebtorKind(v1::DebtorKind kind) {
  return kind == v1::DEBTOR_KIND_ORGANISATION ? DebtorKind::kOrganisation
                                              : DebtorKind::kNaturalPerson;
}

v1::DebtorKind WriteDebtorKind(DebtorKind kind) {
  switch (kind) {
    case DebtorKind::kNaturalPerson:
      return v1::DEBTOR_KIND_NATURAL_PERSON;
    case DebtorKind::kOrganisation:
      return v1::DEBTOR_KIND_ORGANISATION;
  }
  return v1::DEBTOR_KIND_UNSPECIFIED;
}

CreateDebtor::Command ReadCreateDebtor(const v1::CreateDebtorRequest& request,
                                       const TimeZones& zones, Violations& violations) {
  const v1::Debtor& in = request.debtor();
  CreateDebtor::Command command{
      .id = ReadChosenId<DebtorId>(request.debtor_id(), "debtor_id", violations),
      .record = {.kind = ReadDebtorKind(in.kind()),
                 .external_refs = ReadReferences(in),
                 .display_name = SensitiveText(in.display_name()),
                 .birth_date = SensitiveText(in.birth_date()),
                 .language = in.language(),
                 .region = in.region(),
                 .time_zone = in.time_zone()}};
  if (request.has_debtor()) CheckRecord(MakeDebtor({}, command.record, {}), zones, violations);
  return command;
}

UpdateDebtor::Command ReadUpdateDebtor(const v1::UpdateDebtorRequest& request,
                                       const TimeZones& zones, Violations& violations) {
  const v1::Debtor& in = request.debtor();
  UpdateDebtor::Command command;
  if (!request.has_debtor()) return command;
  const UpdateMask mask(
      request.update_mask(), in,
      {"external_refs", "kind", "display_name", "birth_date", "language", "region", "time_zone"},
      violations);
  command.id = ReadDebtorName(in.name(), "debtor.name", violations).value_or(DebtorId());
  command.etag = ReadEtag(in.etag());
  if (mask.Changes("kind")) {
    command.kind = ReadDebtorKind(in.kind());
    if (in.kind() == v1::DEBTOR_KIND_UNSPECIFIED) {
      AddOnce(violations, "debtor.kind", Fault::kRequired);
    }
  }
  if (mask.Changes("external_refs")) command.external_refs = ReadReferences(in);
  if (mask.Changes("display_name")) command.display_name = SensitiveText(in.display_name());
  if (mask.Changes("birth_date")) command.birth_date = SensitiveText(in.birth_date());
  if (mask.Changes("language")) command.language = in.language();
  if (mask.Changes("region")) command.region = in.region();
  if (mask.Changes("time_zone")) command.time_zone = in.time_zone();
  CheckRecord(SketchOf(command), zones, violations);
  return command;
}

void Write(const Debtor& debtor, v1::Debtor& out) {
  out.set_name(NameOf(debtor.id));
  for (const std::string& reference : debtor.external_refs) out.add_external_refs(reference);
  out.set_kind(WriteDebtorKind(debtor.kind));
  out.set_display_name(debtor.display_name.Reveal());
  out.set_birth_date(debtor.birth_date.Reveal());
  out.set_language(debtor.language);
  out.set_region(debtor.region);
  out.set_time_zone(debtor.time_zone);
  out.set_revision(debtor.revision);
  out.set_etag(WriteEtag(debtor.record_revision));
  Write(debtor.created_time, *out.mutable_create_time());
  Write(debtor.updated_time, *out.mutable_update_time());
}

}  // namespace parley::grpc_api
