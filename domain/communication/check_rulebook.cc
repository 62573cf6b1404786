// SPDX-License-Identifier: Apache-2.0
#include "domain/communication/check_rulebook.h"

#include <algorithm>
#include <set>
#include <string_view>
#include <utility>
#include <variant>

#include "absl/strings/str_cat.h"
#include "domain/common/text.h"

namespace parley {
namespace {

constexpr int kEndsSoonDays = 400;
constexpr int kHighestLimit = 10'000;

class Faults {
 public:
  void Add(std::string path, std::string what) {
    all_.push_back({std::move(path), std::move(what)});
  }
  void Require(std::string_view text, std::string path) {
    if (text.empty()) Add(std::move(path), "is missing");
  }
  void RequireId(std::string_view text, std::string path) {
    if (text.empty()) return Add(std::move(path), "is missing");
    if (IsGivenId(text)) return;
    Add(std::move(path), "is not 1 to 100 letters, digits, dots, hyphens and underscores");
  }
  void RequirePositive(std::int64_t figure, std::string path) {
    if (figure <= 0) Add(std::move(path), "must be above 0");
  }
  void RequireAtMost(std::int64_t figure, std::int64_t most, std::string path) {
    if (figure > most) Add(std::move(path), absl::StrCat("must be at most ", most));
  }
  std::vector<BookFault> Take() && { return std::move(all_); }

 private:
  std::vector<BookFault> all_;
};

// What each kind must have.
class KindCheck {
 public:
  KindCheck(std::string path, const Concern& concern, Faults& faults)
      : path_(std::move(path)), concern_(concern), faults_(faults) {}

  void operator()(const TimeWindow& kind) const {
    if (kind.windows.empty()) {
      faults_.Add(path_ + ".time_window", "has no hours, so no instant satisfies it");
    }
    for (std::size_t at = 0; at < kind.windows.size(); ++at) {
      const DayWindow& window = kind.windows[at];
      if (window.from != window.to) continue;
      faults_.Add(absl::StrCat(path_, ".time_window.windows[", at, "]"),
                  "begins when it ends, so no instant satisfies it");
    }
  }
  void operator()(const FrequencyCap& kind) const {
    if (kind.figure != FrequencyCap::Figure::kOfTheRule) return;
    faults_.RequirePositive(kind.limit, path_ + ".frequency_cap.limit");
    faults_.RequireAtMost(kind.limit, kHighestLimit, path_ + ".frequency_cap.limit");
    faults_.RequirePositive(kind.days, path_ + ".frequency_cap.days");
    faults_.RequireAtMost(kind.days, LongestCount(kind), path_ + ".frequency_cap.days");
  }
  void operator()(const Cooldown& kind) const {
    faults_.RequirePositive(kind.days, path_ + ".cooldown.days");
    faults_.RequireAtMost(kind.days, kDaysRemembered, path_ + ".cooldown.days");
  }
  void operator()(const Moratorium& kind) const {
    faults_.RequirePositive(kind.days, path_ + ".moratorium.days");
  }
  void operator()(const KnownAddress& kind) const {
    if (kind.routes.empty()) faults_.Add(path_ + ".known_address", "names no route");
  }
  void operator()(const Recipients& kind) const {
    if (kind.may_be_told.empty()) faults_.Add(path_ + ".recipients", "names nobody");
  }
  void operator()(const RequiredContent& kind) const {
    if (kind.disclosures.empty() && kind.routing.empty() && !kind.unread_is_fine) {
      faults_.Add(path_ + ".required_content", "attaches nothing");
    }
  }
  void operator()(const WarnPattern& kind) const {
    faults_.Require(kind.warning, path_ + ".warn_pattern.warning");
    if (!kind.when.has_value() && kind.at_least <= 0 && kind.within_minutes <= 0) {
      faults_.Add(path_ + ".warn_pattern", "has no figure");
    }
    faults_.RequireAtMost(kind.look_back_days, kDaysRemembered,
                          path_ + ".warn_pattern.look_back_days");
  }
  void operator()(const DutyRule& duty) const { std::visit(*this, duty); }
  void operator()(const Deadline& kind) const {
    faults_.RequirePositive(kind.days, path_ + ".deadline.days");
    if (kind.business_days && !IsAboutACase(kind.duty)) {
      faults_.Require(kind.calendar.id, path_ + ".deadline.calendar");
    }
  }
  void operator()(const NoticePeriod& kind) const {
    faults_.RequirePositive(kind.length_days, path_ + ".notice_period.length_days");
    faults_.Require(kind.calendar.id, path_ + ".notice_period.calendar");
  }
  void operator()(const Retention& kind) const {
    faults_.RequirePositive(kind.years, path_ + ".retention.years");
  }
  void operator()(const LateInterest& kind) const {
    faults_.RequirePositive(kind.margin, path_ + ".late_interest.margin_units");
  }
  template <typename Kind>
  void operator()(const Kind& /*kind*/) const {}

 private:
  // Talks on the way to finding somebody are with third parties, and remembered longer.
  int LongestCount(const FrequencyCap& cap) const {
    const bool of_third_parties = concern_.purposes == EnumSet<Purpose>{Purpose::kLocation} &&
                                  cap.only_outcomes == EnumSet<Outcome>{Outcome::kConversation};
    return of_third_parties ? kDaysThirdPartiesAreRemembered : kDaysRemembered;
  }

  std::string path_;
  const Concern& concern_;
  Faults& faults_;
};

void CheckRules(const Rulebook& book, Faults& faults) {
  std::set<std::string_view> ids;
  for (std::size_t at = 0; at < book.rules.size(); ++at) {
    const Rule& rule = book.rules[at];
    const std::string path = absl::StrCat("rules[", at, "]");
    faults.Require(rule.id, path + ".id");
    faults.Require(rule.cite, path + ".cite");
    if (!ids.insert(rule.id).second) faults.Add(path + ".id", "is another rule's already");
    std::visit(KindCheck(path, rule.concern, faults), rule.kind);
  }
}

// Sorted, each day once, within what is covered.
void CheckDays(const std::vector<Day>& days, const Calendar& calendar, Faults& faults) {
  for (std::size_t at = 0; at < days.size(); ++at) {
    if (!calendar.covers.Contains(days[at])) {
      faults.Add("holidays", absl::StrCat(FormatDay(days[at]), " is outside what is covered"));
    }
    if (at > 0 && days[at] <= days[at - 1]) {
      faults.Add("holidays", absl::StrCat(FormatDay(days[at]), " is out of order"));
    }
  }
}

bool IsThere(std::string_view id, std::span<const Rulebook> books) {
  return std::any_of(books.begin(), books.end(), [&](const Rulebook& one) { return one.id == id; });
}

// True when the companions of `from`, theirs and so on come to `to`, or are it.
bool LeadsTo(std::string_view to, std::string_view from, std::span<const Rulebook> books) {
  std::set<std::string_view> seen;
  std::vector<std::string_view> next = {from};
  while (!next.empty()) {
    const std::string_view id = next.back();
    next.pop_back();
    if (id == to) return true;
    if (!seen.insert(id).second) continue;
    for (const Rulebook& book : books) {
      if (book.id == id) next.insert(next.end(), book.companions.begin(), book.companions.end());
    }
  }
  return false;
}

}  // namespace

std::vector<BookFault> CheckRulebook(const Rulebook& book) {
  Faults faults;
  faults.RequireId(book.id, "id");
  faults.RequireId(book.version, "version");
  faults.Require(book.title, "title");
  faults.Require(book.authority_url, "authority_url");
  faults.Require(book.text_read, "text_read");
  if (book.effective_until.has_value() && *book.effective_until <= book.effective_from) {
    faults.Add("until_date", "is not after effective_date");
  }
  for (std::size_t at = 0; at < book.applies.regions.size(); ++at) {
    if (!book.applies.regions[at].starts_with(book.applies.country + "-")) {
      faults.Add(absl::StrCat("applies.region[", at, "]"), "is no part of the country");
    }
  }
  CheckRules(book, faults);
  return std::move(faults).Take();
}

std::vector<BookFault> CheckCompanions(const Rulebook& book, std::span<const Rulebook> others) {
  Faults faults;
  for (std::size_t at = 0; at < book.companions.size(); ++at) {
    const std::string path = absl::StrCat("companions[", at, "]");
    const std::string& companion = book.companions[at];
    if (companion != book.id && !IsThere(companion, others)) {
      faults.Add(path, "is no rulebook that there is");
    } else if (LeadsTo(book.id, companion, others)) {
      faults.Add(path, "leads back to this book");
    }
  }
  return std::move(faults).Take();
}

std::vector<BookFault> CheckCalendar(const Calendar& calendar) {
  Faults faults;
  faults.Require(calendar.id, "id");
  faults.Require(calendar.version, "version");
  faults.Require(calendar.source, "source_url");
  if (calendar.covers.to < calendar.covers.from) {
    faults.Add("last_date", "is before first_date");
  }
  CheckDays(calendar.holidays, calendar, faults);
  CheckDays(calendar.observed, calendar, faults);
  return std::move(faults).Take();
}

bool EndsSoon(const Calendar& calendar, Day today) {
  return calendar.covers.to < today + kEndsSoonDays;
}

}  // namespace parley
