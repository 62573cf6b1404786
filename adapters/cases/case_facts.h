// SPDX-License-Identifier: Apache-2.0
#ifndef PARLEY_ADAPTERS_CASES_CASE_FACTS_H_
#define PARLEY_ADAPTERS_CASES_CASE_FACTS_H_

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "adapters/cases/case_json.h"
#include "domain/communication/facts.h"

namespace parley::cases {

// How the persons, points and debts of a case are named in the lists of its facts.
class CaseNames {
 public:
  explicit CaseNames(const Json& given);

  std::uint8_t Person(const std::string& id) const;
  // None for a point that is no contact point, such as a portal.
  std::optional<std::uint8_t> Point(std::uint8_t person, const std::string& id) const;
  // Of a list of ids; all debts where there is no list.
  DebtSet Debts(const Json& ids) const;
  // The number of the exchange that an event or an act is of; 0: of none.
  std::uint32_t Thread(const Json& one) const;
  const std::string& Debt(std::size_t at) const { return debts_[at]; }

 private:
  std::vector<std::string> persons_;
  std::vector<std::vector<std::string>> points_;
  std::vector<std::string> debts_;
  std::vector<std::string> threads_;
};

// What a case gives, as the gate reads it. Throws CaseFault for what cannot be read.
Facts ReadFacts(const Json& given, const CaseNames& names);

// What a case proposes. It names no communication that it answers: that is the latest one of the
// person's by the same channel.
Act ReadAct(const Json& given, const Json& when, const CaseNames& names, const Facts& facts);

}  // namespace parley::cases

#endif  // PARLEY_ADAPTERS_CASES_CASE_FACTS_H_
