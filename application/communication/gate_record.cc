// SPDX-License-Identifier: Apache-2.0
#include "application/communication/gate_record.h"

#include <algorithm>

#include "domain/common/reason.h"
#include "domain/common/status_macros.h"
#include "domain/common/violations.h"
#include "domain/communication/gate.h"
#include "domain/communication/kill_switch.h"
#include "domain/communication/rules/rebuttal.h"
#include "domain/debt/position.h"
#include "domain/debt/status.h"

namespace parley {
namespace {

// Owed, ours to ask for, and nobody is still to decide what becomes of it.
bool MayBeAskedFor(const Debt& debt) {
  return IsOwedAndOurs(debt.status) && debt.status != DebtStatus::kAwaitingDecision;
}

// A person is still to say what becomes of it, or has said that it is none of ours.
bool Rests(DebtStatus status) {
  return status == DebtStatus::kReceived || status == DebtStatus::kRejected ||
         status == DebtStatus::kAwaitingDecision;
}

DebtFacts FactsOf(const Debt& debt, const ContactRecord& record, std::span<const Hold> in_flight,
                  Day day) {
  DebtFacts facts;
  const bool person = record.debtor.kind == DebtorKind::kNaturalPerson;
  facts.debt_class = person ? DebtClass::kConsumer : DebtClass::kCommercial;
  facts.open = MayBeAskedFor(debt);
  facts.rests = Rests(debt.status);
  facts.holds = EffectsOn(record.holds, debt.id, day, EffectsOn(in_flight, debt.id, day));
  facts.balance = Outstanding(debt.position);
  facts.promised = debt.status == DebtStatus::kOnPlan;
  return facts;
}

Day TodayOf(const Person& debtor, absl::Time now) {
  return Day(Record::PrimaryZone(debtor).value_or(absl::UTCTimeZone()).At(now).cs);
}

absl::Status AtFault(const char* field, Fault fault) {
  Violations violations;
  violations.Add(field, fault);
  return violations.ToStatus();
}

absl::Status Unknown(const char* field) { return AtFault(field, Fault::kReferenceUnknown); }

absl::Status CheckAsked(const ContactRecord& record, std::span<const DebtId> asked) {
  for (const DebtId debt : asked) {
    const bool known = std::any_of(record.debts.begin(), record.debts.end(),
                                   [debt](const Debt& one) { return one.id == debt; });
    if (!known) return Refuse(Reason::kDebtNotFound);
  }
  return asked.size() > kMostDebts ? AtFault("debts", Fault::kTooLong) : absl::OkStatus();
}

// A number that somebody else answered is called no more.
void GiveUp(ContactPoint& point, absl::Time since) {
  point.not_theirs_since = std::min(point.not_theirs_since.value_or(since), since);
}

template <typename Value>
std::optional<std::size_t> PlaceIn(std::span<const Value> values, const Value& value) {
  const auto found = std::find(values.begin(), values.end(), value);
  if (found == values.end()) return std::nullopt;
  return static_cast<std::size_t>(found - values.begin());
}

}  // namespace

absl::StatusOr<GateRecord> GateRecord::Make(const ContactRecord& record, KnownPerson known,
                                            const Contact& asked, const Rulebooks& rulebooks,
                                            absl::Time now) {
  GateRecord made(known, rulebooks);
  Facts& facts = known.facts;
  Person& debtor = facts.persons[facts.debtor];
  if (debtor.holidays == nullptr) debtor.holidays = HolidaysAt(rulebooks, record.debtor.region);
  PARLEY_RETURN_IF_ERROR(CheckAsked(record, asked.debts));
  made.AddDebts(record, asked.debts, TodayOf(debtor, now), facts);
  made.AddPersons(known.representatives, facts);
  const Who who(asked.relation, asked.representative);
  if (asked.representative.has_value() && !made.persons_.contains(who)) {
    return Unknown("representative");
  }
  made.person_ = made.PlaceOf(who, facts);
  made.AddHistory(record, now, facts);
  made.record_.emplace(std::move(facts));
  return made;
}

// What was asked for comes first, then what is open: beyond so many no other debt is seen.
void GateRecord::AddDebts(const ContactRecord& record, std::span<const DebtId> asked, Day day,
                          Facts& facts) {
  const std::vector<Hold> in_flight = HoldsInFlight(record.announced, day);
  const auto rank = [&](const Debt& debt) {
    if (PlaceIn(asked, debt.id).has_value()) return 0;
    return MayBeAskedFor(debt) ? 1 : 2;
  };
  std::vector<const Debt*> all;
  for (const Debt& debt : record.debts) all.push_back(&debt);
  std::stable_sort(all.begin(), all.end(),
                   [&](const Debt* left, const Debt* right) { return rank(*left) < rank(*right); });
  if (all.size() > kMostDebts) all.resize(kMostDebts);
  std::vector<CreditorId> creditors;
  for (const Debt* debt : all) {
    debts_.push_back(debt->id);
    creditors.push_back(debt->creditor);
    facts.debts.push_back(FactsOf(*debt, record, in_flight, day));
  }
  facts.switches = parley::FactsOf(record.switches, record.debtor.id, creditors);
}

void GateRecord::AddPersons(std::span<const RepresentativeId> representatives, const Facts& facts) {
  persons_.emplace(Who(Relation::kConsumer, std::nullopt), facts.debtor);
  for (std::size_t at = 0; at < representatives.size(); ++at) {
    const std::size_t place = facts.debtor + 1 + at;
    persons_.emplace(Who(facts.persons[place].relation, representatives[at]),
                     static_cast<std::uint8_t>(place));
  }
}

// What another process has let through happened, also where its clock is ahead of ours.
void GateRecord::AddHistory(const ContactRecord& record, absl::Time now, Facts& facts) {
  for (const LoggedCommunication& logged : record.history) {
    Communication one;
    one.key = static_cast<std::int32_t>(facts.communications.size());
    one.at = std::min(logged.dispatch_time, now);
    one.direction = logged.direction;
    one.channel = logged.contact.channel;
    one.purpose = logged.contact.purpose;
    one.outcome = logged.outcome;
    one.person = PlaceOf(Who(logged.contact.relation, logged.contact.representative), facts);
    one.point = PlaceOf(logged.contact.point, one.person);
    one.misdirected = WasMisdirected(logged);
    one.debts = SetOf(logged.contact.debts);
    one.conversation_debts = TalkedAbout(logged);
    one.thread = NumberOf(logged.contact.thread);
    if (one.direction == Direction::kInbound) came_in_[logged.id] = {one.key, one.person};
    if (one.misdirected && one.point.has_value()) {
      GiveUp(facts.persons[one.person].points[*one.point], std::min(logged.updated_time, now));
    }
    facts.communications.push_back(one);
  }
}

// A talk of which nobody said what it was about may have been about any debt.
DebtSet GateRecord::TalkedAbout(const LoggedCommunication& logged) const {
  const bool untold = logged.talked_about.empty() && logged.outcome == Outcome::kConversation;
  return untold ? DebtSet::All() : SetOf(logged.talked_about);
}

std::uint8_t GateRecord::PlaceOf(const Who& who, Facts& facts) {
  const auto [found, is_new] =
      persons_.try_emplace(who, static_cast<std::uint8_t>(facts.persons.size()));
  if (is_new) facts.persons.push_back({.relation = who.first});
  return found->second;
}

std::uint32_t GateRecord::NumberOf(const std::optional<ConversationId>& thread) {
  if (!thread.has_value()) return 0;
  return threads_.try_emplace(*thread, static_cast<std::uint32_t>(threads_.size() + 1))
      .first->second;
}

std::optional<std::uint8_t> GateRecord::PlaceOf(const std::optional<ContactPointId>& point,
                                                std::uint8_t person) const {
  if (!point.has_value() || person >= points_.size()) return std::nullopt;
  const auto place = PlaceIn<ContactPointId>(points_[person], *point);
  if (!place.has_value()) return std::nullopt;
  return static_cast<std::uint8_t>(*place);
}

DebtSet GateRecord::SetOf(std::span<const DebtId> debts) const {
  DebtSet set;
  for (const DebtId debt : debts) {
    const auto place = PlaceIn<DebtId>(debts_, debt);
    if (place.has_value()) set.Add(DebtSet::Of(*place));
  }
  return set;
}

absl::StatusOr<Act> GateRecord::ActOf(const Contact& contact) const {
  Act act;
  act.channel = contact.channel;
  act.purpose = contact.purpose;
  act.statutory = contact.statutory;
  act.technology = contact.technology;
  act.person = person_;
  act.point = PlaceOf(contact.point, person_);
  if (contact.point.has_value() && !act.point.has_value()) return Unknown("contact_point");
  act.debts = SetOf(contact.debts);
  PARLEY_ASSIGN_OR_RETURN(act.in_reply_to, AnsweredBy(contact));
  if (contact.thread.has_value()) {
    const auto thread = threads_.find(*contact.thread);
    // One that nobody has written in yet has no number, and counts as any other.
    if (thread != threads_.end()) act.thread = thread->second;
  }
  return act;
}

// A reply answers what somebody wrote or said to us. Whatever the person does not wait for is
// licensed by nothing that came in.
absl::StatusOr<std::optional<std::int32_t>> GateRecord::AnsweredBy(const Contact& contact) const {
  if (!contact.in_reply_to.has_value()) {
    if (contact.purpose == Purpose::kReply) return AtFault("in_reply_to", Fault::kRequired);
    return std::nullopt;
  }
  const auto found = came_in_.find(*contact.in_reply_to);
  const bool is_theirs = found != came_in_.end() && found->second.person == person_;
  if (!is_theirs) return Unknown("in_reply_to");
  if (!SkipsCounts(contact.purpose)) return std::nullopt;
  return found->second.key;
}

absl::StatusOr<Answered> GateRecord::Judge(const Contact& contact, absl::Time now) const {
  PARLEY_ASSIGN_OR_RETURN(const Act act, ActOf(contact));
  return AnswerOf(parley::Judge(act, *record_, *rulebooks_, now), debts_);
}

absl::TimeZone GateRecord::zone() const {
  return Record::PrimaryZone(record_->facts().persons[person_]).value_or(absl::UTCTimeZone());
}

std::vector<DebtId> DebtsMeantBy(const ContactRecord& record) {
  const bool any = std::any_of(record.debts.begin(), record.debts.end(), MayBeAskedFor);
  std::vector<DebtId> meant;
  for (const Debt& debt : record.debts) {
    if ((!any || MayBeAskedFor(debt)) && meant.size() < kMostDebts) meant.push_back(debt.id);
  }
  return meant;
}

const Calendar* HolidaysAt(const Rulebooks& rulebooks, std::string_view region) {
  const std::string_view country = region.substr(0, region.find('-'));
  for (const Calendar& calendar : rulebooks.calendars()) {
    const std::string_view id = calendar.id;
    if (!country.empty() && id.substr(0, id.find('-')) == country) return &calendar;
  }
  return nullptr;
}

}  // namespace parley
