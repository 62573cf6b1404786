// SPDX-License-Identifier: Apache-2.0
#ifndef PARLEY_APPLICATION_DEBTORS_WRONG_PERSON_H_
#define PARLEY_APPLICATION_DEBTORS_WRONG_PERSON_H_

#include <optional>

#include "absl/status/statusor.h"
#include "application/mutations.h"
#include "application/ports/blind_index.h"
#include "domain/communication/log/contact.h"
#include "domain/debtor/debtor_record.h"

namespace parley {

// An address reaches somebody else. Whoever of the record has it, has it no more; nobody can bring
// it back; and the calls to it went to a number that is not theirs, so that they count no more; but
// for the one that the caller writes. It comes back as it is from now on.
// Errors: RECORD_CORRUPT, STORE_UNAVAILABLE.
absl::StatusOr<KnownPoint> UnlinkPoint(Work& work, const BlindIndex& index,
                                       const DebtorRecord& record, const KnownPoint& point,
                                       std::optional<CommunicationId> written = std::nullopt);

}  // namespace parley

#endif  // PARLEY_APPLICATION_DEBTORS_WRONG_PERSON_H_
