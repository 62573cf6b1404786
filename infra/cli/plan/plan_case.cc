// SPDX-License-Identifier: Apache-2.0
#include "infra/cli/plan/plan_case.h"

#include <algorithm>
#include <array>
#include <limits>
#include <optional>
#include <utility>

#include "absl/strings/ascii.h"
#include "absl/strings/str_cat.h"
#include "domain/common/reason.h"
#include "infra/cli/ledger/json_fields.h"
#include "infra/cli/ledger/json_values.h"

namespace parley::cli {
namespace {

// One of the words that the domain has for such a value.
template <typename Value>
Value WordIn(const JsonField& field) {
  const std::span<const std::string_view> words = WordsOf<Value>();
  const std::string text = field.Text();
  const auto found = std::find(words.begin() + 1, words.end(), text);
  if (found == words.end()) field.Fail("has an unknown value");
  return static_cast<Value>(found - words.begin());
}

int SmallOf(const JsonField& field) {
  const std::int64_t value = field.Integer();
  if (value < 0 || value > std::numeric_limits<int>::max()) field.Fail("is out of range");
  return static_cast<int>(value);
}

Buckets BalanceOf(const JsonField& field) {
  Buckets owed;
  for (const auto& [name, units] : field.Object()) {
    const std::optional<Bucket> bucket = BucketNamedIn(absl::AsciiStrToLower(name));
    if (!bucket.has_value()) field[name].Fail("is no bucket");
    owed[*bucket] = field[name].Integer();
  }
  return owed;
}

// The field is always there, and says nothing of a rhythm that names no days of the month.
bool NamesDays(Frequency frequency) {
  return frequency == Frequency::kMonthly || frequency == Frequency::kTwiceMonthly;
}

ScheduleTerms TermsOf(const JsonField& field) {
  field.Only({"start", "frequency", "days", "first_due", "first_minor", "roll", "holidays",
              "rate_e10", "day_count", "remainder"});
  ScheduleTerms terms;
  terms.start = DayOf(field["start"]);
  terms.rhythm.frequency = WordIn<Frequency>(field["frequency"]);
  if (field.Has("days") && NamesDays(terms.rhythm.frequency)) {
    for (const JsonField& day : field["days"].Elements()) {
      terms.rhythm.days.push_back(SmallOf(day));
    }
  }
  terms.rhythm.first_due = DayOf(field["first_due"]);
  terms.first = IntegerOf(field, "first_minor");
  terms.rhythm.roll = WordIn<Roll>(field["roll"]);
  if (field.Has("holidays")) {
    for (const JsonField& day : field["holidays"].Elements()) {
      terms.rhythm.holidays.push_back(DayOf(day));
    }
  }
  std::sort(terms.rhythm.holidays.begin(), terms.rhythm.holidays.end());
  terms.rate.units = IntegerOf(field, "rate_e10").value_or(0);
  if (field.Has("day_count")) terms.rate.day_count = OneOf(field["day_count"], kDayCounts);
  if (field.Has("remainder")) terms.remainder = WordIn<Remainder>(field["remainder"]);
  return terms;
}

ScheduleRequest RequestOf(const JsonField& field) {
  field.Only({"instalment_minor", "count", "end_date"});
  const int given = static_cast<int>(field.Has("instalment_minor")) +
                    static_cast<int>(field.Has("count")) + static_cast<int>(field.Has("end_date"));
  if (given != 1) field.Fail("asks for one of instalment_minor, count and end_date");
  if (field.Has("instalment_minor")) return ByAmount{field["instalment_minor"].Integer()};
  if (field.Has("count")) return ByCount{SmallOf(field["count"])};
  return ByEnd{DayOf(field["end_date"])};
}

PlanCase CaseOf(const JsonField& root) {
  root.Only({"id", "currency", "balance", "terms", "request", "expect"});
  const std::optional<Currency> currency = Currency::Find(root["currency"].Text());
  if (!currency.has_value()) root["currency"].Fail("is no currency with a minor unit");
  PlanCase one{.id = root["id"].Text(),
               .currency = *currency,
               .owed = BalanceOf(root["balance"]),
               .terms = TermsOf(root["terms"]),
               .request = RequestOf(root["request"])};
  const JsonField expect = root["expect"];
  expect.Only({"instalments", "total_minor", "end_date"});
  for (const JsonField& due : expect["instalments"].Elements()) {
    due.Only({"due", "amount_minor"});
    one.instalments.push_back({DayOf(due["due"]), due["amount_minor"].Integer()});
  }
  one.total = expect["total_minor"].Integer();
  one.end = DayOf(expect["end_date"]);
  return one;
}

std::string TextOf(const absl::Status& status) {
  const std::optional<Reason> reason = ReasonOf(status);
  std::string text = reason.has_value() ? std::string(RowOf(*reason).name) : status.ToString();
  for (const Violation& one : ViolationsOf(status)) {
    absl::StrAppend(&text, " ", one.field, " ", std::string(RowOf(one.fault).name));
  }
  return text;
}

std::string TextOf(Day day, std::int64_t amount) {
  return absl::StrCat(FormatDay(day), " ", amount);
}

}  // namespace

absl::StatusOr<PlanCase> ParsePlanCase(std::string_view line) {
  try {
    const nlohmann::json whole = ParseJson(line);
    return CaseOf(JsonField(whole, ""));
  } catch (const JsonFault& fault) {
    const std::string path = fault.path.empty() ? "the line" : fault.path;
    return absl::InvalidArgumentError(absl::StrCat(path, " ", fault.what));
  } catch (const nlohmann::json::exception&) {
    return absl::InvalidArgumentError("the line is not JSON");
  }
}

std::vector<std::string> CheckPlan(const PlanCase& one) {
  const absl::StatusOr<Schedule> made = MakeSchedule(one.owed, one.terms, one.request);
  if (!made.ok()) return {TextOf(made.status())};
  std::vector<std::string> differences;
  const auto compare = [&](const std::string& what, const std::string& expected,
                           const std::string& found) {
    if (expected == found) return;
    differences.push_back(absl::StrCat(what, ": ", expected, " expected, ", found, " found"));
  };
  const std::vector<Instalment>& found = made->instalments;
  compare("instalments", absl::StrCat(one.instalments.size()), absl::StrCat(found.size()));
  for (std::size_t at = 0; at < std::min(found.size(), one.instalments.size()); ++at) {
    compare(absl::StrCat("instalments[", at, "]"),
            TextOf(one.instalments[at].day, one.instalments[at].amount),
            TextOf(found[at].due, found[at].amount));
  }
  compare("total_minor", absl::StrCat(one.total), absl::StrCat(made->total));
  compare("end_date", FormatDay(one.end), FormatDay(found.back().due));
  return differences;
}

LineReport CheckPlans(std::istream& in) {
  return CheckLines(in, [](std::string_view line) -> CheckedLine {
    const absl::StatusOr<PlanCase> one = ParsePlanCase(line);
    if (!one.ok()) return {0, "", {std::string(one.status().message())}};
    return {0, one->id, CheckPlan(*one)};
  });
}

}  // namespace parley::cli
