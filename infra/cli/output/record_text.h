// SPDX-License-Identifier: Apache-2.0
#ifndef PARLEY_INFRA_CLI_OUTPUT_RECORD_TEXT_H_
#define PARLEY_INFRA_CLI_OUTPUT_RECORD_TEXT_H_

#include <string>

#include "parley/v1/consent.pb.h"
#include "parley/v1/debtor_record.pb.h"

namespace parley::cli {

// What is known of how, when and by whom a person may be reached.
std::string RecordText(const v1::DebtorRecord& record, const v1::ListConsentsResponse& consents);

}  // namespace parley::cli

#endif  // PARLEY_INFRA_CLI_OUTPUT_RECORD_TEXT_H_
