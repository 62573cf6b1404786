// SPDX-License-Identifier: Apache-2.0
#ifndef PARLEY_DOMAIN_LANGUAGE_LOOK_ALIKES_H_
#define PARLEY_DOMAIN_LANGUAGE_LOOK_ALIKES_H_

#include <string_view>

namespace parley::language {

// The ASCII that a code point is drawn like or written as, beyond what Unicode's compatibility
// mappings know: Cyrillic and Greek letters, letters with strokes and ligatures, typographic quotes
// and dashes. Empty for every other one.
std::string_view LookAlike(char32_t code_point);

}  // namespace parley::language

#endif  // PARLEY_DOMAIN_LANGUAGE_LOOK_ALIKES_H_
