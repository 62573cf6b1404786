// SPDX-License-Identifier: Apache-2.0
#ifndef PARLEY_APPLICATION_PORTS_DIRECTORY_H_
#define PARLEY_APPLICATION_PORTS_DIRECTORY_H_

#include <optional>
#include <span>
#include <string>
#include <vector>

#include "absl/status/statusor.h"
#include "domain/debt/creditor.h"
#include "domain/debtor/debtor.h"

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

  // Also CREDITOR_NOT_FOUND.
  virtual absl::StatusOr<Creditor> GetCreditor(TenantId tenant, CreditorId id) = 0;
  // At most `most` creditors after an id, in the order of ids; with `code`, only that one.
  virtual absl::StatusOr<std::vector<Creditor>> ListCreditors(
      TenantId tenant, CreditorId after, int most, const std::optional<std::string>& code) = 0;
};

}  // namespace parley

#endif  // PARLEY_APPLICATION_PORTS_DIRECTORY_H_
