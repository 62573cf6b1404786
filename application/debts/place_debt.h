// SPDX-License-Identifier: Apache-2.0
#ifndef PARLEY_APPLICATION_DEBTS_PLACE_DEBT_H_
#define PARLEY_APPLICATION_DEBTS_PLACE_DEBT_H_

#include <optional>

#include "absl/status/statusor.h"
#include "application/call.h"
#include "application/mutations.h"
#include "application/ports/fingerprints.h"
#include "application/ports/ids.h"
#include "application/ports/portfolio.h"
#include "application/ports/time_zones.h"
#include "domain/debt/debt.h"

namespace parley {

// Entrusts a debt of a known debtor to this system.
class PlaceDebt {
 public:
  struct Command {
    DebtorId debtor;
    std::optional<DebtId> id;
    Placement placement;  // Its ids, content and rules are filled in here.
  };

  PlaceDebt(const Mutations& mutations, Portfolio& portfolio, const Fingerprints& fingerprints,
            Ids& ids, const TimeZones& zones)
      : mutations_(mutations),
        portfolio_(portfolio),
        fingerprints_(fingerprints),
        ids_(ids),
        zones_(zones) {}

  // The same reference with the same content answers with the debt as it stands now.
  // Errors: FIELD_INVALID, DEBTOR_NOT_FOUND, CREDITOR_NOT_FOUND, DEBT_ALREADY_PLACED,
  // BALANCE_OUT_OF_RANGE.
  absl::StatusOr<Answer> Handle(const Call& call, const Command& command,
                                Encode<Debt> encode) const;

 private:
  absl::StatusOr<Debt> Place(Work& work, Placement placement) const;
  absl::StatusOr<Answer> AnswerWithExisting(const Call& call, const Placement& placement,
                                            Encode<Debt> encode) const;

  const Mutations& mutations_;
  Portfolio& portfolio_;
  const Fingerprints& fingerprints_;
  Ids& ids_;
  const TimeZones& zones_;
};

}  // namespace parley

#endif  // PARLEY_APPLICATION_DEBTS_PLACE_DEBT_H_
