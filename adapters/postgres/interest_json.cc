// SPDX-License-Identifier: Apache-2.0
// How lines of interest came about, as the database keeps it. There are more of them than of any
// other JSON, each of the same shape: so it is written by hand, and read by hand as PostgreSQL
// spells what was written; only what is spelled otherwise is left to the library.
#include <algorithm>
#include <charconv>
#include <cstdint>
#include <nlohmann/json.hpp>
#include <stdexcept>
#include <utility>

#include "absl/strings/str_cat.h"
#include "adapters/postgres/json_text.h"
#include "adapters/postgres/stored_number.h"

namespace parley::postgres {
namespace {

using Json = nlohmann::json;

Day DayFrom(const Json& json) {
  const std::optional<Day> day = ParseDay(json.get<std::string>());
  if (!day.has_value()) throw std::invalid_argument("day");
  return *day;
}

InterestPiece InterestPieceFrom(const Json& json) {
  return {DayFrom(json.at(0)),
          DayFrom(json.at(1)),
          json.at(2).get<std::int64_t>(),
          json.at(3).get<std::int64_t>(),
          {json.at(4).get<std::int64_t>(), json.at(5).get<std::int64_t>()}};
}

InterestDetail InterestDetailFrom(const Json& json) {
  const std::optional<DayCount> day_count = DayCountNumbered(json.at("day_count").get<int>());
  if (!day_count.has_value()) throw std::invalid_argument("day_count");
  InterestDetail detail{.rule = json.at("rule"),
                        .version = json.at("version").get<std::int64_t>(),
                        .basis = json.at("basis"),
                        .day_count = *day_count,
                        .pieces = {},
                        .carried_millionths = json.at("carried").get<std::int64_t>(),
                        .topped_up = json.at("topped_up").get<std::int64_t>()};
  for (const Json& piece : json.at("pieces")) detail.pieces.push_back(InterestPieceFrom(piece));
  return detail;
}

// Stands for itself between quotes.
bool IsPlain(char c) { return c >= ' ' && c <= '~' && c != '"' && c != '\\'; }

std::string Quoted(const std::string& text) {
  if (!std::all_of(text.begin(), text.end(), IsPlain)) return Json(text).dump();
  return absl::StrCat("\"", text, "\"");
}

// Takes a text apart from its front; what is not there is not taken.
class Scanner {
 public:
  explicit Scanner(std::string_view text) : rest_(text) {}

  bool Take(std::string_view words) {
    if (!rest_.starts_with(words)) return false;
    rest_.remove_prefix(words.size());
    return true;
  }

  bool TakeNumber(std::int64_t& number) {
    const auto [end, error] = std::from_chars(rest_.data(), rest_.data() + rest_.size(), number);
    if (error != std::errc()) return false;
    rest_.remove_prefix(static_cast<std::size_t>(end - rest_.data()));
    return true;
  }

  // A text without escapes, up to its closing quotes.
  bool TakePlain(std::string_view& text) {
    const auto end = std::find_if_not(rest_.begin(), rest_.end(), IsPlain);
    if (end == rest_.end() || *end != '"') return false;
    text = rest_.substr(0, static_cast<std::size_t>(end - rest_.begin()));
    rest_.remove_prefix(text.size() + 1);
    return true;
  }

  bool TakePlain(std::string& text) {
    std::string_view plain;
    const bool taken = TakePlain(plain);
    text = plain;
    return taken;
  }

  bool TakeDay(Day& day) {
    std::string_view text;
    const std::optional<Day> parsed = TakePlain(text) ? ParseDay(text) : std::nullopt;
    day = parsed.value_or(day);
    return parsed.has_value();
  }

  bool IsDone() const { return rest_.empty(); }

 private:
  std::string_view rest_;
};

bool TakePieces(Scanner& scanner, std::vector<InterestPiece>& pieces) {
  while (!scanner.Take("]")) {
    InterestPiece& piece = pieces.emplace_back();
    const bool taken = (pieces.size() == 1 || scanner.Take(", ")) && scanner.Take("[\"") &&
                       scanner.TakeDay(piece.after) && scanner.Take(", \"") &&
                       scanner.TakeDay(piece.through) && scanner.Take(", ") &&
                       scanner.TakeNumber(piece.base) && scanner.Take(", ") &&
                       scanner.TakeNumber(piece.rate_units) && scanner.Take(", ") &&
                       scanner.TakeNumber(piece.days.common) && scanner.Take(", ") &&
                       scanner.TakeNumber(piece.days.leap) && scanner.Take("]");
    if (!taken) return false;
  }
  return true;
}

// Keys come by length, and then by their bytes.
std::optional<InterestDetail> Scan(std::string_view json) {
  InterestDetail detail;
  std::int64_t day_count = 0;
  Scanner scanner(json);
  const bool taken = scanner.Take(R"({"rule": ")") && scanner.TakePlain(detail.rule) &&
                     scanner.Take(R"(, "basis": ")") && scanner.TakePlain(detail.basis) &&
                     scanner.Take(R"(, "pieces": [)") && TakePieces(scanner, detail.pieces) &&
                     scanner.Take(R"(, "carried": )") &&
                     scanner.TakeNumber(detail.carried_millionths) &&
                     scanner.Take(R"(, "version": )") && scanner.TakeNumber(detail.version) &&
                     scanner.Take(R"(, "day_count": )") && scanner.TakeNumber(day_count) &&
                     scanner.Take(R"(, "topped_up": )") && scanner.TakeNumber(detail.topped_up) &&
                     scanner.Take("}") && scanner.IsDone();
  const std::optional<DayCount> convention = DayCountNumbered(day_count);
  if (!taken || !convention.has_value()) return std::nullopt;
  detail.day_count = *convention;
  return detail;
}

}  // namespace

std::string JsonOf(const InterestDetail& detail) {
  std::string json = absl::StrCat(
      R"({"rule":)", Quoted(detail.rule), R"(,"version":)", detail.version, R"(,"basis":)",
      Quoted(detail.basis), R"(,"day_count":)", static_cast<int>(detail.day_count),
      R"(,"carried":)", detail.carried_millionths, R"(,"topped_up":)", detail.topped_up);
  // A piece is a list: there are many, and their shape is one.
  absl::StrAppend(&json, R"(,"pieces":[)");
  for (std::size_t at = 0; at < detail.pieces.size(); ++at) {
    const InterestPiece& piece = detail.pieces[at];
    absl::StrAppend(&json, at == 0 ? "[\"" : ",[\"", FormatDay(piece.after), R"(",")",
                    FormatDay(piece.through), R"(",)", piece.base);
    absl::StrAppend(&json, ",", piece.rate_units, ",", piece.days.common, ",");
    absl::StrAppend(&json, piece.days.leap, "]");
  }
  absl::StrAppend(&json, "]}");
  return json;
}

std::optional<InterestDetail> InterestDetailFromJson(std::string_view json) {
  std::optional<InterestDetail> detail = Scan(json);
  if (detail.has_value()) return detail;
  // The library tells by exceptions that a text has another shape.
  try {
    return InterestDetailFrom(Json::parse(json));
  } catch (const std::exception&) {
    return std::nullopt;
  }
}

}  // namespace parley::postgres
