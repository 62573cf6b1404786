// SPDX-License-Identifier: Apache-2.0
#include <string>

#include "domain/communication/duties/first_notice.h"
#include "domain/communication/rules/judge.h"

namespace parley {
namespace {

void Attach(const RequiredContent& kind, Verdict* notes) {
  if (notes == nullptr) return;
  for (const std::string& one : kind.disclosures) notes->disclosures.emplace_back(one);
  for (const std::string& one : kind.routing) notes->routing.emplace_back(one);
}

}  // namespace

Saying Judge(const RequiredContent& kind, const Rule& /*rule*/, const Hearing& hearing) {
  const Content& content = hearing.act().content;
  if (kind.when.has_value() && !hearing.Noted({*kind.when}, absl::InfinitePast())) {
    return Permits();
  }
  if (content.has.Has(kind.element)) return Permits();
  if (content.lacks.Has(kind.element)) {
    Attach(kind, hearing.notes());
    return Refuses();
  }
  if (kind.unread_is_fine) return Permits();
  Attach(kind, hearing.notes());
  return {.word = kind.condition ? Word::kRequires : Word::kPermits};
}

Saying Judge(const ForbiddenContent& kind, const Rule& /*rule*/, const Hearing& hearing) {
  const bool seen =
      hearing.act().channel == Channel::kPublicPost && kind.features.Has(Feature::kVisibleToOthers);
  const bool does =
      seen || kind.features.empty() || kind.features.Meets(hearing.act().content.features);
  return does ? Refuses() : Permits();
}

Saying Judge(const InitialCommunication& kind, const Rule& /*rule*/, const Hearing& hearing) {
  if (kind.no_communication.Has(hearing.act().purpose)) return Permits();
  if (kind.first.empty() && kind.later.empty()) return {.word = Word::kDoesNotConcern};
  if (Verdict* notes = hearing.notes(); notes != nullptr) {
    const bool is_first =
        !FirstCommunication(hearing.record(), hearing.act().debts, hearing.known()).has_value();
    for (const std::string& one : is_first ? kind.first : kind.later) {
      notes->disclosures.emplace_back(one);
    }
  }
  return {.word = Word::kRequires};
}

}  // namespace parley
