// SPDX-License-Identifier: Apache-2.0
#ifndef PARLEY_APPLICATION_CREDITORS_CREATE_CREDITOR_H_
#define PARLEY_APPLICATION_CREDITORS_CREATE_CREDITOR_H_

#include <optional>
#include <string>

#include "absl/status/statusor.h"
#include "application/call.h"
#include "application/mutations.h"
#include "application/ports/ids.h"
#include "application/ports/time_zones.h"
#include "domain/debt/creditor.h"

namespace parley {

// Makes a creditor known to a tenant.
class CreateCreditor {
 public:
  struct Command {
    std::optional<CreditorId> id;
    std::string code;
    std::string display_name;
    std::string time_zone;  // Required: it dates the ledgers of debtors without a known zone.
    std::string language;
    CreditorSettings settings;
  };

  CreateCreditor(const Mutations& mutations, Ids& ids, const TimeZones& zones)
      : mutations_(mutations), ids_(ids), zones_(zones) {}

  // Errors: FIELD_INVALID, CREDITOR_ALREADY_EXISTS.
  absl::StatusOr<Answer> Handle(const Call& call, const Command& command,
                                Encode<Creditor> encode) const;

 private:
  const Mutations& mutations_;
  Ids& ids_;
  const TimeZones& zones_;
};

}  // namespace parley

#endif  // PARLEY_APPLICATION_CREDITORS_CREATE_CREDITOR_H_
