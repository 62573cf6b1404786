// SPDX-License-Identifier: Apache-2.0
#include "application/templates/check_tone.h"

#include "domain/common/status_macros.h"
#include "domain/common/text.h"
#include "domain/communication/enum_set.h"
#include "domain/communication/templates/template.h"

namespace parley {
namespace {

using language::Audience;

// Where others may read or hear what is said.
constexpr EnumSet<Channel> kOverheard{Channel::kRinglessVoicemail, Channel::kPostcard,
                                      Channel::kPublicPost};

}  // namespace

absl::StatusOr<language::ToneReport> CheckTone::Handle(const Query& query) const {
  Violations violations;
  RequireText(violations, "text", query.text, kLongestPart, Lines::kMany);
  const language::ToneCheck* const check = tone_.Of(query.language);
  if (check == nullptr) violations.Add("language_code", Fault::kUnknownValue);
  PARLEY_RETURN_IF_ERROR(violations.ToStatus());
  const bool overheard = query.channel.has_value() && kOverheard.Has(*query.channel);
  return check->Check(query.text,
                      {.audience = overheard ? Audience::kOthers : Audience::kAddressee});
}

}  // namespace parley
