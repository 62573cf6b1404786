// SPDX-License-Identifier: Apache-2.0
#include "infra/cli/cases/play_cases.h"

#include <algorithm>
#include <array>
#include <utility>

#include "infra/cli/cases/duty_answers.h"

namespace parley::cli {
namespace {

// Going to court, telling credit bureaux, selling a debt: the product does none of it.
bool IsNeverDone(const std::string& action) {
  constexpr auto kNever =
      std::to_array<std::string_view>({"furnish_to_cra", "threaten_lawsuit", "file_lawsuit",
                                       "file_proof_of_claim", "sell_debt", "transfer_debt"});
  return std::find(kNever.begin(), kNever.end(), action) != kNever.end();
}

CaseAnswer Answer(const Json& one, const std::vector<Rulebook>& books,
                  const std::vector<Calendar>& calendars) {
  const Json& given = Member(one, "given");
  const Json& when = Member(one, "when");
  const Rulebooks in_play = BooksInPlay(given, books, calendars);
  if (TextOf(when, "action") == "contact") return AnswerContact(given, when, in_play);
  return AnswerDuty(given, when, in_play);
}

CaseFailure Play(const Json& one, const std::vector<Rulebook>& books,
                 const std::vector<Calendar>& calendars) {
  CaseFailure played{.id = TextOf(one, "id"), .title = TextOf(one, "title")};
  played.action = TextOf(Member(one, "when"), "action");
  played.given = Member(one, "given");
  played.expected = Member(one, "then");
  try {
    played.answer = Answer(one, books, calendars);
    played.differences = Compare(played.expected, played.answer);
  } catch (const CaseFault& fault) {
    played.differences = {"cannot be played: " + fault.what};
  } catch (const Json::exception& error) {
    played.differences = {std::string("cannot be read: ") + error.what()};
  }
  return played;
}

}  // namespace

absl::StatusOr<CaseReport> PlayCases(std::string_view text, const std::vector<Rulebook>& books,
                                     const std::vector<Calendar>& calendars) {
  const Json cases = Json::parse(text, nullptr, /*allow_exceptions=*/false);
  if (!cases.is_array()) return absl::InvalidArgumentError("the file is no JSON list of cases");
  CaseReport report;
  for (const Json& one : cases) {
    if (IsNeverDone(TextOf(Member(one, "when"), "action"))) {
      ++report.skipped;
      continue;
    }
    CaseFailure played = Play(one, books, calendars);
    if (played.differences.empty()) {
      ++report.passed;
    } else {
      report.failures.push_back(std::move(played));
    }
  }
  return report;
}

}  // namespace parley::cli
