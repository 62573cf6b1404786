// SPDX-License-Identifier: Apache-2.0
#include "domain/communication/duties/duty_book.h"

#include <algorithm>

#include "domain/communication/applies.h"

namespace parley {
namespace {

bool Speaks(const Rulebook& book, const Facts& facts, DebtSet debts, Day day) {
  if (book.status == BookStatus::kDraft) return false;
  if (facts.persons.empty()) return book.InForceOn(day);
  return ReachOf(book, facts, facts.persons[facts.debtor], debts, day) == Reach::kSpeaks;
}

template <typename Rules, typename Predicate>
const Rule* FirstOf(const Rules& rules, Predicate predicate) {
  const auto found = std::find_if(rules.begin(), rules.end(), predicate);
  return found == rules.end() ? nullptr : *found;
}

}  // namespace

DutyBook::DutyBook(const Rulebooks& rulebooks, const Facts& facts, DebtSet debts, Day day) {
  for (const Rulebook& book : rulebooks.books()) {
    if (!Speaks(book, facts, debts, day)) continue;
    for (const Rule& rule : book.rules) rules_.push_back(&rule);
  }
}

const Rule* DutyBook::Due(Duty duty) const {
  return FirstOf(rules_, [duty](const Rule* rule) {
    const auto* deadline = Get<Deadline>(*rule);
    return deadline != nullptr && deadline->duty == duty;
  });
}

const Rule* DutyBook::Looks(Aspect aspect) const {
  return FirstOf(rules_, [aspect](const Rule* rule) {
    const auto* check = Get<Check>(*rule);
    return check != nullptr && check->aspect == aspect;
  });
}

const Rule* DutyBook::Forbids(Feature feature) const {
  return FirstOf(rules_, [feature](const Rule* rule) {
    const auto* content = Get<ForbiddenContent>(*rule);
    return content != nullptr && content->features.Has(feature);
  });
}

}  // namespace parley
