// SPDX-License-Identifier: Apache-2.0
#ifndef PARLEY_APPLICATION_CREDITORS_EXPLAIN_SETTING_H_
#define PARLEY_APPLICATION_CREDITORS_EXPLAIN_SETTING_H_

#include <cstdint>
#include <optional>

#include "absl/status/statusor.h"
#include "application/ports/directory.h"
#include "application/ports/portfolio.h"
#include "domain/common/id.h"
#include "domain/debt/debt.h"
#include "domain/debt/settings.h"

namespace parley {

// What can be explained.
enum class SettingKind : std::uint8_t {
  kAllocationOrder = 1,
  kInterestTerms = 2,
  kFeeRules = 3,
  kSmallBalanceFloor = 4,
  kChangeNoticeDays = 5,
  kApprovalAbove = 6,
};

// Tells what a setting of a creditor or of a debt is, and where it was made.
class ExplainSetting {
 public:
  struct Query {
    TenantId tenant;
    SettingKind setting = SettingKind::kAllocationOrder;
    std::optional<CreditorId> creditor;  // Else the debt.
    DebtorId debtor;
    DebtId debt;
  };

  struct Result {
    SettingKind setting = SettingKind::kAllocationOrder;
    SettingLevel level = SettingLevel::kSystem;
    CreditorId creditor;
    std::optional<Debt> debt;            // When it is about a debt.
    CreditorSettings value;              // That setting alone, the system's default filled in.
    std::optional<InterestTerms> terms;  // Of a debt that bears interest.
  };

  ExplainSetting(Portfolio& portfolio, Directory& directory)
      : portfolio_(portfolio), directory_(directory) {}

  // Errors: CREDITOR_NOT_FOUND, DEBT_NOT_FOUND.
  absl::StatusOr<Result> Handle(const Query& query) const;

 private:
  Portfolio& portfolio_;
  Directory& directory_;
};

}  // namespace parley

#endif  // PARLEY_APPLICATION_CREDITORS_EXPLAIN_SETTING_H_
