// SPDX-License-Identifier: Apache-2.0
#ifndef PARLEY_DOMAIN_COMMUNICATION_TEMPLATES_SAMPLE_VALUES_H_
#define PARLEY_DOMAIN_COMMUNICATION_TEMPLATES_SAMPLE_VALUES_H_

#include <span>

#include "domain/communication/templates/limited.h"
#include "domain/communication/templates/values.h"

namespace parley {

enum class Samples : bool { kOfRequired, kOfAll };

// Some value for each variable by its type, the same each time: what any template can be filled
// with. Rows are two, whose optional columns the first has and the second lacks.
TemplateValues SampleValues(std::span<const Variable> variables, Samples samples);

// The same for limited content: all values that it may have.
LimitedValues SampleLimitedValues();

}  // namespace parley

#endif  // PARLEY_DOMAIN_COMMUNICATION_TEMPLATES_SAMPLE_VALUES_H_
