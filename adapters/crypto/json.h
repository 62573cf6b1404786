// SPDX-License-Identifier: Apache-2.0
#ifndef PARLEY_ADAPTERS_CRYPTO_JSON_H_
#define PARLEY_ADAPTERS_CRYPTO_JSON_H_

#include <nlohmann/json.hpp>
#include <optional>
#include <string>
#include <string_view>

namespace parley {

// Reads an object without exceptions; none for anything else.
inline std::optional<nlohmann::json> ParseObject(std::string_view text) {
  nlohmann::json value = nlohmann::json::parse(text, nullptr, /*allow_exceptions=*/false);
  if (!value.is_object()) return std::nullopt;
  return value;
}

// A member that is a text; none when it is absent or something else.
inline std::optional<std::string> TextMember(const nlohmann::json& object, const char* name) {
  const auto member = object.find(name);
  if (member == object.end() || !member->is_string()) return std::nullopt;
  return member->get<std::string>();
}

}  // namespace parley

#endif  // PARLEY_ADAPTERS_CRYPTO_JSON_H_
