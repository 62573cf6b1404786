// SPDX-License-Identifier: Apache-2.0
#ifndef PARLEY_INFRA_CLI_OUTPUT_WORK_TEXT_H_
#define PARLEY_INFRA_CLI_OUTPUT_WORK_TEXT_H_

#include <string>

#include "parley/v1/work_service.pb.h"

namespace parley::cli {

// For people: a table of what waits, and one item with all that there is to know about it.
std::string WorkText(const v1::ListWorkResponse& list);
std::string WorkItemText(const v1::WorkItem& item);

}  // namespace parley::cli

#endif  // PARLEY_INFRA_CLI_OUTPUT_WORK_TEXT_H_
