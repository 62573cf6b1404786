// SPDX-License-Identifier: Apache-2.0
#ifndef PARLEY_INFRA_CLI_TONE_TONE_CHECKS_H_
#define PARLEY_INFRA_CLI_TONE_TONE_CHECKS_H_

#include <map>
#include <string>

#include "absl/status/statusor.h"
#include "domain/language/tone/tone_check.h"

namespace parley::cli {

using ToneChecks = std::map<language::LanguageCode, language::ToneCheck>;

// The check of each language, by the words that the program carries with it, or by those of a
// folder. Errors: those of the files.
absl::StatusOr<ToneChecks> MakeToneChecks(const std::string& folder);

// Who may read or hear a text that goes by a channel as callers name it ("letter", "postcard",
// "voicemail", "subject", "third_party").
language::Audience AudienceOf(const std::string& channel);

}  // namespace parley::cli

#endif  // PARLEY_INFRA_CLI_TONE_TONE_CHECKS_H_
