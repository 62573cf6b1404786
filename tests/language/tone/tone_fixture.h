// SPDX-License-Identifier: Apache-2.0
#ifndef PARLEY_TESTS_LANGUAGE_TONE_TONE_FIXTURE_H_
#define PARLEY_TESTS_LANGUAGE_TONE_TONE_FIXTURE_H_

#include <string>
#include <string_view>
#include <vector>

#include "infra/cli/tone/tone_checks.h"

namespace parley::language {

// The check of a language with the words of infra/lexicons.
const ToneCheck& CheckOf(LanguageCode language);

// The categories that block a text, in the order of the text.
std::vector<ToneCategory> BlockedBy(LanguageCode language, std::string_view text,
                                    const ToneContext& context = {});

// The words of the first finding of a category; empty for none.
std::string WordsOf(LanguageCode language, std::string_view text, ToneCategory category);

}  // namespace parley::language

#endif  // PARLEY_TESTS_LANGUAGE_TONE_TONE_FIXTURE_H_
