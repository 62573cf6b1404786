// SPDX-License-Identifier: Apache-2.0
#include "application/communication/gate_record.h"

#include <algorithm>
#include <span>
#include <string>

#include "domain/common/reason.h"
#include "domain/common/status_macros.h"
#include "domain/common/violations.h"
#include "domain/communication/duties/owed_by.h"
#include "domain/communication/gate.h"
#include "domain/communication/kill_switch.h"
#include "domain/communication/rules/rebuttal.h"
#include "domain/communication/windows.h"
#include "domain/debt/position.h"
#include "domain/debt/status.h"
#include "domain/debtor/best_points.h"

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

// A promise is taken at its word up to its day, and a little longer while money is on its way. What
// nobody has judged by then does not silence us for ever.
constexpr int kPromiseGraceDays = 3;

bool IsPromised(std::span<const Promise> promises, DebtId debt, Day day) {
  const std::optional<Promise> pending = PendingOf(promises, debt);
  return pending.has_value() && day <= pending->due + kPromiseGraceDays;
}

ContactDebt AsContactDebt(const Debt& debt, const DebtorRecord& debtor,
                          std::span<const Hold> in_flight, Day day) {
  ContactDebt read;
  read.id = debt.id;
  const bool person = debtor.debtor.kind == DebtorKind::kNaturalPerson;
  read.debt_class = person ? DebtClass::kConsumer : DebtClass::kCommercial;
  read.open = MayBeAskedFor(debt);
  read.rests = Rests(debt.status);
  read.balance = Outstanding(debt.position);
  read.promised = debt.status == DebtStatus::kOnPlan || IsPromised(debtor.promises, debt.id, day);
  read.derived = EffectsOn(in_flight, debt.id, day);
  return read;
}

template <typename Value>
bool IsAmong(std::span<const Value> values, const Value& value) {
  return std::find(values.begin(), values.end(), value) != values.end();
}

// Those that the contact is about come first: where there are more debts than places, each of them
// has one of its own as long as there are any.
std::vector<const Debt*> InOrder(const ContactRecord& record, std::span<const DebtId> meant) {
  std::vector<const Debt*> all;
  for (const Debt& debt : record.debts) all.push_back(&debt);
  if (all.size() <= kMostDebts) return all;
  std::stable_partition(all.begin(), all.end(),
                        [&](const Debt* debt) { return IsAmong(meant, debt->id); });
  return all;
}

// What a contact is about when no debt is named.
std::vector<DebtId> DebtsMeantBy(const ContactRecord& record) {
  const bool any = std::any_of(record.debts.begin(), record.debts.end(), MayBeAskedFor);
  std::vector<DebtId> meant;
  for (const Debt& debt : record.debts) {
    if (!any || MayBeAskedFor(debt)) meant.push_back(debt.id);
  }
  return meant;
}

absl::Status AtFault(const char* field, Fault fault) {
  Violations violations;
  violations.Add(field, fault);
  return violations.ToStatus();
}

absl::Status Unknown(const char* field) { return AtFault(field, Fault::kReferenceUnknown); }

// The debts that a contact is about.
absl::StatusOr<std::vector<DebtId>> MeantDebts(const ContactRecord& record,
                                               const std::vector<DebtId>& asked) {
  for (const DebtId debt : asked) {
    const bool known = std::any_of(record.debts.begin(), record.debts.end(),
                                   [debt](const Debt& one) { return one.id == debt; });
    if (!known) return Refuse(Reason::kDebtNotFound);
  }
  return asked.empty() ? DebtsMeantBy(record) : asked;
}

absl::Time NextMinute(absl::Time time) { return CeilMinute(time + absl::Nanoseconds(1)); }

absl::Time SecondBetween(absl::Time from, absl::Time to) {
  return absl::FromUnixSeconds(absl::ToUnixSeconds(from + (to - from) / 2));
}

bool IsMilder(const Verdict& left, const Verdict& right) {
  return left.decision < right.decision ||
         (left.decision == right.decision && left.until < right.until);
}

}  // namespace

absl::StatusOr<GateRecord> GateRecord::Make(const ContactRecord& record, const Contact& asked,
                                            const Rulebooks& rulebooks, const Places& places,
                                            absl::Time now, std::string_view template_key) {
  const auto zone = [&](const std::string& name) { return places.zones.Find(name); };
  const auto zones_of = [&](std::string_view region) { return places.regions.Of(region); };
  const auto holidays_of = [&](std::string_view region) { return HolidaysAt(rulebooks, region); };
  Contact meant = asked;
  PARLEY_ASSIGN_OR_RETURN(meant.debts, MeantDebts(record, asked.debts));
  GateRecord made(record, rulebooks, template_key);
  made.Fold(meant, {zone, zones_of, holidays_of}, now);
  PARLEY_RETURN_IF_ERROR(made.FindPerson(meant));
  made.AddHistory(now);
  made.record_.emplace(std::move(made.known_.facts));
  return made;
}

void GateRecord::Fold(const Contact& asked, const Atlas& atlas, absl::Time now) {
  const DebtorRecord& person = source_->person;
  const Asked when{now, Day(CalendarOf(person, atlas, now).At(now).cs)};
  const std::vector<Hold> in_flight = HoldsInFlight(source_->announced, when.today);
  std::vector<ContactDebt> debts;
  std::vector<CreditorId> creditors;
  for (const Debt* debt : InOrder(*source_, asked.debts)) {
    debts.push_back(AsContactDebt(*debt, person, in_flight, when.today));
    debts.back().meant = IsAmong<DebtId>(asked.debts, debt->id);
    creditors.push_back(debt->creditor);
  }
  known_ = FactsOf(person, debts, atlas, when);
  known_.facts.switches = parley::FactsOf(source_->switches, person.debtor.id, creditors);
  for (const WaitingInbound& one : source_->unanswered) {
    known_.facts.unanswered.push_back(
        {.debts = one.debts.empty() ? DebtSet::All() : known_.SetOf(one.debts),
         .since = std::min(one.since, now),
         .until = one.until,
         .basis = Basis{BasisKind::kCommunication, one.id.uuid()}});
  }
  persons_.emplace(Who(Relation::kConsumer, std::nullopt), known_.facts.debtor);
  for (std::size_t at = 0; at < known_.persons.size(); ++at) {
    if (!known_.persons[at].has_value()) continue;
    persons_.emplace(Who(Relation::kConsumer, known_.persons[at]), static_cast<std::uint8_t>(at));
  }
}

absl::Status GateRecord::FindPerson(const Contact& asked) {
  if (asked.point.has_value() && known_.Find(*asked.point) == nullptr) {
    return Unknown("contact_point");
  }
  const Who who = WhoOf(asked);
  if (who.second.has_value() && !persons_.contains(who)) return Unknown("representative");
  asked_ = asked;
  asked_.representative = who.second;
  person_ = PlaceOf(asked_);
  asked_.relation = known_.facts.persons[person_].relation;
  return absl::OkStatus();
}

// What another process has let through happened, also where its clock is ahead of ours.
void GateRecord::AddHistory(absl::Time now) {
  known_.facts.communications.reserve(source_->history.size());
  came_in_.reserve(source_->history.size());
  for (const LoggedCommunication& logged : source_->history) {
    Communication one;
    one.key = static_cast<std::int32_t>(known_.facts.communications.size());
    one.at = std::min(logged.dispatch_time, now);
    one.direction = logged.direction;
    one.channel = logged.contact.channel;
    one.purpose = logged.contact.purpose;
    one.outcome = logged.outcome;
    one.person = PlaceOf(logged.contact);
    one.point = PlaceOf(logged.contact.point, one.person);
    one.misdirected = WasMisdirected(logged);
    one.debts = known_.SetOf(logged.contact.debts);
    one.conversation_debts = TalkedAbout(logged);
    one.thread = NumberOf(logged.contact.thread);
    if (one.direction == Direction::kInbound) came_in_.push_back({logged.id, one.key, one.person});
    known_.facts.communications.push_back(one);
  }
}

// A talk of which nobody said what it was about may have been about any debt.
DebtSet GateRecord::TalkedAbout(const LoggedCommunication& logged) const {
  const bool untold = logged.talked_about.empty() && logged.outcome == Outcome::kConversation;
  return untold ? DebtSet::All() : known_.SetOf(logged.talked_about);
}

GateRecord::Who GateRecord::WhoOf(const Contact& contact) const {
  if (contact.representative.has_value()) return {Relation::kConsumer, contact.representative};
  if (contact.relation != Relation::kConsumer) return {contact.relation, std::nullopt};
  const auto* const place = contact.point.has_value() ? known_.Find(*contact.point) : nullptr;
  if (place == nullptr) return {Relation::kConsumer, std::nullopt};
  return {Relation::kConsumer, known_.persons[place->person]};
}

std::uint8_t GateRecord::PlaceOf(const Contact& contact) {
  std::vector<Person>& persons = known_.facts.persons;
  const Who who = WhoOf(contact);
  const auto [found, is_new] = persons_.try_emplace(who, static_cast<std::uint8_t>(persons.size()));
  if (is_new) persons.push_back({.relation = contact.relation});
  return found->second;
}

std::uint32_t GateRecord::NumberOf(const std::optional<ConversationId>& thread) {
  if (!thread.has_value()) return 0;
  return threads_.try_emplace(*thread, static_cast<std::uint32_t>(threads_.size() + 1))
      .first->second;
}

std::optional<std::uint8_t> GateRecord::PlaceOf(const std::optional<ContactPointId>& point,
                                                std::uint8_t person) const {
  const auto* const place = point.has_value() ? known_.Find(*point) : nullptr;
  if (place == nullptr || place->person != person) return std::nullopt;
  return place->point;
}

absl::StatusOr<Act> GateRecord::ActOf(const Contact& contact) const {
  Act act;
  act.channel = contact.channel;
  act.purpose = contact.purpose;
  act.statutory = contact.statutory;
  act.technology = contact.technology;
  act.person = person_;
  act.point = PlaceOf(contact.point, person_);
  if (contact.point.has_value()) {
    const bool serves = act.point.has_value() && Reaches(*contact.point, contact.channel);
    if (!serves) return Unknown("contact_point");
  }
  act.template_id = std::string(template_key_);
  act.debts = known_.SetOf(contact.debts);
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
  const auto found = std::find_if(came_in_.begin(), came_in_.end(), [&contact](const CameIn& one) {
    return one.id == *contact.in_reply_to;
  });
  const bool is_theirs = found != came_in_.end() && found->person == person_;
  if (!is_theirs) return Unknown("in_reply_to");
  if (!SkipsCounts(contact.purpose)) return std::nullopt;
  return found->key;
}

// Where there is a point, the contact is by one of them: it is no way around those that are closed.
std::vector<Contact> GateRecord::ByEachPoint(const Contact& contact) const {
  std::vector<Contact> each;
  const bool is_recorded =
      contact.relation == Relation::kConsumer || contact.representative.has_value();
  if (!contact.point.has_value() && is_recorded) {
    for (const KnownPoint* point :
         BestPoints(source_->person, contact.representative, contact.channel)) {
      if (known_.Find(point->id) == nullptr) continue;
      each.push_back(contact);
      each.back().point = point->id;
    }
  }
  if (each.empty()) each = {contact};
  return each;
}

absl::StatusOr<Judged> GateRecord::Judge(const Contact& contact, absl::Time now) const {
  std::vector<Contact> each = ByEachPoint(contact);
  Contact* best = nullptr;
  std::optional<Verdict> mildest;
  for (Contact& one : each) {
    PARLEY_ASSIGN_OR_RETURN(const Act act, ActOf(one));
    Verdict verdict = parley::Judge(act, *record_, *rulebooks_, now);
    if (mildest.has_value() && !IsMilder(verdict, *mildest)) continue;
    best = &one;
    mildest = std::move(verdict);
    if (mildest->decision <= GateDecision::kAllowWith) break;
  }
  return Judged{std::move(*best), AnswerOf(*mildest, record_->facts(), person_, known_.debts)};
}

absl::StatusOr<absl::Time> GateRecord::MayHappenUntil(const Contact& contact, absl::Time from,
                                                      absl::Time most) const {
  PARLEY_ASSIGN_OR_RETURN(const Act act, ActOf(contact));
  const auto may_happen = [&](absl::Time at) {
    return parley::Judge(act, *record_, *rulebooks_, at).decision <= GateDecision::kAllowWith;
  };
  absl::Time last = from;
  absl::Time next = NextMinute(from);
  while (next < most && may_happen(next)) {
    last = next;
    next = NextMinute(next);
  }
  if (next >= most) return most;
  // A window closes on a whole minute, and what somebody said ends at any second.
  for (absl::Time at = SecondBetween(last, next); at > last; at = SecondBetween(last, next)) {
    (may_happen(at) ? last : next) = at;
  }
  return next;
}

bool GateRecord::Reaches(ContactPointId point, Channel channel) const {
  const std::vector<KnownPoint>& points = source_->person.points;
  return std::any_of(points.begin(), points.end(), [&](const KnownPoint& one) {
    return one.id == point && ChannelsOf(one.type).Has(channel);
  });
}

absl::TimeZone GateRecord::zone() const {
  return Record::PrimaryZone(record_->facts().persons[person_]).value_or(absl::UTCTimeZone());
}

}  // namespace parley
