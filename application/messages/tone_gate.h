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

// What the tone check has against words that were to go out.
struct HeldBack {
  std::string field;  // "values[0].text" of the order, or "subject" and "text" of the words.
  language::ToneCategory category = language::ToneCategory::kThreat;
  std::string rule;
  std::size_t begin = 0;  // In bytes of the field.
  std::size_t end = 0;
};

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
// stands. Errors: TEXT_NEEDS_RELEASE, with the metadata's field, category, rule, begin and end;
// those of `is_released`, which is asked only of a text that is held back.
absl::Status CheckToneOf(
    const ToneChecks& checks, const Fingerprints& fingerprints, const WordedOrder& of,
    absl::FunctionRef<absl::StatusOr<bool>(const Fingerprint& text)> is_released);

}  // namespace parley

#endif  // PARLEY_APPLICATION_MESSAGES_TONE_GATE_H_
