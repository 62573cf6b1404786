// SPDX-License-Identifier: Apache-2.0
#include "domain/communication/log/stored_verdict.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <utility>

#include "domain/common/reason.h"
#include "domain/communication/hearing.h"

namespace parley {
namespace {

constexpr auto kMoments = std::to_array<std::string_view>({"", "GATE", "DISPATCH"});

// The value whose name it is, of all up to the last one.
template <typename Value>
std::optional<Value> Named(std::string_view name, Value last) {
  for (int number = 0; number <= static_cast<int>(last); ++number) {
    const auto value = static_cast<Value>(number);
    if (NameOf(value) == name) return value;
  }
  return std::nullopt;
}

std::optional<int> NumberOrNone(std::int16_t number) {
  return number < 0 ? std::nullopt : std::optional<int>(number);
}

std::vector<Basis> OneOrNone(const std::optional<Basis>& basis) {
  return basis.has_value() ? std::vector<Basis>{*basis} : std::vector<Basis>();
}

std::vector<Basis> BasisOf(Source source, const Facts& facts, const Person& person) {
  const auto place = static_cast<std::size_t>(source.place);
  switch (source.list) {
    case FactList::kNone:
      break;
    case FactList::kDebts:
      return facts.debts[place].held_by;
    case FactList::kPoints:
      return OneOrNone(person.points[place].basis);
    case FactList::kConsents:
      return OneOrNone(facts.consents[place].basis);
    case FactList::kDesignations:
      return OneOrNone(facts.designations[place].basis);
    case FactList::kDisputes:
      return OneOrNone(facts.disputes[place].basis);
    case FactList::kPauses:
      return OneOrNone(facts.pauses[place].basis);
    case FactList::kSwitches:
      return OneOrNone(facts.switches[place].basis);
    case FactList::kUnanswered:
      return OneOrNone(facts.unanswered[place].basis);
  }
  return {};
}

void AddZone(absl::TimeZone zone, LocationSource source, std::vector<JudgedZone>& zones) {
  const std::string name = zone.name();
  const bool told = std::any_of(zones.begin(), zones.end(),
                                [&name](const JudgedZone& one) { return one.name == name; });
  if (!told) zones.push_back({name, source});
}

// The zone of the calendar first, and then those of the hours.
std::vector<JudgedZone> ZonesOf(const Person& person) {
  std::vector<JudgedZone> zones;
  const std::optional<absl::TimeZone> primary = Record::PrimaryZone(person);
  const std::optional<absl::TimeZone>& known = person.known_zone;
  for (const ZoneCandidate& one : person.zones) {
    if (one.zone == primary && one.zone != known) AddZone(one.zone, one.source, zones);
  }
  if (known.has_value()) {
    AddZone(*known, LocationSource::kTold, zones);
    return zones;
  }
  for (const ZoneCandidate& one : person.zones) AddZone(one.zone, one.source, zones);
  return zones;
}

// What opens never does not put off, but refuses.
ToldRule Told(const RuleFinding& finding, const Facts& facts, const Person& person) {
  const bool defers = finding.word == Word::kDefers;
  const bool opens = finding.until < absl::InfiniteFuture();
  ToldRule told{.book = finding.book->id,
                .version = finding.book->version,
                .rule = finding.rule->id,
                .cite = finding.rule->cite,
                .word = defers && !opens ? Word::kRefuses : finding.word,
                .count = NumberOrNone(finding.count),
                .limit = NumberOrNone(finding.limit),
                .rests_on = BasisOf(finding.source, facts, person)};
  if (defers && opens) told.until = finding.until;
  return told;
}

template <typename Texts>
std::vector<std::string> Copied(const Texts& texts) {
  return {texts.begin(), texts.end()};
}

void TellRules(const Verdict& verdict, const Facts& facts, const Person& person, Answered& answer) {
  answer.rules.reserve(verdict.findings.size());
  for (std::size_t at = 0; at < verdict.findings.size(); ++at) {
    const RuleFinding& finding = verdict.findings[at];
    if (finding.word == Word::kDoesNotConcern) continue;
    if (static_cast<int>(at) == verdict.deciding) {
      answer.deciding = static_cast<int>(answer.rules.size());
    }
    answer.rules.push_back(Told(finding, facts, person));
  }
}

bool IsSound(const StoredVerdict& verdict) {
  const Answered& answer = verdict.answer;
  const bool has_deciding =
      !answer.deciding.has_value() ||
      (*answer.deciding >= 0 && static_cast<std::size_t>(*answer.deciding) < answer.rules.size());
  return !verdict.id.IsNil() && !verdict.debtor.IsNil() && !verdict.actor.empty() && has_deciding &&
         (answer.decision == GateDecision::kDefer) == answer.until.has_value() &&
         (answer.decision != GateDecision::kRefuse || !verdict.communication.has_value());
}

}  // namespace

template <>
std::span<const std::string_view> WordsOf<VerdictMoment>() {
  return kMoments;
}

std::optional<Word> WordNamed(std::string_view name) { return Named(name, Word::kRefuses); }

std::optional<GateDecision> DecisionNamed(std::string_view name) {
  return Named(name, GateDecision::kRefuse);
}

Answered AnswerOf(const Verdict& verdict, const Facts& facts, std::uint8_t person,
                  std::span<const DebtId> debts) {
  const auto debt_at = [&](std::optional<std::uint8_t> place) {
    return place.has_value() ? std::optional<DebtId>(debts[*place]) : std::nullopt;
  };
  Answered answer;
  answer.decision = verdict.decision;
  if (verdict.decision == GateDecision::kDefer) answer.until = verdict.until;
  TellRules(verdict, facts, facts.persons[person], answer);
  answer.zones = ZonesOf(facts.persons[person]);
  for (const Counted& one : verdict.counted) {
    answer.caps.push_back({one.rule->id, debt_at(one.debt), one.before, one.after, one.limit});
  }
  answer.disclosures = Copied(verdict.disclosures);
  answer.records = Copied(verdict.records);
  answer.routing = Copied(verdict.routing);
  answer.warnings = Copied(verdict.warnings);
  answer.kept = Copied(verdict.kept);
  answer.variant = verdict.variant;
  answer.uncounted = verdict.uncounted;
  answer.presumed_violation = verdict.presumed_violation;
  answer.safe_harbour = verdict.safe_harbour;
  answer.booked = debt_at(verdict.booked);
  return answer;
}

absl::StatusOr<StoredVerdict> RestoreVerdict(StoredVerdict verdict) {
  if (!IsSound(verdict)) return Refuse(Reason::kRecordCorrupt);
  return verdict;
}

}  // namespace parley
