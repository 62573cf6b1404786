// SPDX-License-Identifier: Apache-2.0
#include "adapters/grpc/convert_contact_point.h"

#include <optional>

#include "adapters/grpc/convert_record_words.h"
#include "domain/common/text.h"

namespace parley::grpc_api {
namespace {

// The address in the one form in which it is kept; what cannot be one is told.
void Normalise(const Addresses& addresses, const std::string& region, KnownPoint& point,
               Violations& violations) {
  if (point.address.Reveal().empty()) return;
  const auto normal = addresses.Normalise(point.type, point.address.Reveal(), region);
  if (!normal.has_value()) {
    AddOnce(violations, "contact_point.address", Fault::kMalformed);
    return;
  }
  point.address = normal->address;
  if (point.region.empty()) point.region = normal->region;
  if (point.kind == PointClass::kUnknown) point.kind = normal->kind;
}

std::optional<RepresentativeId> ReadRepresentativeOf(DebtorId debtor, const std::string& text,
                                                     Violations& violations) {
  const std::string field = "contact_point.representative";
  const auto name = ReadPartName<RepresentativeId>(text, field, violations);
  if (!name.has_value()) return std::nullopt;
  if (name->debtor != debtor) AddOnce(violations, field, Fault::kReferenceUnknown);
  return name->part;
}

}  // namespace

ContactPoints::Addition ReadAddContactPoint(const v1::AddContactPointRequest& request,
                                            const Addresses& addresses, absl::Time now,
                                            Violations& violations) {
  const v1::ContactPoint& in = request.contact_point();
  ContactPoints::Addition addition;
  KnownPoint& point = addition.point;
  addition.id =
      ReadChosenId<ContactPointId>(request.contact_point_id(), "contact_point_id", violations);
  addition.given_by = request.given_by_person() ? GivenBy::kPerson : GivenBy::kOther;
  point.debtor = ReadDebtorName(request.parent(), "parent", violations).value_or(DebtorId());
  if (!request.has_contact_point()) return addition;
  point.representative = ReadRepresentativeOf(point.debtor, in.representative(), violations);
  if (in.type() != v1::CONTACT_POINT_TYPE_UNSPECIFIED) {
    point.type = static_cast<PointType>(in.type());
  }
  point.kind = ReadPointClass(in.kind());
  point.place = ReadPlace(in.place());
  point.address = SensitiveText(in.address());
  point.postal_code = SensitiveText(in.postal_code());
  point.region = in.region();
  point.shared = in.shared();
  point.of_employer = in.of_employer();
  point.provenance = ReadProvenance(in, "contact_point", now, violations);
  // Without a type nobody can tell what else is wrong with an address.
  if (in.type() == v1::CONTACT_POINT_TYPE_UNSPECIFIED) return addition;
  Normalise(addresses, in.region(), point, violations);
  Violations more;
  CheckContactPoint(point, "contact_point", more);
  AddOnce(violations, more);
  return addition;
}

PartReference<ContactPointId> ReadPoint(const std::string& name, const std::string& etag,
                                        Violations& violations) {
  if (name.empty()) return {};
  const auto read = ReadContactPointName(name, "name", violations);
  if (!read.has_value()) return {};
  return {read->debtor, read->point, ReadEtag(etag)};
}

ContactPoints::Change ReadUpdateContactPoint(const v1::UpdateContactPointRequest& request,
                                             Violations& violations) {
  const v1::ContactPoint& in = request.contact_point();
  ContactPoints::Change change;
  if (!request.has_contact_point()) return change;
  const UpdateMask mask(request.update_mask(), in,
                        {"postal_code", "region", "kind", "place", "shared", "of_employer"},
                        violations);
  const auto name = ReadContactPointName(in.name(), "contact_point.name", violations);
  if (name.has_value()) change.reference = {name->debtor, name->point, ReadEtag(in.etag())};
  if (mask.Changes("postal_code")) change.postal_code = SensitiveText(in.postal_code());
  if (mask.Changes("region")) change.region = in.region();
  if (mask.Changes("kind")) change.kind = ReadPointClass(in.kind());
  if (mask.Changes("place")) change.place = ReadPlace(in.place());
  if (mask.Changes("shared")) change.shared = in.shared();
  if (mask.Changes("of_employer")) change.of_employer = in.of_employer();
  if (!in.region().empty() && !IsRegion(in.region())) {
    AddOnce(violations, "contact_point.region", Fault::kRegionMalformed);
  }
  return change;
}

LookUpDebtors::Query ReadLookUpDebtors(const v1::LookUpDebtorsRequest& request, TenantId tenant,
                                       Violations& violations) {
  if (!request.region().empty() && !IsRegion(request.region())) {
    AddOnce(violations, "region", Fault::kRegionMalformed);
  }
  return {tenant, static_cast<PointType>(request.type()), request.address(), request.region()};
}

void WriteContactPoint(const KnownPoint& point, v1::ContactPoint& out) {
  out.set_name(NameOf(ContactPointName{point.debtor, point.id}));
  out.set_type(static_cast<v1::ContactPointType>(point.type));
  out.set_address(point.address.Reveal());
  out.set_postal_code(point.postal_code.Reveal());
  out.set_region(point.region);
  if (point.representative.has_value()) {
    out.set_representative(NameOf(PartName<RepresentativeId>{point.debtor, *point.representative}));
  }
  out.set_kind(WritePointClass(point.kind));
  out.set_place(WritePlace(point.place));
  out.set_shared(point.shared);
  out.set_of_employer(point.of_employer);
  WriteProvenance(point.provenance, out);
  out.set_state(static_cast<v1::ContactPointState>(point.state));
  if (point.cause.has_value()) out.set_cause(static_cast<v1::SuppressionCause>(*point.cause));
  if (point.cause_time.has_value()) Write(*point.cause_time, *out.mutable_cause_time());
  out.set_quality(static_cast<v1::ContactPointQuality>(QualityOf(point)));
  if (point.last_success.has_value()) Write(*point.last_success, *out.mutable_last_success_time());
  if (point.last_failure.has_value()) Write(*point.last_failure, *out.mutable_last_failure_time());
  out.set_etag(WriteEtag(point.revision));
  Write(point.updated_time, *out.mutable_update_time());
}

}  // namespace parley::grpc_api
