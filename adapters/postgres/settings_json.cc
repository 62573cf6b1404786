// SPDX-License-Identifier: Apache-2.0
#include "adapters/postgres/settings_json.h"

#include <cstdint>
#include <iterator>
#include <nlohmann/json.hpp>
#include <stdexcept>
#include <utility>
#include <vector>

#include "adapters/postgres/stored_number.h"

namespace parley::postgres {
namespace {

using Json = nlohmann::json;

// Most creditors set nothing.
constexpr std::string_view kNothing = "{}";

template <typename Value>
Value Known(std::optional<Value> value) {
  if (!value.has_value()) throw std::invalid_argument("unknown value");
  return *std::move(value);
}

Day DayFrom(const Json& json) { return Known(ParseDay(json.get<std::string>())); }

Currency CurrencyFrom(const Json& json) { return Known(Currency::Find(json.get<std::string>())); }

Json JsonOf(const AllocationOrder& order) {
  Json json = Json::array();
  for (const Bucket bucket : order) json.push_back(NameOf(bucket));
  return json;
}

AllocationOrder OrderFrom(const Json& json) {
  std::vector<Bucket> buckets;
  for (const Json& name : json) buckets.push_back(Known(BucketNamed(name.get<std::string>())));
  return Known(AllocationOrderOf(buckets));
}

Json JsonOf(const Money& money) {
  return {{"units", money.minor_units()}, {"currency", money.currency().code()}};
}

Money MoneyFrom(const Json& json) {
  return {json.at("units").get<std::int64_t>(), CurrencyFrom(json.at("currency"))};
}

Json JsonOf(const RegionOrder& order) {
  return {{"region", order.region}, {"order", JsonOf(order.order)}};
}

RegionOrder RegionOrderFrom(const Json& json) {
  return {json.at("region"), OrderFrom(json.at("order"))};
}

Json TermsJson(const InterestTerms& terms) {
  Json rates = Json::array();
  for (const RateChange& change : terms.rates) {
    rates.push_back({{"from", FormatDay(change.from)}, {"rate", change.units}});
  }
  Json json = {{"rule", terms.rule},         {"version", terms.version},
               {"basis", terms.basis},       {"day_count", static_cast<int>(terms.day_count)},
               {"base", NameOf(terms.base)}, {"posting", NameOf(terms.posting)},
               {"rates", std::move(rates)},  {"monthly_minimum", terms.monthly_minimum}};
  if (terms.cap.has_value()) json["cap"] = *terms.cap;
  return json;
}

InterestTerms TermsFrom(const Json& json) {
  InterestTerms terms;
  terms.rule = json.at("rule");
  terms.version = json.at("version").get<std::int64_t>();
  terms.basis = json.at("basis");
  terms.day_count = Known(DayCountNumbered(json.at("day_count").get<int>()));
  terms.base = Known(InterestBaseNamed(json.at("base").get<std::string>()));
  terms.posting = Known(InterestPostingNamed(json.at("posting").get<std::string>()));
  for (const Json& change : json.at("rates")) {
    terms.rates.push_back({DayFrom(change.at("from")), change.at("rate").get<std::int64_t>()});
  }
  terms.monthly_minimum = json.at("monthly_minimum").get<std::int64_t>();
  if (json.contains("cap")) terms.cap = json.at("cap").get<std::int64_t>();
  return terms;
}

Json JsonOf(const InterestDefault& interest) {
  Json json = TermsJson(interest.terms);
  if (interest.currency.has_value()) json["currency"] = interest.currency->code();
  return json;
}

InterestDefault InterestDefaultFrom(const Json& json) {
  InterestDefault interest{std::nullopt, TermsFrom(json)};
  if (json.contains("currency")) interest.currency = CurrencyFrom(json.at("currency"));
  return interest;
}

DebtTerms DebtTermsFrom(const Json& json) {
  DebtTerms terms{OrderFrom(json.at("order")), std::nullopt};
  if (!json.contains("interest")) return terms;
  terms.interest = TermsFrom(json.at("interest"));
  terms.interest->interest_from = DayFrom(json.at("interest").at("from"));
  return terms;
}

Json JsonOf(const FeeRule& rule);

template <typename Element>
Json ListOf(const std::vector<Element>& elements) {
  Json json = Json::array();
  for (const Element& element : elements) json.push_back(JsonOf(element));
  return json;
}

// The elements at a key; none when it is not there.
template <typename Element>
std::vector<Element> ListAt(const Json& json, const char* key, Element (*from)(const Json&)) {
  std::vector<Element> elements;
  const auto found = json.find(key);
  if (found == json.end()) return elements;
  for (const Json& element : *found) elements.push_back(from(element));
  return elements;
}

Json JsonOf(const FeeRule& rule) {
  Json causes = Json::array();
  for (const FeeCause cause : rule.causes) causes.push_back(NameOf(cause));
  return {{"id", rule.id},           {"version", rule.version},     {"basis", rule.basis},
          {"enabled", rule.enabled}, {"causes", std::move(causes)}, {"most", ListOf(rule.most)}};
}

FeeRule FeeRuleFrom(const Json& json) {
  FeeRule rule;
  rule.id = json.at("id");
  rule.version = json.at("version").get<std::int64_t>();
  rule.basis = json.at("basis");
  rule.enabled = json.at("enabled").get<bool>();
  for (const Json& cause : json.at("causes")) {
    rule.causes.push_back(Known(FeeCauseNamed(cause.get<std::string>())));
  }
  rule.most = ListAt(json, "most", MoneyFrom);
  return rule;
}

CreditorSettings SettingsFrom(const Json& json) {
  CreditorSettings settings;
  if (json.contains("order")) settings.order = OrderFrom(json.at("order"));
  settings.region_orders = ListAt(json, "region_orders", RegionOrderFrom);
  settings.interest = ListAt(json, "interest", InterestDefaultFrom);
  settings.fee_rules = ListAt(json, "fee_rules", FeeRuleFrom);
  settings.small_balance_floors = ListAt(json, "floors", MoneyFrom);
  if (json.contains("notice_days")) settings.change_notice_days = json.at("notice_days").get<int>();
  settings.approval_above = ListAt(json, "approval_above", MoneyFrom);
  return settings;
}

// The library tells by exceptions that a text has another shape.
template <typename Make>
auto Parsed(std::string_view text, Make make) -> std::optional<decltype(make(Json()))> {
  try {
    return make(Json::parse(text));
  } catch (const std::exception&) {
    return std::nullopt;
  }
}

}  // namespace

std::string JsonOf(const CreditorSettings& settings) {
  Json json = Json::object();
  const auto put = [&json](const char* key, const auto& elements) {
    if (!elements.empty()) json[key] = ListOf(elements);
  };
  if (settings.order.has_value()) json["order"] = JsonOf(*settings.order);
  put("region_orders", settings.region_orders);
  put("interest", settings.interest);
  put("fee_rules", settings.fee_rules);
  put("floors", settings.small_balance_floors);
  if (settings.change_notice_days.has_value()) json["notice_days"] = *settings.change_notice_days;
  put("approval_above", settings.approval_above);
  return json.dump();
}

std::string JsonOf(const DebtTerms& terms) {
  Json json = {{"order", JsonOf(terms.order)}};
  if (terms.interest.has_value()) {
    json["interest"] = TermsJson(*terms.interest);
    json["interest"]["from"] = FormatDay(terms.interest->interest_from);
  }
  return json.dump();
}

std::optional<CreditorSettings> SettingsFromJson(std::string_view json) {
  if (json == kNothing) return CreditorSettings();
  return Parsed(json, SettingsFrom);
}

std::optional<std::vector<ChangeNotice>> NoticesFromJson(DebtorId debtor, DebtId debt,
                                                         std::string_view json) {
  return Parsed(json, [&](const Json& list) {
    std::vector<ChangeNotice> notices;
    for (const Json& each : list) {
      notices.push_back({.id = Known(NoticeId::Parse(each.at(0).get<std::string>())),
                         .debtor = debtor,
                         .debt = debt,
                         .given = DayFrom(each.at(1)),
                         .effective = DayFrom(each.at(2)),
                         .before = DebtTermsFrom(each.at(3)),
                         .after = DebtTermsFrom(each.at(4)),
                         .actor = each.at(5),
                         .created_time = absl::FromUnixMicros(each.at(6).get<std::int64_t>())});
    }
    return notices;
  });
}

}  // namespace parley::postgres
