// SPDX-License-Identifier: Apache-2.0
#ifndef PARLEY_DOMAIN_DEBTOR_AUTHORITY_H_
#define PARLEY_DOMAIN_DEBTOR_AUTHORITY_H_

#include <cstdint>
#include <optional>
#include <span>
#include <string_view>
#include <variant>

#include "absl/time/time.h"
#include "domain/common/days.h"
#include "domain/common/id.h"
#include "domain/communication/vocabulary.h"
#include "domain/debt/hold_effects.h"
#include "domain/debtor/debtor_record.h"

namespace parley {

// Why somebody may be spoken to about a debt, or not. The numbers are stored and never change.
enum class AuthorityReason : std::uint8_t {
  // They may.
  kIsTheDebtor = 1,
  kMayRepresent = 2,
  // They may not.
  kNotVerified = 3,         // Whoever says to be the debtor shows it first.
  kTriesSpent = 4,          // And has tried too often for now.
  kWrongPerson = 5,         // What they speak from is known to reach somebody else.
  kOnlyRepresentative = 6,  // The person asked that somebody else be spoken to.
  kOnlyLawyer = 7,          // The matter is before a court.
  kOnlyTrustee = 8,         // The person is insolvent.
  kOnlyExecutor = 9,        // The person died.
  kOnlyClaimed = 10,        // Nobody saw a document yet: it may be asked for, and nothing else.
  kNotInForce = 11,         // Ended, revoked, or not yet begun.
  kOutsideScope = 12,       // Another debt, or no power to be told.
  kUnknownRepresentative = 13,
  kThirdParty = 14,  // Who shares a home or a family with the person is no party to the debt.
};

template <>
std::span<const std::string_view> WordsOf<AuthorityReason>();

// Who speaks: whoever says to be the debtor, over a contact point if it is known; somebody who
// represents them; anybody else.
struct AsDebtor {
  std::optional<ContactPointId> point;
};
struct AsRepresentative {
  RepresentativeId id;
};
struct AsThirdParty {};
using Interlocutor = std::variant<AsDebtor, AsRepresentative, AsThirdParty>;

// When it is asked: the instant, and the debtor's civil day of it.
struct Asked {
  absl::Time now;
  Day today;
};

struct Authority {
  bool allowed = false;
  AuthorityReason reason = AuthorityReason::kThirdParty;
  // What holds leave to be said to who may be spoken to: whether one may ask for payment, and
  // whether one may answer.
  HoldEffects effects;
  EnumSet<Power> powers;  // Of a representative who may be spoken to.
};

// May I talk to this person about these debts? Of what speaks against it, the gravest is told.
// What holds of the whole person counts also where no debt is named.
Authority CheckAuthority(const DebtorRecord& record, std::span<const DebtId> debts,
                         const Interlocutor& who, const Asked& asked);

}  // namespace parley

#endif  // PARLEY_DOMAIN_DEBTOR_AUTHORITY_H_
