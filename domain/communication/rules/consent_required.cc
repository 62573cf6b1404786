// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <cstddef>

#include "domain/communication/rules/judge.h"

namespace parley {
namespace {

bool Covers(const Consent& one, ConsentKind kind, const Hearing& hearing) {
  const Act& act = hearing.act();
  return one.kind == kind && hearing.InForce(one) && hearing.IsForAll(one, hearing.debts()) &&
         one.channels.Admits(act.channel) && one.purposes.Admits(act.purpose) &&
         (!one.point.has_value() || one.point == act.point);
}

}  // namespace

Saying Judge(const ConsentRequired& kind, const Rule& /*rule*/, const Hearing& hearing) {
  const auto& all = hearing.facts().consents;
  const auto agreed = std::find_if(all.begin(), all.end(), [&](const Consent& one) {
    return Covers(one, kind.consent, hearing) && (one.given_to_us || !kind.given_to_us);
  });
  if (agreed == all.end()) return Refuses();
  return Permits(SourceIn(FactList::kConsents, static_cast<std::size_t>(agreed - all.begin())));
}

Saying Judge(const Revocation& /*kind*/, const Rule& /*rule*/, const Hearing& hearing) {
  absl::Time agreed = absl::InfinitePast();
  bool revoked = false;
  for (const Consent& one : hearing.facts().consents) {
    if (Covers(one, ConsentKind::kAutomatedCalls, hearing)) {
      agreed = std::max(agreed, one.received);
    }
    revoked = revoked ||
              (one.kind == ConsentKind::kAutomatedCalls && one.person == hearing.act().person &&
               one.revoked.has_value() && *one.revoked <= hearing.known());
  }
  if (revoked && agreed == absl::InfinitePast()) return Refuses();
  for (std::size_t at = hearing.heard(); at-- > 0;) {
    const Communication& one = hearing.communication(at);
    if (one.at <= agreed) break;
    const bool revokes = one.direction == Direction::kInbound && (one.asks_to_stop || one.unread);
    if (revokes && one.person == hearing.act().person) return Refuses();
  }
  return Permits();
}

Saying Judge(const OneConfirmation& /*kind*/, const Rule& /*rule*/, const Hearing& hearing) {
  for (std::size_t at = hearing.heard(); at-- > 0;) {
    const Communication& one = hearing.communication(at);
    if (one.person != hearing.act().person || one.channel != hearing.act().channel) continue;
    if (one.direction == Direction::kInbound && one.asks_to_stop) break;
    const bool confirmed =
        one.direction == Direction::kOutbound && one.purpose == Purpose::kOptOutConfirmation;
    if (confirmed) return Refuses();
  }
  return Permits();
}

}  // namespace parley
