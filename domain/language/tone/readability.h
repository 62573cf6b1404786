// SPDX-License-Identifier: Apache-2.0
#ifndef PARLEY_DOMAIN_LANGUAGE_TONE_READABILITY_H_
#define PARLEY_DOMAIN_LANGUAGE_TONE_READABILITY_H_

#include <cstdint>

#include "domain/language/passage.h"

namespace parley::language {

// How easy a text reads, by the published formula of its language; 100 is easy, below 30 is hard.
//   en  Flesch, A new readability yardstick, 1948:    206.835 - 1.015 W - 84.6 S
//   es  Fernandez Huerta, Medidas sencillas de
//       lecturabilidad, 1959:                         206.84  - 1.02  W - 60   S
//   fr  Kandel and Moles, Application de l'indice
//       de Flesch a la langue francaise, 1958:        207     - 1.015 W - 73.6 S
//   de  Amstad, Wie verstaendlich sind unsere
//       Zeitungen?, 1978:                             180     -       W - 58.5 S
// with W words a sentence and S syllables a word. Syllables are counted by their vowels.
struct Readability {
  int score = 0;  // Rounded down; may be beyond 0 and 100.
  std::uint32_t words = 0;
  std::uint32_t sentences = 0;
  WordRange longest_sentence;
};

Readability ReadabilityOf(const Passage& passage);

}  // namespace parley::language

#endif  // PARLEY_DOMAIN_LANGUAGE_TONE_READABILITY_H_
