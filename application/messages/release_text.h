// SPDX-License-Identifier: Apache-2.0
#ifndef PARLEY_APPLICATION_MESSAGES_RELEASE_TEXT_H_
#define PARLEY_APPLICATION_MESSAGES_RELEASE_TEXT_H_

#include <span>
#include <string>
#include <string_view>

#include "absl/status/statusor.h"
#include "application/call.h"
#include "application/mutations.h"
#include "application/ports/fingerprints.h"
#include "application/ports/messages.h"
#include "application/ports/tone_checks.h"
#include "domain/common/sensitive.h"

namespace parley {

// Whether anybody else than its sender released a text.
bool IsReleasedFor(std::string_view sender, std::span<const ReleasedText> releases);

// A second person lets one text go to one recipient that the tone check holds back. Whoever
// released it cannot send it, and stands in nobody else's way who does the same.
class ReleaseText {
 public:
  struct Command {
    DebtorId debtor;
    std::string language;  // BCP 47, of the text.
    SensitiveText text;    // As it was held back, to the letter.
    std::string reason;
  };

  ReleaseText(const Mutations& mutations, const ToneChecks& tone, const Fingerprints& fingerprints)
      : mutations_(mutations), tone_(tone), fingerprints_(fingerprints) {}

  // Errors: DEBTOR_NOT_FOUND, TEXT_NOT_HELD_BACK; FIELD_INVALID for a language in which no text is
  // sent.
  absl::StatusOr<Answer> Handle(const Call& call, const Command& command,
                                Encode<ReleasedText> encode) const;

 private:
  absl::StatusOr<ReleasedText> Release(Work& work, const Command& command) const;

  const Mutations& mutations_;
  const ToneChecks& tone_;
  const Fingerprints& fingerprints_;
};

}  // namespace parley

#endif  // PARLEY_APPLICATION_MESSAGES_RELEASE_TEXT_H_
