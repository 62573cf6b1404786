// SPDX-License-Identifier: Apache-2.0
#ifndef PARLEY_APPLICATION_MESSAGES_TONE_GATE_H_
#define PARLEY_APPLICATION_MESSAGES_TONE_GATE_H_

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "absl/functional/function_ref.h"
#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "application/ports/fingerprints.h"
#include "application/ports/tone_checks.h"
#include "domain/communication/message/message.h"

namespace parley {

// The digest by which a text is released. Errors: none.
Fingerprint DigestOfText(const Fingerprints& fingerprints, std::string_view language_code,
                         std::string_view text);

// What is read: what was asked for, and how it was put into words.
struct WordedOrder {
  const MessageOrder& order;
  const MessageWords& words;
  std::string_view own_link;  // Nobody wrote it, and a sealed one may look like any word.
};

// Reads what a person wrote, and then the message as a whole, as it would go out. Words in a
// language that is not checked here are held back. A text that was released passes, wherever it
// stands. Errors: TEXT_NEEDS_RELEASE, with the metadata's field, and of the first finding in it the
// category, rule, begin and end (in bytes), and all of its `findings`, one a line; those of
// `is_released`, which is asked only of a text that is held back.
absl::Status CheckToneOf(
    const ToneChecks& checks, const Fingerprints& fingerprints, const WordedOrder& of,
    absl::FunctionRef<absl::StatusOr<bool>(const Fingerprint& text)> is_released);

}  // namespace parley

#endif  // PARLEY_APPLICATION_MESSAGES_TONE_GATE_H_
