// SPDX-License-Identifier: Apache-2.0
#include "tests/domain/debtor/record_facts.h"

#include "tests/support/domain/builders.h"

namespace parley {
namespace {

KnownPoint APoint(int number, PointType type, std::string_view address) {
  KnownPoint point;
  point.id = NumberedId<ContactPointId>(static_cast<std::uint64_t>(number));
  point.debtor = NumberedId<DebtorId>(1);
  point.type = type;
  point.address = Secret(address);
  point.provenance = ToldBefore();
  point.updated_time = point.provenance.recorded;
  return point;
}

}  // namespace

Provenance ToldAt(absl::Time at) { return {Secret("the debtor"), "agent-1", at, at}; }

Provenance ToldBefore() { return ToldAt(TestNow() - absl::Hours(1)); }

KnownPoint APhone(int number) { return APoint(number, PointType::kPhone, "+14155550100"); }

KnownPoint AnEmail(int number) { return APoint(number, PointType::kEmail, "mira@example.com"); }

KnownPoint APostalAddress(int number) {
  KnownPoint point = APoint(number, PointType::kPostal, "Mira Musterfrau\nBeispielweg 1");
  point.postal_code = Secret("99999");
  point.region = "DE";
  return point;
}

Representative AnAttorney(int number) {
  Representative attorney;
  attorney.id = NumberedId<RepresentativeId>(static_cast<std::uint64_t>(number));
  attorney.role = RepresentativeRole::kAttorney;
  attorney.name = Secret("Ada Advocata");
  attorney.powers = {Power::kBeTold, Power::kNegotiate, Power::kPay, Power::kReceiveNotices};
  attorney.from = TestToday();
  attorney.state = RepresentationState::kActive;
  attorney.document = Secret("letter of 2026-11-01");
  attorney.provenance = ToldBefore();
  attorney.updated_time = attorney.provenance.recorded;
  return attorney;
}

}  // namespace parley
