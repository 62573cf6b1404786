// SPDX-License-Identifier: Apache-2.0
#include "application/templates/template_library.h"

#include <optional>

#include "domain/common/reason.h"
#include "domain/common/status_macros.h"

namespace parley {

absl::StatusOr<std::unique_ptr<TemplateLibrary>> TemplateLibrary::Make(
    TemplateCatalogue catalogue, const Typesetter& typesetter) {
  std::unique_ptr<TemplateLibrary> library(new TemplateLibrary(std::move(catalogue)));
  for (const Template& words : library->catalogue_.templates) {
    PARLEY_RETURN_IF_ERROR(library->Add(words, typesetter));
  }
  return library;
}

absl::Status TemplateLibrary::Add(const Template& words, const Typesetter& typesetter) {
  const Message message(words.key, words.channel);
  Set& set = sets_[message][words.language];
  if (set.version == 0) languages_[message].push_back(words.language);
  if (set.version > words.version) return absl::OkStatus();
  natures_[message] = {.purpose = words.purpose,
                       .statutory = words.statutory,
                       .lists_debts = FindVariable(words.variables, "debts") != nullptr};
  const std::vector<ContentBlock> blocks = catalogue_.BlocksFor(words);
  set = {.version = words.version};
  if (words.variant == Variant::kLimited) {
    PARLEY_ASSIGN_OR_RETURN(set.limited, typesetter.SetLimited(words, blocks));
  } else {
    PARLEY_ASSIGN_OR_RETURN(set.full, typesetter.Set(words, blocks));
  }
  return absl::OkStatus();
}

absl::StatusOr<TemplateLibrary::Found> TemplateLibrary::Find(const Wording& wording) const {
  const auto spoken = languages_.find(Message(wording.key, wording.channel));
  if (spoken == languages_.end()) return Refuse(Reason::kTemplateNotFound);
  std::optional<ChosenLanguage> language = ChooseLanguage(wording.wishes, spoken->second);
  if (!language.has_value()) return Refuse(Reason::kTemplateNotFound);
  const Set& set = sets_.at(spoken->first).at(language->language);
  return Found{.set = set, .language = *std::move(language)};
}

absl::StatusOr<WordingNature> TemplateLibrary::NatureOf(std::string_view key,
                                                        Channel channel) const {
  const auto found = natures_.find(Message(key, channel));
  if (found == natures_.end()) return Refuse(Reason::kTemplateNotFound);
  return found->second;
}

absl::StatusOr<std::vector<Variable>> TemplateLibrary::Needs(const Wording& wording) const {
  PARLEY_ASSIGN_OR_RETURN(const Found found, Find(wording));
  if (found.set.full == nullptr) return std::vector<Variable>();
  return found.set.full->Needs(wording.demanded);
}

absl::StatusOr<WordedMessage> TemplateLibrary::Write(const Wording& wording,
                                                     const WordingValues& values) const {
  PARLEY_ASSIGN_OR_RETURN(const Found found, Find(wording));
  WordedMessage worded{.key = std::string(wording.key),
                       .version = found.set.version,
                       .language = found.language,
                       .parts = {}};
  const std::string& format = found.language.format;
  if (found.set.limited != nullptr) {
    const auto* const limited = std::get_if<LimitedValues>(&values);
    if (limited == nullptr) return Refuse(Reason::kTemplateNotLimited);
    PARLEY_ASSIGN_OR_RETURN(worded.parts, found.set.limited->Fill(*limited, format));
    return worded;
  }
  const auto* const all = std::get_if<TemplateValues>(&values);
  const bool may_tell = wording.variant == Variant::kFull;
  if (all == nullptr || !may_tell) return Refuse(Reason::kTemplateNotLimited);
  const Typesetting setting{.language_code = format, .demanded = wording.demanded};
  PARLEY_ASSIGN_OR_RETURN(worded.parts, found.set.full->Fill(*all, setting));
  return worded;
}

}  // namespace parley
