// SPDX-License-Identifier: Apache-2.0
#include "domain/communication/hearing.h"

#include <algorithm>
#include <utility>

namespace parley {
namespace {

std::int32_t DayAt(absl::TimeZone zone, absl::Time time) {
  return static_cast<std::int32_t>(DayNumber(Day(zone.At(time).cs)));
}

bool Earlier(const Communication& left, const Communication& right) { return left.at < right.at; }

// A confirmation of an opt-out that adds anything to it is none.
bool IsExemptPurpose(const Concern& concern, const Act& act) {
  if (act.content.features.Has(Feature::kAddsToConfirmation)) return false;
  return (!concern.except_purposes.empty() && concern.except_purposes.Has(act.purpose)) ||
         (act.purpose == Purpose::kStatutory && concern.except_statutory.Has(act.statutory));
}

// Of what stands for the person's main zone first and then for each candidate; or what is fixed.
template <typename T>
std::span<const T> Chosen(RuleZone::Whose whose, std::span<const T> all, const T& fixed) {
  switch (whose) {
    case RuleZone::Whose::kCandidates:
      return all.subspan(1);
    case RuleZone::Whose::kPrimary:
      return all.first(1);
    case RuleZone::Whose::kFixed:
      break;
  }
  return {&fixed, 1};
}

// What kind of line or address the act reaches.
bool AdmitsPoint(const Concern& concern, const ContactPoint* point) {
  const Place place = point == nullptr ? Place::kNone : point->place;
  const PointClass kind = point == nullptr ? PointClass::kUnknown : point->kind;
  return concern.places.Admits(place) && !concern.except_places.Has(place) &&
         concern.classes.Admits(kind);
}

}  // namespace

Record::Record(Facts facts) : facts_(std::move(facts)) {
  std::vector<Communication>& all = facts_.communications;
  if (!std::is_sorted(all.begin(), all.end(), Earlier)) {
    std::stable_sort(all.begin(), all.end(), Earlier);
  }
  absl::InlinedVector<absl::TimeZone, 4> zones;
  for (const Person& person : facts_.persons) {
    zones.push_back(PrimaryZone(person).value_or(absl::UTCTimeZone()));
  }
  days_.reserve(all.size());
  for (const Communication& one : all) days_.push_back(DayAt(zones[one.person], one.at));
  has_groups_ = std::any_of(facts_.debts.begin(), facts_.debts.end(),
                            [](const DebtFacts& debt) { return debt.group.has_value(); });
}

DebtSet Record::Grouped(DebtSet debts) const {
  if (!has_groups_ || debts == DebtSet::All()) return debts;
  DebtSet all = debts;
  for (DebtSet rest = debts; !rest.empty(); rest = rest.Without(rest.First())) {
    const std::size_t first = rest.First();
    const auto& group = facts_.debts[first].group;
    for (std::size_t at = 0; group.has_value() && at < facts_.debts.size(); ++at) {
      if (facts_.debts[at].group == group) all.Add(DebtSet::Of(at));
    }
  }
  return all;
}

std::optional<absl::TimeZone> Record::PrimaryZone(const Person& person) {
  for (const ZoneCandidate& one : person.zones) {
    if (one.source == LocationSource::kAddress) return one.zone;
  }
  if (person.known_zone.has_value()) return person.known_zone;
  if (person.zones.empty()) return std::nullopt;
  return person.zones.front().zone;
}

Hearing::Hearing(const Act& act, const Record& record, absl::Time known, Verdict& verdict)
    : act_(act),
      record_(record),
      person_(record.facts().persons[act.person]),
      known_(known),
      at_(known),
      debts_(record.Grouped(act.debts)),
      notes_(&verdict) {
  if (act.point.has_value()) point_ = &person_.points[*act.point];
  const std::vector<Communication>& all = facts().communications;
  const auto later = [](absl::Time time, const Communication& one) { return time < one.at; };
  heard_ = static_cast<std::size_t>(std::upper_bound(all.begin(), all.end(), known, later) -
                                    all.begin());
  for (std::size_t at = 0; act.in_reply_to.has_value() && at < heard_; ++at) {
    if (all[at].key == *act.in_reply_to) answered_ = &all[at];
  }
  FindZones();
}

void Hearing::FindZones() {
  const std::optional<absl::TimeZone> primary = Record::PrimaryZone(person_);
  today_ = DayAt(primary.value_or(absl::UTCTimeZone()), at_);
  if (!primary.has_value()) return;
  primary_ = *primary;
  zones_.push_back(primary_);
  if (person_.known_zone.has_value()) {
    zones_.push_back(*person_.known_zone);
  } else {
    AddGuesses();
  }
  for (const absl::TimeZone zone : zones_) locals_.push_back(LocalTimeAt(zone, at_));
}

void Hearing::AddGuesses() {
  for (const ZoneCandidate& one : person_.zones) {
    const bool known = std::find(zones_.begin() + 1, zones_.end(), one.zone) != zones_.end();
    if (!known) zones_.push_back(one.zone);
  }
}

void Hearing::MoveTo(absl::Time at) {
  at_ = at;
  notes_ = nullptr;
  for (std::size_t n = 0; n < zones_.size(); ++n) locals_[n] = LocalTimeAt(zones_[n], at_);
  today_ = static_cast<std::int32_t>(DayNumber(locals_.front().day));
}

std::span<const absl::TimeZone> Hearing::ZonesOf(const RuleZone& zone) const {
  return Chosen<absl::TimeZone>(zone.whose, zones_, zone.fixed);
}

std::span<const LocalTime> Hearing::LocalTimesOf(const RuleZone& zone) const {
  if (zone.whose == RuleZone::Whose::kFixed) fixed_local_ = LocalTimeAt(zone.fixed, at_);
  return Chosen<LocalTime>(zone.whose, locals_, fixed_local_);
}

bool Hearing::WentAstray(const Communication& one) const {
  if (one.misdirected) return true;
  if (one.person != act_.person || !one.point.has_value()) return false;
  const std::optional<absl::Time>& since = person_.points[*one.point].not_theirs_since;
  return since.has_value() && *since <= known_;
}

bool Hearing::Noted(EnumSet<Circumstance> circumstances, absl::Time since) const {
  return std::any_of(facts().noted.begin(), facts().noted.end(), [&](const parley::Noted& one) {
    return circumstances.Has(one.what) && since <= one.at && one.at <= known_;
  });
}

bool Hearing::LicensedReply(const ReplyOnce& reply, absl::Time since) const {
  if (answered_ == nullptr || answered_->direction != Direction::kInbound) return false;
  const Communication& asked = *answered_;
  if (asked.person != act_.person || asked.channel != act_.channel || asked.at <= since ||
      asked.asks_to_stop) {
    return false;
  }
  if (reply.same_day && Day(primary_.At(asked.at).cs) != day()) return false;
  for (std::size_t at = heard_; at-- > 0 && communication(at).at >= asked.at;) {
    const Communication& one = communication(at);
    const bool answer = one.direction == Direction::kOutbound && one.person == act_.person;
    if (answer && one.channel == act_.channel) return false;
  }
  return true;
}

bool Concerns(const Rule& rule, const Hearing& hearing) {
  const Concern& concern = rule.concern;
  const Act& act = hearing.act();
  const Relation relation = hearing.person().relation;
  return concern.channels.Admits(act.channel) && concern.purposes.Admits(act.purpose) &&
         !IsExemptPurpose(concern, act) && concern.relations.Admits(relation) &&
         !concern.except_relations.Has(relation) && concern.technologies.Admits(act.technology) &&
         AdmitsPoint(concern, hearing.point());
}

}  // namespace parley
