// SPDX-License-Identifier: Apache-2.0
#ifndef PARLEY_ADAPTERS_GRPC_CONVERT_HOLD_H_
#define PARLEY_ADAPTERS_GRPC_CONVERT_HOLD_H_

#include <optional>
#include <string_view>

#include "application/application.h"
#include "domain/common/violations.h"
#include "parley/v1/hold.pb.h"

namespace parley::grpc_api {

// None when something is malformed.
std::optional<PlaceHold::Command> ReadPlaceHold(const v1::PlaceHoldRequest& request,
                                                Violations& violations);
std::optional<EndHold::Command> ReadEndHold(const v1::EndHoldRequest& request, Day latest_today,
                                            Violations& violations);
std::optional<ExtendHold::Command> ReadExtendHold(const v1::ExtendHoldRequest& request,
                                                  Violations& violations);

// Reads the filter of ListHolds: terms for `debt`, `state` and `type`, joined by AND, each at most
// once. Faults, of `filter`: FILTER_INVALID, and REFERENCE_UNKNOWN for a debt of another debtor.
HoldFilter ReadHoldFilter(std::string_view filter, DebtorId debtor, Violations& violations);

void Write(const HoldEffects& effects, const std::optional<Currency>& currency,
           v1::HoldEffects& out);
void Write(const Hold& hold, Day today, v1::Hold& out);

}  // namespace parley::grpc_api

#endif  // PARLEY_ADAPTERS_GRPC_CONVERT_HOLD_H_
