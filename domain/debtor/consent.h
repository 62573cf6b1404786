// SPDX-License-Identifier: Apache-2.0
#ifndef PARLEY_DOMAIN_DEBTOR_CONSENT_H_
#define PARLEY_DOMAIN_DEBTOR_CONSENT_H_

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "absl/time/time.h"
#include "domain/common/days.h"
#include "domain/common/id.h"
#include "domain/common/sensitive.h"
#include "domain/common/violations.h"
#include "domain/communication/vocabulary.h"
#include "domain/communication/windows.h"
#include "domain/debtor/contact_scope.h"
#include "domain/debtor/provenance.h"

namespace parley {

using ConsentId = Id<struct ConsentTag>;
using OptOutId = Id<struct OptOutTag>;

// What was said about a consent. The numbers are stored and never change.
enum class ConsentState : std::uint8_t {
  kGranted = 1,
  kRefused = 2,
  kRevoked = 3,
  kExpired = 4,
};

template <>
std::span<const std::string_view> WordsOf<ConsentState>();

// One fact about a consent. Facts are only ever added: what holds today is a fold over them, and
// what held on any other day is the same fold.
struct ConsentFact {
  ConsentId id;
  ConsentKind kind = ConsentKind::kUseAddress;
  ConsentState state = ConsentState::kGranted;
  ContactScope scope;
  bool given_to_us = true;  // A consent to a creditor or to who collected before is another's.
  Channel how = Channel::kCall;
  std::string wording_version;        // Which words the person was asked with.
  SensitiveText evidence;             // Where it can be seen: a recording, a form.
  std::optional<absl::Time> expires;  // Of a grant.
  std::vector<Day> only_days;         // Of a consent to certain days; none: every day.
  std::vector<DayWindow> hours;       // Of a consent to a time; none: at any hour.
  Provenance provenance;

  friend bool operator==(const ConsentFact&, const ConsentFact&) = default;
};

// Adds what is wrong with a fact that is to be recorded; a grant names its wording, and none lies
// in the future.
void CheckConsent(const ConsentFact& fact, const std::string& field, Violations& violations);

// A person's word that they do not want to be contacted so. It holds until they take it back
// themselves, whatever was or will be granted.
struct OptOut {
  OptOutId id;
  ContactScope scope;
  Channel how = Channel::kCall;
  SensitiveText words;  // As they said it.
  std::optional<absl::Time> lifted;
  SensitiveText lift_source;  // Who said that they took it back, and where that can be seen.
  Provenance provenance;

  friend bool operator==(const OptOut&, const OptOut&) = default;
};

void CheckOptOut(const OptOut& opt_out, const std::string& field, Violations& violations);

bool IsInForce(const OptOut& opt_out, absl::Time now);

// The opt-out that forbids what is asked, the one that was said first; null for none.
const OptOut* Stopping(std::span<const OptOut> opt_outs, const ContactScope& asked, absl::Time now);

// What holds of a consent, and by which fact.
struct ConsentStanding {
  std::optional<ConsentState> state;  // None: nobody ever asked, which is no permission.
  const ConsentFact* fact = nullptr;
  const OptOut* stop = nullptr;

  bool permits() const { return stop == nullptr && state == ConsentState::kGranted; }
};

// Of what was said by `now` about that kind of consent, the most specific fact that covers what is
// asked, and of those the latest; where two are of one instant, the one that was recorded later. A
// grant that is past its end has expired. An opt-out beats everything.
ConsentStanding CurrentConsent(std::span<const ConsentFact> facts, std::span<const OptOut> opt_outs,
                               ConsentKind kind, const ContactScope& asked, absl::Time now);

}  // namespace parley

#endif  // PARLEY_DOMAIN_DEBTOR_CONSENT_H_
