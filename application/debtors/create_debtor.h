// SPDX-License-Identifier: Apache-2.0
#ifndef PARLEY_APPLICATION_DEBTORS_CREATE_DEBTOR_H_
#define PARLEY_APPLICATION_DEBTORS_CREATE_DEBTOR_H_

#include <optional>
#include <string>
#include <vector>

#include "absl/status/statusor.h"
#include "application/call.h"
#include "application/mutations.h"
#include "application/ports/ids.h"
#include "application/ports/time_zones.h"
#include "domain/debtor/debtor.h"

namespace parley {

// What a caller says of a debtor.
struct DebtorDetails {
  DebtorKind kind = DebtorKind::kNaturalPerson;
  std::vector<std::string> external_refs;
  SensitiveText display_name;
  SensitiveText birth_date;
  std::string language;
  std::string region;
  std::string time_zone;
};

// A new debtor, so described.
Debtor MakeDebtor(DebtorId id, const DebtorDetails& record, absl::Time now);

// Makes a debtor known to a tenant.
class CreateDebtor {
 public:
  struct Command {
    std::optional<DebtorId> id;
    DebtorDetails record;
  };

  CreateDebtor(const Mutations& mutations, Ids& ids, const TimeZones& zones)
      : mutations_(mutations), ids_(ids), zones_(zones) {}

  // Errors: FIELD_INVALID, DEBTOR_ALREADY_EXISTS for an id or reference that is taken.
  absl::StatusOr<Answer> Handle(const Call& call, const Command& command,
                                Encode<Debtor> encode) const;

 private:
  const Mutations& mutations_;
  Ids& ids_;
  const TimeZones& zones_;
};

}  // namespace parley

#endif  // PARLEY_APPLICATION_DEBTORS_CREATE_DEBTOR_H_
