// SPDX-License-Identifier: Apache-2.0
#ifndef PARLEY_ADAPTERS_POSTGRES_PAYMENT_JSON_H_
#define PARLEY_ADAPTERS_POSTGRES_PAYMENT_JSON_H_

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "domain/debt/payment.h"

namespace parley::postgres {

std::string JsonOf(const std::vector<Instruction>& instructions);
std::string JsonOf(const std::vector<PaymentPart>& parts);

// None for another shape.
std::optional<std::vector<Instruction>> InstructionsFromJson(std::string_view json);
std::optional<std::vector<PaymentPart>> PartsFromJson(std::string_view json);
// Each a list: payment, expected date, amount, microseconds of when it was announced and landed.
std::optional<std::vector<ExpectedMoney>> ExpectedFromJson(std::string_view json);

}  // namespace parley::postgres

#endif  // PARLEY_ADAPTERS_POSTGRES_PAYMENT_JSON_H_
