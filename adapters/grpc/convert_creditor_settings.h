// SPDX-License-Identifier: Apache-2.0
#ifndef PARLEY_ADAPTERS_GRPC_CONVERT_CREDITOR_SETTINGS_H_
#define PARLEY_ADAPTERS_GRPC_CONVERT_CREDITOR_SETTINGS_H_

#include <optional>
#include <string>

#include "application/creditors/explain_setting.h"
#include "domain/common/violations.h"
#include "domain/debt/settings.h"
#include "parley/v1/settings.pb.h"

namespace parley::grpc_api {

// What a creditor sets; the domain judges whether it makes sense.
CreditorSettings ReadSettings(const v1::CreditorSettings& in, const std::string& field,
                              Violations& violations);
void Write(const CreditorSettings& settings, v1::CreditorSettings& out);

// None when there is no query to be made of the request; then there are violations.
std::optional<ExplainSetting::Query> ReadExplainSetting(const v1::ExplainSettingRequest& request,
                                                        TenantId tenant, Violations& violations);
void Write(const ExplainSetting::Result& result, v1::SettingExplanation& out);

}  // namespace parley::grpc_api

#endif  // PARLEY_ADAPTERS_GRPC_CONVERT_CREDITOR_SETTINGS_H_
