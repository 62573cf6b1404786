// SPDX-License-Identifier: Apache-2.0
#ifndef PARLEY_APPLICATION_DEBTORS_LOOK_UP_DEBTORS_H_
#define PARLEY_APPLICATION_DEBTORS_LOOK_UP_DEBTORS_H_

#include <string>
#include <vector>

#include "absl/status/statusor.h"
#include "application/ports/addresses.h"
#include "application/ports/blind_index.h"
#include "application/ports/directory.h"
#include "domain/debtor/debtor.h"

namespace parley {

// Who is reached at an address, found by its key alone.
class LookUpDebtors {
 public:
  // A number that more people share tells nobody who calls.
  static constexpr int kMostReached = 20;

  struct Query {
    TenantId tenant;
    PointType type = PointType::kPhone;
    std::string address;  // However it is written.
    std::string region;   // In which a number without its country's code is dialled.
  };

  LookUpDebtors(Directory& directory, const Addresses& addresses, const BlindIndex& index)
      : directory_(directory), addresses_(addresses), index_(index) {}

  // In the order of ids, at most kMostReached; empty where it reaches nobody, and for what cannot
  // be an address.
  absl::StatusOr<std::vector<Debtor>> Handle(const Query& query) const;

 private:
  Directory& directory_;
  const Addresses& addresses_;
  const BlindIndex& index_;
};

}  // namespace parley

#endif  // PARLEY_APPLICATION_DEBTORS_LOOK_UP_DEBTORS_H_
