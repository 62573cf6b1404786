// SPDX-License-Identifier: Apache-2.0
#ifndef PARLEY_DOMAIN_DEBTOR_BEST_POINTS_H_
#define PARLEY_DOMAIN_DEBTOR_BEST_POINTS_H_

#include <optional>
#include <vector>

#include "domain/communication/vocabulary.h"
#include "domain/debtor/debtor_record.h"

namespace parley {

// Where the debtor, or who represents them, is reached by a channel, the best first: what may be
// used before what may not, what was verified before what was not, then what worked before what
// failed.
std::vector<const KnownPoint*> BestPoints(const DebtorRecord& record,
                                          std::optional<RepresentativeId> whose, Channel channel);

}  // namespace parley

#endif  // PARLEY_DOMAIN_DEBTOR_BEST_POINTS_H_
