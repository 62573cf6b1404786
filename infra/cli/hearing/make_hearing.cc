// SPDX-License-Identifier: Apache-2.0
#include "infra/cli/hearing/make_hearing.h"

#include <utility>
#include <vector>

#include "absl/strings/str_cat.h"
#include "absl/time/time.h"
#include "adapters/lexicons/lexicons.h"
#include "domain/common/status_macros.h"

namespace parley::cli {

absl::StatusOr<language::Hearing> MakeHearing(const std::string& folder) {
  PARLEY_ASSIGN_OR_RETURN(
      const lexicons::Lexicons lexicons,
      folder.empty() ? lexicons::Lexicons::BuiltIn() : lexicons::Lexicons::Folder(folder));
  std::vector<language::LanguageHearing> languages;
  for (const language::LanguageCode code : language::kLanguages) {
    PARLEY_ASSIGN_OR_RETURN(language::LanguageHearing hearing,
                            language::LanguageHearing::Make(code, lexicons.Of("hearing", code)));
    languages.push_back(std::move(hearing));
  }
  return language::Hearing::Make(std::move(languages));
}

absl::StatusOr<language::HearingContext> ContextOf(const std::string& channel,
                                                   const std::string& received_at,
                                                   const std::string& language_tag) {
  constexpr std::size_t kLocalPart = 19;  // "2025-05-12T18:00:47".
  language::HearingContext context;
  if (channel == "sms") context.by = language::HeardBy::kSms;
  if (channel == "call_note") context.by = language::HeardBy::kCallNote;
  if (!language_tag.empty()) {
    context.language = language::LanguageOf(language_tag);
    if (!context.language.has_value()) {
      return absl::InvalidArgumentError(
          absl::StrCat("language ", language_tag, " is none of en, es, fr, de"));
    }
  }
  absl::CivilSecond local;
  if (!absl::ParseCivilTime(received_at.substr(0, kLocalPart), &local)) {
    return absl::InvalidArgumentError(
        absl::StrCat("\"", received_at, "\" is no time like 2025-05-12T18:00:47+02:00"));
  }
  context.received = local;
  const bool west = received_at.size() > kLocalPart && received_at[kLocalPart] == '-';
  context.day_first = !(west && context.language == language::LanguageCode::kEnglish);
  return context;
}

}  // namespace parley::cli
