// SPDX-License-Identifier: Apache-2.0
#include "domain/debt/periods.h"

#include <algorithm>

namespace parley {

std::vector<Period> Merged(std::span<const Period> periods) {
  std::vector<Period> sorted(periods.begin(), periods.end());
  std::sort(sorted.begin(), sorted.end(),
            [](const Period& left, const Period& right) { return left.from < right.from; });
  std::vector<Period> merged;
  for (const Period& period : sorted) {
    if (period.to < period.from) continue;
    const bool open = !merged.empty() && merged.back().to == Day::max();
    if (open || (!merged.empty() && period.from <= merged.back().to + 1)) {
      merged.back().to = std::max(merged.back().to, period.to);
    } else {
      merged.push_back(period);
    }
  }
  return merged;
}

}  // namespace parley
