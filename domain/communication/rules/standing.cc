// SPDX-License-Identifier: Apache-2.0
#include <cstddef>
#include <optional>

#include "absl/time/time.h"
#include "domain/communication/purposes.h"
#include "domain/communication/rules/judge.h"

namespace parley {
namespace {

// What serves to collect.
constexpr EnumSet<Purpose> kCollects = {Purpose::kDemand, Purpose::kReminder, Purpose::kNegotiation,
                                        Purpose::kConsentRequest, Purpose::kLocation};
constexpr EnumSet<Relation> kRepresentatives = {Relation::kAttorneyOfConsumer,
                                                Relation::kDebtAdviser, Relation::kGuardian,
                                                Relation::kPersonalRepresentative};

bool IsFor(Addressee addressee, Relation relation) {
  switch (addressee) {
    case Addressee::kPerson:
      return true;
    case Addressee::kLawyer:
      return relation == Relation::kAttorneyOfConsumer;
    case Addressee::kRepresentative:
    case Addressee::kAdministrator:
      return kRepresentatives.Has(relation);
    case Addressee::kExecutor:
      return relation == Relation::kPersonalRepresentative;
  }
  return false;
}

bool Allows(ContactEffect effect, bool asks, Purpose purpose) {
  switch (effect) {
    case ContactEffect::kAllowed:
      return true;
    case ContactEffect::kAsAgreed:
      return !asks;
    case ContactEffect::kPermittedNotices:
      return kGoesWhenStopped.Has(purpose);
    case ContactEffect::kStopped:
      return false;
  }
  return false;
}

// What comes of our own accord, and is about the debts.
bool IsUnasked(Purpose purpose) {
  return !kGoesWhenStopped.Has(purpose) && purpose != Purpose::kUnrelated;
}

// Of a debt in dispute only the rest may be asked for, by its sum.
bool AsksForDisputed(const DebtFacts& debt, const Act& act) {
  if (debt.holds.disputed == 0) return false;
  return !act.amount.has_value() || !debt.balance.has_value() ||
         *act.amount > *debt.balance - debt.holds.disputed;
}

bool Forbids(Standing::What what, const DebtFacts& debt, const Hearing& hearing) {
  const bool asks = kAsksForMoney.Has(hearing.act().purpose);
  switch (what) {
    case Standing::What::kClosure:
      return (kCollects.Has(hearing.act().purpose) && !debt.open) ||
             (debt.rests && IsUnasked(hearing.act().purpose));
    case Standing::What::kPromises:
      return asks && debt.promised;
    default:
      return (asks && AsksForDisputed(debt, hearing.act())) ||
             !IsFor(debt.holds.addressee, hearing.person().relation) ||
             !Allows(asks ? debt.holds.demand : debt.holds.service, asks, hearing.act().purpose);
  }
}

// Where no debt is, there is nothing to ask for.
bool AsksForNothing(const Act& act) { return act.debts.empty() && kAsksForMoney.Has(act.purpose); }

// The first debt that forbids it.
std::optional<std::size_t> DebtThatForbids(Standing::What what, const Hearing& hearing) {
  for (DebtSet rest = hearing.act().debts; !rest.empty(); rest = rest.Without(rest.First())) {
    if (Forbids(what, hearing.facts().debts[rest.First()], hearing)) return rest.First();
  }
  return std::nullopt;
}

bool AnyDebtForbids(Standing::What what, const Hearing& hearing) {
  return DebtThatForbids(what, hearing).has_value();
}

bool PointIs(std::optional<absl::Time> ContactPoint::*since, const Hearing& hearing) {
  const ContactPoint* point = hearing.point();
  return point != nullptr && (point->*since).value_or(absl::InfiniteFuture()) <= hearing.known();
}

bool IsAbout(const SwitchFact& one, const Act& act) {
  return (!one.channel.has_value() || *one.channel == act.channel) && one.debts.Covers(act.debts) &&
         (one.template_id.empty() || one.template_id == act.template_id) &&
         (one.cadence_id.empty() || one.cadence_id == act.cadence_id);
}

// When the switch lets this purpose go again; none while it is engaged.
std::optional<absl::Time> OpeningFor(const SwitchFact& one, Purpose purpose) {
  return kGoesWhenStopped.Has(purpose) ? one.restarts : one.opens;
}

Saying JudgeSwitches(const Hearing& hearing) {
  Saying strictest = Permits();
  const std::vector<SwitchFact>& switches = hearing.facts().switches;
  for (std::size_t at = 0; at < switches.size(); ++at) {
    if (!IsAbout(switches[at], hearing.act())) continue;
    const Source source = SourceIn(FactList::kSwitches, at);
    const auto opening = OpeningFor(switches[at], hearing.act().purpose);
    if (!opening.has_value()) return Refuses(source);
    if (*opening > hearing.at() && *opening > strictest.until) {
      strictest = Defers(*opening, source);
    }
  }
  return strictest;
}

// A person who wrote is not asked for anything before somebody has read it. Help may go.
Saying JudgeUnanswered(const Hearing& hearing) {
  const Act& act = hearing.act();
  if (!IsUnasked(act.purpose) || act.purpose == Purpose::kSupport) return Permits();
  Saying strictest = Permits();
  const std::vector<Unanswered>& all = hearing.facts().unanswered;
  for (std::size_t at = 0; at < all.size(); ++at) {
    const Unanswered& one = all[at];
    const bool holds = one.since <= hearing.known() && hearing.at() < one.until;
    if (!holds || !one.debts.Covers(hearing.debts()) || one.until <= strictest.until) continue;
    strictest = Defers(one.until, SourceIn(FactList::kUnanswered, at));
  }
  return strictest;
}

Saying JudgeHolds(const Hearing& hearing) {
  const std::optional<std::size_t> debt = DebtThatForbids(Standing::What::kHolds, hearing);
  return debt.has_value() ? Refuses(SourceIn(FactList::kDebts, *debt)) : Permits();
}

// What is known of the address, where that is what objects.
Source PointOf(Standing::What what, const Act& act) {
  const bool of_point =
      what == Standing::What::kWrongPerson || what == Standing::What::kPointClosed;
  return of_point && act.point.has_value() ? SourceIn(FactList::kPoints, *act.point) : Source();
}

bool Objects(Standing::What what, const Hearing& hearing) {
  switch (what) {
    case Standing::What::kKillSwitch:
    case Standing::What::kHolds:
    case Standing::What::kUnanswered:
      return false;  // They say more than that.
    case Standing::What::kClosure:
      return AsksForNothing(hearing.act()) || AnyDebtForbids(what, hearing);
    case Standing::What::kPromises:
      return AnyDebtForbids(what, hearing);
    case Standing::What::kDeceased:
      return hearing.person().deceased;
    case Standing::What::kNoAuthority:
      return !hearing.act().debts.Within(hearing.person().may_know);
    case Standing::What::kWrongPerson:
      return PointIs(&ContactPoint::not_theirs_since, hearing);
    case Standing::What::kPointClosed:
      return PointIs(&ContactPoint::closed_since, hearing);
    case Standing::What::kPlaceUnknown:
      return !hearing.knows_place();
    case Standing::What::kUnresearched:
    case Standing::What::kNoCommonTime:
      return false;  // The gate itself says so.
  }
  return false;
}

}  // namespace

Saying Judge(const Standing& kind, const Rule& /*rule*/, const Hearing& hearing) {
  if (kind.what == Standing::What::kKillSwitch) return JudgeSwitches(hearing);
  if (kind.what == Standing::What::kHolds) return JudgeHolds(hearing);
  if (kind.what == Standing::What::kUnanswered) return JudgeUnanswered(hearing);
  return Objects(kind.what, hearing) ? Refuses(PointOf(kind.what, hearing.act())) : Permits();
}

}  // namespace parley
