// SPDX-License-Identifier: Apache-2.0
#ifndef PARLEY_ADAPTERS_GRPC_CONVERT_CREDITOR_H_
#define PARLEY_ADAPTERS_GRPC_CONVERT_CREDITOR_H_

#include <optional>
#include <string>

#include "application/creditors/create_creditor.h"
#include "application/creditors/update_creditor.h"
#include "application/ports/time_zones.h"
#include "domain/common/violations.h"
#include "domain/debt/creditor.h"
#include "parley/v1/creditor.pb.h"
#include "parley/v1/creditor_service.pb.h"

namespace parley::grpc_api {

CreateCreditor::Command ReadCreateCreditor(const v1::CreateCreditorRequest& request,
                                           const TimeZones& zones, Violations& violations);
UpdateCreditor::Command ReadUpdateCreditor(const v1::UpdateCreditorRequest& request,
                                           const TimeZones& zones, Violations& violations);

// The code in a filter of the form `code = "..."`; none in an empty filter.
std::optional<std::string> ReadCreditorFilter(const std::string& filter, Violations& violations);

void Write(const Creditor& creditor, v1::Creditor& out);

}  // namespace parley::grpc_api

#endif  // PARLEY_ADAPTERS_GRPC_CONVERT_CREDITOR_H_
