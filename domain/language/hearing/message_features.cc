// SPDX-License-Identifier: Apache-2.0
#include "domain/language/hearing/message_features.h"

namespace parley::language {

void TellFeatures(const Passage& passage, const ConceptsFound& found, const Lexicon& lexicon,
                  HeardBy by, FeatureTeller tell) {
  TellWords(passage, tell);
  TellLetters(passage, tell);
  TellMeaning(passage, found, lexicon, tell);
  if (by == HeardBy::kSms) tell("%sms", {});
  if (by == HeardBy::kCallNote) tell("%call_note", {});
}

}  // namespace parley::language
