// SPDX-License-Identifier: Apache-2.0
#ifndef PARLEY_ADAPTERS_CASES_DUTY_CASE_H_
#define PARLEY_ADAPTERS_CASES_DUTY_CASE_H_

#include <string>

#include "adapters/cases/case_answer.h"
#include "adapters/cases/case_facts.h"
#include "domain/communication/duties/duty_book.h"
#include "domain/communication/hearing.h"

namespace parley::cases {

// A case that asks for something beyond contact: what it gives, and the rules that speak to it.
class DutyCase {
 public:
  DutyCase(const Json& given, const Json& when, const Rulebooks& books);

  const Json& given() const { return given_; }
  const Json& when() const { return when_; }
  const Rulebooks& books() const { return books_; }
  const CaseNames& names() const { return names_; }
  const Record& record() const { return record_; }
  const Facts& facts() const { return record_.facts(); }
  const DutyBook& rules() const { return rules_; }
  DebtSet debts() const { return debts_; }
  absl::Time now() const { return now_; }
  // The day on the calendar of the person whom the case is about.
  Day today() const { return today_; }
  absl::TimeZone zone() const { return zone_; }
  Day LocalDay(absl::Time time) const { return Day(zone_.At(time).cs); }

 private:
  const Json& given_;
  const Json& when_;
  const Rulebooks& books_;
  CaseNames names_;
  Record record_;
  DebtSet debts_;
  absl::Time now_;
  absl::TimeZone zone_;
  Day today_;
  DutyBook rules_;
};

// Gathers an answer: the strictest word of the rules that speak is the decision.
class DutyAnswer {
 public:
  // A rule's word. Throws CaseFault for a rule that no book in play has.
  void Say(const Rule* rule, Word word);
  // The same, where the rule permits unless it is broken.
  void SayIf(const Rule* rule, bool broken) { Say(rule, broken ? Word::kRefuses : Word::kPermits); }
  void Defer(const Rule* rule, absl::Time until);
  void Attach(const std::string& disclosure);
  Json& operator[](const std::string& field) { return answer_.fields[field]; }
  // Adds all that another answer says.
  void Add(const CaseAnswer& other);

  CaseAnswer Take() &&;

 private:
  CaseAnswer answer_;
  Word strictest_ = Word::kPermits;
};

// "119.58" of 11958 minor units of a currency of two decimals.
std::string DecimalOf(std::int64_t minor_units);
// "0.0215" in units of 1e-10.
std::int64_t RateOf(const std::string& text);

// One function for each family of actions; each returns false for an action of another family.
bool AnswerNotice(const std::string& action, const DutyCase& one, DutyAnswer& answer);
bool AnswerSum(const std::string& action, const DutyCase& one, DutyAnswer& answer);
bool AnswerTalk(const std::string& action, const DutyCase& one, DutyAnswer& answer);
bool AnswerDate(const std::string& action, const DutyCase& one, DutyAnswer& answer);

}  // namespace parley::cases

#endif  // PARLEY_ADAPTERS_CASES_DUTY_CASE_H_
