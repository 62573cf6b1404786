// SPDX-License-Identifier: Apache-2.0
#ifndef PARLEY_ADAPTERS_CASES_CASE_ANSWER_H_
#define PARLEY_ADAPTERS_CASES_CASE_ANSWER_H_

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "absl/time/time.h"
#include "adapters/cases/case_json.h"
#include "domain/communication/rulebooks.h"
#include "domain/communication/verdict.h"

namespace parley::cases {

// A rule that spoke, and what it said.
struct SpokenRule {
  std::string id;
  std::string book;
  Word word = Word::kPermits;
  std::string force;
  // By debt, or "*" and "all_channels" of a count over all debts.
  std::map<std::string, int> before;
  std::map<std::string, int> after;
};

// What the product answers to a case, in the cases' own words.
struct CaseAnswer {
  std::string decision;
  std::vector<SpokenRule> spoke;
  std::optional<absl::Time> earliest;
  Json fields = Json::object();  // Every other answer by its name.

  const SpokenRule* Find(const std::string& id) const;
};

// What differs from what the case expects, one sentence each; none when it passes. Every field of
// `then` is compared but its note and confidence, and one that is not answered is a difference.
std::vector<std::string> Compare(const Json& then, const CaseAnswer& answer);

// The books that a case names, with their companions, made live whatever their status.
// Throws CaseFault for a book that is not there.
Rulebooks BooksInPlay(const Json& given, const std::vector<Rulebook>& books,
                      const std::vector<Calendar>& calendars);

// Asks the gate. Throws CaseFault for what cannot be read.
CaseAnswer AnswerContact(const Json& given, const Json& when, const Rulebooks& books);

}  // namespace parley::cases

#endif  // PARLEY_ADAPTERS_CASES_CASE_ANSWER_H_
