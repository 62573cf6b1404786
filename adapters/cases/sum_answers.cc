// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <string>
#include <vector>

#include "absl/strings/match.h"
#include "adapters/cases/duty_case.h"
#include "domain/communication/duties/itemised_sums.h"
#include "domain/communication/duties/late_interest.h"
#include "domain/communication/moratorium.h"

namespace parley::cases {
namespace {

constexpr int kDaysOfYear = 365;

// "actual/360" counts a year as 360 days; without a word it has 365.
int DaysOfYear(const Json& when) {
  return absl::StrContains(TextOf(when, "day_count"), "360") ? 360 : kDaysOfYear;
}

std::optional<std::int64_t> AmountAt(const Json& rows, const char* name) {
  const Json& value = Member(rows, name);
  const bool blank = value.is_null() || (value.is_string() && value.get<std::string>().empty());
  if (blank) return std::nullopt;
  if (value == "none" || value == "None") return 0;
  return MinorOf(value);
}

ItemisedRows ReadRows(const Json& rows) {
  ItemisedRows read{.owed = AmountAt(rows, "owed"),
                    .interest = AmountAt(rows, "interest"),
                    .fees = AmountAt(rows, "fees"),
                    .paid_or_credited = AmountAt(rows, "paid_or_credited")};
  for (const Json& part : Member(rows, "owed_parts")) read.owed_parts.push_back(MinorOf(part));
  return read;
}

// A state's own table stands for the law's where it is much alike.
bool IsStateTable(const DutyCase& one, bool& alike) {
  if (TextOf(Member(one.when(), "itemisation"), "format") != "state") return false;
  const Json& facts = Member(one.given(), "facts");
  alike = std::any_of(facts.begin(), facts.end(), [](const Json& fact) {
    return TextOf(fact, "kind") == "state_itemisation_required" &&
           IsTrue(fact, "substantially_similar");
  });
  return true;
}

void TellItemisation(const DutyCase& one, DutyAnswer& answer) {
  const Rule* const rule = one.rules().Looks(Aspect::kItemisationSums);
  bool alike = false;
  if (IsStateTable(one, alike)) return answer.SayIf(rule, !alike);
  const Json& table = Member(one.when(), "itemisation");
  std::vector<ItemisedRows> debts;
  if (Has(table, "debts")) {
    for (const Json& rows : table.at("debts")) debts.push_back(ReadRows(rows));
  } else {
    debts.push_back(ReadRows(table));
  }
  const ItemisedSums sums = AddUp(debts, MinorOf(Member(one.when(), "current_amount")));
  answer.SayIf(rule, !sums.sound);
  answer["computed_total"] = DecimalOf(sums.total);
  for (const std::int64_t part : sums.parts) answer["computed_parts"].push_back(DecimalOf(part));
}

void TellItemisationDate(const DutyCase& one, DutyAnswer& answer) {
  std::vector<ItemisationDate> dates;
  for (const Json& date : Member(one.given(), "itemisation_dates")) {
    dates.push_back({TextOf(date, "kind"), DayAt(date, "date")});
  }
  ItemisationChoice choice;
  const Json& selected = Member(one.when(), "selected");
  for (const auto& [field, value] : selected.items()) {
    if (field == "date") {
      choice.day = DayOf(value.get<std::string>());
    } else if (field == "alternatives") {
      for (const Json& day : value) choice.possible.push_back(DayOf(day.get<std::string>()));
    } else {
      choice.kinds.push_back(value.get<std::string>());
    }
  }
  answer.SayIf(one.rules().Looks(Aspect::kItemisationDate), !IsSoundChoice(dates, choice));
}

void TellLateInterest(const DutyCase& one, DutyAnswer& answer) {
  const bool consumer = absl::StrContains(TextOf(one.given(), "parties"), "consumer");
  answer.SayIf(one.rules().Looks(Aspect::kCommercialOnly), consumer);
  const Rule* const rule = one.rules().RuleOf<LateInterest>();
  answer.Say(rule, Word::kPermits);
  if (consumer) return;
  const Json& debt = one.given().at("debts").at(one.debts().First());
  std::vector<ReferenceRate> rates;
  for (const Json& rate : Member(one.given(), "reference_rates")) {
    rates.push_back(
        {{DayOf(TextOf(rate, "from")), DayOf(TextOf(rate, "to"))}, RateOf(TextOf(rate, "ecb"))});
  }
  const Period late{DayOf(TextOf(debt, "due_on")) + 1, DayOf(TextOf(one.when(), "paid_on"))};
  const LateInterest& terms = *DutyBook::Get<LateInterest>(*rule);
  const auto owed =
      InterestOf(terms, MinorOf(Member(debt, "principal")), late, rates, DaysOfYear(one.when()));
  if (!owed.has_value()) throw CaseFault{"no reference rate covers the days"};
  answer["interest"] = DecimalOf(owed->interest);
  answer["days"] = owed->days;
  answer["compensation"] = DecimalOf(terms.compensation);
}

// Days of a period on which nothing may be charged to this person.
std::int64_t FrozenDays(const Moratorium& rule, const DutyCase& one, Period period) {
  const std::uint8_t person = one.names().Person(TextOf(one.when(), "person"));
  std::int64_t frozen = 0;
  for (Day day = period.from; day <= period.to; ++day) {
    const auto covers = [&](const Pause& pause) {
      const PauseDays days = DaysOf(rule, pause);
      return pause.person == person && pause.debts.Covers(one.debts()) && days.first <= day &&
             day <= days.last.value_or(day);
    };
    if (std::any_of(one.facts().pauses.begin(), one.facts().pauses.end(), covers)) ++frozen;
  }
  return frozen;
}

void TellFreeze(const DutyCase& one, DutyAnswer& answer) {
  answer.Say(one.rules().RuleOf<AccrualFreeze>(), Word::kPermits);
  const Rule* const pause = one.rules().RuleOf<Moratorium>();
  if (pause == nullptr) throw CaseFault{"no rulebook in play has a pause"};
  const Json& given = Member(one.when(), "period");
  const Period period{DayOf(given.at(0).get<std::string>()), DayOf(given.at(1).get<std::string>())};
  const std::int64_t frozen = FrozenDays(*DutyBook::Get<Moratorium>(*pause), one, period);
  const std::int64_t days = period.to - period.from + 1 - frozen;
  const auto interest =
      SimpleInterest(MinorOf(Member(one.when(), "principal")),
                     RateOf(TextOf(one.when(), "annual_rate")), days, DaysOfYear(one.when()));
  answer["chargeable_days"] = days;
  answer["frozen_days"] = frozen;
  answer["chargeable_interest"] = DecimalOf(interest.value_or(0));
}

}  // namespace

bool AnswerSum(const std::string& action, const DutyCase& one, DutyAnswer& answer) {
  if (action == "render_itemisation") {
    TellItemisation(one, answer);
  } else if (action == "choose_itemisation_date") {
    TellItemisationDate(one, answer);
  } else if (action == "statutory_interest") {
    TellLateInterest(one, answer);
  } else if (action == "accrue_interest") {
    TellFreeze(one, answer);
  } else {
    return false;
  }
  return true;
}

}  // namespace parley::cases
