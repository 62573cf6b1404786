// SPDX-License-Identifier: Apache-2.0
#include "domain/debt/plain_status.h"

#include <algorithm>
#include <array>
#include <utility>

namespace parley {
namespace {

// In the order of the enums, which begin at one.
constexpr auto kStates =
    std::to_array<std::string_view>({"BEING_CHECKED",    "NOT_TAKEN_ON",     "OPEN",
                                     "ON_PLAN",          "BEING_DECIDED",    "PAID",
                                     "SETTLED",          "TAKEN_BACK",       "GIVEN_BACK",
                                     "NO_LONGER_ASKED",  "CLOSED",           "CLOSED_NOT_OWED",
                                     "CLOSED_TOO_OLD",   "CLOSED_INSOLVENT", "CLOSED_NO_ESTATE",
                                     "ESTATE",           "IDENTITY_CHECKED", "INSOLVENCY",
                                     "RESPITE",          "IN_COURT",         "DISPUTED",
                                     "DISPUTED_IN_PART", "COMPLAINT",        "CARE",
                                     "MONEY_ON_ITS_WAY", "REPRESENTED",      "CONTACT_STOPPED"});
constexpr auto kAssurances = std::to_array<std::string_view>(
    {"NOT_ASKED", "DISPUTED_PART_NOT_ASKED", "NO_INTEREST", "INTEREST_RUNS", "NO_NEW_FEES",
     "NOTICES_ONLY", "AS_AGREED", "THROUGH_REPRESENTATIVE", "THROUGH_LAWYER",
     "THROUGH_ADMINISTRATOR", "THROUGH_EXECUTOR", "ADMITS_NOTHING", "MONEY_KEPT_APART"});
constexpr auto kActions = std::to_array<std::string_view>(
    {"NOTHING", "PAY", "PAY_IF_YOU_WISH", "PAY_UNDER_PROTEST", "PAY_FROM_ESTATE", "KEEP_TO_PLAN",
     "SEND_EVIDENCE", "AWAIT_ANSWER", "ASK_FOR_MONEY_BACK", "CONTACT_CREDITOR",
     "CONTACT_ADMINISTRATOR", "SPEAK_THROUGH_REPRESENTATIVE", "ANSWER_COURT"});
constexpr auto kRights = std::to_array<std::string_view>(
    {"DISPUTE", "PROOF", "STATEMENT", "PLAN", "CHANGE_PLAN", "PAUSE", "OTHER_CHANNEL", "HEAR_AGAIN",
     "REPRESENTATIVE", "COMPLAIN", "OUTSIDE_COMPLAINT", "ADVICE", "OWN_DATA"});
constexpr auto kComing = std::to_array<std::string_view>({"REVIEW", "END", "MONEY_EXPECTED"});
static_assert(kStates.size() == kPlainStates && kAssurances.size() == kPlainAssurances &&
              kActions.size() == kPlainActions && kRights.size() == kPlainRights);

template <typename Names, typename Enum>
std::string_view NameIn(const Names& names, Enum value) {
  return names.at(static_cast<std::size_t>(value) - 1);
}

// Which hold a person is told of first: what weighs most in their life, then what weighs most on
// the debt.
constexpr auto kByWeight = std::to_array<std::pair<HoldType, PlainState>>({
    {HoldType::kDeceased, PlainState::kEstate},
    {HoldType::kIdentity, PlainState::kIdentityChecked},
    {HoldType::kInsolvency, PlainState::kInsolvency},
    {HoldType::kRespite, PlainState::kRespite},
    {HoldType::kLegal, PlainState::kInCourt},
    {HoldType::kDispute, PlainState::kDisputed},
    {HoldType::kComplaint, PlainState::kComplaint},
    {HoldType::kHardship, PlainState::kCare},
    {HoldType::kPaymentInFlight, PlainState::kMoneyOnItsWay},
    {HoldType::kRepresentation, PlainState::kRepresented},
    {HoldType::kStopContact, PlainState::kContactStopped},
});

PlainState ClosedState(CloseCode code) {
  switch (code) {
    case CloseCode::kDeceasedNoEstate:
      return PlainState::kClosedNoEstate;
    case CloseCode::kInsolvent:
      return PlainState::kClosedInsolvent;
    case CloseCode::kUntraceable:
      return PlainState::kClosed;
    case CloseCode::kTimeBarred:
      return PlainState::kClosedTooOld;
    case CloseCode::kNotOwed:
      return PlainState::kClosedNotOwed;
  }
  return PlainState::kClosed;
}

PlainState StateOf(const Circumstances& now) {
  switch (now.status) {
    case DebtStatus::kReceived:
      return PlainState::kBeingChecked;
    case DebtStatus::kRejected:
      return PlainState::kNotTakenOn;
    case DebtStatus::kActive:
      return PlainState::kOpen;
    case DebtStatus::kOnPlan:
      return PlainState::kOnPlan;
    case DebtStatus::kAwaitingDecision:
      return PlainState::kBeingDecided;
    case DebtStatus::kPaid:
      return PlainState::kPaid;
    case DebtStatus::kSettled:
      return PlainState::kSettled;
    case DebtStatus::kRecalled:
      return PlainState::kTakenBack;
    case DebtStatus::kReturned:
      return PlainState::kGivenBack;
    case DebtStatus::kWrittenOff:
      return PlainState::kNoLongerAsked;
    case DebtStatus::kClosed:
      return ClosedState(now.close_code.value_or(CloseCode::kUntraceable));
  }
  return PlainState::kClosed;
}

// Not at its end: holds say more about it than its status does.
bool IsOpen(DebtStatus status) {
  switch (status) {
    case DebtStatus::kReceived:
    case DebtStatus::kActive:
    case DebtStatus::kOnPlan:
    case DebtStatus::kAwaitingDecision:
      return true;
    case DebtStatus::kRejected:
    case DebtStatus::kPaid:
    case DebtStatus::kSettled:
    case DebtStatus::kRecalled:
    case DebtStatus::kReturned:
    case DebtStatus::kWrittenOff:
    case DebtStatus::kClosed:
      return false;
  }
  return false;
}

// Payment may be asked for, as far as the status goes.
bool IsAskedFor(DebtStatus status) {
  return status == DebtStatus::kActive || status == DebtStatus::kOnPlan;
}

PlainState LeadingState(const Circumstances& now) {
  if (IsOpen(now.status)) {
    for (const auto& [type, state] : kByWeight) {
      if (!now.holds.Has(type)) continue;
      const bool in_part = type == HoldType::kDispute && now.in_part;
      return in_part ? PlainState::kDisputedInPart : state;
    }
  }
  return StateOf(now);
}

// Nobody asks for payment: what comes in comes freely.
bool IsFree(const Circumstances& now) {
  return now.effects.demand == ContactEffect::kStopped || !IsAskedFor(now.status);
}

// A court sets its own time limits: of its cases nobody is told that nothing needs to be done.
bool IsInCourt(const Circumstances& now) {
  return now.holds.HasAny({HoldType::kLegal, HoldType::kInsolvency});
}

std::optional<PlainAssurance> AboutContact(ContactEffect service) {
  switch (service) {
    case ContactEffect::kAllowed:
      return std::nullopt;
    case ContactEffect::kAsAgreed:
      return PlainAssurance::kAsAgreed;
    case ContactEffect::kPermittedNotices:
    case ContactEffect::kStopped:
      return PlainAssurance::kNoticesOnly;
  }
  return std::nullopt;
}

std::optional<PlainAssurance> AboutAddressee(Addressee addressee) {
  switch (addressee) {
    case Addressee::kPerson:
      return std::nullopt;
    case Addressee::kRepresentative:
      return PlainAssurance::kThroughRepresentative;
    case Addressee::kLawyer:
      return PlainAssurance::kThroughLawyer;
    case Addressee::kAdministrator:
      return PlainAssurance::kThroughAdministrator;
    case Addressee::kExecutor:
      return PlainAssurance::kThroughExecutor;
  }
  return std::nullopt;
}

std::vector<PlainAssurance> AssurancesOf(const Circumstances& now) {
  std::vector<PlainAssurance> told;
  if (!IsOpen(now.status)) return told;
  const HoldEffects& effects = now.effects;
  const auto tell = [&](bool holds, PlainAssurance assurance) {
    if (holds) told.push_back(assurance);
  };
  const auto tell_any = [&](std::optional<PlainAssurance> assurance) {
    if (assurance.has_value()) told.push_back(*assurance);
  };
  const bool disputed = now.holds.Has(HoldType::kDispute);
  const bool frozen = effects.interest == InterestEffect::kFrozen;
  tell(IsFree(now), PlainAssurance::kNotAsked);
  tell(!IsFree(now) && disputed, PlainAssurance::kDisputedPartNotAsked);
  tell(frozen && now.bears_interest, PlainAssurance::kNoInterest);
  tell(!frozen && now.bears_interest && IsFree(now), PlainAssurance::kInterestRuns);
  tell(effects.stops_fees, PlainAssurance::kNoNewFees);
  tell_any(AboutContact(effects.service));
  tell_any(AboutAddressee(effects.addressee));
  tell(disputed, PlainAssurance::kAdmitsNothing);
  tell(effects.money == MoneyEffect::kInSuspense, PlainAssurance::kMoneyKeptApart);
  return told;
}

// How money may come in, if it is to.
std::optional<PlainAction> ActionOfMoney(const Circumstances& now) {
  switch (now.effects.money) {
    case MoneyEffect::kInSuspense:
      return std::nullopt;
    case MoneyEffect::kFromEstate:
      return PlainAction::kPayFromEstate;
    case MoneyEffect::kUnderProtest:
    case MoneyEffect::kAccepted:
      break;
  }
  if (now.holds.Has(HoldType::kInsolvency)) return PlainAction::kContactAdministrator;
  if (now.status == DebtStatus::kOnPlan) return PlainAction::kKeepToPlan;
  if (!IsFree(now)) return PlainAction::kPay;
  const bool protest = now.effects.money == MoneyEffect::kUnderProtest;
  return protest ? PlainAction::kPayUnderProtest : PlainAction::kPayIfYouWish;
}

std::vector<PlainAction> ActionsOf(const Circumstances& now) {
  std::vector<PlainAction> actions;
  const auto add = [&](bool can, PlainAction action) {
    if (can) actions.push_back(action);
  };
  const bool in_court = IsInCourt(now);
  add(in_court, PlainAction::kAnswerCourt);
  if (IsOpen(now.status)) {
    add(IsFree(now) && !in_court, PlainAction::kNothing);
    const auto money = ActionOfMoney(now);
    if (money.has_value()) add(now.status != DebtStatus::kReceived, *money);
    add(now.holds.HasAny({HoldType::kDispute, HoldType::kIdentity}), PlainAction::kSendEvidence);
    add(now.holds.HasAny({HoldType::kDispute, HoldType::kComplaint}), PlainAction::kAwaitAnswer);
    add(now.holds.Has(HoldType::kRepresentation) && !now.holds.Has(HoldType::kDeceased),
        PlainAction::kSpeakThroughRepresentative);
  } else {
    const bool gone = now.status == DebtStatus::kRecalled || now.status == DebtStatus::kReturned;
    add(gone, PlainAction::kContactCreditor);
    add(!gone && !in_court, PlainAction::kNothing);
  }
  add(now.we_hold, PlainAction::kAskForMoneyBack);
  return actions;
}

// Not with us, or not owed anyway: there is nothing to dispute here.
bool IsNotOurs(const Circumstances& now) {
  return now.status == DebtStatus::kRejected || now.status == DebtStatus::kRecalled ||
         now.status == DebtStatus::kReturned || now.close_code == CloseCode::kNotOwed;
}

std::vector<PlainRight> RightsOf(const Circumstances& now) {
  using Type = HoldType;
  std::vector<PlainRight> rights;
  const auto add = [&](bool open, PlainRight right) {
    if (open) rights.push_back(right);
  };
  const bool open = IsOpen(now.status);
  const bool contested =
      now.holds.Has(Type::kIdentity) || (now.holds.Has(Type::kDispute) && !now.in_part);
  const bool others_decide =
      now.holds.HasAny({Type::kDeceased, Type::kInsolvency, Type::kIdentity, Type::kRespite});
  const bool arranged = now.status == DebtStatus::kOnPlan;
  const bool plans = open && now.status != DebtStatus::kReceived && !others_decide;
  add(!IsNotOurs(now) && !contested, PlainRight::kDispute);
  add(open, PlainRight::kProof);
  add(now.status != DebtStatus::kRejected, PlainRight::kStatement);
  add(plans && !arranged && !contested, PlainRight::kPlan);
  add(plans && arranged, PlainRight::kChangePlan);
  add(plans && !now.holds.Has(Type::kHardship), PlainRight::kPause);
  add(open, PlainRight::kOtherChannel);
  add(now.holds.Has(Type::kStopContact), PlainRight::kHearAgain);
  add(open && !now.holds.HasAny({Type::kRepresentation, Type::kDeceased}),
      PlainRight::kRepresentative);
  for (const PlainRight always : {PlainRight::kComplain, PlainRight::kOutsideComplaint,
                                  PlainRight::kAdvice, PlainRight::kOwnData}) {
    rights.push_back(always);
  }
  return rights;
}

// The last day of what all these holds say; none while one of them has no end.
std::optional<Day> EndOf(PlainState state, std::span<const Hold> holds, DebtId debt, Day today) {
  std::optional<Day> end;
  for (const Hold& hold : holds) {
    if (!IsActiveOn(hold, debt, today) || PlainStateOf(hold) != state) continue;
    if (!hold.until.has_value()) return std::nullopt;
    end = std::max(end.value_or(today), *hold.until);
  }
  return end;
}

}  // namespace

std::string_view NameOf(PlainState state) { return NameIn(kStates, state); }
std::string_view NameOf(PlainAssurance assurance) { return NameIn(kAssurances, assurance); }
std::string_view NameOf(PlainAction action) { return NameIn(kActions, action); }
std::string_view NameOf(PlainRight right) { return NameIn(kRights, right); }
std::string_view NameOf(ComingDay::Kind kind) { return NameIn(kComing, kind); }

bool HoldTypes::HasAny(std::initializer_list<HoldType> types) const {
  return std::any_of(types.begin(), types.end(), [this](HoldType type) { return Has(type); });
}

PlainState PlainStateOf(const Hold& hold) {
  if (hold.disputed.has_value()) return PlainState::kDisputedInPart;
  for (const auto& [type, state] : kByWeight) {
    if (type == hold.type) return state;
  }
  return PlainState::kOpen;
}

PlainStatus Explain(const Circumstances& circumstances) {
  return {.state = LeadingState(circumstances),
          .assurances = AssurancesOf(circumstances),
          .actions = ActionsOf(circumstances),
          .rights = RightsOf(circumstances)};
}

Circumstances CircumstancesOf(const Debt& debt, std::span<const Hold> holds, Day day) {
  Circumstances now{.status = debt.status, .close_code = debt.close_code};
  now.effects = EffectsOn(holds, debt.id, day);
  now.in_part = true;
  for (const Hold& hold : holds) {
    if (!IsActiveOn(hold, debt.id, day)) continue;
    now.holds.Add(hold.type);
    if (hold.type == HoldType::kDispute && !hold.disputed.has_value()) now.in_part = false;
  }
  now.in_part = now.in_part && now.holds.Has(HoldType::kDispute);
  now.we_hold = debt.position.credit > 0;
  now.bears_interest = debt.rules.interest.has_value();
  return now;
}

std::optional<ComingDay> NextDayOf(const Debt& debt, std::span<const Hold> holds, Day today) {
  std::optional<ComingDay> next;
  const auto consider = [&](std::optional<Day> day, ComingDay::Kind kind) {
    if (!day.has_value() || *day < today) return;
    if (!next.has_value() || *day < next->day) next = ComingDay{*day, kind};
  };
  for (const Hold& hold : holds) {
    if (!IsActiveOn(hold, debt.id, today)) continue;
    const bool money = hold.type == HoldType::kPaymentInFlight;
    if (money) consider(hold.until, ComingDay::Kind::kMoneyExpected);
    if (IsOpen(debt.status)) consider(hold.review, ComingDay::Kind::kReview);
  }
  const PlainState leading = LeadingState(CircumstancesOf(debt, holds, today));
  if (IsOpen(debt.status) && leading != PlainState::kMoneyOnItsWay) {
    consider(EndOf(leading, holds, debt.id, today), ComingDay::Kind::kEnd);
  }
  return next;
}

}  // namespace parley
