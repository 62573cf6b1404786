// SPDX-License-Identifier: Apache-2.0
#ifndef PARLEY_TESTS_SUPPORT_DOMAIN_BUILDER_H_
#define PARLEY_TESTS_SUPPORT_DOMAIN_BUILDER_H_

#include <utility>

namespace parley {

// A value with sensible defaults, of which a test writes only what matters to it:
//   Debt debt = ADebt().With(&Debt::status, DebtStatus::kPaid);
template <typename T>
class Builder {
 public:
  explicit Builder(T value) : value_(std::move(value)) {}

  template <typename Member, typename Value>
  Builder With(Member T::*member, Value&& value) && {
    value_.*member = std::forward<Value>(value);
    return std::move(*this);
  }

  T Build() && { return std::move(value_); }

  // NOLINTNEXTLINE(google-explicit-constructor): a builder stands where its value is wanted.
  operator T() && { return std::move(value_); }

 private:
  T value_;
};

}  // namespace parley

#endif  // PARLEY_TESTS_SUPPORT_DOMAIN_BUILDER_H_
