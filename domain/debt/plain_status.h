// SPDX-License-Identifier: Apache-2.0
#ifndef PARLEY_DOMAIN_DEBT_PLAIN_STATUS_H_
#define PARLEY_DOMAIN_DEBT_PLAIN_STATUS_H_

#include <cstddef>
#include <cstdint>
#include <initializer_list>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "domain/common/days.h"
#include "domain/common/id.h"
#include "domain/debt/debt.h"
#include "domain/debt/hold.h"
#include "domain/debt/hold_effects.h"
#include "domain/debt/status.h"

namespace parley {

// Where a debt stands, as one would tell the person who owes it: one state, of whatever status and
// however many holds. Each of the four lists of this file is of words that a debtor is shown.
enum class PlainState : std::uint8_t {
  // What the status says, when no hold says more.
  kBeingChecked = 1,
  kNotTakenOn,
  kOpen,
  kOnPlan,
  kBeingDecided,
  kPaid,
  kSettled,
  kTakenBack,
  kGivenBack,
  kNoLongerAsked,
  kClosed,  // Without the person's fault or doing: nobody was found.
  kClosedNotOwed,
  kClosedTooOld,
  kClosedInsolvent,
  kClosedNoEstate,
  // What a hold says, of a debt that is not at its end.
  kEstate,
  kIdentityChecked,
  kInsolvency,
  kRespite,
  kInCourt,
  kDisputed,
  kDisputedInPart,
  kComplaint,
  kCare,
  kMoneyOnItsWay,
  kRepresented,
  kContactStopped,
};
inline constexpr std::size_t kPlainStates = 27;

// What somebody can count on while the holds last.
enum class PlainAssurance : std::uint8_t {
  kNotAsked = 1,  // Nobody asks for payment.
  kDisputedPartNotAsked,
  kNoInterest,
  kInterestRuns,  // Although nobody asks for payment.
  kNoNewFees,
  kNoticesOnly,  // No letters but those that a law requires or the person asked for.
  kAsAgreed,     // Contact as agreed with the person.
  kThroughRepresentative,
  kThroughLawyer,
  kThroughAdministrator,
  kThroughExecutor,
  kAdmitsNothing,   // A payment is not taken as accepting the debt.
  kMoneyKeptApart,  // Until it is clear whose debt it is.
};
inline constexpr std::size_t kPlainAssurances = 13;

// What can be done now.
enum class PlainAction : std::uint8_t {
  kNothing = 1,  // Nothing needs to be done.
  kPay,
  kPayIfYouWish,
  kPayUnderProtest,
  kPayFromEstate,
  kKeepToPlan,
  kSendEvidence,
  kAwaitAnswer,
  kAskForMoneyBack,
  kContactCreditor,
  kContactAdministrator,  // Of the insolvency, before paying anybody.
  kSpeakThroughRepresentative,
  kAnswerCourt,  // Its time limits go on, whatever we do.
};
inline constexpr std::size_t kPlainActions = 13;

// What somebody may ask for, whatever we would prefer.
enum class PlainRight : std::uint8_t {
  kDispute = 1,
  kProof,
  kStatement,
  kPlan,
  kChangePlan,
  kPause,  // To say that one cannot pay now.
  kOtherChannel,
  kHearAgain,  // After contact was stopped.
  kRepresentative,
  kComplain,
  kOutsideComplaint,
  kAdvice,
  kOwnData,  // To know what is stored, and to have it put right.
};
inline constexpr std::size_t kPlainRights = 13;

std::string_view NameOf(PlainState state);  // "MONEY_ON_ITS_WAY".
std::string_view NameOf(PlainAssurance assurance);
std::string_view NameOf(PlainAction action);
std::string_view NameOf(PlainRight right);

// Types of holds that are active at once.
class HoldTypes {
 public:
  HoldTypes() = default;
  void Add(HoldType type) { bits_ |= Bit(type); }
  bool Has(HoldType type) const { return (bits_ & Bit(type)) != 0; }
  bool HasAny(std::initializer_list<HoldType> types) const;

 private:
  static unsigned Bit(HoldType type) { return 1U << static_cast<unsigned>(type); }

  unsigned bits_ = 0;
};

// What a plain status follows from.
struct Circumstances {
  DebtStatus status = DebtStatus::kActive;
  std::optional<CloseCode> close_code;  // Of a debt that is CLOSED.
  HoldTypes holds;                      // Those that are active; money on its way is one of them.
  HoldEffects effects;                  // Of all of them together.
  bool in_part = false;         // Of a dispute: it is about a part, and the rest may be asked for.
  bool we_hold = false;         // There is money of the person's with us.
  bool bears_interest = false;  // Unless something stops it.
};

struct PlainStatus {
  PlainState state = PlainState::kOpen;
  std::vector<PlainAssurance> assurances;
  std::vector<PlainAction> actions;  // At least one.
  std::vector<PlainRight> rights;    // At least one; in the order of the enum.

  friend bool operator==(const PlainStatus&, const PlainStatus&) = default;
};

// What one hold says.
PlainState PlainStateOf(const Hold& hold);

// Total: every status with every set of holds has its answer.
PlainStatus Explain(const Circumstances& circumstances);

// What the holds of a debtor mean for one debt on a day.
Circumstances CircumstancesOf(const Debt& debt, std::span<const Hold> holds, Day day);

// A day on which something is to happen.
struct ComingDay {
  enum class Kind : std::uint8_t { kReview = 1, kEnd, kMoneyExpected };

  Day day;
  Kind kind = Kind::kReview;

  friend bool operator==(const ComingDay&, const ComingDay&) = default;
};

std::string_view NameOf(ComingDay::Kind kind);  // "MONEY_EXPECTED".

// The first day, from `today` on, on which an active hold is looked at again, or on which what the
// person is told of first ends, or by which money on its way is expected; none when nobody has
// named one.
std::optional<ComingDay> NextDayOf(const Debt& debt, std::span<const Hold> holds, Day today);

}  // namespace parley

#endif  // PARLEY_DOMAIN_DEBT_PLAIN_STATUS_H_
