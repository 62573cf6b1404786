// SPDX-License-Identifier: Apache-2.0
#ifndef PARLEY_DOMAIN_COMMON_SENSITIVE_H_
#define PARLEY_DOMAIN_COMMON_SENSITIVE_H_

#include <compare>
#include <ostream>
#include <string>
#include <utility>

namespace parley {

// A value that tells something about a person: a name, a number, an address, free text. It does not
// stream, print or concatenate; whoever needs the value says so with Reveal(), where a reader sees
// it.
template <typename T>
class Sensitive {
 public:
  Sensitive() = default;
  explicit Sensitive(T value) : value_(std::move(value)) {}

  const T& Reveal() const { return value_; }

  friend auto operator<=>(const Sensitive&, const Sensitive&) = default;

 private:
  T value_;
};

template <typename T>
std::ostream& operator<<(std::ostream&, const Sensitive<T>&) = delete;
template <typename T, typename U>
void operator+(const Sensitive<T>&, const U&) = delete;
template <typename T, typename U>
void operator+(const U&, const Sensitive<T>&) = delete;

using SensitiveText = Sensitive<std::string>;

}  // namespace parley

#endif  // PARLEY_DOMAIN_COMMON_SENSITIVE_H_
