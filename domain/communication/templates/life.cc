// SPDX-License-Identifier: Apache-2.0
#include "domain/communication/templates/life.h"

#include <array>
#include <utility>

#include "domain/common/reason.h"

namespace parley {
namespace {

constexpr auto kTemplateStateWords =
    std::to_array<std::string_view>({"", "DRAFT", "APPROVED", "RETIRED"});

}  // namespace

template <>
std::span<const std::string_view> WordsOf<TemplateState>() {
  return kTemplateStateWords;
}

absl::Status RewriteVersion(TemplateVersion& version, Template content, const TemplateAct& act) {
  if (version.state != TemplateState::kDraft) return Refuse(Reason::kTemplateNotDraft);
  version.content = std::move(content);
  version.written = act;
  return absl::OkStatus();
}

absl::Status ApproveVersion(TemplateVersion& version, const TemplateAct& act) {
  if (version.state != TemplateState::kDraft) return Refuse(Reason::kTemplateNotDraft);
  if (act.principal == version.written.principal) return Refuse(Reason::kApprovalByAsker);
  version.state = TemplateState::kApproved;
  version.approved = act;
  return absl::OkStatus();
}

absl::Status RetireVersion(TemplateVersion& version, const TemplateAct& act) {
  if (version.state == TemplateState::kRetired) return Refuse(Reason::kTemplateAlreadyRetired);
  version.state = TemplateState::kRetired;
  version.retired = act;
  return absl::OkStatus();
}

absl::StatusOr<const TemplateVersion*> EffectiveVersion(std::span<const TemplateVersion> versions,
                                                        std::string_view key,
                                                        std::string_view language,
                                                        Channel channel) {
  const TemplateVersion* effective = nullptr;
  bool known = false;
  for (const TemplateVersion& one : versions) {
    const Template& words = one.content;
    if (words.key != key || words.language != language || words.channel != channel) continue;
    known = true;
    const bool later = effective == nullptr || words.version > effective->content.version;
    if (one.state == TemplateState::kApproved && later) effective = &one;
  }
  if (effective != nullptr) return effective;
  return Refuse(known ? Reason::kTemplateNotApproved : Reason::kTemplateNotFound);
}

}  // namespace parley
