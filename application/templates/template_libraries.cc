// SPDX-License-Identifier: Apache-2.0
#include "application/templates/template_libraries.h"

#include <algorithm>
#include <tuple>
#include <utility>

#include "domain/common/reason.h"
#include "domain/common/status_macros.h"

namespace parley {
namespace {

auto NameIn(const Template& words) {
  return std::tie(words.key, words.language, words.channel, words.version);
}

bool IsOf(const TemplateName& name, const Template& words) {
  return name == TemplateName{words.key, words.language, words.channel};
}

ShelvedTemplate AsSystems(const Template& words) {
  return {.version = {.content = words, .state = TemplateState::kApproved, .written = {}}};
}

}  // namespace

absl::StatusOr<TemplateLibraryRef> TemplateLibraries::At(TenantId tenant, std::int64_t edition) {
  if (edition == 0) return system_;
  {
    const std::lock_guard lock(mutex_);
    const auto found = kept_.find(tenant);
    if (found != kept_.end() && found->second.edition == edition) return found->second.library;
  }
  PARLEY_ASSIGN_OR_RETURN(const std::vector<TemplateVersion> own, shelf_.ListVersions(tenant));
  TemplateLibraryRef library = system_->With(own, typesetter_);
  const std::lock_guard lock(mutex_);
  Kept& kept = kept_[tenant];
  if (kept.edition < edition) kept = {edition, library};
  return library;
}

absl::StatusOr<std::vector<ShelvedTemplate>> TemplateLibraries::List(TenantId tenant) const {
  std::vector<ShelvedTemplate> all;
  for (const Template& words : system_->catalogue().templates) all.push_back(AsSystems(words));
  std::sort(all.begin(), all.end(), [](const ShelvedTemplate& left, const ShelvedTemplate& right) {
    return NameIn(left.version.content) < NameIn(right.version.content);
  });
  PARLEY_ASSIGN_OR_RETURN(std::vector<TemplateVersion> own, shelf_.ListVersions(tenant));
  std::stable_sort(own.begin(), own.end(),
                   [](const TemplateVersion& left, const TemplateVersion& right) {
                     return left.written.time < right.written.time;
                   });
  for (TemplateVersion& one : own) all.push_back({std::move(one), true});
  return all;
}

absl::StatusOr<ShelvedTemplate> TemplateLibraries::Find(TenantId tenant,
                                                        const TemplateChoice& choice) const {
  const TemplateName& name = choice.name;
  const std::optional<ShelvedTemplate> systems = FindSystems(choice);
  if (choice.version.has_value() && !choice.is_tenants_own) {
    if (systems.has_value()) return *systems;
    return Refuse(Reason::kTemplateNotFound);
  }
  PARLEY_ASSIGN_OR_RETURN(const std::vector<TemplateVersion> own, shelf_.VersionsOf(tenant, name));
  if (choice.version.has_value()) {
    const auto found = std::find_if(own.begin(), own.end(), [&](const TemplateVersion& one) {
      return one.content.version == *choice.version;
    });
    if (found == own.end()) return Refuse(Reason::kTemplateNotFound);
    return ShelvedTemplate{*found, true};
  }
  const auto sent = EffectiveVersion(own, name.key, name.language, name.channel);
  if (sent.ok()) return ShelvedTemplate{**sent, true};
  if (systems.has_value()) return *systems;
  return sent.status();
}

std::optional<ShelvedTemplate> TemplateLibraries::FindSystems(const TemplateChoice& choice) const {
  const Template* latest = nullptr;
  for (const Template& words : system_->catalogue().templates) {
    if (!IsOf(choice.name, words)) continue;
    if (choice.version.has_value() && words.version != *choice.version) continue;
    if (latest == nullptr || latest->version < words.version) latest = &words;
  }
  if (latest == nullptr) return std::nullopt;
  return AsSystems(*latest);
}

}  // namespace parley
