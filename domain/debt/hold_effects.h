// SPDX-License-Identifier: Apache-2.0
#ifndef PARLEY_DOMAIN_DEBT_HOLD_EFFECTS_H_
#define PARLEY_DOMAIN_DEBT_HOLD_EFFECTS_H_

#include <cstdint>
#include <optional>
#include <span>
#include <string_view>

namespace parley {

// Why something may not be done for a time. The numbers are stored and never change.
enum class HoldType : std::uint8_t {
  kDispute = 1,
  kComplaint = 2,
  kHardship = 3,  // Care: the person cannot pay now, or needs to be dealt with gently.
  kRespite = 4,   // Statutory, over all debts of the person: breathing space, moratorium.
  kInsolvency = 5,
  kDeceased = 6,
  kRepresentation = 7,  // Somebody else speaks for the person, or says so.
  kIdentity = 8,        // Identity theft or fraud: perhaps not this person's debt at all.
  kStopContact = 9,
  kPaymentInFlight = 10,  // Money is on its way; ends when it settles or fails.
  kLegal = 11,            // Before a court.
};

std::string_view NameOf(HoldType type);  // "STOP_CONTACT".
std::optional<HoldType> HoldTypeNamed(std::string_view name);

// What one may still write. In the order of strictness: of two, the later wins.
enum class ContactEffect : std::uint8_t {
  kAllowed,
  kAsAgreed,          // In the manner and to the extent agreed with the person.
  kPermittedNotices,  // What a law requires, each naming its reason, and what the person asks for.
  kStopped,
};

// Whom it goes to, whatever one may write. Of two, the later wins: it is the one with more to say.
enum class Addressee : std::uint8_t {
  kPerson,
  kLawyer,          // In a court case, where the person has one.
  kRepresentative,  // Attorney or adviser; not the person.
  kAdministrator,   // Of an insolvency.
  kExecutor,        // Who looks after the estate; nobody else.
};

// What happens to interest from the hold's first day to its last.
enum class InterestEffect : std::uint8_t { kRuns, kFrozen };

// What becomes of money that comes in. In the order of strictness.
enum class MoneyEffect : std::uint8_t {
  kAccepted,
  kUnderProtest,  // Accepted; it admits nothing.
  kFromEstate,    // Accepted when it is the estate's.
  kInSuspense,    // Kept apart until it is clear whose debt it is.
};

// What may not be done while holds are active.
struct HoldEffects {
  ContactEffect demand = ContactEffect::kAllowed;   // To ask for payment.
  ContactEffect service = ContactEffect::kAllowed;  // To answer, to confirm, what a law requires.
  Addressee addressee = Addressee::kPerson;         // Of either.
  InterestEffect interest = InterestEffect::kRuns;
  bool stops_fees = false;    // No new ones.
  bool stops_ladder = false;  // The clock of the follow-ups stands still.
  MoneyEffect money = MoneyEffect::kAccepted;
  // Minor units that may not be asked for while the rest may.
  std::int64_t disputed = 0;

  friend bool operator==(const HoldEffects&, const HoldEffects&) = default;
};

// What a type of hold does. The table is the house's: where a row of it says "policy", it has the
// gentler choice, and a creditor's policy may say otherwise.
struct HoldRow {
  HoldType type;
  std::string_view name;
  HoldEffects effects;
  bool needs_review_date;  // Nobody is forgotten in it.
  bool of_the_person;      // Over all debts of the person.
  bool takes_back_fees;    // Those that were charged within its days before it was known.
};

// Every type once, in the order of the enum.
std::span<const HoldRow> HoldTable();
const HoldRow& RowOf(HoldType type);

// What several holds do together: of each effect the strictest, and of parts that are disputed the
// sum. So ending one never restores what another forbids.
HoldEffects Union(const HoldEffects& left, const HoldEffects& right);

}  // namespace parley

#endif  // PARLEY_DOMAIN_DEBT_HOLD_EFFECTS_H_
