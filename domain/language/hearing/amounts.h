// SPDX-License-Identifier: Apache-2.0
#ifndef PARLEY_DOMAIN_LANGUAGE_HEARING_AMOUNTS_H_
#define PARLEY_DOMAIN_LANGUAGE_HEARING_AMOUNTS_H_

#include <vector>

#include "domain/language/hearing/heard.h"
#include "domain/language/hearing/named_numbers.h"
#include "domain/language/passage.h"

namespace parley::language {

// A number that may be a sum of money.
struct AmountMention {
  WordRange words;
  HeardAmount amount;
  bool money = false;  // A currency stands with it.
};

// The numbers of a text that no date, count, time, percentage or reference uses. `taken` are words
// that are something else, such as dates.
std::vector<AmountMention> AmountsIn(const Passage& passage, const NamedNumbers& numbers,
                                     const std::vector<WordRange>& taken);

}  // namespace parley::language

#endif  // PARLEY_DOMAIN_LANGUAGE_HEARING_AMOUNTS_H_
