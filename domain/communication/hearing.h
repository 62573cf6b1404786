// SPDX-License-Identifier: Apache-2.0
#ifndef PARLEY_DOMAIN_COMMUNICATION_HEARING_H_
#define PARLEY_DOMAIN_COMMUNICATION_HEARING_H_

#include <cstdint>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "absl/container/inlined_vector.h"
#include "domain/communication/facts.h"
#include "domain/communication/rulebook.h"
#include "domain/communication/verdict.h"

namespace parley {

// Facts made ready to be judged many times: the communications in order of time, each with its day
// on the calendar of its person.
class Record {
 public:
  explicit Record(Facts facts);

  const Facts& facts() const { return facts_; }
  std::int32_t DayOf(std::size_t communication) const { return days_[communication]; }
  // Debts that are one debt with these.
  DebtSet Grouped(DebtSet debts) const;

  // The zone of a person's calendar: that of the address, or else what is known, or else the first
  // guess; none where no place is known.
  static std::optional<absl::TimeZone> PrimaryZone(const Person& person);

 private:
  Facts facts_;
  std::vector<std::int32_t> days_;
  bool has_groups_ = false;
};

// One act before the rules at one instant: what several rules ask for is worked out once. Facts
// that were learnt after `known` are not there yet, also when a later instant is tried.
class Hearing {
 public:
  Hearing(const Act& act, const Record& record, absl::Time known, Verdict& verdict);

  // Tries another instant; the rules then only say whether they object.
  void MoveTo(absl::Time at);

  const Act& act() const { return act_; }
  const Record& record() const { return record_; }
  const Facts& facts() const { return record_.facts(); }
  const Person& person() const { return person_; }
  const ContactPoint* point() const { return point_; }
  absl::Time known() const { return known_; }
  absl::Time at() const { return at_; }
  absl::TimeZone calendar_zone() const { return primary_; }
  std::int32_t today() const { return today_; }  // As days since 1970.
  Day day() const { return Day(1970, 1, 1) + today_; }
  bool knows_place() const { return !zones_.empty(); }
  // The debts of the act, with those that are one with them.
  DebtSet debts() const { return debts_; }

  std::span<const absl::TimeZone> ZonesOf(const RuleZone& zone) const;
  std::span<const LocalTime> LocalTimesOf(const RuleZone& zone) const;

  // How many communications, oldest first, had happened by `known`.
  std::size_t heard() const { return heard_; }
  const Communication& communication(std::size_t at) const { return facts().communications[at]; }
  const Communication* answered() const { return answered_; }

  // An attempt that reached somebody else's number, as far as we know by now.
  bool WentAstray(const Communication& one) const;

  bool Noted(EnumSet<Circumstance> circumstances, absl::Time since) const;
  bool InForce(const Designation& designation) const {
    return designation.since <= known_ &&
           (!designation.lifted.has_value() || *designation.lifted > at_);
  }
  bool InForce(const Consent& consent) const {
    return consent.received <= known_ && consent.person == act_.person &&
           (!consent.revoked.has_value() || *consent.revoked > at_);
  }
  // Whether a permission is for each of these debts; one that is grouped with it is the same debt.
  bool IsForAll(const Consent& consent, DebtSet debts) const {
    return debts.Within(record_.Grouped(consent.debts));
  }
  // Whether the message that the act answers came after `since` by the same channel, and nothing
  // went back by it yet.
  bool LicensedReply(const ReplyOnce& reply, absl::Time since) const;

  // Where the first look notes what it finds; none for a later one.
  Verdict* notes() const { return notes_; }

 private:
  void FindZones();
  void AddGuesses();

  const Act& act_;
  const Record& record_;
  const Person& person_;
  const ContactPoint* point_ = nullptr;
  absl::Time known_;
  absl::Time at_;
  absl::TimeZone primary_;
  std::int32_t today_ = 0;
  DebtSet debts_;
  std::size_t heard_ = 0;
  const Communication* answered_ = nullptr;
  // The primary zone first; the candidates after it.
  absl::InlinedVector<absl::TimeZone, 4> zones_;
  absl::InlinedVector<LocalTime, 4> locals_;
  mutable LocalTime fixed_local_;
  Verdict* notes_ = nullptr;
};

// True for an act that the rule looks at.
bool Concerns(const Rule& rule, const Hearing& hearing);

}  // namespace parley

#endif  // PARLEY_DOMAIN_COMMUNICATION_HEARING_H_
