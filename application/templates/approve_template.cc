// SPDX-License-Identifier: Apache-2.0
#include "application/templates/approve_template.h"

#include <algorithm>
#include <utility>
#include <vector>

#include "application/templates/template_nature.h"
#include "application/templates/template_tone.h"
#include "domain/common/event.h"
#include "domain/common/reason.h"
#include "domain/common/status_macros.h"

namespace parley {
namespace {

using Change = absl::FunctionRef<absl::Status(TemplateVersion&, const TemplateAct&)>;

// Changes a version and tells that what is sent may be another.
absl::StatusOr<ShelvedTemplate> ChangeVersion(Work& work, Ids& ids,
                                              const ApproveTemplate::Command& command,
                                              Change change) {
  PARLEY_ASSIGN_OR_RETURN(std::vector<TemplateVersion> versions,
                          work.store.templates().VersionsOf(command.name));
  const auto found = std::find_if(
      versions.begin(), versions.end(),
      [&](const TemplateVersion& one) { return one.content.version == command.version; });
  if (found == versions.end()) return Refuse(Reason::kTemplateNotFound);
  PARLEY_RETURN_IF_ERROR(change(*found, {work.call.principal, work.now}));
  work.store.templates().Replace(*found);
  Event event;
  event.id = EventId(ids.Next());
  event.type = EventType::kPolicyPublished;
  event.debtor = kDesk;
  event.occurred_time = work.now;
  work.store.outbox().Append(event);
  return ShelvedTemplate{std::move(*found), true};
}

}  // namespace

absl::Status ApproveTemplate::Judge(const TemplateLibrary& library, const Template& words) const {
  const Typesetter& typesetter = libraries_.typesetter();
  PARLEY_RETURN_IF_ERROR(CheckBeside(library, typesetter, words));
  return CheckTemplateTone(tone_, typesetter, words, library.catalogue().BlocksFor(words));
}

absl::StatusOr<Answer> ApproveTemplate::Handle(const Call& call, const Command& command,
                                               Encode<ShelvedTemplate> encode) const {
  PARLEY_ASSIGN_OR_RETURN(const std::int64_t edition, libraries_.shelf().Edition(call.tenant));
  PARLEY_ASSIGN_OR_RETURN(const TemplateLibraryRef library, libraries_.At(call.tenant, edition));
  const auto decide = [&](Work& work) -> absl::StatusOr<ShelvedTemplate> {
    PARLEY_ASSIGN_OR_RETURN(const std::int64_t now, work.store.templates().Edition());
    if (now != edition) return Refuse(Reason::kWriteConflict);
    const auto approve = [&](TemplateVersion& version, const TemplateAct& act) -> absl::Status {
      PARLEY_RETURN_IF_ERROR(ApproveVersion(version, act));
      return Judge(*library, version.content);
    };
    return ChangeVersion(work, ids_, command, approve);
  };
  return mutations_.Run<ShelvedTemplate>(call, kDesk, decide, encode);
}

absl::StatusOr<Answer> RetireTemplate::Handle(const Call& call, const Command& command,
                                              Encode<ShelvedTemplate> encode) const {
  const auto decide = [&](Work& work) { return ChangeVersion(work, ids_, command, RetireVersion); };
  return mutations_.Run<ShelvedTemplate>(call, kDesk, decide, encode);
}

}  // namespace parley
