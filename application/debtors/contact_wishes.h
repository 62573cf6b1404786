// SPDX-License-Identifier: Apache-2.0
#ifndef PARLEY_APPLICATION_DEBTORS_CONTACT_WISHES_H_
#define PARLEY_APPLICATION_DEBTORS_CONTACT_WISHES_H_

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "absl/status/statusor.h"
#include "application/call.h"
#include "application/debtors/record_parts.h"
#include "application/mutations.h"
#include "application/ports/ids.h"
#include "application/ports/time_zones.h"
#include "domain/communication/windows.h"
#include "domain/debtor/inconvenience.h"
#include "domain/debtor/location.h"
#include "domain/debtor/preferences.h"

namespace parley {

// Keeps how, when and where a person likes to be spoken to, and where they are.
class ContactWishes {
 public:
  // All that they like; what was set before is replaced.
  struct Liking {
    Preferences preferences;
    std::vector<DayWindow> work_hours;
  };

  ContactWishes(const Mutations& mutations, Ids& ids, const TimeZones& zones)
      : mutations_(mutations), ids_(ids), zones_(zones) {}

  // Errors of all: FIELD_INVALID, DEBTOR_NOT_FOUND.

  // Also ETAG_STALE; the etag is the debtor's.
  absl::StatusOr<Answer> SetPreferences(const Call& call, DebtorId debtor, const Liking& liking,
                                        std::optional<std::int64_t> etag,
                                        Encode<Liking> encode) const;
  // Also CONTACT_POINT_NOT_FOUND.
  absl::StatusOr<Answer> RecordInconvenience(const Call& call, DebtorId debtor,
                                             const Inconvenience& inconvenience,
                                             Encode<Inconvenience> encode) const;
  // The person took it back. One that is over stays as it is. Also INCONVENIENCE_NOT_FOUND,
  // ETAG_STALE.
  absl::StatusOr<Answer> EndInconvenience(const Call& call,
                                          const PartReference<InconvenienceId>& reference,
                                          Encode<Inconvenience> encode) const;
  absl::StatusOr<Answer> RecordLocation(const Call& call, DebtorId debtor, const Location& location,
                                        Encode<Location> encode) const;

 private:
  const Mutations& mutations_;
  Ids& ids_;
  const TimeZones& zones_;
};

// What does not suit somebody, inside a transaction that runs. Errors: those of
// ContactWishes::RecordInconvenience.
absl::StatusOr<Inconvenience> KeepInconvenience(Work& work, Ids& ids, DebtorId debtor,
                                                const Inconvenience& inconvenience);

// Adds what is wrong with a location, zones that do not exist among it.
void CheckPlaces(const Location& location, const TimeZones& zones, const std::string& field,
                 Violations& violations);

// Adds what is wrong with what somebody likes.
void CheckLiking(const ContactWishes::Liking& liking, Violations& violations);

}  // namespace parley

#endif  // PARLEY_APPLICATION_DEBTORS_CONTACT_WISHES_H_
