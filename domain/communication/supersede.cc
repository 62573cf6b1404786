// SPDX-License-Identifier: Apache-2.0
#include "domain/communication/supersede.h"

#include <algorithm>
#include <optional>
#include <utility>
#include <variant>

namespace parley {
namespace {

// Adds the book for what is left of its days within the bounds, if any is.
void AddWithin(std::vector<Rulebook>& books, const Rulebook& book, Day from,
               const std::optional<Day>& until) {
  Rulebook part = book;
  part.effective_from = std::max(part.effective_from, from);
  if (until.has_value()) {
    part.effective_until = std::min(part.effective_until.value_or(*until), *until);
  }
  const bool empty =
      part.effective_until.has_value() && *part.effective_until <= part.effective_from;
  if (!empty) books.push_back(std::move(part));
}

std::string CalendarOf(const Rule& rule) {
  if (const auto* window = std::get_if<TimeWindow>(&rule.kind)) return window->closed_on.id;
  const auto* duty = std::get_if<DutyRule>(&rule.kind);
  if (duty == nullptr) return {};
  if (const auto* deadline = std::get_if<Deadline>(duty)) return deadline->calendar.id;
  if (const auto* period = std::get_if<NoticePeriod>(duty)) return period->calendar.id;
  return {};
}

}  // namespace

void Supersede(std::vector<Rulebook>& books, const Rulebook& over) {
  std::vector<Rulebook> left;
  for (Rulebook& book : books) {
    if (book.id != over.id) {
      left.push_back(std::move(book));
      continue;
    }
    AddWithin(left, book, book.effective_from, over.effective_from);
    if (over.effective_until.has_value()) {
      AddWithin(left, book, *over.effective_until, std::nullopt);
    }
  }
  left.push_back(over);
  books = std::move(left);
}

std::vector<std::string> CalendarsOf(const Rulebook& book) {
  std::vector<std::string> ids;
  for (const Rule& rule : book.rules) {
    std::string id = CalendarOf(rule);
    if (!id.empty() && std::find(ids.begin(), ids.end(), id) == ids.end()) {
      ids.push_back(std::move(id));
    }
  }
  return ids;
}

}  // namespace parley
