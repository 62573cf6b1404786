// SPDX-License-Identifier: Apache-2.0
#include "application/templates/template_library.h"

#include <algorithm>
#include <optional>

#include "domain/common/reason.h"
#include "domain/common/status_macros.h"

namespace parley {
namespace {

bool IsEffective(const TemplateVersion& one, std::span<const TemplateVersion> all) {
  const Template& words = one.content;
  const auto sent = EffectiveVersion(all, words.key, words.language, words.channel);
  return sent.ok() && *sent == &one;
}

}  // namespace

absl::StatusOr<std::unique_ptr<TemplateLibrary>> TemplateLibrary::Make(
    TemplateCatalogue catalogue, const Typesetter& typesetter) {
  std::unique_ptr<TemplateLibrary> library(new TemplateLibrary(std::move(catalogue)));
  for (const Template& words : library->catalogue_->templates) {
    PARLEY_RETURN_IF_ERROR(library->Add(words, false, typesetter));
  }
  return library;
}

std::unique_ptr<TemplateLibrary> TemplateLibrary::With(std::span<const TemplateVersion> own,
                                                       const Typesetter& typesetter) const {
  std::unique_ptr<TemplateLibrary> library(new TemplateLibrary(*this));
  for (const TemplateVersion& one : own) {
    if (IsEffective(one, own)) {
      static_cast<void>(library->Add(one.content, true, typesetter));
    } else {
      library->waiting_.emplace(one.content.key, one.content.channel);
    }
  }
  return library;
}

const absl::Status& TemplateLibrary::Add(const Template& words, bool is_tenants_own,
                                         const Typesetter& typesetter) {
  Wordings& wordings = all_[Message(words.key, words.channel)];
  Set& set = wordings.sets[words.language];
  if (set.version == 0) wordings.languages.push_back(words.language);
  if (set.version > words.version && !is_tenants_own) return set.fault;
  set = {.version = words.version,
         .is_tenants_own = is_tenants_own,
         .lists_debts = FindVariable(words.variables, "debts") != nullptr};
  const std::vector<ContentBlock> blocks = catalogue_->BlocksFor(words);
  if (words.variant == Variant::kLimited) {
    auto limited = typesetter.SetLimited(words, blocks);
    set.fault = limited.status();
    if (limited.ok()) set.limited = *std::move(limited);
  } else {
    auto full = typesetter.Set(words, blocks);
    set.fault = full.status();
    if (full.ok()) set.full = *std::move(full);
  }
  wordings.nature = {
      .purpose = words.purpose,
      .statutory = words.statutory,
      .variant = words.variant,
      .lists_debts = std::all_of(wordings.sets.begin(), wordings.sets.end(),
                                 [](const auto& one) { return one.second.lists_debts; })};
  return set.fault;
}

absl::StatusOr<const TemplateLibrary::Wordings*> TemplateLibrary::WordingsOf(
    std::string_view key, Channel channel) const {
  const Message message(key, channel);
  const auto found = all_.find(message);
  if (found != all_.end()) return &found->second;
  return Refuse(waiting_.contains(message) ? Reason::kTemplateNotApproved
                                           : Reason::kTemplateNotFound);
}

absl::StatusOr<TemplateLibrary::Found> TemplateLibrary::Find(const Wording& wording) const {
  PARLEY_ASSIGN_OR_RETURN(const Wordings* const all, WordingsOf(wording.key, wording.channel));
  std::optional<ChosenLanguage> language = ChooseLanguage(wording.wishes, all->languages);
  if (!language.has_value()) return Refuse(Reason::kTemplateNotFound);
  const Set& set = all->sets.at(language->language);
  PARLEY_RETURN_IF_ERROR(set.fault);
  return Found{.set = set, .language = *std::move(language)};
}

absl::StatusOr<WordingNature> TemplateLibrary::NatureOf(std::string_view key,
                                                        Channel channel) const {
  PARLEY_ASSIGN_OR_RETURN(const Wordings* const all, WordingsOf(key, channel));
  return all->nature;
}

absl::StatusOr<std::vector<Variable>> TemplateLibrary::Needs(const Wording& wording) const {
  PARLEY_ASSIGN_OR_RETURN(const Found found, Find(wording));
  return found.set.limited != nullptr ? found.set.limited->Needs(wording.demanded)
                                      : found.set.full->Needs(wording.demanded);
}

absl::StatusOr<WordedMessage> TemplateLibrary::Write(const Wording& wording,
                                                     const WordingValues& values) const {
  PARLEY_ASSIGN_OR_RETURN(const Found found, Find(wording));
  WordedMessage worded{.key = std::string(wording.key),
                       .version = found.set.version,
                       .is_tenants_own = found.set.is_tenants_own,
                       .language = found.language,
                       .parts = {}};
  const Typesetting setting{.language_code = found.language.format, .demanded = wording.demanded};
  if (found.set.limited != nullptr) {
    const auto* const limited = std::get_if<LimitedValues>(&values);
    if (limited == nullptr) return Refuse(Reason::kTemplateNotLimited);
    PARLEY_ASSIGN_OR_RETURN(worded.parts, found.set.limited->Fill(*limited, setting));
    return worded;
  }
  const auto* const all = std::get_if<TemplateValues>(&values);
  const bool may_tell = wording.variant == Variant::kFull;
  if (all == nullptr || !may_tell) return Refuse(Reason::kTemplateNotLimited);
  PARLEY_ASSIGN_OR_RETURN(worded.parts, found.set.full->Fill(*all, setting));
  return worded;
}

}  // namespace parley
