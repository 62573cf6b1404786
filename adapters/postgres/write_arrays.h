// SPDX-License-Identifier: Apache-2.0
#ifndef PARLEY_ADAPTERS_POSTGRES_WRITE_ARRAYS_H_
#define PARLEY_ADAPTERS_POSTGRES_WRITE_ARRAYS_H_

#include <concepts>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "absl/numeric/int128.h"
#include "absl/time/time.h"
#include "adapters/postgres/array_text.h"
#include "adapters/postgres/parameter.h"
#include "domain/common/days.h"
#include "domain/common/id.h"

namespace parley::postgres {

// The nil id is kept as NULL.
template <typename Identity>
std::optional<Identity> NotNil(const Identity& id) {
  return id.IsNil() ? std::nullopt : std::optional<Identity>(id);
}

// The elements of one array, of one type. What is written most travels in PostgreSQL's binary form:
// to read a hundred thousand ids, digests and texts from an array literal takes the database longer
// than to find the rows that they belong to.
class WriteArray {
 public:
  // Numbers of the catalogue, which never change; kLiteral is an array literal of any type.
  enum class Type : std::uint32_t {
    kLiteral = 0,
    kBytea = 17,
    kBigint = 20,
    kText = 25,
    kDate = 1082,
    kUuid = 2950,
  };

  void Add(const Uuid& id);
  template <typename Tag>
  void Add(const Id<Tag>& id) {
    Add(id.uuid());
  }
  void Add(Bytes bytes) { AddSized(Type::kBytea, bytes.bytes); }
  void Add(std::string_view text) { AddSized(Type::kText, text); }
  void Add(const std::string& text) { AddSized(Type::kText, text); }
  void Add(const char* text) { AddSized(Type::kText, text); }
  void Add(std::int64_t number);
  void Add(absl::Time time) { Add(absl::ToUnixMicros(time)); }
  void Add(Day day);  // The last of all days is infinity.
  // For a smallint, an integer and a numeric.
  void Add(int number) { AddToLiteral(std::int64_t{number}); }
  void Add(absl::int128 number) { AddToLiteral(number); }

  template <typename Value>
  void Add(const std::optional<Value>& value) {
    if (value.has_value()) return Add(*value);
    AddNull(TypeOf<Value>());
  }

  Parameter Take() &&;

 private:
  template <typename Value>
  static constexpr Type TypeOf() {
    if constexpr (std::same_as<Value, std::int64_t> || std::same_as<Value, absl::Time>) {
      return Type::kBigint;
    } else if constexpr (std::convertible_to<Value, std::string_view>) {
      return Type::kText;
    } else if constexpr (std::same_as<Value, Day>) {
      return Type::kDate;
    } else if constexpr (std::same_as<Value, Bytes>) {
      return Type::kBytea;
    } else if constexpr (std::same_as<Value, int> || std::same_as<Value, absl::int128>) {
      return Type::kLiteral;
    } else {
      return Type::kUuid;
    }
  }

  void AddSized(Type type, std::string_view bytes);
  void AddNull(Type type);
  template <typename Number>
  void AddToLiteral(Number number) {
    if (count_++ > 0) body_ += ',';
    AppendElement(body_, number);
  }

  Type type_ = Type::kLiteral;
  std::int32_t count_ = 0;
  bool has_null_ = false;
  std::string body_;
};

// Rows on their way to the database: one array a column, so that one row and a thousand are written
// by the same statement.
class WriteArrays {
 public:
  template <typename... Cells>
  void Add(const Cells&... cells) {
    columns_.resize(sizeof...(cells));
    std::size_t at = 0;
    (columns_[at++].Add(cells), ...);
    ++size_;
  }

  std::size_t size() const { return size_; }
  bool empty() const { return size_ == 0; }

  // The arrays, in the order of the cells.
  std::vector<Parameter> Take() &&;

 private:
  std::vector<WriteArray> columns_;
  std::size_t size_ = 0;
};

}  // namespace parley::postgres

#endif  // PARLEY_ADAPTERS_POSTGRES_WRITE_ARRAYS_H_
