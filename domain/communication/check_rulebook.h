// SPDX-License-Identifier: Apache-2.0
#ifndef PARLEY_DOMAIN_COMMUNICATION_CHECK_RULEBOOK_H_
#define PARLEY_DOMAIN_COMMUNICATION_CHECK_RULEBOOK_H_

#include <span>
#include <string>
#include <vector>

#include "domain/communication/calendar.h"
#include "domain/communication/rulebook.h"

namespace parley {

// What is wrong with a rulebook or calendar, and where in it: "rules[3].frequency_cap.limit".
struct BookFault {
  std::string path;
  std::string what;

  friend bool operator==(const BookFault&, const BookFault&) = default;
};

// What can be said of one book by itself: texts and figures that are missing, rules named twice,
// days in force that end before they begin, hours that no instant satisfies.
std::vector<BookFault> CheckRulebook(const Rulebook& book);

// What can be said of a book beside others with which it is to be judged: companions that nobody
// has, and books that are each other's companions in a circle.
std::vector<BookFault> CheckCompanions(const Rulebook& book, std::span<const Rulebook> others);

// Days out of order, given twice, or outside what the calendar covers.
std::vector<BookFault> CheckCalendar(const Calendar& calendar);

// True for a calendar that ends within so many days of this one: who publishes it is warned.
bool EndsSoon(const Calendar& calendar, Day today);

}  // namespace parley

#endif  // PARLEY_DOMAIN_COMMUNICATION_CHECK_RULEBOOK_H_
