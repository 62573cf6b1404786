// SPDX-License-Identifier: Apache-2.0
#include "application/templates/write_template.h"

#include <utility>
#include <vector>

#include "application/templates/template_nature.h"
#include "domain/common/reason.h"
#include "domain/common/status_macros.h"

namespace parley {

absl::StatusOr<Answer> WriteTemplate::Create(const Call& call, const Template& content,
                                             Encode<ShelvedTemplate> encode) const {
  return Write(call, content, Which::kFirst, encode);
}

absl::StatusOr<Answer> WriteTemplate::CreateVersion(const Call& call, const Template& content,
                                                    Encode<ShelvedTemplate> encode) const {
  return Write(call, content, Which::kNext, encode);
}

absl::StatusOr<Answer> WriteTemplate::Write(const Call& call, const Template& content, Which which,
                                            Encode<ShelvedTemplate> encode) const {
  PARLEY_ASSIGN_OR_RETURN(const std::int64_t edition, libraries_.shelf().Edition(call.tenant));
  PARLEY_ASSIGN_OR_RETURN(const TemplateLibraryRef library, libraries_.At(call.tenant, edition));
  const auto decide = [&](Work& work) -> absl::StatusOr<ShelvedTemplate> {
    Template words = content;
    const TemplateName name{words.key, words.language, words.channel};
    PARLEY_ASSIGN_OR_RETURN(const std::vector<TemplateVersion> versions,
                            work.store.templates().VersionsOf(name));
    if (which == Which::kFirst && !versions.empty()) return Refuse(Reason::kTemplateAlreadyExists);
    if (which == Which::kNext && versions.empty()) return Refuse(Reason::kTemplateNotFound);
    words.version = versions.empty() ? 1 : versions.back().content.version + 1;
    PARLEY_RETURN_IF_ERROR(CheckBeside(*library, libraries_.typesetter(), words));
    TemplateVersion written{.content = std::move(words),
                            .state = TemplateState::kDraft,
                            .written = {work.call.principal, work.now}};
    work.store.templates().Add(written);
    return ShelvedTemplate{std::move(written), true};
  };
  return mutations_.Run<ShelvedTemplate>(call, kDesk, decide, encode);
}

}  // namespace parley
