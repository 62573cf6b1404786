// SPDX-License-Identifier: Apache-2.0
#ifndef PARLEY_INFRA_CLI_LEDGER_JSON_FIELDS_H_
#define PARLEY_INFRA_CLI_LEDGER_JSON_FIELDS_H_

#include <cstdint>
#include <initializer_list>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "nlohmann/json.hpp"

namespace parley::cli {

// What is wrong with a JSON text, and where; it never leaves the reader of a file.
struct JsonFault {
  std::string path;
  std::string what;
};

// Reads a JSON text. Throws a JsonFault for a field that an object has twice, of which one would be
// passed over, and nlohmann::json::exception for what is not JSON.
nlohmann::json ParseJson(std::string_view text);

// A JSON value at a path. Each reader throws a JsonFault when the value is not what is asked for.
class JsonField {
 public:
  JsonField(const nlohmann::json& value, std::string path)
      : value_(value), path_(std::move(path)) {}

  // The field must be there; what is not listed in Only is an error.
  JsonField operator[](std::string_view name) const;
  bool Has(std::string_view name) const;  // True for a field that is there and not null.
  void Only(std::initializer_list<std::string_view> names) const;

  std::string Text() const;
  std::int64_t Integer() const;
  bool Boolean() const;
  const nlohmann::json::object_t& Object() const;
  std::vector<JsonField> Elements() const;

  [[noreturn]] void Fail(std::string what) const { throw JsonFault{path_, std::move(what)}; }

 private:
  const nlohmann::json& value_;
  std::string path_;
};

}  // namespace parley::cli

#endif  // PARLEY_INFRA_CLI_LEDGER_JSON_FIELDS_H_
