// SPDX-License-Identifier: Apache-2.0
#include "adapters/grpc/convert_creditor_settings.h"

#include <google/protobuf/repeated_ptr_field.h>

#include <optional>
#include <utility>
#include <vector>

#include "absl/strings/str_cat.h"
#include "adapters/grpc/convert_common.h"
#include "adapters/grpc/convert_settings.h"

namespace parley::grpc_api {
namespace {

// Any currency will do to find what else is wrong.
Currency Assumed(const std::optional<Currency>& currency) {
  return currency.has_value() ? *currency : *Currency::Find("CLF");
}

std::vector<Money> ReadAmounts(const google::protobuf::RepeatedPtrField<v1::Money>& in,
                               const std::string& field, Violations& violations) {
  std::vector<Money> amounts;
  for (int i = 0; i < in.size(); ++i) {
    const std::string path = absl::StrCat(field, "[", i, "].currency_code");
    const auto currency = ReadCurrency(in[i].currency_code(), path, violations);
    amounts.emplace_back(in[i].minor_units(), Assumed(currency));
  }
  return amounts;
}

std::vector<RegionOrder> ReadRegionOrders(const v1::CreditorSettings& in, const std::string& field,
                                          Violations& violations) {
  std::vector<RegionOrder> orders;
  for (int i = 0; i < in.region_orders_size(); ++i) {
    const v1::RegionOrder& from = in.region_orders(i);
    const std::string path = absl::StrCat(field, ".region_orders[", i, "].allocation_order");
    const auto order = ReadOrder(from.allocation_order(), path, violations);
    orders.push_back({from.region(), order.value_or(kDefaultAllocationOrder)});
  }
  return orders;
}

std::vector<InterestDefault> ReadInterest(const v1::CreditorSettings& in, const std::string& field,
                                          Violations& violations) {
  std::vector<InterestDefault> defaults;
  for (int i = 0; i < in.interest_defaults_size(); ++i) {
    const v1::InterestDefault& from = in.interest_defaults(i);
    const std::string path = absl::StrCat(field, ".interest_defaults[", i, "]");
    InterestDefault read;
    read.currency = ReadCurrency(from.currency_code(), path + ".currency_code", violations);
    read.terms = ReadTerms(from.terms(), from.currency_code(), Day(), path + ".terms", violations);
    // A day that is named and not followed would deceive.
    if (!from.terms().interest_from_date().empty()) {
      AddOnce(violations, path + ".terms.interest_from_date", Fault::kUnknownValue);
    }
    defaults.push_back(std::move(read));
  }
  return defaults;
}

std::vector<FeeRule> ReadFeeRules(const v1::CreditorSettings& in, const std::string& field,
                                  Violations& violations) {
  std::vector<FeeRule> rules;
  for (int i = 0; i < in.fee_rules_size(); ++i) {
    const v1::FeeRule& from = in.fee_rules(i);
    const std::string path = absl::StrCat(field, ".fee_rules[", i, "]");
    FeeRule rule{.id = from.id(),
                 .version = from.version(),
                 .basis = from.basis(),
                 .enabled = from.enabled(),
                 .causes = {},
                 .most = ReadAmounts(from.most(), path + ".most", violations)};
    for (int at = 0; at < from.causes_size(); ++at) {
      if (from.causes(at) == v1::FEE_CAUSE_UNSPECIFIED) {
        AddOnce(violations, absl::StrCat(path, ".causes[", at, "]"), Fault::kRequired);
      }
      rule.causes.push_back(static_cast<FeeCause>(from.causes(at)));
    }
    rules.push_back(std::move(rule));
  }
  return rules;
}

void WriteAmounts(const std::vector<Money>& amounts,
                  google::protobuf::RepeatedPtrField<v1::Money>& out) {
  for (const Money& amount : amounts) Write(amount.minor_units(), amount.currency(), *out.Add());
}

void WriteDefault(const InterestDefault& interest, v1::InterestDefault& out) {
  if (interest.currency.has_value()) out.set_currency_code(std::string(interest.currency->code()));
  Write(interest.terms, Assumed(interest.currency), *out.mutable_terms());
  out.mutable_terms()->clear_interest_from_date();
}

void WriteRule(const FeeRule& rule, v1::FeeRule& out) {
  out.set_id(rule.id);
  out.set_version(rule.version);
  out.set_basis(rule.basis);
  out.set_enabled(rule.enabled);
  for (const FeeCause cause : rule.causes) out.add_causes(static_cast<v1::FeeCause>(cause));
  WriteAmounts(rule.most, *out.mutable_most());
}

}  // namespace

CreditorSettings ReadSettings(const v1::CreditorSettings& in, const std::string& field,
                              Violations& violations) {
  CreditorSettings settings;
  settings.order = ReadOrder(in.allocation_order(), field + ".allocation_order", violations);
  settings.region_orders = ReadRegionOrders(in, field, violations);
  settings.interest = ReadInterest(in, field, violations);
  settings.fee_rules = ReadFeeRules(in, field, violations);
  settings.small_balance_floors =
      ReadAmounts(in.small_balance_floors(), field + ".small_balance_floors", violations);
  if (in.has_change_notice_days()) settings.change_notice_days = in.change_notice_days();
  settings.approval_above = ReadAmounts(in.approval_above(), field + ".approval_above", violations);
  return settings;
}

void Write(const CreditorSettings& settings, v1::CreditorSettings& out) {
  if (settings.order.has_value()) Write(*settings.order, *out.mutable_allocation_order());
  for (const RegionOrder& each : settings.region_orders) {
    v1::RegionOrder& added = *out.add_region_orders();
    added.set_region(each.region);
    Write(each.order, *added.mutable_allocation_order());
  }
  for (const InterestDefault& each : settings.interest)
    WriteDefault(each, *out.add_interest_defaults());
  for (const FeeRule& rule : settings.fee_rules) WriteRule(rule, *out.add_fee_rules());
  WriteAmounts(settings.small_balance_floors, *out.mutable_small_balance_floors());
  if (settings.change_notice_days.has_value()) {
    out.set_change_notice_days(*settings.change_notice_days);
  }
  WriteAmounts(settings.approval_above, *out.mutable_approval_above());
}

std::optional<ExplainSetting::Query> ReadExplainSetting(const v1::ExplainSettingRequest& request,
                                                        TenantId tenant, Violations& violations) {
  ExplainSetting::Query query{.tenant = tenant,
                              .setting = static_cast<SettingKind>(request.setting())};
  const auto creditor = ParseCreditorName(request.name());
  if (creditor.has_value()) {
    query.creditor = *creditor;
    return query;
  }
  const auto debt = ReadDebtName(request.name(), "name", violations);
  if (!debt.has_value()) return std::nullopt;
  query.debtor = debt->debtor;
  query.debt = debt->debt;
  return query;
}

void Write(const ExplainSetting::Result& result, v1::SettingExplanation& out) {
  out.set_setting(static_cast<v1::SettingKind>(result.setting));
  out.set_level(static_cast<v1::SettingLevel>(result.level));
  switch (result.level) {
    case SettingLevel::kSystem:
      break;
    case SettingLevel::kCreditor:
      out.set_source(NameOf(result.creditor));
      break;
    case SettingLevel::kDebt:
      out.set_source(NameOf(DebtName{result.debt->debtor, result.debt->id}));
      break;
  }
  Write(result.value, *out.mutable_value());
  if (result.terms.has_value()) {
    Write(*result.terms, result.debt->currency, *out.mutable_interest_terms());
  }
}

}  // namespace parley::grpc_api
