// SPDX-License-Identifier: Apache-2.0
#ifndef PARLEY_DOMAIN_COMMUNICATION_RULEBOOKS_H_
#define PARLEY_DOMAIN_COMMUNICATION_RULEBOOKS_H_

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "absl/status/statusor.h"
#include "domain/communication/calendar.h"
#include "domain/communication/rulebook.h"

namespace parley {

// Books that are judged together, compiled once: the contact rules of all of them in the order of
// telling. The house's standing rules come with every set.
class Rulebooks {
 public:
  struct Entry {
    const Rule* rule;
    std::uint16_t book;
  };

  Rulebooks(Rulebooks&&) = default;
  Rulebooks& operator=(Rulebooks&&) = default;
  Rulebooks(const Rulebooks&) = delete;
  Rulebooks& operator=(const Rulebooks&) = delete;
  ~Rulebooks() = default;

  // Takes books and the calendars that they name. Errors: INVALID_ARGUMENT for a calendar that is
  // missing, for versions of one id whose days overlap or leave a gap.
  static absl::StatusOr<Rulebooks> Make(std::vector<Rulebook> books,
                                        std::vector<Calendar> calendars);

  std::span<const Rulebook> books() const { return books_; }
  std::span<const Calendar> calendars() const { return calendars_; }
  std::span<const Entry> contact_rules() const { return entries_; }
  const Calendar* FindCalendar(std::string_view id) const;

  const Rulebook& standing() const { return books_.front(); }
  const Rule& StandingRule(Standing::What what) const {
    return standing().rules[static_cast<std::size_t>(what)];
  }

 private:
  Rulebooks() = default;

  absl::Status FindItsCalendar(Rule& rule) const;

  // Neither grows once it is made, for rules point into both.
  std::vector<Rulebook> books_;
  std::vector<Calendar> calendars_;
  std::vector<Entry> entries_;
};

}  // namespace parley

#endif  // PARLEY_DOMAIN_COMMUNICATION_RULEBOOKS_H_
