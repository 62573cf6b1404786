// SPDX-License-Identifier: Apache-2.0
#ifndef PARLEY_INFRA_CLI_HEARING_MAKE_HEARING_H_
#define PARLEY_INFRA_CLI_HEARING_MAKE_HEARING_H_

#include <string>

#include "absl/status/statusor.h"
#include "domain/language/hearing/hearing.h"

namespace parley::cli {

// Hearing in all languages, by the words that the program carries with it, or by those of a folder.
// Errors: those of the files.
absl::StatusOr<language::Hearing> MakeHearing(const std::string& folder);

// What is known of a text: its channel ("sms", "call_note", "email", ...), the instant of receipt
// with its offset ("2025-05-12T18:00:47+02:00") and the language of the person, or nothing for
// unknown. Where America writes English, the month comes first. Errors: INVALID_ARGUMENT for what
// cannot be read.
absl::StatusOr<language::HearingContext> ContextOf(const std::string& channel,
                                                   const std::string& received_at,
                                                   const std::string& language_tag);

}  // namespace parley::cli

#endif  // PARLEY_INFRA_CLI_HEARING_MAKE_HEARING_H_
