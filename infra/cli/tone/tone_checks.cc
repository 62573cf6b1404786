// SPDX-License-Identifier: Apache-2.0
#include "infra/cli/tone/tone_checks.h"

#include <utility>

#include "adapters/lexicons/lexicons.h"
#include "domain/common/status_macros.h"

namespace parley::cli {

absl::StatusOr<ToneChecks> MakeToneChecks(const std::string& folder) {
  PARLEY_ASSIGN_OR_RETURN(
      const lexicons::Lexicons lexicons,
      folder.empty() ? lexicons::Lexicons::BuiltIn() : lexicons::Lexicons::Folder(folder));
  ToneChecks checks;
  for (const language::LanguageCode code : language::kLanguages) {
    PARLEY_ASSIGN_OR_RETURN(language::ToneCheck check,
                            language::ToneCheck::Make(code, lexicons.Of("tone", code)));
    checks.emplace(code, std::move(check));
  }
  return checks;
}

language::Audience AudienceOf(const std::string& channel) {
  if (channel == "subject") return language::Audience::kSubjectLine;
  const bool others = channel == "postcard" || channel == "voicemail" || channel == "third_party";
  return others ? language::Audience::kOthers : language::Audience::kAddressee;
}

}  // namespace parley::cli
