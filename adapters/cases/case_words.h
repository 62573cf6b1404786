// SPDX-License-Identifier: Apache-2.0
#ifndef PARLEY_ADAPTERS_CASES_CASE_WORDS_H_
#define PARLEY_ADAPTERS_CASES_CASE_WORDS_H_

#include <optional>
#include <string>

#include "adapters/cases/case_json.h"
#include "domain/communication/facts.h"

// The words of worked cases, and what they are in the product's own vocabularies: one table each.
namespace parley::cases {

struct PurposeWord {
  Purpose purpose = Purpose::kDemand;
  StatutoryKind statutory = StatutoryKind::kNone;
};

struct EventWord {
  Channel channel = Channel::kCall;
  Direction direction = Direction::kOutbound;
};

// A purpose that is not in the table is a demand, which nothing exempts; an outcome that is not in
// it is unknown, which counts.
PurposeWord PurposeNamed(const std::string& word);
Outcome OutcomeNamed(const std::string& word);

// Each throws CaseFault for a word that its table lacks.
EventWord EventNamed(const std::string& word);
Channel ChannelNamed(const std::string& word);
ActorRole RoleNamed(const std::string& word);
ConsentKind ConsentNamed(const std::string& word);
DesignationKind DesignationNamed(const std::string& word);
RebuttalFactor FactorNamed(const std::string& word);
Technology TechnologyNamed(const std::string& word);
Place PlaceNamed(const std::string& word);

// Who is no part of the table is a third party.
Relation RelationNamed(const std::string& word);
// What is known of a debt or person; none for facts of other kinds.
std::optional<Circumstance> CircumstanceNamed(const std::string& word);
// None for what says nothing of whose an address is.
std::optional<AddressAct> AddressActNamed(const std::string& word);

// Whether a way to answer is as simple as the message that names it: neither a call nor, where the
// message is not on paper, a letter.
bool IsSimpleWay(const std::string& way, bool on_paper);

// What kind of line a point is, by its class or else by what it is.
PointClass ClassOf(const Json& point);
DebtClass DebtClassOf(const Json& debt);

// Whether a message that came in asks us to stop, by the words that always do; anything else that
// came in as text is unread until somebody reads it.
bool AsksToStop(const std::string& text);

}  // namespace parley::cases

#endif  // PARLEY_ADAPTERS_CASES_CASE_WORDS_H_
