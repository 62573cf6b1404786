// SPDX-License-Identifier: Apache-2.0
#include "infra/cli/ledger/json_fields.h"

#include <algorithm>
#include <utility>

#include "absl/strings/str_cat.h"

namespace parley::cli {

JsonField JsonField::operator[](std::string_view name) const {
  const auto& fields = Object();
  const auto found = fields.find(std::string(name));
  const std::string path =
      path_.empty() ? std::string(name) : absl::StrCat(path_, ".", std::string(name));
  if (found == fields.end()) throw JsonFault{path, "is missing"};
  return {found->second, path};
}

bool JsonField::Has(std::string_view name) const {
  const auto& fields = Object();
  const auto found = fields.find(std::string(name));
  return found != fields.end() && !found->second.is_null();
}

void JsonField::Only(std::initializer_list<std::string_view> names) const {
  for (const auto& [name, value] : Object()) {
    const bool known = std::find(names.begin(), names.end(), name) != names.end();
    if (!known) throw JsonFault{absl::StrCat(path_, path_.empty() ? "" : ".", name), "is unknown"};
  }
}

std::string JsonField::Text() const {
  if (!value_.is_string()) Fail("is no text");
  return value_.get<std::string>();
}

std::int64_t JsonField::Integer() const {
  const bool fits = value_.is_number_integer() &&
                    (!value_.is_number_unsigned() ||
                     value_.get<std::uint64_t>() <= static_cast<std::uint64_t>(INT64_MAX));
  if (!fits) Fail("is no whole number of 64 bits");
  return value_.get<std::int64_t>();
}

bool JsonField::Boolean() const {
  if (!value_.is_boolean()) Fail("is neither true nor false");
  return value_.get<bool>();
}

const nlohmann::json::object_t& JsonField::Object() const {
  if (!value_.is_object()) Fail("is no object");
  return value_.get_ref<const nlohmann::json::object_t&>();
}

std::vector<JsonField> JsonField::Elements() const {
  if (!value_.is_array()) Fail("is no list");
  std::vector<JsonField> elements;
  for (const nlohmann::json& element : value_) {
    elements.emplace_back(element, absl::StrCat(path_, "[", elements.size(), "]"));
  }
  return elements;
}

}  // namespace parley::cli
