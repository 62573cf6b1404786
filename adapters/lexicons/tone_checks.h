// SPDX-License-Identifier: Apache-2.0
#ifndef PARLEY_ADAPTERS_LEXICONS_TONE_CHECKS_H_
#define PARLEY_ADAPTERS_LEXICONS_TONE_CHECKS_H_

#include <map>
#include <memory>

#include "absl/status/statusor.h"
#include "application/ports/tone_checks.h"

namespace parley::lexicons {

// The tone checks by the words that the program carries with it. Safe for threads.
class BuiltInToneChecks final : public ToneChecks {
 public:
  // Errors: those of the files.
  static absl::StatusOr<std::unique_ptr<BuiltInToneChecks>> Make();

  const language::ToneCheck* Of(std::string_view language_code) const override;

 private:
  BuiltInToneChecks() = default;

  std::map<language::LanguageCode, language::ToneCheck> checks_;
};

}  // namespace parley::lexicons

#endif  // PARLEY_ADAPTERS_LEXICONS_TONE_CHECKS_H_
