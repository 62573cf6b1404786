// SPDX-License-Identifier: Apache-2.0
#include "domain/communication/rulebooks.h"

#include <algorithm>
#include <array>
#include <map>
#include <utility>
#include <variant>

#include "absl/strings/str_cat.h"
#include "domain/common/status_macros.h"

namespace parley {
namespace {

struct StandingRow {
  Standing::What what;
  std::string_view id;
};

// In the order of the enum.
constexpr auto kStanding = std::to_array<StandingRow>({
    {Standing::What::kKillSwitch, "PARLEY.KILL_SWITCH"},
    {Standing::What::kClosure, "PARLEY.DEBT_CLOSED"},
    {Standing::What::kDeceased, "PARLEY.DECEASED"},
    {Standing::What::kNoAuthority, "PARLEY.NO_AUTHORITY"},
    {Standing::What::kHolds, "PARLEY.HOLDS"},
    {Standing::What::kWrongPerson, "PARLEY.WRONG_PERSON"},
    {Standing::What::kPointClosed, "PARLEY.POINT_CLOSED"},
    {Standing::What::kPromises, "PARLEY.PROMISES"},
    {Standing::What::kUnanswered, "PARLEY.UNANSWERED_INBOUND"},
    {Standing::What::kPlaceUnknown, "PARLEY.PLACE_UNKNOWN"},
    {Standing::What::kUnresearched, "PARLEY.LAW_UNRESEARCHED"},
    {Standing::What::kNoCommonTime, "PARLEY.NO_COMMON_TIME"},
});

// What people are owed about their cases where no book of their place says more.
struct OwedRow {
  std::string_view id;
  Deadline deadline;
};

std::vector<OwedRow> OwedEverywhere() {
  return {
      {"PARLEY.ACKNOWLEDGE_COMPLAINT", {Duty::kAcknowledgeComplaint, 2, true, {}}},
      {"PARLEY.SETTLE_COMPLAINT_IN_SHORT", {Duty::kSettleComplaintInShort, 3, true, {}}},
      {"PARLEY.ANSWER_COMPLAINT", {Duty::kAnswerComplaint, 30, false, {}}},
      {"PARLEY.ANSWER_DISPUTE", {Duty::kAnswerDispute, 30, false, {}}},
  };
}

Rulebook StandingBook() {
  Rulebook book{.id = "PARLEY.STANDING", .version = "1", .title = "What holds in every book"};
  book.effective_from = Day(kFirstYear, 1, 1);
  for (const StandingRow& row : kStanding) {
    Rule rule{.id = std::string(row.id), .cite = "infra/docs/conformance.md"};
    rule.force = Force::kPolicy;
    rule.kind = Standing{row.what};
    book.rules.push_back(std::move(rule));
  }
  for (const OwedRow& row : OwedEverywhere()) {
    Rule rule{.id = std::string(row.id), .cite = "infra/docs/cases.md"};
    rule.force = Force::kPolicy;
    rule.kind = DutyRule(row.deadline);
    book.rules.push_back(std::move(rule));
  }
  return book;
}

CalendarRef* CalendarOf(Rule& rule) {
  if (auto* window = std::get_if<TimeWindow>(&rule.kind)) return &window->closed_on;
  auto* duty = std::get_if<DutyRule>(&rule.kind);
  if (duty == nullptr) return nullptr;
  if (auto* deadline = std::get_if<Deadline>(duty)) return &deadline->calendar;
  if (auto* period = std::get_if<NoticePeriod>(duty)) return &period->calendar;
  return nullptr;
}

// Versions of one book follow each other day by day.
absl::Status CheckSuccession(std::vector<const Rulebook*> versions) {
  std::sort(versions.begin(), versions.end(), [](const Rulebook* left, const Rulebook* right) {
    return left->effective_from < right->effective_from;
  });
  for (std::size_t at = 1; at < versions.size(); ++at) {
    const Rulebook& before = *versions[at - 1];
    const Rulebook& after = *versions[at];
    if (before.effective_until == after.effective_from) continue;
    const bool overlaps =
        !before.effective_until.has_value() || *before.effective_until > after.effective_from;
    return absl::InvalidArgumentError(absl::StrCat(
        after.id, ": versions ", before.version, " and ", after.version,
        overlaps ? " are in force on the same days" : " leave days without a book between them"));
  }
  return absl::OkStatus();
}

absl::Status CheckSuccessions(std::span<const Rulebook> books) {
  std::map<std::string_view, std::vector<const Rulebook*>> by_id;
  for (const Rulebook& book : books) by_id[book.id].push_back(&book);
  for (const auto& [id, versions] : by_id) PARLEY_RETURN_IF_ERROR(CheckSuccession(versions));
  return absl::OkStatus();
}

bool IsDuty(const Rule& rule) { return std::holds_alternative<DutyRule>(rule.kind); }

}  // namespace

absl::StatusOr<Rulebooks> Rulebooks::Make(std::vector<Rulebook> books,
                                          std::vector<Calendar> calendars) {
  PARLEY_RETURN_IF_ERROR(CheckSuccessions(books));
  Rulebooks set;
  set.calendars_ = std::move(calendars);
  set.books_.push_back(StandingBook());
  std::move(books.begin(), books.end(), std::back_inserter(set.books_));
  for (std::size_t at = 0; at < set.books_.size(); ++at) {
    for (Rule& rule : set.books_[at].rules) {
      PARLEY_RETURN_IF_ERROR(set.FindItsCalendar(rule));
      if (!IsDuty(rule)) set.entries_.push_back({&rule, static_cast<std::uint16_t>(at)});
    }
  }
  std::stable_sort(set.entries_.begin(), set.entries_.end(),
                   [](const Entry& left, const Entry& right) {
                     return StageOf(*left.rule) < StageOf(*right.rule);
                   });
  return set;
}

absl::Status Rulebooks::FindItsCalendar(Rule& rule) const {
  CalendarRef* const wanted = CalendarOf(rule);
  if (wanted == nullptr || wanted->id.empty()) return absl::OkStatus();
  wanted->calendar = FindCalendar(wanted->id);
  if (wanted->calendar != nullptr) return absl::OkStatus();
  return absl::InvalidArgumentError(absl::StrCat(rule.id, ": there is no calendar ", wanted->id));
}

const Calendar* Rulebooks::FindCalendar(std::string_view id) const {
  const auto found = std::find_if(calendars_.begin(), calendars_.end(),
                                  [id](const Calendar& one) { return one.id == id; });
  return found == calendars_.end() ? nullptr : &*found;
}

}  // namespace parley
