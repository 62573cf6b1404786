// SPDX-License-Identifier: Apache-2.0
#include "adapters/messaging/sms/json_text.h"

#include <nlohmann/json.hpp>

namespace parley::messaging {

std::optional<std::map<std::string, std::string>> TextsOfJson(std::string_view json) {
  const nlohmann::json parsed =
      nlohmann::json::parse(json, /*cb=*/nullptr, /*allow_exceptions=*/false);
  if (!parsed.is_object()) return std::nullopt;
  std::map<std::string, std::string> texts;
  for (const auto& [name, value] : parsed.items()) {
    if (value.is_string()) texts[name] = value.get<std::string>();
  }
  return texts;
}

}  // namespace parley::messaging
