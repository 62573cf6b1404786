// SPDX-License-Identifier: Apache-2.0
#include "adapters/postgres/row_reader.h"

#include <algorithm>
#include <charconv>
#include <system_error>

#include "absl/strings/numbers.h"
#include "adapters/postgres/array_text.h"

namespace parley::postgres {
namespace {

std::optional<std::int64_t> NumberFromText(std::string_view text) {
  std::int64_t number = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (error != std::errc() || end != text.data() + text.size()) return std::nullopt;
  return number;
}

std::optional<bool> BooleanFromText(std::string_view text) {
  if (text != "t" && text != "f") return std::nullopt;
  return text == "t";
}

std::optional<absl::int128> WideNumberFromText(std::string_view text) {
  absl::int128 number = 0;
  const bool whole = absl::SimpleAtoi(absl::string_view(text.data(), text.size()), &number);
  return whole ? std::optional(number) : std::nullopt;
}

std::optional<Day> DayFromText(std::string_view text) {
  return text == kInfinity ? std::optional(Day::max()) : ParseDay(text);
}

template <typename Element, typename Parse>
std::optional<std::vector<Element>> ElementsFromText(std::string_view text, Parse parse) {
  if (text.size() < 2 || text.front() != '{' || text.back() != '}') return std::nullopt;
  text = text.substr(1, text.size() - 2);
  std::vector<Element> elements;
  while (!text.empty()) {
    const std::size_t comma = text.find(',');
    const std::optional<Element> element = parse(text.substr(0, comma));
    if (!element.has_value()) return std::nullopt;
    elements.push_back(*element);
    text = comma == std::string_view::npos ? "" : text.substr(comma + 1);
  }
  return elements;
}

// The value of a hexadecimal digit; none for any other character.
std::optional<unsigned> HexValue(char c) {
  if (c >= '0' && c <= '9') return static_cast<unsigned>(c - '0');
  if (c >= 'a' && c <= 'f') return static_cast<unsigned>(c - 'a') + 10;
  return std::nullopt;
}

}  // namespace

std::string_view RowReader::View() {
  if (at_ >= cells_.size() || cells_[at_].is_null) {
    ++at_;
    sound_ = false;
    return {};
  }
  return cells_[at_++].text;
}

std::string RowReader::Bytes() { return Known(BytesFromText(View())).value_or(""); }

bool RowReader::Boolean() { return Known(BooleanFromText(View())).value_or(false); }

std::int64_t RowReader::Integer() { return Known(NumberFromText(View())).value_or(0); }

absl::int128 RowReader::WideInteger() { return Known(WideNumberFromText(View())).value_or(0); }

Day RowReader::ReadDay() { return Known(ParseDay(View())).value_or(Day()); }

std::optional<Day> RowReader::ReadDayOrNone() {
  if (!NextIsNull()) return ReadDay();
  Skip(1);
  return std::nullopt;
}

absl::Time RowReader::Time() { return absl::FromUnixMicros(Integer()); }

Fingerprint RowReader::Digest() {
  Fingerprint digest{};
  const std::string bytes = Bytes();
  if (bytes.size() == digest.size()) {
    std::copy(bytes.begin(), bytes.end(), digest.begin());
  } else {
    sound_ = false;
  }
  return digest;
}

Uuid RowReader::ReadUuid() { return Known(Uuid::Parse(View())).value_or(Uuid()); }

Uuid RowReader::UuidOrNil() {
  if (!NextIsNull()) return ReadUuid();
  Skip(1);
  return {};
}

std::optional<std::int64_t> RowReader::IntegerOrNone() {
  if (!NextIsNull()) return Integer();
  Skip(1);
  return std::nullopt;
}

std::optional<std::string> BytesFromText(std::string_view text) {
  if (!text.starts_with("\\x") || text.size() % 2 != 0) return std::nullopt;
  std::string bytes;
  bytes.reserve(text.size() / 2 - 1);
  for (std::size_t at = 2; at < text.size(); at += 2) {
    const std::optional<unsigned> high = HexValue(text[at]);
    const std::optional<unsigned> low = HexValue(text[at + 1]);
    if (!high.has_value() || !low.has_value()) return std::nullopt;
    bytes += static_cast<char>((*high << 4U) | *low);
  }
  return bytes;
}

std::optional<std::vector<std::int64_t>> IntegersFromText(std::string_view text) {
  return ElementsFromText<std::int64_t>(text, NumberFromText);
}

std::optional<std::vector<Day>> DaysFromText(std::string_view text) {
  return ElementsFromText<Day>(text, DayFromText);
}

}  // namespace parley::postgres
