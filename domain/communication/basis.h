// SPDX-License-Identifier: Apache-2.0
#ifndef PARLEY_DOMAIN_COMMUNICATION_BASIS_H_
#define PARLEY_DOMAIN_COMMUNICATION_BASIS_H_

#include <cstdint>

#include "domain/common/id.h"

namespace parley {

// What kind of record a fact was read from. The numbers are stored and never change.
enum class BasisKind : std::uint8_t {
  kHold = 1,
  kOptOut = 2,
  kConsent = 3,
  kKillSwitch = 4,
  kContactPoint = 5,
  kInconvenience = 6,
  kRepresentative = 7,
  kCommunication = 8,
};

// The record that a fact was read from, by its id alone: it says nothing of the person.
struct Basis {
  BasisKind kind = BasisKind::kHold;
  Uuid id;

  friend bool operator==(const Basis&, const Basis&) = default;
};

}  // namespace parley

#endif  // PARLEY_DOMAIN_COMMUNICATION_BASIS_H_
