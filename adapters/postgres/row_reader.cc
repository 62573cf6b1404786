// SPDX-License-Identifier: Apache-2.0
#include "adapters/postgres/row_reader.h"

#include <algorithm>
#include <charconv>
#include <iterator>
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

// The most significant byte comes first.
std::optional<std::uint64_t> UnsignedFromBinary(std::string_view bytes) {
  if (bytes.size() > sizeof(std::uint64_t)) return std::nullopt;
  std::uint64_t number = 0;
  for (const char byte : bytes) number = (number << 8U) | static_cast<std::uint8_t>(byte);
  return number;
}

// A smallint, an integer or a bigint.
std::optional<std::int64_t> NumberFromBinary(std::string_view bytes) {
  const std::optional<std::uint64_t> number = UnsignedFromBinary(bytes);
  if (!number.has_value()) return std::nullopt;
  switch (bytes.size()) {
    case sizeof(std::int16_t):
      return static_cast<std::int16_t>(*number);
    case sizeof(std::int32_t):
      return static_cast<std::int32_t>(*number);
    case sizeof(std::int64_t):
      return static_cast<std::int64_t>(*number);
    default:
      return std::nullopt;
  }
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

// PostgreSQL counts from 2000-01-01.
constexpr Day kFirstOf2000(2000, 1, 1);
constexpr std::int64_t kMicrosTo2000 = 946'684'800'000'000;

// To tell an instant in microseconds since 1970 takes PostgreSQL longer than all else of a row:
// where there are many, they come as the bytes of its own count.
std::optional<absl::Time> TimeFromText(std::string_view text) {
  constexpr std::string_view kSent = "\\x";
  if (!text.starts_with(kSent)) {
    const std::optional<std::int64_t> micros = NumberFromText(text);
    return micros.has_value() ? std::optional(absl::FromUnixMicros(*micros)) : std::nullopt;
  }
  text.remove_prefix(kSent.size());
  std::uint64_t sent = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), sent, 16);
  if (error != std::errc() || end != text.data() + text.size()) return std::nullopt;
  return absl::FromUnixMicros(static_cast<std::int64_t>(sent) + kMicrosTo2000);
}

std::optional<absl::Time> TimeFromBinary(std::string_view bytes) {
  const std::optional<std::int64_t> micros = NumberFromBinary(bytes);
  if (!micros.has_value()) return std::nullopt;
  return absl::FromUnixMicros(*micros + kMicrosTo2000);
}

std::optional<Day> DayFromBinary(std::string_view bytes) {
  constexpr std::int64_t kDays = 4'000'000;  // More than there are in a ledger's years.
  const std::optional<std::int64_t> number = NumberFromBinary(bytes);
  if (!number.has_value() || *number < -kDays || *number > kDays) return std::nullopt;
  const Day day = kFirstOf2000 + *number;
  if (day.year() < kFirstYear || day.year() > kLastYear) return std::nullopt;
  return day;
}

std::optional<Uuid> UuidFromBinary(std::string_view bytes) {
  Uuid::Bytes id{};
  if (bytes.size() != id.size()) return std::nullopt;
  std::copy(bytes.begin(), bytes.end(), id.begin());
  return Uuid(id);
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

template <typename Element, typename Parse>
std::optional<std::vector<Element>> ElementsFromBinary(std::string_view bytes, Parse parse) {
  // Dimensions, whether there is a NULL, the type; of the one dimension its length and lower bound;
  // then each element behind its size.
  constexpr std::size_t kWord = 4;
  constexpr std::size_t kWords = 5;
  const auto word = [&bytes](std::size_t at) {
    return NumberFromBinary(bytes.substr(kWord * at, kWord)).value_or(-1);
  };
  if (bytes.size() >= 3 * kWord && word(0) == 0) return std::vector<Element>();
  if (bytes.size() < kWords * kWord || word(0) != 1 || word(1) != 0) return std::nullopt;
  const std::int64_t count = word(3);
  std::vector<Element> elements;
  elements.reserve(bytes.size() / (kWord + sizeof(std::int16_t)));  // An element takes no less.
  for (bytes.remove_prefix(kWords * kWord); !bytes.empty();) {
    const auto size = static_cast<std::size_t>(word(0));
    if (bytes.size() < kWord || bytes.size() - kWord < size) return std::nullopt;
    const std::optional<Element> element = parse(bytes.substr(kWord, size));
    if (!element.has_value()) return std::nullopt;
    elements.push_back(*element);
    bytes.remove_prefix(kWord + size);
  }
  if (std::ssize(elements) != count) return std::nullopt;
  return elements;
}

// The value of a hexadecimal digit; none for any other character.
std::optional<unsigned> HexValue(char c) {
  if (c >= '0' && c <= '9') return static_cast<unsigned>(c - '0');
  if (c >= 'a' && c <= 'f') return static_cast<unsigned>(c - 'a') + 10;
  return std::nullopt;
}

}  // namespace

Cell RowReader::CellAt(std::size_t column) const {
  if (result_ == nullptr) return cells_[column];
  const int at = static_cast<int>(column);
  return {{PQgetvalue(result_, row_, at), static_cast<std::size_t>(PQgetlength(result_, row_, at))},
          PQgetisnull(result_, row_, at) == 1,
          PQfformat(result_, at) == 1};
}

Cell RowReader::Next() {
  const Cell cell = at_ < columns_ ? CellAt(at_) : Cell{{}, true};
  ++at_;
  if (cell.is_null) sound_ = false;
  return cell.is_null ? Cell{{}, true} : cell;
}

std::string_view RowReader::Json() {
  // Before the binary form of a jsonb stands its version.
  Cell cell = Next();
  if (cell.is_binary && !cell.text.empty()) cell.text.remove_prefix(1);
  return cell.text;
}

std::string RowReader::Bytes() {
  const Cell cell = Next();
  if (cell.is_binary) return std::string(cell.text);
  return Known(BytesFromText(cell.text)).value_or("");
}

bool RowReader::Boolean() { return Known(BooleanFromText(View())).value_or(false); }

std::int64_t RowReader::Integer() {
  const Cell cell = Next();
  return Known((cell.is_binary ? NumberFromBinary : NumberFromText)(cell.text)).value_or(0);
}

std::vector<std::int64_t> RowReader::Integers() {
  const Cell cell = Next();
  return Known((cell.is_binary ? IntegersFromBinary : IntegersFromText)(cell.text))
      .value_or(std::vector<std::int64_t>());
}

std::vector<Uuid> RowReader::Uuids() {
  const Cell cell = Next();
  return Known((cell.is_binary ? UuidsFromBinary : UuidsFromText)(cell.text))
      .value_or(std::vector<Uuid>());
}

absl::int128 RowReader::WideInteger() { return Known(WideNumberFromText(View())).value_or(0); }

Day RowReader::ReadDay() {
  const Cell cell = Next();
  return Known((cell.is_binary ? DayFromBinary : ParseDay)(cell.text)).value_or(Day());
}

std::optional<Day> RowReader::ReadDayOrNone() {
  if (!NextIsNull()) return ReadDay();
  Skip(1);
  return std::nullopt;
}

absl::Time RowReader::Time() {
  const Cell cell = Next();
  return Known((cell.is_binary ? TimeFromBinary : TimeFromText)(cell.text))
      .value_or(absl::UnixEpoch());
}

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

Uuid RowReader::ReadUuid() {
  const Cell cell = Next();
  return Known((cell.is_binary ? UuidFromBinary : Uuid::Parse)(cell.text)).value_or(Uuid());
}

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
  text.remove_prefix(2);
  std::string bytes(text.size() / 2, '\0');
  for (std::size_t at = 0; at < bytes.size(); ++at) {
    const std::optional<unsigned> high = HexValue(text[2 * at]);
    const std::optional<unsigned> low = HexValue(text[2 * at + 1]);
    if (!high.has_value() || !low.has_value()) return std::nullopt;
    bytes[at] = static_cast<char>((*high << 4U) | *low);
  }
  return bytes;
}

std::optional<std::vector<std::int64_t>> IntegersFromText(std::string_view text) {
  return ElementsFromText<std::int64_t>(text, NumberFromText);
}

std::optional<std::vector<std::int64_t>> IntegersFromBinary(std::string_view bytes) {
  return ElementsFromBinary<std::int64_t>(bytes, NumberFromBinary);
}

std::optional<std::vector<Uuid>> UuidsFromText(std::string_view text) {
  return ElementsFromText<Uuid>(text, Uuid::Parse);
}

std::optional<std::vector<Uuid>> UuidsFromBinary(std::string_view bytes) {
  return ElementsFromBinary<Uuid>(bytes, UuidFromBinary);
}

std::optional<std::vector<Day>> DaysFromText(std::string_view text) {
  return ElementsFromText<Day>(text, DayFromText);
}

}  // namespace parley::postgres
