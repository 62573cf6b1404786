// SPDX-License-Identifier: Apache-2.0
#ifndef PARLEY_ADAPTERS_POSTGRES_ARRAY_TEXT_H_
#define PARLEY_ADAPTERS_POSTGRES_ARRAY_TEXT_H_

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
#include "domain/common/id.h"

namespace parley::postgres {

// Bytes for a column of type bytea.
struct Bytes {
  std::string_view bytes;
};

template <typename Container>
Bytes BytesOf(const Container& digest) {
  // NOLINTNEXTLINE(google-readability-casting): a view of the same bytes as characters.
  return {std::string_view(reinterpret_cast<const char*>(digest.data()), digest.size())};
}

// How PostgreSQL writes the day after which none comes.
inline constexpr std::string_view kInfinity = "infinity";

// The text form of an element of a PostgreSQL array literal.
void AppendElement(std::string& out, std::string_view text);
void AppendElement(std::string& out, Bytes bytes);
void AppendElement(std::string& out, std::int64_t number);
void AppendElement(std::string& out, absl::int128 number);
void AppendElement(std::string& out, const Uuid& id);
void AppendElement(std::string& out, Day day);  // The last of all days is infinity.
// In microseconds since 1970.
void AppendElement(std::string& out, absl::Time time);

inline void AppendElement(std::string& out, const std::string& text) {
  AppendElement(out, std::string_view{text});
}
inline void AppendElement(std::string& out, int number) {
  AppendElement(out, static_cast<std::int64_t>(number));
}
template <typename Tag>
void AppendElement(std::string& out, const Id<Tag>& id) {
  AppendElement(out, id.uuid());
}
template <typename T>
void AppendElement(std::string& out, const std::optional<T>& value) {
  if (value.has_value()) {
    AppendElement(out, *value);
  } else {
    out += "NULL";
  }
}

// A PostgreSQL array literal, such as {1,2} or {"a","b"}.
template <typename Range>
std::string ArrayText(const Range& elements) {
  std::string out = "{";
  for (const auto& element : elements) {
    if (out.size() > 1) out += ',';
    AppendElement(out, element);
  }
  out += '}';
  return out;
}

// Rows on their way to the database: one array literal a column, so that one row and a thousand are
// written by the same statement.
class RowArrays {
 public:
  template <typename... Cells>
  void Add(const Cells&... cells) {
    columns_.resize(sizeof...(cells), "{");
    std::size_t at = 0;
    (AddCell(at++, cells), ...);
    ++size_;
  }

  std::size_t size() const { return size_; }
  bool empty() const { return size_ == 0; }

  // The arrays, in the order of the cells.
  std::vector<std::string> Take() &&;

 private:
  template <typename Cell>
  void AddCell(std::size_t at, const Cell& cell) {
    std::string& column = columns_[at];
    if (size_ > 0) column += ',';
    AppendElement(column, cell);
  }

  std::vector<std::string> columns_;
  std::size_t size_ = 0;
};

}  // namespace parley::postgres

#endif  // PARLEY_ADAPTERS_POSTGRES_ARRAY_TEXT_H_
