// SPDX-License-Identifier: Apache-2.0
#ifndef PARLEY_DOMAIN_DEBTOR_INCONVENIENCE_H_
#define PARLEY_DOMAIN_DEBTOR_INCONVENIENCE_H_

#include <optional>
#include <string>
#include <vector>

#include "absl/time/time.h"
#include "domain/common/id.h"
#include "domain/common/sensitive.h"
#include "domain/common/violations.h"
#include "domain/communication/vocabulary.h"
#include "domain/communication/windows.h"
#include "domain/debtor/contact_scope.h"
#include "domain/debtor/provenance.h"

namespace parley {

using InconvenienceId = Id<struct InconvenienceTag>;

// When or where a person asked not to be contacted, or somebody for them. It ends by itself or when
// it is taken back.
struct Inconvenience {
  InconvenienceId id;
  // An inconvenient time or place, an employer who forbids it, or an oral word about work.
  DesignationKind kind = DesignationKind::kInconvenientTime;
  std::vector<DayWindow> closed;        // Of a time: when nobody may.
  Place place = Place::kNone;           // Of a place: which kind of place,
  std::optional<ContactPointId> point;  // or which address.
  SensitiveText words;                  // As they said it.
  std::optional<absl::Time> confirmed_in_writing;
  std::optional<absl::Time> until;
  Provenance provenance;

  friend bool operator==(const Inconvenience&, const Inconvenience&) = default;
};

// Adds what is wrong with it: a time that names none, a place that names none, a word that is
// recorded elsewhere.
void CheckInconvenience(const Inconvenience& inconvenience, const std::string& field,
                        Violations& violations);

bool IsInForce(const Inconvenience& inconvenience, absl::Time now);

}  // namespace parley

#endif  // PARLEY_DOMAIN_DEBTOR_INCONVENIENCE_H_
