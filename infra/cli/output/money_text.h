// SPDX-License-Identifier: Apache-2.0
#ifndef PARLEY_INFRA_CLI_OUTPUT_MONEY_TEXT_H_
#define PARLEY_INFRA_CLI_OUTPUT_MONEY_TEXT_H_

#include <cstdint>
#include <string>

#include "parley/v1/common.pb.h"

namespace parley::cli {

// "-1234.50": the amount with its currency's decimals. A currency that this program does not know
// gives the count of minor units and says so.
std::string DecimalText(const v1::Money& money);
std::string DecimalText(std::int64_t minor_units, const std::string& currency_code);

// "-1234.50 EUR".
std::string MoneyText(const v1::Money& money);

}  // namespace parley::cli

#endif  // PARLEY_INFRA_CLI_OUTPUT_MONEY_TEXT_H_
