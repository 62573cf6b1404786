// SPDX-License-Identifier: Apache-2.0
#ifndef PARLEY_DOMAIN_COMMUNICATION_ENUM_SET_H_
#define PARLEY_DOMAIN_COMMUNICATION_ENUM_SET_H_

#include <cstdint>
#include <initializer_list>

namespace parley {

// Some values of a small enum, in the bits of one number: asked a hundred times a verdict.
template <typename Value>
class EnumSet {
 public:
  constexpr EnumSet() = default;
  constexpr EnumSet(std::initializer_list<Value> values) {
    for (const Value value : values) Add(value);
  }

  constexpr void Add(Value value) { bits_ |= BitOf(value); }
  constexpr bool Has(Value value) const { return (bits_ & BitOf(value)) != 0; }
  constexpr bool empty() const { return bits_ == 0; }
  constexpr bool Meets(const EnumSet& other) const { return (bits_ & other.bits_) != 0; }
  // True for a value that a list names, and for every value when the list is empty.
  constexpr bool Admits(Value value) const { return empty() || Has(value); }

  friend constexpr bool operator==(const EnumSet&, const EnumSet&) = default;

 private:
  static constexpr std::uint64_t BitOf(Value value) {
    return std::uint64_t{1} << static_cast<unsigned>(value);
  }

  std::uint64_t bits_ = 0;
};

}  // namespace parley

#endif  // PARLEY_DOMAIN_COMMUNICATION_ENUM_SET_H_
