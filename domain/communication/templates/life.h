// SPDX-License-Identifier: Apache-2.0
#ifndef PARLEY_DOMAIN_COMMUNICATION_TEMPLATES_LIFE_H_
#define PARLEY_DOMAIN_COMMUNICATION_TEMPLATES_LIFE_H_

#include <cstdint>
#include <span>
#include <string>
#include <string_view>

#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "absl/time/time.h"
#include "domain/communication/templates/template.h"

namespace parley {

enum class TemplateState : std::uint8_t { kDraft = 1, kApproved = 2, kRetired = 3 };

template <>
std::span<const std::string_view> WordsOf<TemplateState>();

// Who did something to a template, and when.
struct TemplateAct {
  std::string principal;
  absl::Time time;

  friend bool operator==(const TemplateAct&, const TemplateAct&) = default;
};

// A version of a template and its life: written by one person, approved by another one, and from
// then on never changed, because messages that were sent point to it.
struct TemplateVersion {
  Template content;
  TemplateState state = TemplateState::kDraft;
  TemplateAct written;
  TemplateAct approved{};  // Once it is.
  TemplateAct retired{};

  friend bool operator==(const TemplateVersion&, const TemplateVersion&) = default;
};

// Gives a draft other words; who changed it last is its author. Errors: TEMPLATE_NOT_DRAFT.
absl::Status RewriteVersion(TemplateVersion& version, Template content, const TemplateAct& act);

// Errors: TEMPLATE_NOT_DRAFT; APPROVAL_BY_ASKER for its author.
absl::Status ApproveVersion(TemplateVersion& version, const TemplateAct& act);

// From then on nothing is sent with it. Errors: TEMPLATE_ALREADY_RETIRED.
absl::Status RetireVersion(TemplateVersion& version, const TemplateAct& act);

// The version that is sent: of those that are approved, the latest. Errors: TEMPLATE_NOT_FOUND,
// and TEMPLATE_NOT_APPROVED where there are versions and none may be sent.
absl::StatusOr<const TemplateVersion*> EffectiveVersion(std::span<const TemplateVersion> versions,
                                                        std::string_view key,
                                                        std::string_view language, Channel channel);

}  // namespace parley

#endif  // PARLEY_DOMAIN_COMMUNICATION_TEMPLATES_LIFE_H_
