// SPDX-License-Identifier: Apache-2.0
#ifndef PARLEY_DOMAIN_COMMUNICATION_RULES_JUDGE_H_
#define PARLEY_DOMAIN_COMMUNICATION_RULES_JUDGE_H_

#include <cstddef>
#include <cstdint>

#include "absl/time/time.h"
#include "domain/communication/hearing.h"
#include "domain/communication/rulebook.h"
#include "domain/communication/verdict.h"

namespace parley {

// What one rule says of an act that it concerns.
struct Saying {
  Word word = Word::kPermits;
  absl::Time until{};  // Of a deferral: the next instant at which this rule may permit.
  int count = -1;
  int limit = -1;
  Source source{};
};

inline Source SourceIn(FactList list, std::size_t place) {
  return {list, static_cast<std::int16_t>(place)};
}

inline Saying Permits(Source source = {}) { return {.source = source}; }
inline Saying Refuses(Source source = {}) { return {.word = Word::kRefuses, .source = source}; }
// Refuses where there is no next opening.
inline Saying Defers(absl::Time until, Source source = {}) {
  const bool never = until == absl::InfiniteFuture();
  return {.word = never ? Word::kRefuses : Word::kDefers, .until = until, .source = source};
}

// One function a kind, in the file of its name. Each judges at hearing.at().
Saying Judge(const Standing& kind, const Rule& rule, const Hearing& hearing);
Saying Judge(const TimeWindow& kind, const Rule& rule, const Hearing& hearing);
Saying Judge(const DesignatedTime& kind, const Rule& rule, const Hearing& hearing);
Saying Judge(const FrequencyCap& kind, const Rule& rule, const Hearing& hearing);
Saying Judge(const Cooldown& kind, const Rule& rule, const Hearing& hearing);
Saying Judge(const Suppression& kind, const Rule& rule, const Hearing& hearing);
Saying Judge(const DisputeHold& kind, const Rule& rule, const Hearing& hearing);
Saying Judge(const Moratorium& kind, const Rule& rule, const Hearing& hearing);
Saying Judge(const ConsentRequired& kind, const Rule& rule, const Hearing& hearing);
Saying Judge(const Revocation& kind, const Rule& rule, const Hearing& hearing);
Saying Judge(const OneConfirmation& kind, const Rule& rule, const Hearing& hearing);
Saying Judge(const KnownAddress& kind, const Rule& rule, const Hearing& hearing);
Saying Judge(const Recipients& kind, const Rule& rule, const Hearing& hearing);
Saying Judge(const RequiredContent& kind, const Rule& rule, const Hearing& hearing);
Saying Judge(const ForbiddenContent& kind, const Rule& rule, const Hearing& hearing);
Saying Judge(const WarnPattern& kind, const Rule& rule, const Hearing& hearing);
Saying Judge(const InitialCommunication& kind, const Rule& rule, const Hearing& hearing);

}  // namespace parley

#endif  // PARLEY_DOMAIN_COMMUNICATION_RULES_JUDGE_H_
