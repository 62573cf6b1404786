// SPDX-License-Identifier: Apache-2.0
#include "tests/support/application/fake_policy.h"

#include <optional>
#include <sstream>
#include <utility>

#include "absl/strings/str_cat.h"
#include "domain/common/reason.h"

namespace parley {

std::string ABookText(std::string_view id, std::string_view version, std::string_view from,
                      std::string_view until, int limit) {
  std::ostringstream text;
  text << id << " " << version << " " << from << " " << until << " " << limit;
  return text.str();
}

absl::StatusOr<Rulebook> FakeRulebookReader::Read(std::string_view text) const {
  std::istringstream words{std::string(text)};
  Rulebook book;
  std::string from;
  std::string until;
  FrequencyCap cap;
  words >> book.id >> book.version >> from >> until >> cap.limit;
  const std::optional<Day> first = ParseDay(from);
  if (words.fail() || !first.has_value()) return Refused(text, {{"id", "does not read"}});
  book.title = "A book of a test";
  book.authority_url = "https://example.com";
  book.text_read = "all of it";
  book.effective_from = *first;
  book.effective_until = ParseDay(until);
  for (std::string companion; words >> companion;) book.companions.push_back(companion);
  cap.days = 7;
  Rule rule{.id = book.id + ".CAP", .cite = "a test"};
  rule.kind = cap;
  book.rules.push_back(std::move(rule));
  const std::vector<BookFault> faults = CheckRulebook(book);
  if (!faults.empty()) return Refused(text, faults);
  return book;
}

absl::Status FakeRulebookReader::Refused(std::string_view /*text*/,
                                         const std::vector<BookFault>& faults) const {
  std::string lines;
  for (const BookFault& fault : faults) {
    absl::StrAppend(&lines, lines.empty() ? "" : "\n", "1:1: ", fault.path, ": ", fault.what);
  }
  return Refuse(Reason::kRulebookUnsound, {}, {{"faults", lines}});
}

SystemPolicy ASystemPolicy() {
  const std::string text = ABookText("TEST.HOUSE", "1", "2020-01-01");
  std::vector<RulebookFile> files = {{FakeRulebookReader().Read(text).value(), text}};
  return SystemPolicy::Make(std::move(files), {}).value();
}

absl::StatusOr<CaseReport> FakeCases::Play(std::string_view cases,
                                           const std::vector<Rulebook>& books,
                                           const std::vector<Calendar>& /*calendars*/) const {
  if (cases == "malformed") return Refuse(Reason::kCasesMalformed);
  CaseReport report{.passed = static_cast<int>(books.size()), .skipped = 1, .failures = {}};
  if (cases == "fail") {
    report.failures.push_back({.id = "C-1",
                               .title = "A case",
                               .action = "contact",
                               .differences = {"decision: allow expected, refuse answered"},
                               .given = "{}",
                               .expected = "{}",
                               .answered = "{}"});
  }
  return report;
}

}  // namespace parley
