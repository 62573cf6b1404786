// SPDX-License-Identifier: Apache-2.0
#include "domain/communication/duties/owed_by.h"

#include <optional>
#include <string>
#include <utility>

#include "domain/communication/applies.h"
#include "domain/communication/duties/dates.h"
#include "domain/communication/duties/duty_book.h"

namespace parley {
namespace {

Facts SomebodyOf(std::string_view region) {
  Person person;
  if (!region.empty()) person.regions.emplace_back(region);
  Facts facts;
  facts.persons.push_back(std::move(person));
  return facts;
}

void TakeEarlier(const Rulebook& book, Duty duty, Day begun, const Calendar* local,
                 std::optional<OwedBy>& owed) {
  for (const Rule& rule : book.rules) {
    const auto* const deadline = DutyBook::Get<Deadline>(rule);
    if (deadline == nullptr || deadline->duty != duty) continue;
    const Day day = DueDay(*deadline, begun, local);
    if (!owed.has_value() || day < owed->day) owed = {day, &rule};
  }
}

}  // namespace

const Calendar* HolidaysAt(const Rulebooks& rulebooks, std::string_view region) {
  const std::string_view country = region.substr(0, region.find('-'));
  for (const Calendar& calendar : rulebooks.calendars()) {
    const std::string_view id = calendar.id;
    if (!country.empty() && id.substr(0, id.find('-')) == country) return &calendar;
  }
  return nullptr;
}

OwedBy OwedToPerson(const Rulebooks& rulebooks, std::string_view region, Duty duty, Day begun) {
  const Facts facts = SomebodyOf(region);
  const Calendar* const local = HolidaysAt(rulebooks, region);
  std::optional<OwedBy> owed;
  for (const Rulebook& book : rulebooks.books().subspan(1)) {
    const bool is_known = !region.empty() || book.applies.country.empty();
    const bool speaks = is_known && book.status != BookStatus::kDraft &&
                        ReachOf(book, facts, facts.persons.front(), {}, begun) == Reach::kSpeaks;
    if (speaks) TakeEarlier(book, duty, begun, local, owed);
  }
  if (!owed.has_value()) TakeEarlier(rulebooks.standing(), duty, begun, local, owed);
  return *owed;
}

}  // namespace parley
