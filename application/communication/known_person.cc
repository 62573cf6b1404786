// SPDX-License-Identifier: Apache-2.0
#include "application/communication/known_person.h"

#include <optional>
#include <utility>

namespace parley {

KnownPerson KnownFrom(const Debtor& debtor, const TimeZones& zones) {
  Person person;
  person.natural = debtor.kind == DebtorKind::kNaturalPerson;
  if (!debtor.region.empty()) person.regions.push_back(debtor.region);
  const std::optional<absl::TimeZone> zone = zones.Find(debtor.time_zone);
  if (zone.has_value()) person.zones.push_back({*zone, LocationSource::kOther});
  KnownPerson known;
  known.facts.persons.push_back(std::move(person));
  return known;
}

}  // namespace parley
