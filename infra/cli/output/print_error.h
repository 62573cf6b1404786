// SPDX-License-Identifier: Apache-2.0
#ifndef PARLEY_INFRA_CLI_OUTPUT_PRINT_ERROR_H_
#define PARLEY_INFRA_CLI_OUTPUT_PRINT_ERROR_H_

#include <string>

#include "infra/cli/client/rpc_error.h"

namespace parley::cli {

// An error for a person, on as many lines as it has parts:
//   INVALID_ARGUMENT FIELD_INVALID: The request has malformed fields.
//     entries[0].amount: NOT_POSITIVE The amount must be above zero.
//     retry after 1.5s
//     incident: 0190...
std::string ErrorText(const ErrorReport& report);

// The same as one JSON object on one line.
std::string ErrorJson(const ErrorReport& report);

}  // namespace parley::cli

#endif  // PARLEY_INFRA_CLI_OUTPUT_PRINT_ERROR_H_
