// SPDX-License-Identifier: Apache-2.0
#ifndef PARLEY_APPLICATION_COMMUNICATION_GATE_RECORD_H_
#define PARLEY_APPLICATION_COMMUNICATION_GATE_RECORD_H_

#include <cstdint>
#include <map>
#include <optional>
#include <string_view>
#include <utility>
#include <vector>

#include "absl/status/statusor.h"
#include "absl/time/time.h"
#include "application/communication/contact_record.h"
#include "application/communication/places.h"
#include "domain/communication/debtor_facts.h"
#include "domain/communication/hearing.h"
#include "domain/communication/log/contact.h"
#include "domain/communication/log/stored_verdict.h"
#include "domain/communication/rulebooks.h"

namespace parley {

// A contact with all that the record says of it, and the gate's answer to it.
struct Judged {
  Contact contact;
  Answered answer;
};

// The records of a person in the gate's own form, where everything is named by its place in a list:
// made once, it answers for all acts toward one person about the same debts.
class GateRecord {
 public:
  // `asked` says who is contacted and about what. Without debts, those are meant that may be asked
  // for; where there are none, all that there ever were, which the gate then judges. A point of
  // somebody who represents the debtor means to contact them. `template_key` tells whose
  // words are used, if any are. Record, rulebooks and key outlive it.
  // Errors: DEBT_NOT_FOUND; FIELD_INVALID for a representative or contact point of somebody else.
  static absl::StatusOr<GateRecord> Make(const ContactRecord& record, const Contact& asked,
                                         const Rulebooks& rulebooks, const Places& places,
                                         absl::Time now, std::string_view template_key = {});

  // What was asked, with debts and person.
  const Contact& asked() const { return asked_; }

  // The verdict on what was asked by this channel and point; nothing is stored. Without a point it
  // is the first of the best by which the contact may happen, or that by which it may soonest, and
  // it is one that is closed when all are. Errors: FIELD_INVALID for a contact point of another
  // person or channel, for a reply that answers nothing, and for one to what never came in from
  // that person.
  absl::StatusOr<Judged> Judge(const Contact& contact, absl::Time now) const;

  // The end of the time after `from` in which what was let through may happen, by what is known
  // now, to the second; `most` where no rule objects before.
  absl::StatusOr<absl::Time> MayHappenUntil(const Contact& contact, absl::Time from,
                                            absl::Time most) const;

  // True for a contact point of the record that the channel uses.
  bool Reaches(ContactPointId point, Channel channel) const;

  // Of the calendar of who is contacted; UTC where nobody knows it.
  absl::TimeZone zone() const;

 private:
  // A representative is named by the id, and anybody else by what they are to the debts.
  using Who = std::pair<Relation, std::optional<RepresentativeId>>;

  struct CameIn {
    CommunicationId id;
    std::int32_t key = 0;
    std::uint8_t person = 0;
  };

  GateRecord(const ContactRecord& record, const Rulebooks& rulebooks, std::string_view template_key)
      : source_(&record), rulebooks_(&rulebooks), template_key_(template_key) {}

  void Fold(const Contact& asked, const Atlas& atlas, absl::Time now);
  absl::Status FindPerson(const Contact& asked);
  void AddHistory(absl::Time now);
  // Who is meant: a point of somebody who represents the debtor says who it is.
  Who WhoOf(const Contact& contact) const;
  // Somebody of whom nothing is known but what they are to the debts.
  std::uint8_t PlaceOf(const Contact& contact);
  std::uint32_t NumberOf(const std::optional<ConversationId>& thread);
  std::optional<std::uint8_t> PlaceOf(const std::optional<ContactPointId>& point,
                                      std::uint8_t person) const;
  DebtSet TalkedAbout(const LoggedCommunication& logged) const;
  absl::StatusOr<std::optional<std::int32_t>> AnsweredBy(const Contact& contact) const;
  std::vector<Contact> ByEachPoint(const Contact& contact) const;
  absl::StatusOr<Act> ActOf(const Contact& contact) const;

  const ContactRecord* source_;
  const Rulebooks* rulebooks_;
  std::string_view template_key_;
  Contact asked_;
  DebtorFacts known_;  // Without the facts, once the record is made of them.
  std::map<Who, std::uint8_t> persons_;
  std::vector<CameIn> came_in_;
  std::map<ConversationId, std::uint32_t> threads_;
  std::uint8_t person_ = 0;  // Who is contacted.
  std::optional<Record> record_;
};

}  // namespace parley

#endif  // PARLEY_APPLICATION_COMMUNICATION_GATE_RECORD_H_
