// SPDX-License-Identifier: Apache-2.0
#ifndef PARLEY_APPLICATION_PORTS_PERSON_RECORDS_H_
#define PARLEY_APPLICATION_PORTS_PERSON_RECORDS_H_

#include <variant>
#include <vector>

#include "absl/status/statusor.h"
#include "domain/common/fingerprint.h"
#include "domain/debtor/debtor_record.h"

namespace parley {

using WorkHours = std::vector<DayWindow>;

// What is only ever added. Of preferences and of working hours the last word holds.
using RecordFact = std::variant<ConsentFact, Location, VerificationTry, Preferences, WorkHours>;

// What has a life: it is lifted, confirmed, moved on.
using RecordPart =
    std::variant<OptOut, Inconvenience, SupportNeed, Representative, LifeCircumstance, Promise,
                 DebtDispute, Complaint, CallbackRequest, Reflection>;

// The records of the debtors whose locks a unit of work holds. What is added or replaced is written
// at the commit, which reports WRITE_CONFLICT for an id that is taken or, when it is to be
// replaced, is not there; and of what has a revision unless the stored one is below. Nothing goes
// again but by Debtors::EraseTexts: then the barred addresses alone are left, and nothing else that
// is written later is kept.
class PersonRecords {
 public:
  virtual ~PersonRecords() = default;

  // All of it, as of one moment and in one round trip; each list in the order of its ids, and what
  // has none as it was added. Errors: DEBTOR_NOT_FOUND, RECORD_CORRUPT, STORE_UNAVAILABLE.
  virtual absl::StatusOr<DebtorRecord> Find(DebtorId debtor) = 0;

  virtual void Append(DebtorId debtor, const RecordFact& fact) = 0;
  virtual void Add(DebtorId debtor, const RecordPart& part) = 0;
  virtual void Replace(DebtorId debtor, const RecordPart& part) = 0;

  // Adds a contact point with its key in the blind index, by which the debtor is found as long as
  // IsTheirs.
  virtual void Add(const KnownPoint& point, const Fingerprint& key) = 0;
  // The same address, in another state.
  virtual void Replace(const KnownPoint& point) = 0;
  // Survives erasure. Barred again for the same cause, it was so since the first time.
  virtual void Bar(DebtorId debtor, const BarredAddress& address) = 0;
};

}  // namespace parley

#endif  // PARLEY_APPLICATION_PORTS_PERSON_RECORDS_H_
