// SPDX-License-Identifier: Apache-2.0
#include "application/creditors/explain_setting.h"

#include <utility>
#include <vector>

#include "domain/common/status_macros.h"

namespace parley {
namespace {

using Result = ExplainSetting::Result;

SettingLevel LevelOf(bool set_by_creditor) {
  return set_by_creditor ? SettingLevel::kCreditor : SettingLevel::kSystem;
}

// The amounts that the creditor and the system set, each in its currency.
std::vector<Money> Floors(const CreditorSettings& settings) {
  std::vector<Money> floors = settings.small_balance_floors;
  for (const Currency currency : SystemFloorCurrencies()) {
    const auto floor = SmallBalanceFloor(settings, currency);
    if (floor.level == SettingLevel::kSystem) floors.emplace_back(floor.value, currency);
  }
  return floors;
}

void ExplainForCreditor(const CreditorSettings& settings, Result& result) {
  switch (result.setting) {
    case SettingKind::kAllocationOrder: {
      const auto order = OrderFor(settings, "");
      result.value.order = order.value;
      result.value.region_orders = settings.region_orders;
      result.level = LevelOf(settings.order.has_value() || !settings.region_orders.empty());
      return;
    }
    case SettingKind::kInterestTerms:
      result.value.interest = settings.interest;
      result.level = LevelOf(!settings.interest.empty());
      return;
    case SettingKind::kFeeRules:
      result.value.fee_rules = settings.fee_rules;
      result.level = LevelOf(!settings.fee_rules.empty());
      return;
    case SettingKind::kSmallBalanceFloor:
      result.value.small_balance_floors = Floors(settings);
      result.level = LevelOf(!settings.small_balance_floors.empty());
      return;
    case SettingKind::kChangeNoticeDays: {
      const auto days = ChangeNoticeDays(settings);
      result.value.change_notice_days = days.value;
      result.level = days.level;
      return;
    }
    case SettingKind::kApprovalAbove:
      result.value.approval_above = settings.approval_above;
      result.level = LevelOf(!settings.approval_above.empty());
      return;
  }
}

// A debt's order and terms are its own since its placement; of amounts, the one in its currency
// counts.
void ExplainForDebt(const CreditorSettings& settings, Result& result) {
  const Debt& debt = *result.debt;
  switch (result.setting) {
    case SettingKind::kAllocationOrder:
      result.value.order = debt.rules.order;
      result.level = debt.levels.order;
      return;
    case SettingKind::kInterestTerms:
      result.terms = debt.rules.interest;
      result.level = debt.levels.interest;
      return;
    case SettingKind::kSmallBalanceFloor: {
      const auto floor = SmallBalanceFloor(settings, debt.currency);
      result.value.small_balance_floors = {Money(floor.value, debt.currency)};
      result.level = floor.level;
      return;
    }
    case SettingKind::kApprovalAbove: {
      const auto limit = ApprovalAbove(settings, debt.currency);
      if (limit.value.has_value()) {
        result.value.approval_above = {Money(*limit.value, debt.currency)};
      }
      result.level = limit.level;
      return;
    }
    case SettingKind::kFeeRules:
    case SettingKind::kChangeNoticeDays:
      return ExplainForCreditor(settings, result);
  }
}

}  // namespace

absl::StatusOr<Result> ExplainSetting::Handle(const Query& query) const {
  Result result{.setting = query.setting};
  if (query.creditor.has_value()) {
    result.creditor = *query.creditor;
  } else {
    PARLEY_ASSIGN_OR_RETURN(result.debt,
                            portfolio_.GetDebt(query.tenant, query.debtor, query.debt));
    result.creditor = result.debt->creditor;
  }
  PARLEY_ASSIGN_OR_RETURN(const Creditor creditor,
                          directory_.GetCreditor(query.tenant, result.creditor));
  if (result.debt.has_value()) {
    ExplainForDebt(creditor.settings, result);
  } else {
    ExplainForCreditor(creditor.settings, result);
  }
  return result;
}

}  // namespace parley
