// SPDX-License-Identifier: Apache-2.0
#ifndef PARLEY_APPLICATION_DEBTORS_RECORD_PARTS_H_
#define PARLEY_APPLICATION_DEBTORS_RECORD_PARTS_H_

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "application/mutations.h"
#include "application/ports/blind_index.h"
#include "application/ports/ids.h"
#include "application/ports/time_zones.h"
#include "domain/common/event.h"
#include "domain/common/reason.h"
#include "domain/debtor/debtor_record.h"

// What the use cases that change a debtor's record have in common.
namespace parley {

// So many contact points, and so many representatives, those that ended among them.
inline constexpr std::size_t kMostOfAPart = 50;

// Which part of a record is to change, and what of it the caller has seen. The etag of a part that
// has none of its own is the debtor's.
template <typename PartId>
struct PartReference {
  DebtorId debtor;
  PartId id;
  std::optional<std::int64_t> etag;
};

// The part of that id. Errors: `missing`.
template <typename Part, typename PartId>
absl::StatusOr<Part> FindPart(const std::vector<Part>& parts, const PartId& id, Reason missing) {
  const auto found =
      std::find_if(parts.begin(), parts.end(), [&](const Part& part) { return part.id == id; });
  if (found == parts.end()) return Refuse(missing);
  return *found;
}

// The debtor, or all that is recorded of them. Of who was forgotten nothing that is written would
// be kept, so they are not found. Errors: DEBTOR_NOT_FOUND, and those of the store.
absl::StatusOr<Debtor> FindKeptDebtor(Work& work, DebtorId debtor);
absl::StatusOr<DebtorRecord> FindKeptRecord(Work& work, DebtorId debtor);

// Who writes a fact down, and when.
void Sign(const Work& work, Provenance& provenance);

// By which key the address is found in the blind index.
Fingerprint KeyOf(const BlindIndex& index, TenantId tenant, const KnownPoint& point);

// Errors: CONTACT_POINT_NOT_FOUND for a point that is none of the record's.
absl::Status CheckPointOf(const DebtorRecord& record, const std::optional<ContactPointId>& point);

// Errors: DEBT_NOT_FOUND for a debt that is none of the debtor's.
absl::Status CheckDebtsOf(Work& work, DebtorId debtor, std::span<const DebtId> debts);

// Gives the debtor another etag: something that has none of its own was changed.
void Touch(Work& work, const Debtor& debtor);

// Tells others that something of a debtor's record has changed; nil for no part in particular.
void TellRecord(Work& work, Ids& ids, DebtorId debtor, EventType type, const Uuid& subject);

}  // namespace parley

#endif  // PARLEY_APPLICATION_DEBTORS_RECORD_PARTS_H_
