// SPDX-License-Identifier: Apache-2.0
#ifndef PARLEY_APPLICATION_COMMUNICATION_GATE_RECORD_H_
#define PARLEY_APPLICATION_COMMUNICATION_GATE_RECORD_H_

#include <cstdint>
#include <map>
#include <optional>
#include <span>
#include <string_view>
#include <utility>
#include <vector>

#include "absl/status/statusor.h"
#include "absl/time/time.h"
#include "application/communication/contact_record.h"
#include "application/communication/known_person.h"
#include "domain/communication/hearing.h"
#include "domain/communication/log/contact.h"
#include "domain/communication/log/stored_verdict.h"
#include "domain/communication/rulebooks.h"

namespace parley {

// The records of a person in the gate's own form, where everything is named by its place in a list:
// made once, it answers for all acts toward one person about the same debts.
class GateRecord {
 public:
  // `asked` says who is contacted and about what; its debts are among those that the gate sees,
  // which are kMostDebts at most. The rulebooks outlive it.
  // Errors: DEBT_NOT_FOUND; FIELD_INVALID for a representative of somebody else, or for more debts
  // than the gate sees.
  static absl::StatusOr<GateRecord> Make(const ContactRecord& record, KnownPerson known,
                                         const Contact& asked, const Rulebooks& rulebooks,
                                         absl::Time now);

  // The verdict on what was asked, by this channel, purpose and point; nothing is stored. Errors:
  // FIELD_INVALID for a contact point of somebody else, for a reply that answers nothing, and for
  // one to what never came in from that person.
  absl::StatusOr<Answered> Judge(const Contact& contact, absl::Time now) const;

  // Of the calendar of who is contacted; UTC where nobody knows it.
  absl::TimeZone zone() const;

 private:
  using Who = std::pair<Relation, std::optional<RepresentativeId>>;

  struct CameIn {
    std::int32_t key = 0;
    std::uint8_t person = 0;
  };

  GateRecord(KnownPerson& known, const Rulebooks& rulebooks)
      : rulebooks_(&rulebooks), points_(std::move(known.points)) {}

  void AddDebts(const ContactRecord& record, std::span<const DebtId> asked, Day day, Facts& facts);
  void AddPersons(std::span<const RepresentativeId> representatives, const Facts& facts);
  void AddHistory(const ContactRecord& record, absl::Time now, Facts& facts);
  // Somebody of whom nothing is known but what they are to the debts.
  std::uint8_t PlaceOf(const Who& who, Facts& facts);
  std::uint32_t NumberOf(const std::optional<ConversationId>& thread);
  std::optional<std::uint8_t> PlaceOf(const std::optional<ContactPointId>& point,
                                      std::uint8_t person) const;
  DebtSet SetOf(std::span<const DebtId> debts) const;
  DebtSet TalkedAbout(const LoggedCommunication& logged) const;
  absl::StatusOr<std::optional<std::int32_t>> AnsweredBy(const Contact& contact) const;
  absl::StatusOr<Act> ActOf(const Contact& contact) const;

  const Rulebooks* rulebooks_;
  std::vector<DebtId> debts_;
  std::vector<std::vector<ContactPointId>> points_;
  std::map<Who, std::uint8_t> persons_;
  std::map<CommunicationId, CameIn> came_in_;
  std::map<ConversationId, std::uint32_t> threads_;
  std::uint8_t person_ = 0;  // Who is contacted.
  std::optional<Record> record_;
};

// What a contact is about when no debt is named: the debts that may be asked for; where there are
// none, all that there ever were, which the gate then judges.
std::vector<DebtId> DebtsMeantBy(const ContactRecord& record);

// The holidays of a region: those of a calendar of its country; none where nobody keeps one.
const Calendar* HolidaysAt(const Rulebooks& rulebooks, std::string_view region);

}  // namespace parley

#endif  // PARLEY_APPLICATION_COMMUNICATION_GATE_RECORD_H_
