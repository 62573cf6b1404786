// SPDX-License-Identifier: Apache-2.0
#ifndef PARLEY_DOMAIN_DEBTOR_CIRCUMSTANCE_H_
#define PARLEY_DOMAIN_DEBTOR_CIRCUMSTANCE_H_

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "absl/status/statusor.h"
#include "domain/common/days.h"
#include "domain/common/id.h"
#include "domain/common/sensitive.h"
#include "domain/common/violations.h"
#include "domain/communication/communication_id.h"
#include "domain/communication/vocabulary.h"
#include "domain/debtor/provenance.h"
#include "domain/debtor/support_need.h"

namespace parley {

using CircumstanceId = Id<struct CircumstanceTag>;

// What happened in a person's life. The numbers are stored and never change.
enum class LifeEvent : std::uint8_t {
  kJobLost = 1,
  kIncomeCut = 2,
  kIllness = 3,
  kBereavement = 4,
  kSeparation = 5,
  kRelocation = 6,
  kDisaster = 7,
  kPrison = 8,
  kNewChild = 9,
  kOther = 10,  // As the note says.
};

// How far a circumstance was shown. Nobody is asked twice. The numbers are stored and never change.
enum class EvidenceState : std::uint8_t {
  kRequired = 1,   // We shall ask for it.
  kRequested = 2,  // We have asked, and wait.
  kReceived = 3,
  kWaived = 4,  // What they say is enough.
};

template <>
std::span<const std::string_view> WordsOf<LifeEvent>();
template <>
std::span<const std::string_view> WordsOf<EvidenceState>();

// Something in a person's life that bears on what they can do about their debts. Several may be
// open together.
struct LifeCircumstance {
  CircumstanceId id;
  LifeEvent event = LifeEvent::kJobLost;
  SensitiveText note;
  std::optional<Vulnerability> condition;  // Kept only with explicit consent.
  Day from;
  std::optional<Day> until;  // Its last day; none while it is open.
  EvidenceState evidence = EvidenceState::kWaived;
  Day review;  // Somebody asks again how things are.
  std::optional<CommunicationId> told_in;
  SensitiveText end_reason;  // Why it is over; empty before.
  Provenance provenance;

  friend bool operator==(const LifeCircumstance&, const LifeCircumstance&) = default;
};

void CheckCircumstance(const LifeCircumstance& circumstance, const std::string& field,
                       Violations& violations);

// True up to its last day.
bool StandsOn(const LifeCircumstance& circumstance, Day day);

// As it may be kept: without explicit consent, or once it is withdrawn, the condition is dropped.
LifeCircumstance AsConsented(LifeCircumstance circumstance, absl::Time now);

// What somebody learnt of one that is open.
struct CircumstanceNews {
  std::optional<EvidenceState> evidence;
  std::optional<Day> review;
  std::optional<Day> until;
};

// Errors: CIRCUMSTANCE_OVER for one that was ended; EVIDENCE_ALREADY_ASKED when it would be asked
// for again, or given up after it came; FIELD_INVALID for days that are out of order, of `field`.
absl::StatusOr<LifeCircumstance> WithNews(const LifeCircumstance& circumstance,
                                          const CircumstanceNews& news, const std::string& field);

// It is over, with that day as its last, for a reason. Errors: CIRCUMSTANCE_OVER for one that was
// ended before; FIELD_INVALID without a reason.
absl::StatusOr<LifeCircumstance> EndedOn(const LifeCircumstance& circumstance, Day last,
                                         const SensitiveText& reason);

}  // namespace parley

#endif  // PARLEY_DOMAIN_DEBTOR_CIRCUMSTANCE_H_
