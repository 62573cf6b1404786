// SPDX-License-Identifier: Apache-2.0
#include "domain/communication/debtor_requests.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <utility>
#include <vector>

#include "domain/communication/hearing.h"

namespace parley {
namespace {

constexpr std::uint8_t kDebtor = 0;
// By which nobody is reached at an address of theirs.
constexpr auto kWithoutPoint = {Channel::kPortal, Channel::kPublicPost};

template <typename Value>
Value ValueAt(std::size_t number) {
  return static_cast<Value>(number);
}

std::optional<std::uint8_t> PlaceOf(std::optional<ContactPointId> point, const DebtorFacts& known) {
  const DebtorFacts::PointPlace* place = point.has_value() ? known.Find(*point) : nullptr;
  return place == nullptr ? std::nullopt : std::optional(place->point);
}

// A word about an address is about whoever it reaches.
std::uint8_t PersonOf(std::optional<ContactPointId> point, const DebtorFacts& known) {
  const DebtorFacts::PointPlace* place = point.has_value() ? known.Find(*point) : nullptr;
  return place == nullptr ? kDebtor : place->person;
}

// A stop of one address, or of media; of none in particular, of all.
void AddOptOut(const OptOut& opt_out, DebtorFacts& known) {
  const ContactScope& scope = opt_out.scope;
  Designation stop;
  stop.kind =
      scope.point.has_value() ? DesignationKind::kStopAddress : DesignationKind::kStopMedium;
  stop.person = PersonOf(scope.point, known);
  stop.point = PlaceOf(scope.point, known);
  stop.since = opt_out.provenance.told;
  stop.lifted = opt_out.lifted;
  if (scope.channel.has_value()) stop.channels.Add(*scope.channel);
  if (scope.purpose.has_value()) stop.purposes.Add(*scope.purpose);
  stop.basis = Basis{BasisKind::kOptOut, opt_out.id.uuid()};
  // An address that is known no more reaches nobody.
  if (!scope.point.has_value() || stop.point.has_value()) {
    known.facts.designations.push_back(std::move(stop));
  }
}

// What was complained of, or stopped where it was received, is a word of theirs as well.
void AddSuppressedPoint(const KnownPoint& point, DebtorFacts& known) {
  const bool word_of_theirs =
      point.cause == SuppressionCause::kComplaint || point.cause == SuppressionCause::kOptOut;
  if (!word_of_theirs || known.Find(point.id) == nullptr) return;
  Designation stop;
  stop.kind = DesignationKind::kStopAddress;
  stop.person = PersonOf(point.id, known);
  stop.point = PlaceOf(point.id, known);
  stop.since = *point.cause_time;
  stop.basis = Basis{BasisKind::kContactPoint, point.id.uuid()};
  known.facts.designations.push_back(std::move(stop));
}

void AddInconvenience(const Inconvenience& said, DebtorFacts& known) {
  Designation read;
  read.kind = said.kind;
  read.person = PersonOf(said.point, known);
  read.point = PlaceOf(said.point, known);
  read.since = said.provenance.told;
  read.lifted = said.until;
  read.place = said.place;
  read.closed = said.closed;
  read.confirmed_in_writing = said.confirmed_in_writing;
  read.basis = Basis{BasisKind::kInconvenience, said.id.uuid()};
  known.facts.designations.push_back(std::move(read));
}

std::optional<DesignationKind> BarredBy(RepresentativeRole role) {
  switch (role) {
    case RepresentativeRole::kAttorney:
      return DesignationKind::kRepresented;
    case RepresentativeRole::kDebtAdviser:
      return DesignationKind::kWithAdviser;
    case RepresentativeRole::kCarer:
    case RepresentativeRole::kGuardian:
    case RepresentativeRole::kExecutor:
    case RepresentativeRole::kTrustee:
    case RepresentativeRole::kSpouse:
    case RepresentativeRole::kParentOfMinor:
    case RepresentativeRole::kOther:
      return std::nullopt;
  }
  return std::nullopt;
}

// Who is represented is spared from the day on which we hear of it, whether or not we have seen the
// document.
void AddRepresentative(const Representative& one, Day today, DebtorFacts& known) {
  const RepresentationState state = StateOn(one, today);
  const bool over =
      state == RepresentationState::kRevoked || state == RepresentationState::kExpired;
  const std::optional<DesignationKind> kind = BarredBy(one.role);
  if (over || !kind.has_value()) return;
  Designation read{.kind = *kind,
                   .since = one.provenance.told,
                   .basis = Basis{BasisKind::kRepresentative, one.id.uuid()}};
  if (!one.debts.empty()) read.debts = known.SetOf(one.debts);
  if (!read.debts.empty()) known.facts.designations.push_back(std::move(read));
}

void AddNeed(const SupportNeed& need, const Asked& asked, Facts& facts) {
  const bool vulnerable = AsConsented(need, asked.now).vulnerability.has_value();
  if (StandsOn(need, asked.today) &&
      (vulnerable || need.adjustment == Adjustment::kSpecialistTeam)) {
    facts.noted.push_back({Circumstance::kVulnerable, need.provenance.told});
  }
}

// What a hold says beside its effects, so that a law's own rule may speak of it.
class Holds {
 public:
  explicit Holds(DebtorFacts& known) : known_(known), facts_(known.facts) {}

  void Add(const Hold& hold) {
    const DebtSet debts =
        hold.debt.has_value() ? known_.SetOf(std::array{*hold.debt}) : DebtSet::All();
    if (debts.empty()) return;
    switch (hold.type) {
      case HoldType::kDispute:
        AddDispute(hold, debts);
        break;
      case HoldType::kHardship:
        facts_.noted.push_back({Circumstance::kFinancialDifficulty, hold.created_time});
        break;
      case HoldType::kRespite:
        AddPause(hold, debts);
        break;
      case HoldType::kDeceased:
        facts_.persons[kDebtor].deceased = true;
        break;
      case HoldType::kRepresentation:
        AddDesignation(DesignationKind::kRepresented, hold, debts);
        break;
      case HoldType::kStopContact:
        AddDesignation(DesignationKind::kCease, hold, debts);
        break;
      case HoldType::kComplaint:
      case HoldType::kInsolvency:
      case HoldType::kIdentity:
      case HoldType::kPaymentInFlight:
      case HoldType::kLegal:
        break;
    }
  }

 private:
  static Basis BasisOf(const Hold& hold) { return {BasisKind::kHold, hold.id.uuid()}; }

  void AddDesignation(DesignationKind kind, const Hold& hold, DebtSet debts) {
    facts_.designations.push_back(
        {.kind = kind, .since = hold.created_time, .debts = debts, .basis = BasisOf(hold)});
  }

  // How it was said is not kept: it counts as the strictest form. The day on which it began may lie
  // before we learnt of it.
  void AddDispute(const Hold& hold, DebtSet debts) {
    const absl::TimeZone zone =
        Record::PrimaryZone(facts_.persons[kDebtor]).value_or(absl::UTCTimeZone());
    Dispute dispute{.debts = debts, .received = hold.created_time, .basis = BasisOf(hold)};
    dispute.submitted = std::min(hold.created_time, StartOfDay(hold.from, zone));
    if (hold.disputed.has_value() && hold.debt.has_value()) {
      const std::optional<std::int64_t> balance = facts_.debts[debts.First()].balance;
      if (balance.has_value()) dispute.undisputed = *balance - hold.disputed->minor_units();
    }
    facts_.disputes.push_back(dispute);
  }

  // A pause begins on the day after its entry in the register.
  void AddPause(const Hold& hold, DebtSet debts) {
    Pause pause{.debts = debts, .registered = hold.from - 1, .basis = BasisOf(hold)};
    if (hold.until.has_value()) pause.cancelled = *hold.until + 1;
    facts_.pauses.push_back(pause);
  }

  DebtorFacts& known_;
  Facts& facts_;
};

// What the person agreed to, for each address of theirs, each channel that reaches it and each
// purpose that anybody named, so that the most specific word counts also where a wider one says
// otherwise. It says nothing of whoever represents them.
class Consents {
 public:
  Consents(const DebtorRecord& record, absl::Time now, DebtorFacts& known)
      : record_(record), now_(now), known_(known) {
    for (const ConsentFact& fact : record.consents) Name(fact.scope.purpose);
    for (const OptOut& opt_out : record.opt_outs) Name(opt_out.scope.purpose);
  }

  void AddAll() {
    for (std::size_t kind = 1; kind < WordsOf<ConsentKind>().size(); ++kind) {
      AddKind(ValueAt<ConsentKind>(kind));
    }
  }

 private:
  void Name(std::optional<Purpose> purpose) {
    const bool told = std::find(named_.begin(), named_.end(), purpose) != named_.end();
    if (!told) named_.push_back(purpose);
  }

  bool IsSpokenOf(ConsentKind kind) const {
    return std::any_of(record_.consents.begin(), record_.consents.end(),
                       [kind](const ConsentFact& fact) { return fact.kind == kind; });
  }

  void AddKind(ConsentKind kind) {
    if (!IsSpokenOf(kind)) return;
    for (const Channel channel : kWithoutPoint) AddFor(kind, {.channel = channel});
    for (const KnownPoint& point : record_.points) {
      if (PersonOf(point.id, known_) != kDebtor || known_.Find(point.id) == nullptr) continue;
      for (std::size_t at = 1; at < WordsOf<Channel>().size(); ++at) {
        const Channel channel = ValueAt<Channel>(at);
        if (!ChannelsOf(point.type).Has(channel)) continue;
        AddFor(kind, {.point = point.id, .channel = channel});
      }
    }
  }

  void AddFor(ConsentKind kind, ContactScope asked) {
    const bool all_named = named_.size() == WordsOf<Purpose>().size();
    for (const std::optional<Purpose> purpose : named_) {
      if (!purpose.has_value() && all_named) continue;
      asked.purpose = purpose;
      const ConsentStanding standing =
          CurrentConsent(record_.consents, record_.opt_outs, kind, asked, now_);
      if (standing.fact != nullptr) Add(*standing.fact, standing, asked);
    }
  }

  void Add(const ConsentFact& fact, const ConsentStanding& standing, const ContactScope& asked) {
    Consent consent;
    consent.kind = fact.kind;
    consent.point = PlaceOf(asked.point, known_);
    consent.channels = {*asked.channel};
    consent.purposes = PurposesOf(asked.purpose);
    consent.given_to_us = fact.given_to_us;
    consent.received = fact.provenance.told;
    consent.only_days = fact.only_days;
    consent.hours = fact.hours;
    consent.basis = Basis{BasisKind::kConsent, fact.id.uuid()};
    if (standing.permits()) {
      consent.revoked = fact.expires;
    } else if (standing.stop != nullptr) {
      consent.revoked = standing.stop->provenance.told;
    } else {
      consent.revoked = fact.expires.value_or(fact.provenance.told);
    }
    known_.facts.consents.push_back(std::move(consent));
  }

  // Where none is asked for, those that nobody named.
  EnumSet<Purpose> PurposesOf(std::optional<Purpose> asked) const {
    if (asked.has_value()) return {*asked};
    EnumSet<Purpose> others;
    if (named_.size() == 1) return others;
    for (std::size_t at = 1; at < WordsOf<Purpose>().size(); ++at) {
      const Purpose purpose = ValueAt<Purpose>(at);
      if (std::find(named_.begin(), named_.end(), purpose) == named_.end()) others.Add(purpose);
    }
    return others;
  }

  const DebtorRecord& record_;
  absl::Time now_;
  DebtorFacts& known_;
  std::vector<std::optional<Purpose>> named_ = {std::nullopt};
};

}  // namespace

void AddRequests(const DebtorRecord& record, const Asked& asked, DebtorFacts& known) {
  for (const OptOut& opt_out : record.opt_outs) AddOptOut(opt_out, known);
  for (const KnownPoint& point : record.points) AddSuppressedPoint(point, known);
  for (const Inconvenience& said : record.inconveniences) AddInconvenience(said, known);
  for (const Representative& one : record.representatives) {
    AddRepresentative(one, asked.today, known);
  }
  for (const SupportNeed& need : record.needs) AddNeed(need, asked, known.facts);
  Holds holds(known);
  for (const Hold& hold : record.holds) {
    if (StateOn(hold, asked.today) == HoldState::kActive) holds.Add(hold);
  }
  Consents(record, asked.now, known).AddAll();
}

}  // namespace parley
