// SPDX-License-Identifier: Apache-2.0
#ifndef PARLEY_TESTS_SYSTEM_ACCESS_CASES_H_
#define PARLEY_TESTS_SYSTEM_ACCESS_CASES_H_

#include <cstdint>
#include <map>
#include <string>

namespace parley::system_test {

// What a caller of another tenant is told.
enum class Outsider : std::uint8_t {
  kNotFound,  // As if the name did not exist.
  kNothing,   // A list in which nothing of it stands.
  kOwn,       // It is about what the caller's own tenant gets: nothing of the first is touched.
};

struct AccessCase {
  std::string json;  // A request that the owner may make; <debt> and the like stand for names.
  Outsider outsider;
};

// By method, everything that a caller of tenant A could do to what tenant A has.
const std::map<std::string, AccessCase>& AccessCases();

}  // namespace parley::system_test

#endif  // PARLEY_TESTS_SYSTEM_ACCESS_CASES_H_
