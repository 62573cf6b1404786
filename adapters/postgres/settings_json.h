// SPDX-License-Identifier: Apache-2.0
#ifndef PARLEY_ADAPTERS_POSTGRES_SETTINGS_JSON_H_
#define PARLEY_ADAPTERS_POSTGRES_SETTINGS_JSON_H_

#include <optional>
#include <string>
#include <string_view>

#include "domain/debt/settings.h"

namespace parley::postgres {

// What a creditor sets, as it is kept. None when the text is no such thing.
std::string JsonOf(const CreditorSettings& settings);
std::optional<CreditorSettings> SettingsFromJson(std::string_view json);

}  // namespace parley::postgres

#endif  // PARLEY_ADAPTERS_POSTGRES_SETTINGS_JSON_H_
