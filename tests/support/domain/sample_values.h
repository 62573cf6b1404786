// SPDX-License-Identifier: Apache-2.0
#ifndef PARLEY_TESTS_SUPPORT_DOMAIN_SAMPLE_VALUES_H_
#define PARLEY_TESTS_SUPPORT_DOMAIN_SAMPLE_VALUES_H_

#include <span>

#include "domain/communication/templates/values.h"

namespace parley {

enum class Samples : bool { kOfRequired, kOfAll };

// Some value for each variable by its type, the same each time: what any template can be filled
// with. Rows are two, whose optional columns the first has and the second lacks.
TemplateValues SampleValues(std::span<const Variable> variables, Samples samples);

}  // namespace parley

#endif  // PARLEY_TESTS_SUPPORT_DOMAIN_SAMPLE_VALUES_H_
