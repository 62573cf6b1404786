// SPDX-License-Identifier: Apache-2.0
#include "adapters/postgres/write_arrays.h"

#include <limits>
#include <utility>

namespace parley::postgres {
namespace {

// Days count from here.
constexpr Day kDayZero = Day(2000, 1, 1);

// The highest byte comes first.
template <typename Number>
void AppendNetwork(std::string& out, Number number) {
  for (int shift = 8 * (static_cast<int>(sizeof(Number)) - 1); shift >= 0; shift -= 8) {
    out += static_cast<char>(static_cast<std::uint8_t>(number >> shift));
  }
}

template <typename Number>
std::string NetworkOf(Number number) {
  std::string bytes;
  AppendNetwork(bytes, number);
  return bytes;
}

constexpr std::int32_t kNull = -1;

}  // namespace

void WriteArray::Add(const Uuid& id) {
  // NOLINTNEXTLINE(google-readability-casting): a view of the same bytes as characters.
  AddSized(Type::kUuid, {reinterpret_cast<const char*>(id.bytes().data()), id.bytes().size()});
}

void WriteArray::Add(std::int64_t number) { AddSized(Type::kBigint, NetworkOf(number)); }

void WriteArray::Add(Day day) {
  const std::int64_t days =
      day == Day::max() ? std::numeric_limits<std::int32_t>::max() : day - kDayZero;
  AddSized(Type::kDate, NetworkOf(static_cast<std::int32_t>(days)));
}

void WriteArray::AddSized(Type type, std::string_view bytes) {
  type_ = type;
  ++count_;
  AppendNetwork(body_, static_cast<std::int32_t>(bytes.size()));
  body_ += bytes;
}

void WriteArray::AddNull(Type type) {
  if (type == Type::kLiteral) {
    body_ += count_++ > 0 ? ",NULL" : "NULL";
    return;
  }
  type_ = type;
  ++count_;
  has_null_ = true;
  AppendNetwork(body_, kNull);
}

Parameter WriteArray::Take() && {
  if (type_ == Type::kLiteral) return {"{" + std::move(body_) + "}"};
  // Of one dimension, which begins with number one.
  std::string array = NetworkOf(std::int32_t{1});
  AppendNetwork(array, std::int32_t{has_null_ ? 1 : 0});
  AppendNetwork(array, static_cast<std::int32_t>(type_));
  AppendNetwork(array, count_);
  AppendNetwork(array, std::int32_t{1});
  array += body_;
  return {std::move(array), true};
}

std::vector<Parameter> WriteArrays::Take() && {
  std::vector<Parameter> parameters;
  parameters.reserve(columns_.size());
  for (WriteArray& column : columns_) parameters.push_back(std::move(column).Take());
  return parameters;
}

}  // namespace parley::postgres
