// SPDX-License-Identifier: Apache-2.0
#ifndef PARLEY_APPLICATION_DEBTORS_CIRCUMSTANCES_H_
#define PARLEY_APPLICATION_DEBTORS_CIRCUMSTANCES_H_

#include <optional>

#include "absl/status/statusor.h"
#include "application/call.h"
#include "application/debtors/record_parts.h"
#include "application/debts/hold_changes.h"
#include "application/mutations.h"
#include "domain/debtor/circumstance.h"

namespace parley {

// A circumstance as somebody told it.
struct ToldCircumstance {
  LifeCircumstance circumstance;
  std::optional<Day> from;    // By default today, where the debtor is.
  std::optional<Day> review;  // By default a quarter later.
};

// Takes down what happened in a person's life, within the running transaction. Errors:
// FIELD_INVALID, DEBTOR_NOT_FOUND, RECORD_FULL.
absl::StatusOr<LifeCircumstance> TakeCircumstance(Work& work, const HoldTools& tools,
                                                  DebtorId debtor, const ToldCircumstance& told);

// Keeps what happened in a person's life and bears on their debts, and what was shown of it.
class LifeCircumstances {
 public:
  struct Update {
    PartReference<CircumstanceId> reference;
    CircumstanceNews news;
  };
  struct End {
    PartReference<CircumstanceId> reference;
    SensitiveText reason;
  };

  LifeCircumstances(const Mutations& mutations, const HoldTools& tools)
      : mutations_(mutations), tools_(tools) {}

  // Gives back what is kept. Errors: those of TakeCircumstance.
  absl::StatusOr<Answer> Record(const Call& call, DebtorId debtor, const ToldCircumstance& told,
                                Encode<LifeCircumstance> encode) const;

  // Errors: FIELD_INVALID, DEBTOR_NOT_FOUND, CIRCUMSTANCE_NOT_FOUND, CIRCUMSTANCE_OVER,
  // EVIDENCE_ALREADY_ASKED, ETAG_STALE.
  absl::StatusOr<Answer> Change(const Call& call, const Update& update,
                                Encode<LifeCircumstance> encode) const;

  // Its last day is today, where the debtor is. Errors: FIELD_INVALID, DEBTOR_NOT_FOUND,
  // CIRCUMSTANCE_NOT_FOUND, CIRCUMSTANCE_OVER, ETAG_STALE.
  absl::StatusOr<Answer> Finish(const Call& call, const End& end,
                                Encode<LifeCircumstance> encode) const;

 private:
  const Mutations& mutations_;
  HoldTools tools_;
};

}  // namespace parley

#endif  // PARLEY_APPLICATION_DEBTORS_CIRCUMSTANCES_H_
