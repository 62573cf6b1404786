// SPDX-License-Identifier: Apache-2.0
#include "application/messages/release_text.h"

#include <algorithm>

#include "application/messages/tone_gate.h"
#include "domain/common/reason.h"
#include "domain/common/status_macros.h"
#include "domain/common/violations.h"

namespace parley {
namespace {

absl::StatusOr<const language::ToneCheck*> CheckOf(const ToneChecks& tone,
                                                   const std::string& language) {
  if (const language::ToneCheck* const check = tone.Of(language); check != nullptr) return check;
  Violations violations;
  violations.Add("language_code", Fault::kUnknownValue);
  return violations.ToStatus();
}

}  // namespace

bool IsReleasedFor(std::string_view sender, std::span<const ReleasedText> releases) {
  return std::any_of(releases.begin(), releases.end(),
                     [&](const ReleasedText& one) { return one.actor != sender; });
}

absl::StatusOr<ReleasedText> ReleaseText::Release(Work& work, const Command& command) const {
  PARLEY_RETURN_IF_ERROR(work.store.debtors().Find(command.debtor).status());
  PARLEY_ASSIGN_OR_RETURN(const language::ToneCheck* const check, CheckOf(tone_, command.language));
  const std::string& text = command.text.Reveal();
  if (!check->Check(text).blocked()) return Refuse(Reason::kTextNotHeldBack);
  const std::string_view language = NameOf(check->language());
  const ReleasedText released{.debtor = command.debtor,
                              .text = DigestOfText(fingerprints_, language, text),
                              .actor = work.call.principal,
                              .reason = command.reason,
                              .released_time = work.now};
  work.store.messages().Add(released);
  return released;
}

absl::StatusOr<Answer> ReleaseText::Handle(const Call& call, const Command& command,
                                           Encode<ReleasedText> encode) const {
  const auto release = [&](Work& work) { return Release(work, command); };
  return mutations_.Run<ReleasedText>(call, command.debtor, release, encode);
}

}  // namespace parley
