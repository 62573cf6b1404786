// SPDX-License-Identifier: Apache-2.0
#ifndef PARLEY_DOMAIN_COMMUNICATION_FACTS_H_
#define PARLEY_DOMAIN_COMMUNICATION_FACTS_H_

#include <bit>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "absl/time/time.h"
#include "domain/common/days.h"
#include "domain/communication/basis.h"
#include "domain/communication/calendar.h"
#include "domain/communication/enum_set.h"
#include "domain/communication/vocabulary.h"
#include "domain/communication/windows.h"
#include "domain/debt/hold_effects.h"

// What the gate reads. Persons, points and debts are named by their places in the lists of a
// Facts, so that one verdict compares numbers and no texts.
namespace parley {

inline constexpr std::size_t kMostDebts = 64;

// Some of the debts of a Facts, in the bits of one number.
class DebtSet {
 public:
  constexpr DebtSet() = default;
  static constexpr DebtSet Of(std::size_t debt) { return DebtSet(std::uint64_t{1} << debt); }
  static constexpr DebtSet All() { return DebtSet(~std::uint64_t{0}); }

  constexpr bool empty() const { return bits_ == 0; }
  constexpr bool Has(std::size_t debt) const { return (bits_ >> debt & 1) != 0; }
  constexpr bool Meets(DebtSet other) const { return (bits_ & other.bits_) != 0; }
  // True for a scope that holds any of these debts; that of all debts holds also an act on none.
  constexpr bool Covers(DebtSet debts) const { return *this == All() || Meets(debts); }
  constexpr bool Within(DebtSet other) const { return (bits_ & ~other.bits_) == 0; }
  constexpr DebtSet And(DebtSet other) const { return DebtSet(bits_ & other.bits_); }
  constexpr std::size_t First() const { return static_cast<std::size_t>(std::countr_zero(bits_)); }
  constexpr DebtSet Without(std::size_t debt) const {
    return DebtSet(bits_ & ~(std::uint64_t{1} << debt));
  }
  constexpr void Add(DebtSet other) { bits_ |= other.bits_; }

  friend constexpr bool operator==(const DebtSet&, const DebtSet&) = default;

 private:
  constexpr explicit DebtSet(std::uint64_t bits) : bits_(bits) {}
  std::uint64_t bits_ = 0;
};

// A zone in which somebody may be, and what it is taken from.
struct ZoneCandidate {
  absl::TimeZone zone;
  LocationSource source = LocationSource::kOther;
};

struct ContactPoint {
  PointClass kind = PointClass::kUnknown;
  Place place = Place::kNone;
  bool of_employer = false;  // Somebody told us that an employer gave it.
  bool shared = false;       // Others answer it, too.
  bool unverified = false;
  std::optional<absl::Time> not_theirs_since;  // Learnt to reach somebody else.
  std::optional<absl::Time> closed_since;      // It bounced, or is no address of theirs any more.
  std::optional<Basis> basis;
};

// The debtor, or somebody around the debt.
struct Person {
  Relation relation = Relation::kConsumer;
  bool natural = true;
  bool deceased = false;
  DebtSet may_know = DebtSet::All();  // Of which debts they may be told.
  std::vector<ZoneCandidate> zones;
  std::optional<absl::TimeZone> known_zone;  // Where they said they are: beats every guess.
  std::vector<std::string> regions;          // "US-MA": of the residence and of numbers.
  std::optional<Place> known_at;
  const Calendar* holidays = nullptr;  // Of the person's place; none where nobody keeps one.
  std::vector<DayWindow> work_hours;
  std::vector<ContactPoint> points;
};

struct DebtFacts {
  DebtClass debt_class = DebtClass::kConsumer;
  std::optional<std::uint32_t> group;   // Debts under one account number are one debt.
  bool open = true;                     // Owed and ours to ask for.
  bool rests = false;                   // Nobody is contacted about it unless they wait for it.
  HoldEffects holds;                    // What its holds and those of the person forbid together.
  std::optional<std::int64_t> balance;  // Minor units.
  bool promised = false;                // A promise is pending or a plan is kept.
  std::vector<Basis> held_by;           // The holds on it and those of the person.
};

struct Communication {
  std::int32_t key = 0;  // Names it within the Facts.
  absl::Time at;         // Of dispatch.
  Direction direction = Direction::kOutbound;
  Channel channel = Channel::kCall;
  Purpose purpose = Purpose::kDemand;
  Outcome outcome = Outcome::kUnknown;
  std::uint8_t person = 0;
  std::optional<std::uint8_t> point;
  bool misdirected = false;
  // Of what came in: whether it asks us to stop, and whether anybody read it.
  bool asks_to_stop = false;
  bool unread = false;
  DebtSet debts;               // To which an attempt was booked.
  DebtSet conversation_debts;  // Which were talked about, whoever raised them.
  std::uint32_t thread = 0;    // Of a willing exchange; 0: none.
};

struct Consent {
  ConsentKind kind = ConsentKind::kUseAddress;
  std::uint8_t person = 0;
  std::optional<std::uint8_t> point;
  DebtSet debts = DebtSet::All();
  bool given_to_us = true;
  absl::Time received;
  std::optional<absl::Time> revoked;
  std::vector<Day> only_days;
  std::vector<DayWindow> hours;  // Of a consent to a time; none: at any hour.
  EnumSet<Channel> channels;
  EnumSet<Purpose> purposes;
  std::optional<Basis> basis;
};

// A dated, sourced, revocable request.
struct Designation {
  DesignationKind kind = DesignationKind::kStopMedium;
  std::uint8_t person = 0;
  absl::Time since;  // Received, where that is what counts; else recorded.
  std::optional<absl::Time> lifted;
  DebtSet debts = DebtSet::All();
  EnumSet<Channel> channels;
  EnumSet<Purpose> purposes;
  std::optional<std::uint8_t> point;
  Place place = Place::kNone;
  std::vector<DayWindow> closed;  // Of an inconvenient time.
  std::optional<absl::Time> confirmed_in_writing;
  std::optional<Basis> basis;
};

struct Dispute {
  DebtSet debts = DebtSet::All();
  bool in_writing = true;
  absl::Time submitted;
  absl::Time received;
  std::optional<absl::Time> cleared;
  std::optional<std::int64_t> undisputed;  // Minor units that remain when a part is disputed.
  std::optional<Basis> basis;
};

struct Pause {
  std::uint8_t person = 0;
  DebtSet debts = DebtSet::All();
  bool crisis = false;
  Day registered;
  std::optional<Day> treatment_ended;
  std::optional<Day> cancelled;
  std::optional<Basis> basis;
};

struct Noted {
  Circumstance what = Circumstance::kDeniedDebt;
  absl::Time at;
};

// What is known of an electronic address, in the order in which it happened.
struct AddressRecord {
  AddressAct act = AddressAct::kUsed;
  std::optional<std::uint8_t> point;  // None: the address that the act would use.
  std::optional<Day> day;
  bool opted_out = false;
  // Of a notice.
  bool sound = true;  // Names the collector, one recipient, and a way as simple as itself.
  std::optional<Day> opt_out_by;
};

struct Actor {
  ActorRole role = ActorRole::kDebtCollector;
  std::optional<bool> collecting_is_main_purpose;
  std::optional<bool> collects_for_others;
};

struct FirmFigure {
  int limit = 0;
  int days = 0;
};

// Figures and choices that no law gives.
struct FirmPolicy {
  bool require_safe_harbour = false;
  bool rebuttal_with_approval = false;
  std::optional<FirmFigure> electronic_cap;
  std::optional<FirmFigure> cumulative_cap;
};

// A kill switch that stands, as far as it is about this person.
struct SwitchFact {
  std::optional<Channel> channel;  // None: every one.
  DebtSet debts = DebtSet::All();  // Of the creditor that it stops.
  std::string template_id;         // Empty: any.
  std::string cadence_id;          // Empty: any.
  // Of one that was released: from when on what the person waits for may go again, and from when
  // on everything. None while it is engaged.
  std::optional<absl::Time> restarts;
  std::optional<absl::Time> opens;
  std::optional<Basis> basis;
};

// What somebody wrote to us and nobody has looked at yet: until then, or until the time that the
// house gives itself is over, nothing is sent of our own accord about these debts.
struct Unanswered {
  DebtSet debts = DebtSet::All();
  absl::Time since;
  absl::Time until;
  std::optional<Basis> basis;
};

struct Facts {
  Actor actor;
  std::uint8_t debtor = 0;  // Which of the persons owes.
  std::vector<Person> persons;
  std::vector<DebtFacts> debts;  // At most kMostDebts.
  std::vector<Communication> communications;
  std::vector<Consent> consents;
  std::vector<Designation> designations;
  std::vector<Dispute> disputes;
  std::vector<Pause> pauses;
  std::vector<Noted> noted;
  std::vector<AddressRecord> addresses;
  std::optional<Day> validation_ends;
  FirmPolicy policy;
  std::vector<SwitchFact> switches;  // Kill switches that stand.
  std::vector<Unanswered> unanswered;
};

// What the content of an act is known to hold; what it neither has nor lacks is still to come.
struct Content {
  EnumSet<Element> has;
  EnumSet<Element> lacks;
  EnumSet<Feature> features;
};

// A proposed contact.
struct Act {
  Channel channel = Channel::kCall;
  Purpose purpose = Purpose::kDemand;
  StatutoryKind statutory = StatutoryKind::kNone;
  std::uint8_t person = 0;
  std::optional<std::uint8_t> point;
  DebtSet debts;
  DebtSet candidates;                  // To any of which an unanswered call may be booked instead.
  std::optional<std::int64_t> amount;  // Minor units that it asks for.
  Technology technology = Technology::kManual;
  bool in_session = false;                  // Within a session that the person opened.
  std::optional<std::int32_t> in_reply_to;  // The communication that it answers.
  std::uint32_t thread = 0;
  std::string template_id;  // Whose words it uses; empty: none.
  std::string cadence_id;   // Whose step it is; empty: of none.
  Content content;
  EnumSet<RebuttalFactor> justifications;
};

}  // namespace parley

#endif  // PARLEY_DOMAIN_COMMUNICATION_FACTS_H_
