// SPDX-License-Identifier: Apache-2.0
#ifndef PARLEY_ADAPTERS_POSTGRES_PARAMETER_H_
#define PARLEY_ADAPTERS_POSTGRES_PARAMETER_H_

#include <string>
#include <utility>

namespace parley::postgres {

// A value on its way to a statement, in PostgreSQL's text form or in its binary one.
struct Parameter {
  // NOLINTNEXTLINE(google-explicit-constructor): a text stands where a parameter is wanted.
  Parameter(std::string value, bool binary = false) : bytes(std::move(value)), is_binary(binary) {}

  std::string bytes;
  bool is_binary;
};

}  // namespace parley::postgres

#endif  // PARLEY_ADAPTERS_POSTGRES_PARAMETER_H_
