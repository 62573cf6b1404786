// SPDX-License-Identifier: Apache-2.0
#ifndef PARLEY_APPLICATION_PORTS_DIRECTORY_H_
#define PARLEY_APPLICATION_PORTS_DIRECTORY_H_

#include <optional>
#include <span>
#include <string>
#include <vector>

#include "absl/status/statusor.h"
#include "domain/common/fingerprint.h"
#include "domain/debt/creditor.h"
#include "domain/debtor/debtor.h"
#include "domain/debtor/debtor_record.h"

namespace parley {

// Reads about debtors and creditors, outside any transaction: one statement each.
// Errors of all: RECORD_CORRUPT, STORE_UNAVAILABLE.
class Directory {
 public:
  virtual ~Directory() = default;

  // Also DEBTOR_NOT_FOUND.
  virtual absl::StatusOr<Debtor> GetDebtor(TenantId tenant, DebtorId id) = 0;
  // At most `most` debtors after an id, in the order of ids.
  virtual absl::StatusOr<std::vector<Debtor>> ListDebtors(TenantId tenant, DebtorId after,
                                                          int most) = 0;
  // The debtors that have one of these references, in any order.
  virtual absl::StatusOr<std::vector<Debtor>> FindDebtors(
      TenantId tenant, std::span<const std::string> external_refs) = 0;
  // All that is recorded about a debtor, as of one moment. Also DEBTOR_NOT_FOUND.
  virtual absl::StatusOr<DebtorRecord> GetRecord(TenantId tenant, DebtorId id) = 0;
  // At most `most` debtors, in the order of ids, who are reached at the contact point with that key
  // in the blind index.
  virtual absl::StatusOr<std::vector<Debtor>> FindReached(TenantId tenant, const Fingerprint& key,
                                                          int most) = 0;

  // Also CREDITOR_NOT_FOUND.
  virtual absl::StatusOr<Creditor> GetCreditor(TenantId tenant, CreditorId id) = 0;
  // At most `most` creditors after an id, in the order of ids; with `code`, only that one.
  virtual absl::StatusOr<std::vector<Creditor>> ListCreditors(
      TenantId tenant, CreditorId after, int most, const std::optional<std::string>& code) = 0;
};

}  // namespace parley

#endif  // PARLEY_APPLICATION_PORTS_DIRECTORY_H_
