// SPDX-License-Identifier: Apache-2.0
#include "domain/language/hearing/heard.h"

#include <algorithm>

namespace parley::language {

bool Heard::Has(Intent intent) const {
  return std::any_of(labels.begin(), labels.end(),
                     [intent](const HeardLabel& label) { return label.intent == intent; });
}

}  // namespace parley::language
