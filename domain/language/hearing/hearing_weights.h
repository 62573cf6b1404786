// SPDX-License-Identifier: Apache-2.0
#ifndef PARLEY_DOMAIN_LANGUAGE_HEARING_HEARING_WEIGHTS_H_
#define PARLEY_DOMAIN_LANGUAGE_HEARING_HEARING_WEIGHTS_H_

#include <cstddef>
#include <utility>
#include <vector>

#include "domain/language/hearing/intent.h"
#include "domain/language/word_weights.h"

namespace parley::language {

// What the weights say of a text: how likely each intent is the primary one, and why. The labels
// of the weights are the intents in their order.
class WeighedIntents {
 public:
  WeighedIntents() = default;
  explicit WeighedIntents(WeighedWords weighed) : weighed_(std::move(weighed)) {}

  // Thousandths of certainty; all 0 where there are no weights.
  int LikelihoodOf(Intent intent) const { return weighed_.LikelihoodOf(Label(intent)); }
  Intent Likeliest() const { return static_cast<Intent>(weighed_.Likeliest()); }

  std::vector<WordRange> WordsFor(Intent intent, std::size_t most) const {
    return weighed_.WordsFor(Label(intent), most);
  }
  WordRange EvidenceFor(Intent intent) const { return weighed_.EvidenceFor(Label(intent)); }

 private:
  static std::size_t Label(Intent intent) { return static_cast<std::size_t>(intent); }

  WeighedWords weighed_;
};

}  // namespace parley::language

#endif  // PARLEY_DOMAIN_LANGUAGE_HEARING_HEARING_WEIGHTS_H_
