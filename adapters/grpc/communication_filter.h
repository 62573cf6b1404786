// SPDX-License-Identifier: Apache-2.0
#ifndef PARLEY_ADAPTERS_GRPC_COMMUNICATION_FILTER_H_
#define PARLEY_ADAPTERS_GRPC_COMMUNICATION_FILTER_H_

#include <string_view>

#include "application/ports/communications.h"
#include "domain/common/violations.h"

namespace parley::grpc_api {

// Reads the filter of a list of communications; adds FILTER_INVALID.
CommunicationFilter ReadCommunicationFilter(std::string_view filter, Violations& violations);

}  // namespace parley::grpc_api

#endif  // PARLEY_ADAPTERS_GRPC_COMMUNICATION_FILTER_H_
