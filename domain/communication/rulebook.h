// SPDX-License-Identifier: Apache-2.0
#ifndef PARLEY_DOMAIN_COMMUNICATION_RULEBOOK_H_
#define PARLEY_DOMAIN_COMMUNICATION_RULEBOOK_H_

#include <cstdint>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "domain/common/days.h"
#include "domain/communication/contact_rules.h"
#include "domain/communication/duty_rules.h"
#include "domain/communication/enum_set.h"
#include "domain/communication/vocabulary.h"

namespace parley {

// Which acts a rule looks at, and which communications a rule that counts counts. A list that is
// empty admits everything.
struct Concern {
  EnumSet<Channel> channels;
  EnumSet<Purpose> purposes;
  EnumSet<Purpose> except_purposes;
  EnumSet<StatutoryKind> except_statutory;
  EnumSet<Relation> relations;
  EnumSet<Relation> except_relations;
  EnumSet<Place> places;
  EnumSet<Place> except_places;
  EnumSet<PointClass> classes;
  EnumSet<Technology> technologies;

  friend bool operator==(const Concern&, const Concern&) = default;
};

// Where a rule is told among the others: the order in which a person would ask.
enum class Stage : std::uint8_t {
  kKillSwitch,
  kClosure,
  kOptOut,
  kRepresentation,
  kHolds,
  kConsent,
  kRecipient,
  kContent,
  kPromises,
  kPersonCaps,
  kDebtCaps,
  kPlaceAndTime,
  kRemarks,
};

using RuleKind = std::variant<Standing, Scope, TimeWindow, DesignatedTime, FrequencyCap, Cooldown,
                              Suppression, DisputeHold, Moratorium, ConsentRequired, Revocation,
                              OneConfirmation, KnownAddress, Recipients, RequiredContent,
                              ForbiddenContent, WarnPattern, InitialCommunication, DutyRule>;

// One rule of a book: data, in words of the closed vocabularies.
struct Rule {
  std::string id;    // "US.REGF.6C1.CEASE".
  std::string cite;  // Where it is written.
  Force force = Force::kProhibition;
  Concern concern;
  RuleKind kind;
};

Stage StageOf(const Rule& rule);

// To whom a book speaks.
struct Applies {
  std::string country;               // "US"; empty: everywhere.
  std::vector<std::string> regions;  // "US-MA"; empty: the whole country.
  EnumSet<ActorRole> roles;
  // Those of the roles who are out of it once it is known that collecting is not their main
  // purpose and that they collect for nobody else.
  EnumSet<ActorRole> roles_by_purpose;
  EnumSet<DebtClass> classes;
  bool natural_persons = false;  // Only what natural persons owe.

  friend bool operator==(const Applies&, const Applies&) = default;
};

// The contact rules of a jurisdiction, a creditor or the house: versioned, in force from a day of
// the person's calendar until another.
struct Rulebook {
  std::string id;
  std::string version;
  std::string title;
  std::string authority_url;
  std::string text_read;  // Which edition of the text the figures were read from.
  BookStatus status = BookStatus::kLive;
  Day effective_from;
  std::optional<Day> effective_until;  // The first day on which it no longer binds.
  Applies applies;
  // Books that are in play wherever this one is.
  std::vector<std::string> companions;
  std::vector<Rule> rules;

  bool InForceOn(Day day) const {
    return effective_from <= day && (!effective_until.has_value() || day < *effective_until);
  }
};

}  // namespace parley

#endif  // PARLEY_DOMAIN_COMMUNICATION_RULEBOOK_H_
