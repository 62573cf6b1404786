// SPDX-License-Identifier: Apache-2.0
#ifndef PARLEY_TESTS_DOMAIN_COMMUNICATION_DEBTOR_FACTS_FIXTURE_H_
#define PARLEY_TESTS_DOMAIN_COMMUNICATION_DEBTOR_FACTS_FIXTURE_H_

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "domain/communication/debtor_facts.h"
#include "tests/domain/communication/gate_fixture.h"
#include "tests/domain/debtor/record_facts.h"
#include "tests/support/domain/builders.h"

namespace parley {

inline const DebtId kDebt = NumberedId<DebtId>(1);
inline const DebtId kOtherDebt = NumberedId<DebtId>(2);
inline const RepresentativeId kAttorney = NumberedId<RepresentativeId>(1);

inline std::optional<absl::TimeZone> ZoneOf(const std::string& name) {
  absl::TimeZone zone;
  return absl::LoadTimeZone(name, &zone) ? std::optional(zone) : std::nullopt;
}

inline std::vector<std::string> ZonesOf(std::string_view region) {
  if (region.starts_with("DE")) return {"Europe/Berlin", "Europe/Zurich"};
  return {};
}

inline const Calendar* HolidaysOf(std::string_view region) {
  static const Calendar kGerman{.id = "DE"};
  return region.starts_with("DE") ? &kGerman : nullptr;
}

// Of a debtor of whose places nothing is known, with a phone.
inline DebtorRecord ARecord() {
  DebtorRecord record;
  record.debtor = ADebtor();
  record.debtor.region.clear();
  record.debtor.time_zone.clear();
  record.points = {APhone()};
  return record;
}

inline DebtorFacts Fold(const DebtorRecord& record) {
  const std::vector<ContactDebt> debts = {{.id = kDebt, .balance = 1000},
                                          {.id = kOtherDebt, .balance = 500}};
  return FactsOf(record, debts, {ZoneOf, ZonesOf, HolidaysOf}, {TestNow(), TestToday()});
}

inline Person TheDebtor(const DebtorRecord& record) { return Fold(record).facts.persons.front(); }

inline KnownPoint Suppressed(SuppressionCause cause) {
  KnownPoint point = APhone();
  point.state = PointState::kSuppressed;
  point.cause = cause;
  point.cause_time = TestNow() - absl::Hours(5);
  return point;
}

}  // namespace parley

#endif  // PARLEY_TESTS_DOMAIN_COMMUNICATION_DEBTOR_FACTS_FIXTURE_H_
