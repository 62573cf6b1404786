// SPDX-License-Identifier: Apache-2.0
#include "adapters/cases/case_facts.h"

#include <algorithm>
#include <array>
#include <map>
#include <string_view>

#include "absl/strings/match.h"
#include "adapters/cases/case_requests.h"
#include "adapters/cases/case_words.h"

namespace parley::cases {
namespace {

absl::TimeZone ZoneNamed(const std::string& name) {
  absl::TimeZone zone;
  if (!absl::LoadTimeZone(name, &zone)) throw CaseFault{"no time zone: " + name};
  return zone;
}

LocationSource SourceNamed(const std::string& word) {
  if (absl::StrContains(word, "address")) return LocationSource::kAddress;
  const bool number = absl::StrContains(word, "code") || absl::StrContains(word, "number");
  return number ? LocationSource::kNumber : LocationSource::kOther;
}

void ReadLocation(const Json& location, Person& person) {
  const LocationSource source = SourceNamed(TextOf(location, "source"));
  const Json& zones = Member(location, "tz");
  const auto add = [&](const Json& name) {
    person.zones.push_back({ZoneNamed(name.get<std::string>()), source});
  };
  if (zones.is_array()) {
    for (const Json& name : zones) add(name);
  } else if (zones.is_string()) {
    add(zones);
  }
  if (Has(location, "region")) person.regions.push_back(TextOf(location, "region"));
}

ContactPoint ReadPoint(const Json& point) {
  ContactPoint read;
  read.kind = ClassOf(point);
  read.place = PlaceNamed(TextOf(point, "place"));
  read.of_employer = IsTrue(point, "employer_provided_known");
  read.shared = IsTrue(point, "shared");
  return read;
}

Person ReadPerson(const Json& given) {
  Person person;
  person.relation = RelationNamed(TextOf(given, "relation"));
  person.natural = !IsFalse(given, "natural_person");
  person.deceased = IsTrue(given, "deceased");
  for (const Json& location : Member(given, "locations")) ReadLocation(location, person);
  if (Has(given, "known_tz")) person.known_zone = ZoneNamed(TextOf(given, "known_tz"));
  if (Has(given, "known_at")) person.known_at = PlaceNamed(TextOf(given, "known_at"));
  for (const Json& hours : Member(given, "work_hours")) {
    person.work_hours.push_back(ReadHours(hours));
  }
  for (const Json& point : Member(given, "points")) person.points.push_back(ReadPoint(point));
  return person;
}

std::vector<DebtFacts> ReadDebts(const Json& given) {
  constexpr auto kClosed = std::to_array<std::string_view>(
      {"paid", "settled", "discharged", "recalled", "returned", "closed"});
  std::vector<DebtFacts> debts;
  std::map<std::string, std::uint32_t> groups;
  for (const Json& one : given) {
    DebtFacts debt{.debt_class = DebtClassOf(one)};
    const std::string group = TextOf(one, "group");
    const auto number = static_cast<std::uint32_t>(groups.size());
    if (!group.empty()) debt.group = groups.emplace(group, number).first->second;
    const std::string status = TextOf(one, "status");
    debt.open = std::find(kClosed.begin(), kClosed.end(), status) == kClosed.end();
    if (Has(one, "balance")) debt.balance = MinorOf(one.at("balance"));
    debts.push_back(debt);
  }
  return debts;
}

class Events {
 public:
  explicit Events(const CaseNames& names) : names_(names) {}

  Communication Read(const Json& event) {
    Communication one;
    one.key = next_++;
    one.at = InstantOf(TextOf(event, "at"));
    const EventWord word = EventNamed(TextOf(event, "type"));
    one.channel = word.channel;
    one.direction = word.direction;
    one.outcome = OutcomeNamed(TextOf(event, "outcome"));
    one.purpose = PurposeNamed(TextOf(event, "purpose")).purpose;
    one.person = names_.Person(TextOf(event, "person"));
    one.point = names_.Point(one.person, TextOf(event, "point"));
    one.misdirected = IsTrue(event, "misdirected");
    one.debts = names_.Debts(Member(event, "debts"));
    one.conversation_debts =
        Has(event, "conversation_debts") ? names_.Debts(event.at("conversation_debts")) : one.debts;
    const std::string text = TextOf(event, "text");
    one.asks_to_stop = AsksToStop(text);
    one.unread = !text.empty() && !one.asks_to_stop;
    one.thread = names_.Thread(event);
    return one;
  }

 private:
  const CaseNames& names_;
  std::int32_t next_ = 1;
};

FirmPolicy ReadPolicy(const Json& given) {
  const auto figure = [&](const char* name) -> std::optional<FirmFigure> {
    const Json& cap = Member(given, name);
    if (cap.is_null()) return std::nullopt;
    return FirmFigure{cap.at("n").get<int>(), cap.at("days").get<int>()};
  };
  return {.require_safe_harbour = IsTrue(given, "require_safe_harbour"),
          .rebuttal_with_approval = IsTrue(given, "allow_rebuttable_with_approval"),
          .electronic_cap = figure("electronic_cap"),
          .cumulative_cap = figure("cumulative_cap")};
}

void ReadFact(const Json& fact, const CaseNames& names, Facts& facts) {
  const std::string kind = TextOf(fact, "kind");
  const absl::Time at = InstantAt(fact, "at").value_or(absl::InfinitePast());
  if (const std::optional<Circumstance> what = CircumstanceNamed(kind)) {
    facts.noted.push_back({*what, at});
  } else if (kind == "oral_dispute") {
    facts.disputes.push_back({.in_writing = false, .submitted = at, .received = at});
  } else if (kind == "number_not_consumers") {
    const auto point = names.Point(facts.debtor, TextOf(fact, "point"));
    if (point.has_value()) facts.persons[facts.debtor].points[*point].not_theirs_since = at;
  } else if (kind == "principal_purpose_is_collection") {
    facts.actor.collecting_is_main_purpose = !IsFalse(fact, "value");
  } else if (kind == "collects_for_others") {
    facts.actor.collects_for_others = !IsFalse(fact, "value");
  }
}

std::uint8_t DebtorOf(const Facts& facts) {
  const auto found =
      std::find_if(facts.persons.begin(), facts.persons.end(),
                   [](const Person& one) { return one.relation == Relation::kConsumer; });
  return found == facts.persons.end() ? std::uint8_t{0}
                                      : static_cast<std::uint8_t>(found - facts.persons.begin());
}

// Persons and points are named by one byte.
constexpr std::size_t kMostOfAKind = 255;

void CheckNumber(const char* what, std::size_t number, std::size_t most) {
  if (number > most) throw CaseFault{std::string("too many ") + what};
}

}  // namespace

CaseNames::CaseNames(const Json& given) {
  for (const Json& person : Member(given, "persons")) {
    persons_.push_back(TextOf(person, "id"));
    points_.emplace_back();
    for (const Json& point : Member(person, "points")) {
      points_.back().push_back(TextOf(point, "id"));
    }
  }
  for (const Json& debt : Member(given, "debts")) debts_.push_back(TextOf(debt, "id"));
  for (const Json& event : Member(given, "events")) {
    if (Has(event, "thread")) threads_.push_back(event.at("thread").dump());
  }
  CheckNumber("persons", persons_.size(), kMostOfAKind);
  for (const auto& points : points_) CheckNumber("points", points.size(), kMostOfAKind);
  CheckNumber("debts", debts_.size(), kMostDebts);
}

std::uint8_t CaseNames::Person(const std::string& id) const {
  if (persons_.empty()) throw CaseFault{"there is no person"};
  if (id.empty()) return 0;
  const auto found = std::find(persons_.begin(), persons_.end(), id);
  if (found == persons_.end()) throw CaseFault{"no such person: " + id};
  return static_cast<std::uint8_t>(found - persons_.begin());
}

std::optional<std::uint8_t> CaseNames::Point(std::uint8_t person, const std::string& id) const {
  const std::vector<std::string>& all = points_.at(person);
  const auto found = std::find(all.begin(), all.end(), id);
  if (found == all.end()) return std::nullopt;
  return static_cast<std::uint8_t>(found - all.begin());
}

DebtSet CaseNames::Debts(const Json& ids) const {
  if (ids.is_null()) return DebtSet::All();
  DebtSet set;
  for (const Json& id : ids) {
    const auto found = std::find(debts_.begin(), debts_.end(), id.get<std::string>());
    if (found == debts_.end()) throw CaseFault{"no such debt: " + id.dump()};
    set.Add(DebtSet::Of(static_cast<std::size_t>(found - debts_.begin())));
  }
  return set;
}

std::uint32_t CaseNames::Thread(const Json& one) const {
  if (!Has(one, "thread")) return 0;
  const auto found = std::find(threads_.begin(), threads_.end(), one.at("thread").dump());
  return static_cast<std::uint32_t>(found - threads_.begin()) + 1;
}

Facts ReadFacts(const Json& given, const CaseNames& names) {
  Facts facts;
  facts.actor.role = RoleNamed(TextOf(given, "actor_role"));
  for (const Json& one : Member(given, "persons")) facts.persons.push_back(ReadPerson(one));
  facts.debtor = DebtorOf(facts);
  facts.debts = ReadDebts(Member(given, "debts"));
  Events events(names);
  for (const Json& one : Member(given, "events")) facts.communications.push_back(events.Read(one));
  ReadRequests(given, names, facts);
  for (const Json& one : Member(given, "facts")) ReadFact(one, names, facts);
  facts.policy = ReadPolicy(Member(given, "policy"));
  facts.validation_ends = DayAt(Member(given, "validation"), "period_end");
  return facts;
}

}  // namespace parley::cases
