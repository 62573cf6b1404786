// SPDX-License-Identifier: Apache-2.0
#ifndef PARLEY_ADAPTERS_POSTGRES_ROW_READER_H_
#define PARLEY_ADAPTERS_POSTGRES_ROW_READER_H_

#include <libpq-fe.h>

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "absl/numeric/int128.h"
#include "absl/time/time.h"
#include "domain/common/days.h"
#include "domain/common/fingerprint.h"
#include "domain/common/id.h"

namespace parley::postgres {

// One column of a row, in PostgreSQL's text form or in its binary one; its bytes live as long as
// the row.
struct Cell {
  std::string_view text;
  bool is_null = false;
  bool is_binary = false;
};

// Takes a row apart, column after column. What cannot be read, or is NULL where a value must be,
// makes the row unsound; the values read meanwhile are then empty. Numerics and booleans are read
// from their text form alone.
class RowReader {
 public:
  explicit RowReader(std::span<const Cell> cells) : cells_(cells), columns_(cells.size()) {}
  // A row where it lies in a result. What is skipped is not looked at.
  RowReader(const PGresult* result, int row)
      : result_(result), row_(row), columns_(static_cast<std::size_t>(PQnfields(result))) {}

  bool sound() const { return sound_; }
  void Spoil() { sound_ = false; }

  // Whether the next column is NULL. `Skip` passes over columns.
  bool NextIsNull() const { return at_ < columns_ && CellAt(at_).is_null; }
  void Skip(std::size_t columns) { at_ += columns; }

  // The text lives as long as the row, or is copied.
  std::string_view View() { return Next().text; }
  std::string_view Json();
  std::string Text() { return std::string(View()); }
  std::string Bytes();
  bool Boolean();
  std::int64_t Integer();
  absl::int128 WideInteger();
  Day ReadDay();
  std::optional<Day> ReadDayOrNone();
  absl::Time Time();  // From microseconds since 1970, or as timestamptz_send gives it.
  std::vector<std::int64_t> Integers();  // An array.
  std::vector<Uuid> Uuids();             // An array.
  Fingerprint Digest();
  Uuid ReadUuid();
  // The nil id for NULL.
  Uuid UuidOrNil();
  std::optional<std::int64_t> IntegerOrNone();

  template <typename Identity>
  Identity ReadId() {
    return Identity(ReadUuid());
  }
  template <typename Identity>
  std::optional<Identity> ReadIdOrNone() {
    const Uuid id = UuidOrNil();
    return id.IsNil() ? std::nullopt : std::optional<Identity>(Identity(id));
  }

  // What a text names, by a function that gives none for an unknown name.
  template <typename Lookup>
  auto Named(Lookup lookup) {
    return Known(lookup(View()));
  }

  // The value; a missing one makes the row unsound.
  template <typename T>
  std::optional<T> Known(std::optional<T> value) {
    if (!value.has_value()) sound_ = false;
    return value;
  }

 private:
  Cell CellAt(std::size_t column) const;
  // NULL, which is unsound, when there is none.
  Cell Next();

  std::span<const Cell> cells_;
  const PGresult* result_ = nullptr;  // Where the cells are, unless they were given.
  int row_ = 0;
  std::size_t columns_;
  std::size_t at_ = 0;
  bool sound_ = true;
};

// Bytes from the text form of bytea ("\x00ff"); none when it is not that.
std::optional<std::string> BytesFromText(std::string_view text);

// Elements of an array's text form, such as {1,2}; none when one is not a number, or not a day.
std::optional<std::vector<std::int64_t>> IntegersFromText(std::string_view text);
// Of its binary form.
std::optional<std::vector<std::int64_t>> IntegersFromBinary(std::string_view bytes);
std::optional<std::vector<Uuid>> UuidsFromText(std::string_view text);
std::optional<std::vector<Uuid>> UuidsFromBinary(std::string_view bytes);
std::optional<std::vector<Day>> DaysFromText(std::string_view text);

}  // namespace parley::postgres

#endif  // PARLEY_ADAPTERS_POSTGRES_ROW_READER_H_
