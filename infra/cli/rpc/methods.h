// SPDX-License-Identifier: Apache-2.0
#ifndef PARLEY_INFRA_CLI_RPC_METHODS_H_
#define PARLEY_INFRA_CLI_RPC_METHODS_H_

#include <string>
#include <string_view>
#include <vector>

#include "absl/status/statusor.h"
#include "google/protobuf/descriptor.h"

namespace parley::cli {

// Every method of the API, service by service.
std::vector<const google::protobuf::MethodDescriptor*> AllMethods();

// The method that "DebtService.GetDebt" names. The package may stand before it, a slash may stand
// for the last dot, and a name that only one service has needs no service. Errors:
// INVALID_ARGUMENT when there is no such method, or more than one.
absl::StatusOr<const google::protobuf::MethodDescriptor*> FindMethod(std::string_view name);

// "DebtService.GetDebt".
std::string ShortName(const google::protobuf::MethodDescriptor& method);

// "/parley.v1.DebtService/GetDebt".
std::string PathOf(const google::protobuf::MethodDescriptor& method);

}  // namespace parley::cli

#endif  // PARLEY_INFRA_CLI_RPC_METHODS_H_
