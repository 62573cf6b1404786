// SPDX-License-Identifier: Apache-2.0
#ifndef PARLEY_APPLICATION_DEBTORS_UPDATE_DEBTOR_H_
#define PARLEY_APPLICATION_DEBTORS_UPDATE_DEBTOR_H_

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "absl/status/statusor.h"
#include "application/call.h"
#include "application/mutations.h"
#include "application/ports/time_zones.h"
#include "domain/debtor/debtor.h"

namespace parley {

// Changes a debtor's record; what is not given stays.
class UpdateDebtor {
 public:
  struct Command {
    DebtorId id;
    std::optional<std::int64_t> etag;  // The revision that the caller has seen.
    std::optional<DebtorKind> kind;
    std::optional<std::vector<std::string>> external_refs;
    std::optional<SensitiveText> display_name;
    std::optional<SensitiveText> birth_date;
    std::optional<std::string> language;
    std::optional<std::string> region;
    std::optional<std::string> time_zone;
  };

  UpdateDebtor(const Mutations& mutations, const TimeZones& zones)
      : mutations_(mutations), zones_(zones) {}

  // Errors: DEBTOR_NOT_FOUND, ETAG_STALE, FIELD_INVALID, DEBTOR_ALREADY_EXISTS for a reference that
  // is taken.
  absl::StatusOr<Answer> Handle(const Call& call, const Command& command,
                                Encode<Debtor> encode) const;

 private:
  const Mutations& mutations_;
  const TimeZones& zones_;
};

}  // namespace parley

#endif  // PARLEY_APPLICATION_DEBTORS_UPDATE_DEBTOR_H_
