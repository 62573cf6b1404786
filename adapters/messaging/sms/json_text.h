// SPDX-License-Identifier: Apache-2.0
#ifndef PARLEY_ADAPTERS_MESSAGING_SMS_JSON_TEXT_H_
#define PARLEY_ADAPTERS_MESSAGING_SMS_JSON_TEXT_H_

#include <map>
#include <optional>
#include <string>
#include <string_view>

namespace parley::messaging {

// The texts of a JSON object by name, values of other kinds left out; none for what is no object.
std::optional<std::map<std::string, std::string>> TextsOfJson(std::string_view json);

}  // namespace parley::messaging

#endif  // PARLEY_ADAPTERS_MESSAGING_SMS_JSON_TEXT_H_
