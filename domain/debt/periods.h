// SPDX-License-Identifier: Apache-2.0
#ifndef PARLEY_DOMAIN_DEBT_PERIODS_H_
#define PARLEY_DOMAIN_DEBT_PERIODS_H_

#include <span>
#include <vector>

#include "domain/common/days.h"

namespace parley {

// The same days, each once: by day, and none that overlap or touch. They may come in any order; an
// open end is Day::max().
std::vector<Period> Merged(std::span<const Period> periods);

}  // namespace parley

#endif  // PARLEY_DOMAIN_DEBT_PERIODS_H_
