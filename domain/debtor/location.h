// SPDX-License-Identifier: Apache-2.0
#ifndef PARLEY_DOMAIN_DEBTOR_LOCATION_H_
#define PARLEY_DOMAIN_DEBTOR_LOCATION_H_

#include <optional>
#include <span>
#include <string>
#include <vector>

#include "absl/time/time.h"
#include "domain/common/violations.h"
#include "domain/communication/vocabulary.h"
#include "domain/debtor/provenance.h"

namespace parley {

// Where a person is, or may be: an area code that two zones share names both.
struct Location {
  LocationSource source = LocationSource::kOther;
  std::vector<std::string> time_zones;  // IANA; whether they exist is for the caller to ask.
  std::string region;                   // ISO 3166; empty when unknown.
  Place place = Place::kNone;           // Where they said they are just now.
  std::optional<absl::Time> until;      // What a person tells of a journey ends.
  Provenance provenance;

  friend bool operator==(const Location&, const Location&) = default;
};

// How long what somebody told of where they are may be relied on.
inline constexpr absl::Duration kLongestKnown = absl::Hours(90 * 24);

// Adds what is wrong with it. Knowledge has a lifetime: what was told needs an end, at most
// kLongestKnown later.
void CheckLocation(const Location& location, const std::string& field, Violations& violations);

bool IsInForce(const Location& location, absl::Time now);

// A zone in which a person may be, with the best of what it was learnt from.
struct GuessedZone {
  std::string name;
  LocationSource source = LocationSource::kOther;

  friend bool operator==(const GuessedZone&, const GuessedZone&) = default;
};

// Where a person may be at an instant.
struct Whereabouts {
  // Where they said they are, the latest word of it. Null: all that is left are guesses.
  const Location* known = nullptr;
  std::vector<GuessedZone> guesses;  // Each once, what tells most of a person first.
  // Of what is known and of every guess, each once: who travels keeps the law of their home.
  std::vector<std::string> regions;

  // The zones whose hours count: what is known beats every guess. None where nobody knows any
  // place, which permits nothing.
  std::vector<std::string> time_zones() const;
};

Whereabouts WhereaboutsAt(std::span<const Location> locations, absl::Time now);

}  // namespace parley

#endif  // PARLEY_DOMAIN_DEBTOR_LOCATION_H_
