// SPDX-License-Identifier: Apache-2.0
#ifndef PARLEY_APPLICATION_DEBTORS_ASK_AUTHORITY_H_
#define PARLEY_APPLICATION_DEBTORS_ASK_AUTHORITY_H_

#include <vector>

#include "absl/status/statusor.h"
#include "application/ports/clock.h"
#include "application/ports/directory.h"
#include "application/ports/portfolio.h"
#include "application/ports/time_zones.h"
#include "domain/debtor/authority.h"

namespace parley {

// May we talk to this person about these debts?
class AskAuthority {
 public:
  struct Query {
    TenantId tenant;
    DebtorId debtor;
    std::vector<DebtId> debts;
    Interlocutor who;
  };

  AskAuthority(Directory& directory, Portfolio& portfolio, const Clock& clock,
               const TimeZones& zones)
      : directory_(directory), portfolio_(portfolio), clock_(clock), zones_(zones) {}

  // Errors: DEBTOR_NOT_FOUND, DEBT_NOT_FOUND.
  absl::StatusOr<Authority> Handle(const Query& query) const;

 private:
  Directory& directory_;
  Portfolio& portfolio_;
  const Clock& clock_;
  const TimeZones& zones_;
};

}  // namespace parley

#endif  // PARLEY_APPLICATION_DEBTORS_ASK_AUTHORITY_H_
