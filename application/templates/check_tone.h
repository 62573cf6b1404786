// SPDX-License-Identifier: Apache-2.0
#ifndef PARLEY_APPLICATION_TEMPLATES_CHECK_TONE_H_
#define PARLEY_APPLICATION_TEMPLATES_CHECK_TONE_H_

#include <optional>
#include <string>

#include "absl/status/statusor.h"
#include "application/ports/tone_checks.h"
#include "domain/communication/vocabulary.h"

namespace parley {

// Tells whether a text may go out, before anybody tries to send it.
class CheckTone {
 public:
  struct Query {
    std::string text;
    std::string language;  // BCP 47.
    std::optional<Channel> channel;
  };

  explicit CheckTone(const ToneChecks& tone) : tone_(tone) {}

  // Errors: FIELD_INVALID for a text that is none or is too long, and for a language in which no
  // text is sent.
  absl::StatusOr<language::ToneReport> Handle(const Query& query) const;

 private:
  const ToneChecks& tone_;
};

}  // namespace parley

#endif  // PARLEY_APPLICATION_TEMPLATES_CHECK_TONE_H_
