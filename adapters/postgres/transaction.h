// SPDX-License-Identifier: Apache-2.0
#ifndef PARLEY_ADAPTERS_POSTGRES_TRANSACTION_H_
#define PARLEY_ADAPTERS_POSTGRES_TRANSACTION_H_

#include <optional>
#include <span>
#include <string>

#include "absl/status/status.h"
#include "adapters/postgres/batch.h"
#include "adapters/postgres/session.h"
#include "domain/common/id.h"

namespace parley::postgres {

// What the server knows our transaction by, while and after it runs.
struct TransactionId {
  std::string text;  // Of type xid8.
};

// Begins a transaction for the tenant and locks the debtors that exist, in the order of their ids;
// the batch learns where they stand, and its records how to find their keys. One round trip.
// Nothing is read here but what the locks themselves show: a statement that waited for a lock sees
// the rest of the world as it was before. Errors: WRITE_CONFLICT, STORE_UNAVAILABLE.
absl::StatusOr<TransactionId> Begin(Session& session, TenantId tenant,
                                    std::span<const DebtorId> debtors, Batch& batch);

// Writes what the batch holds and commits, in one round trip. OK means that the server said COMMIT.
// When the link was lost meanwhile the outcome is not known here: see OutcomeOf.
absl::Status WriteAndCommit(Session& session, TenantId tenant, Batch& batch);

// A transaction whose link was lost at its commit.
struct DoubtfulCommit {
  TenantId tenant;
  TransactionId transaction;
  std::optional<Witness> witness;
};

// Asks over another session how a transaction ended: OK when its witness is there. Its number alone
// proves nothing: a database that crashed, or a standby that took over, gives the number of a
// transaction that it never heard of to another one. Waits while it still runs and while the
// database comes back, up to `wait`. Errors: STORE_UNAVAILABLE when it was rolled back, or nobody
// can tell; so it is for work without a witness.
absl::Status OutcomeOf(const DoubtfulCommit& commit, const ConnectionSettings& connection,
                       absl::Duration wait);

}  // namespace parley::postgres

#endif  // PARLEY_ADAPTERS_POSTGRES_TRANSACTION_H_
