// SPDX-License-Identifier: Apache-2.0
#ifndef PARLEY_ADAPTERS_POSTGRES_SETTINGS_JSON_H_
#define PARLEY_ADAPTERS_POSTGRES_SETTINGS_JSON_H_

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "domain/debt/revise_terms.h"
#include "domain/debt/settings.h"

namespace parley::postgres {

// What a creditor sets, as it is kept. None when the text is no such thing.
std::string JsonOf(const CreditorSettings& settings);
std::optional<CreditorSettings> SettingsFromJson(std::string_view json);

// The terms before and after a change.
std::string JsonOf(const DebtTerms& terms);
// A list of [notice_id, given_date, effective_date, before, after, actor, created_time in micros]
// of one debt.
std::optional<std::vector<ChangeNotice>> NoticesFromJson(DebtorId debtor, DebtId debt,
                                                         std::string_view json);

}  // namespace parley::postgres

#endif  // PARLEY_ADAPTERS_POSTGRES_SETTINGS_JSON_H_
