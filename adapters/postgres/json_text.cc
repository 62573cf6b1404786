// SPDX-License-Identifier: Apache-2.0
#include "adapters/postgres/json_text.h"

#include <cstdint>
#include <nlohmann/json.hpp>
#include <stdexcept>
#include <utility>

namespace parley::postgres {
namespace {

using Json = nlohmann::json;

constexpr std::string_view kEmptyList = "[]";

Json JsonOf(const Transfer& transfer) {
  Json json = {{"kind", static_cast<int>(transfer.kind)},
               {"from", transfer.from_party},
               {"to", transfer.to_party},
               {"date", FormatDay(transfer.transfer_date)}};
  if (transfer.notice_date.has_value()) json["notice"] = FormatDay(*transfer.notice_date);
  return json;
}

Day DayFrom(const Json& json) {
  const std::optional<Day> day = ParseDay(json.get<std::string>());
  if (!day.has_value()) throw std::invalid_argument("day");
  return *day;
}

std::optional<Day> DayAt(const Json& json, const char* key) {
  const auto found = json.find(key);
  return found == json.end() ? std::nullopt : std::optional<Day>(DayFrom(*found));
}

Transfer TransferFrom(const Json& json) {
  const int kind = json.at("kind").get<int>();
  if (kind != static_cast<int>(TransferKind::kOwnership) &&
      kind != static_cast<int>(TransferKind::kServicing)) {
    throw std::invalid_argument("kind");
  }
  return {static_cast<TransferKind>(kind), json.at("from"), json.at("to"), DayFrom(json.at("date")),
          DayAt(json, "notice")};
}

Origin OriginFrom(const Json& json) {
  Origin origin;
  origin.original_creditor = json.value("original_creditor", "");
  origin.product = json.value("product", "");
  origin.language = json.value("language", "");
  origin.agreement_date = DayAt(json, "agreement_date");
  origin.default_date = DayAt(json, "default_date");
  origin.last_payment_date = DayAt(json, "last_payment_date");
  if (const auto charge_off = json.find("charge_off"); charge_off != json.end()) {
    origin.charge_off = {DayFrom(charge_off->at("date")),
                         charge_off->at("amount").get<std::int64_t>()};
  }
  for (const Json& transfer : json.value("transfers", Json::array())) {
    origin.transfers.push_back(TransferFrom(transfer));
  }
  return origin;
}

std::vector<CoDebtor> CoDebtorsFrom(const Json& json) {
  std::vector<CoDebtor> co_debtors;
  for (const Json& each : json) {
    const auto debtor = DebtorId::Parse(each.at("debtor").get<std::string>());
    if (!debtor.has_value()) throw std::invalid_argument("debtor");
    co_debtors.push_back({*debtor, each.at("share").get<int>()});
  }
  return co_debtors;
}

FeeDetail FeeDetailFrom(const Json& json) {
  const std::optional<FeeCause> cause = FeeCauseNamed(json.at("cause").get<std::string>());
  if (!cause.has_value()) throw std::invalid_argument("cause");
  return {.rule = json.at("rule"),
          .version = json.at("version").get<std::int64_t>(),
          .basis = json.at("basis"),
          .cause = *cause,
          .cause_ref = json.at("cause_ref")};
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

std::string JsonOf(const Origin& origin) {
  Json json = {{"original_creditor", origin.original_creditor}, {"product", origin.product}};
  const auto put = [&json](const char* key, const std::optional<Day>& day) {
    if (day.has_value()) json[key] = FormatDay(*day);
  };
  if (!origin.language.empty()) json["language"] = origin.language;
  put("agreement_date", origin.agreement_date);
  put("default_date", origin.default_date);
  put("last_payment_date", origin.last_payment_date);
  if (origin.charge_off.has_value()) {
    json["charge_off"] = {{"date", FormatDay(origin.charge_off->date)},
                          {"amount", origin.charge_off->amount}};
  }
  for (const Transfer& transfer : origin.transfers) json["transfers"].push_back(JsonOf(transfer));
  return json.dump();
}

std::string JsonOf(const std::vector<CoDebtor>& co_debtors) {
  if (co_debtors.empty()) return std::string(kEmptyList);
  Json json = Json::array();
  for (const CoDebtor& each : co_debtors) {
    json.push_back({{"debtor", each.debtor.ToString()}, {"share", each.share_basis_points}});
  }
  return json.dump();
}

std::string JsonOf(const FeeDetail& detail) {
  return Json({{"rule", detail.rule},
               {"version", detail.version},
               {"basis", detail.basis},
               {"cause", NameOf(detail.cause)},
               {"cause_ref", detail.cause_ref}})
      .dump();
}

std::optional<Origin> OriginFromJson(std::string_view json) { return Parsed(json, OriginFrom); }

std::optional<std::vector<CoDebtor>> CoDebtorsFromJson(std::string_view json) {
  if (json == kEmptyList) return std::vector<CoDebtor>();
  return Parsed(json, CoDebtorsFrom);
}

std::optional<FeeDetail> FeeDetailFromJson(std::string_view json) {
  return Parsed(json, FeeDetailFrom);
}

std::optional<std::vector<std::string>> TextsFromJson(std::string_view json) {
  if (json == kEmptyList) return std::vector<std::string>();
  return Parsed(json, [](const Json& list) { return list.get<std::vector<std::string>>(); });
}

}  // namespace parley::postgres
