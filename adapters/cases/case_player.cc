// SPDX-License-Identifier: Apache-2.0
#include "adapters/cases/case_player.h"

#include <algorithm>
#include <array>
#include <exception>
#include <string>
#include <utility>

#include "adapters/cases/case_answer.h"
#include "adapters/cases/duty_answers.h"
#include "domain/common/reason.h"

namespace parley {
namespace cases {
namespace {

// Going to court, telling credit bureaux, selling a debt: the product does none of it.
bool IsNeverDone(const std::string& action) {
  constexpr auto kNever =
      std::to_array<std::string_view>({"furnish_to_cra", "threaten_lawsuit", "file_lawsuit",
                                       "file_proof_of_claim", "sell_debt", "transfer_debt"});
  return std::find(kNever.begin(), kNever.end(), action) != kNever.end();
}

std::string Dump(const Json& json) {
  return json.dump(-1, ' ', false, Json::error_handler_t::replace);
}

std::string ShownTime(absl::Time time) {
  return absl::FormatTime("%Y-%m-%dT%H:%M:%SZ", time, absl::UTCTimeZone());
}

std::string AnswerText(const CaseAnswer& answer) {
  Json json = answer.fields;
  json["decision"] = answer.decision;
  if (answer.earliest.has_value()) json["earliest_allowed_at"] = ShownTime(*answer.earliest);
  Json rules = Json::array();
  for (const SpokenRule& rule : answer.spoke) {
    if (rule.word == Word::kDoesNotConcern) continue;
    Json one = {{"rule", rule.id}, {"says", std::string(NameOf(rule.word))}};
    if (!rule.before.empty()) one["count_in_window"] = rule.before;
    rules.push_back(std::move(one));
  }
  json["rules"] = std::move(rules);
  return Dump(json);
}

CaseAnswer Answer(const Json& one, const std::vector<Rulebook>& books,
                  const std::vector<Calendar>& calendars) {
  const Json& given = Member(one, "given");
  const Json& when = Member(one, "when");
  const Rulebooks in_play = BooksInPlay(given, books, calendars);
  if (TextOf(when, "action") == "contact") return AnswerContact(given, when, in_play);
  return AnswerDuty(given, when, in_play);
}

// Empty for what is no text.
std::string ShownText(const Json& object, std::string_view name) {
  const Json& member = Member(object, name);
  return member.is_string() ? member.get<std::string>() : std::string();
}

std::string ActionOf(const Json& one) { return ShownText(Member(one, "when"), "action"); }

// A case as it is told when it fails; without differences it passes.
CaseFailure PlayOne(const Json& one, const std::string& action, const std::vector<Rulebook>& books,
                    const std::vector<Calendar>& calendars) {
  const Json& expected = Member(one, "then");
  CaseFailure played;
  CaseAnswer answer;
  try {
    answer = Answer(one, books, calendars);
    played.differences = Compare(expected, answer);
  } catch (const CaseFault& fault) {
    played.differences = {"cannot be played: " + fault.what};
  } catch (const std::exception& error) {
    played.differences = {std::string("cannot be read: ") + error.what()};
  }
  if (played.differences.empty()) return played;
  played.id = ShownText(one, "id");
  played.title = ShownText(one, "title");
  played.action = action;
  played.given = Dump(Member(one, "given"));
  played.expected = Dump(expected);
  played.answered = AnswerText(answer);
  return played;
}

}  // namespace
}  // namespace cases

absl::StatusOr<CaseReport> CasePlayer::Play(std::string_view text,
                                            const std::vector<Rulebook>& books,
                                            const std::vector<Calendar>& calendars) const {
  const cases::Json all = cases::Json::parse(text, nullptr, /*allow_exceptions=*/false);
  if (!all.is_array()) return Refuse(Reason::kCasesMalformed);
  CaseReport report;
  for (const cases::Json& one : all) {
    const std::string action = cases::ActionOf(one);
    if (cases::IsNeverDone(action)) {
      ++report.skipped;
      continue;
    }
    CaseFailure played = cases::PlayOne(one, action, books, calendars);
    if (played.differences.empty()) {
      ++report.passed;
    } else {
      report.failures.push_back(std::move(played));
    }
  }
  return report;
}

}  // namespace parley
