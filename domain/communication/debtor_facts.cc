// SPDX-License-Identifier: Apache-2.0
#include "domain/communication/debtor_facts.h"

#include <algorithm>
#include <cstddef>
#include <limits>

#include "domain/common/money.h"
#include "domain/communication/debtor_requests.h"
#include "domain/communication/hearing.h"

namespace parley {
namespace {

constexpr std::size_t kMostPlaces = std::numeric_limits<std::uint8_t>::max();

bool ReachesAnother(const KnownPoint& point) {
  return point.cause == SuppressionCause::kWrongPerson;
}

// An address of theirs tells where they may be, also one to which nothing may be sent.
bool TellsOfThem(const KnownPoint& point) {
  return !ReachesAnother(point) && point.state != PointState::kRetired;
}

// What the person did not ask for, and yet nothing may be sent there.
std::optional<absl::Time> ClosedSince(const KnownPoint& point) {
  if (point.state == PointState::kRetired) return point.updated_time;
  return point.cause == SuppressionCause::kBounce ? point.cause_time : std::nullopt;
}

ContactPoint PointOf(const KnownPoint& point) {
  ContactPoint read;
  read.kind = point.kind;
  read.place = point.place;
  read.of_employer = point.of_employer;
  read.shared = point.shared;
  read.unverified = point.state != PointState::kVerified;
  if (ReachesAnother(point)) read.not_theirs_since = point.cause_time;
  read.closed_since = ClosedSince(point);
  read.basis = Basis{BasisKind::kContactPoint, point.id.uuid()};
  return read;
}

void AddRegion(const std::string& region, std::vector<std::string>& regions) {
  const bool known = std::find(regions.begin(), regions.end(), region) != regions.end();
  if (!region.empty() && !known) regions.push_back(region);
}

void AddGuess(const std::string& name, LocationSource source, std::vector<GuessedZone>& guesses) {
  const bool known = std::any_of(guesses.begin(), guesses.end(),
                                 [&name](const GuessedZone& one) { return one.name == name; });
  if (!name.empty() && !known) guesses.push_back({name, source});
}

class Reader {
 public:
  Reader(const DebtorRecord& record, const Atlas& atlas, const Asked& asked)
      : record_(record), atlas_(atlas), asked_(asked) {}

  Person TheDebtor() const {
    Person person;
    const Whereabouts whereabouts = WhereaboutsAt(record_.locations, asked_.now);
    person.natural = record_.debtor.kind == DebtorKind::kNaturalPerson;
    person.work_hours = record_.work_hours;
    AddRegion(record_.debtor.region, person.regions);
    for (const std::string& region : whereabouts.regions) AddRegion(region, person.regions);
    AddRegionsOfPoints(std::nullopt, person);
    if (whereabouts.known != nullptr && whereabouts.known->place != Place::kNone) {
      person.known_at = whereabouts.known->place;
    }
    FindZones(whereabouts, person);
    FindHolidays(person);
    return person;
  }

  // Whose document nobody saw, or whose days are over, is told of no debt.
  Person OneFor(const Representative& representative, const DebtorFacts& known) const {
    Person person;
    const bool speaks = StateOn(representative, asked_.today) == RepresentationState::kActive &&
                        representative.powers.Has(Power::kBeTold);
    person.relation = speaks ? RelationOf(representative.role) : Relation::kThirdParty;
    person.may_know = speaks ? ScopeOf(representative, known) : DebtSet();
    AddRegionsOfPoints(representative.id, person);
    std::vector<GuessedZone> guesses;
    AddGuessesFromPoints(representative.id, guesses);
    AddZones(guesses, person);
    FindHolidays(person);
    // They may keep those of the debtor's place, where nobody knows theirs.
    if (person.holidays == nullptr) person.holidays = known.facts.persons.front().holidays;
    return person;
  }

 private:
  static DebtSet ScopeOf(const Representative& representative, const DebtorFacts& known) {
    return representative.debts.empty() ? DebtSet::All() : known.WholeSetOf(representative.debts);
  }

  void AddRegionsOfPoints(std::optional<RepresentativeId> whose, Person& person) const {
    for (const KnownPoint& point : record_.points) {
      if (point.representative != whose || !TellsOfThem(point)) continue;
      AddRegion(point.region, person.regions);
    }
  }

  // Every zone of the country of an address, unless it is where they are known to be already.
  void AddGuessesFromPoints(std::optional<RepresentativeId> whose,
                            std::vector<GuessedZone>& guesses) const {
    for (const KnownPoint& point : record_.points) {
      if (point.representative != whose || !TellsOfThem(point)) continue;
      const std::vector<std::string> zones = atlas_.zones_of(point.region);
      const bool fits = std::any_of(guesses.begin(), guesses.end(), [&](const GuessedZone& one) {
        return std::find(zones.begin(), zones.end(), one.name) != zones.end();
      });
      if (fits) continue;
      const bool home = point.type == PointType::kPostal;
      const auto source = home ? LocationSource::kAddress : LocationSource::kNumber;
      for (const std::string& zone : zones) AddGuess(zone, source, guesses);
    }
  }

  std::vector<GuessedZone> GuessesOf(const Whereabouts& whereabouts) const {
    std::vector<GuessedZone> guesses;
    AddGuess(record_.debtor.time_zone, LocationSource::kAddress, guesses);
    for (const GuessedZone& one : whereabouts.guesses) AddGuess(one.name, one.source, guesses);
    if (guesses.empty()) {
      for (const std::string& zone : atlas_.zones_of(record_.debtor.region)) {
        AddGuess(zone, LocationSource::kOther, guesses);
      }
    }
    AddGuessesFromPoints(std::nullopt, guesses);
    return guesses;
  }

  // A name that stands for no zone makes the place unknown: the rest of them may be too lenient.
  bool AddZones(const std::vector<GuessedZone>& guesses, Person& person) const {
    for (const GuessedZone& guess : guesses) {
      const std::optional<absl::TimeZone> zone = atlas_.zone(guess.name);
      if (!zone.has_value()) {
        person.zones.clear();
        return false;
      }
      person.zones.push_back({*zone, guess.source});
    }
    return true;
  }

  // Where somebody said they are beats every guess; of a place with several zones, each counts.
  void FindZones(const Whereabouts& whereabouts, Person& person) const {
    if (whereabouts.known == nullptr) {
      AddZones(GuessesOf(whereabouts), person);
      return;
    }
    const std::vector<std::string>& told = whereabouts.known->time_zones;
    if (told.size() == 1) {
      person.known_zone = atlas_.zone(told.front());
      if (person.known_zone.has_value()) AddZones(GuessesOf(whereabouts), person);
      return;
    }
    std::vector<GuessedZone> each;
    for (const std::string& name : told) AddGuess(name, LocationSource::kTold, each);
    AddZones(each, person);
  }

  void FindHolidays(Person& person) const {
    for (const std::string& region : person.regions) {
      person.holidays = atlas_.holidays_of(region);
      if (person.holidays != nullptr) return;
    }
  }

  const DebtorRecord& record_;
  const Atlas& atlas_;
  const Asked& asked_;
};

std::vector<Basis> HeldBy(const DebtorRecord& record, DebtId debt, Day today) {
  std::vector<Basis> held_by;
  for (const Hold& hold : record.holds) {
    if (!IsActiveOn(hold, debt, today)) continue;
    held_by.push_back({BasisKind::kHold, hold.id.uuid()});
  }
  return held_by;
}

DebtFacts ReadDebt(const DebtorRecord& record, const ContactDebt& debt, Day today) {
  return {.debt_class = debt.debt_class,
          .group = debt.group,
          .open = debt.open,
          .rests = debt.rests,
          .holds = EffectsOn(record.holds, debt.id, today, debt.derived),
          .balance = debt.balance,
          .promised = debt.promised,
          .held_by = HeldBy(record, debt.id, today)};
}

// Of two debts in one place, the stricter of each.
void Join(const DebtFacts& more, DebtFacts& shared) {
  if (more.debt_class == DebtClass::kConsumer) shared.debt_class = DebtClass::kConsumer;
  if (more.group != shared.group) shared.group.reset();
  shared.open = shared.open && more.open;
  shared.rests = shared.rests || more.rests;
  shared.holds = Union(shared.holds, more.holds);
  shared.balance = shared.balance.has_value() && more.balance.has_value()
                       ? CheckedAdd(*shared.balance, *more.balance)
                       : std::nullopt;
  shared.promised = shared.promised || more.promised;
  shared.held_by.insert(shared.held_by.end(), more.held_by.begin(), more.held_by.end());
}

void AddDebts(const DebtorRecord& record, std::span<const ContactDebt> debts, Day today,
              DebtorFacts& known) {
  for (const ContactDebt& debt : debts) {
    known.debts.push_back(debt.id);
    if (known.debts.size() <= kMostDebts) {
      known.facts.debts.push_back(ReadDebt(record, debt, today));
    } else if (debt.meant) {
      Join(ReadDebt(record, debt, today), known.facts.debts.back());
    }
  }
}

void AddPoints(const DebtorRecord& record, DebtorFacts& known) {
  for (const KnownPoint& point : record.points) {
    const auto whose = std::find(known.persons.begin(), known.persons.end(), point.representative);
    if (whose == known.persons.end()) continue;
    const auto person = static_cast<std::uint8_t>(whose - known.persons.begin());
    std::vector<ContactPoint>& points = known.facts.persons[person].points;
    if (points.size() >= kMostPlaces) continue;
    known.points.push_back({point.id, person, static_cast<std::uint8_t>(points.size())});
    points.push_back(PointOf(point));
  }
}

}  // namespace

const DebtorFacts::PointPlace* DebtorFacts::Find(ContactPointId point) const {
  const auto found = std::find_if(points.begin(), points.end(),
                                  [point](const PointPlace& one) { return one.id == point; });
  return found == points.end() ? nullptr : &*found;
}

DebtSet DebtorFacts::SetOf(std::span<const DebtId> some) const {
  DebtSet set;
  for (std::size_t at = 0; at < debts.size(); ++at) {
    if (std::find(some.begin(), some.end(), debts[at]) == some.end()) continue;
    set.Add(DebtSet::Of(std::min(at, kMostDebts - 1)));
  }
  return set;
}

DebtSet DebtorFacts::WholeSetOf(std::span<const DebtId> some) const {
  const DebtSet set = SetOf(some);
  if (debts.size() <= kMostDebts) return set;
  const bool whole = std::all_of(debts.begin() + kMostDebts - 1, debts.end(), [&](DebtId debt) {
    return std::find(some.begin(), some.end(), debt) != some.end();
  });
  return whole ? set : set.Without(kMostDebts - 1);
}

absl::TimeZone CalendarOf(const DebtorRecord& record, const Atlas& atlas, absl::Time now) {
  const Asked asked{now, Day()};
  return Record::PrimaryZone(Reader(record, atlas, asked).TheDebtor())
      .value_or(absl::UTCTimeZone());
}

DebtorFacts FactsOf(const DebtorRecord& record, std::span<const ContactDebt> debts,
                    const Atlas& atlas, const Asked& asked) {
  const Reader reader(record, atlas, asked);
  DebtorFacts known;
  AddDebts(record, debts, asked.today, known);
  known.persons.emplace_back();
  known.facts.persons.push_back(reader.TheDebtor());
  for (const Representative& one : record.representatives) {
    if (known.persons.size() >= kMostPlaces) break;
    known.persons.emplace_back(one.id);
    known.facts.persons.push_back(reader.OneFor(one, known));
  }
  AddPoints(record, known);
  AddRequests(record, asked, known);
  return known;
}

}  // namespace parley
