// SPDX-License-Identifier: Apache-2.0
#ifndef PARLEY_DOMAIN_COMMUNICATION_DUTIES_DUTY_BOOK_H_
#define PARLEY_DOMAIN_COMMUNICATION_DUTIES_DUTY_BOOK_H_

#include <variant>
#include <vector>

#include "domain/communication/facts.h"
#include "domain/communication/rulebooks.h"

namespace parley {

// The rules of all books that speak to a debtor on a day, by what they are about.
class DutyBook {
 public:
  DutyBook(const Rulebooks& rulebooks, const Facts& facts, DebtSet debts, Day day);

  // The rule that makes this due, or that looks at this; null where no book has one.
  const Rule* Due(Duty duty) const;
  const Rule* Looks(Aspect aspect) const;
  // The rule that forbids content of this kind.
  const Rule* Forbids(Feature feature) const;

  // The first rule of a kind, and what it says; null where no book has one.
  template <typename Kind>
  const Rule* RuleOf() const {
    for (const Rule* rule : rules_) {
      if (Get<Kind>(*rule) != nullptr) return rule;
    }
    return nullptr;
  }

  template <typename Kind>
  static const Kind* Get(const Rule& rule) {
    if constexpr (std::is_constructible_v<DutyRule, Kind>) {
      const auto* duty = std::get_if<DutyRule>(&rule.kind);
      return duty == nullptr ? nullptr : std::get_if<Kind>(duty);
    } else {
      return std::get_if<Kind>(&rule.kind);
    }
  }

 private:
  std::vector<const Rule*> rules_;
};

}  // namespace parley

#endif  // PARLEY_DOMAIN_COMMUNICATION_DUTIES_DUTY_BOOK_H_
