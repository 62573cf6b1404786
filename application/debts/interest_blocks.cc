// SPDX-License-Identifier: Apache-2.0
#include "application/debts/interest_blocks.h"

#include <string>

#include "absl/strings/str_cat.h"
#include "application/debts/balance_chart.h"
#include "domain/common/money.h"
#include "domain/debt/interest_terms.h"

namespace parley {
namespace {

std::string_view KeyOf(DayCount convention) {
  switch (convention) {
    case DayCount::kAct365F:
      return "statement.days.ACT_365F";
    case DayCount::kAct360:
      return "statement.days.ACT_360";
    case DayCount::kActActIsda:
      return "statement.days.ACT_ACT_ISDA";
    case DayCount::k30360Us:
      return "statement.days.30_360_US";
  }
  return "";
}

std::string_view KeyOf(InterestBase base) {
  switch (base) {
    case InterestBase::kPrincipal:
      return "statement.base.PRINCIPAL";
    case InterestBase::kPrincipalAndFees:
      return "statement.base.PRINCIPAL_AND_FEES";
  }
  return "";
}

std::string_view KeyOf(InterestPosting posting) {
  switch (posting) {
    case InterestPosting::kMonthEnd:
      return "statement.posting.MONTH_END";
    case InterestPosting::kNever:
      return "statement.posting.NEVER";
  }
  return "";
}

PaperTable RatesOf(const InterestTerms& terms, const Voice& voice) {
  PaperTable table{.columns = {{voice.Say("statement.column.rate_from"), PaperColumnKind::kText},
                               {voice.Say("statement.column.rate"), PaperColumnKind::kAmount}},
                   .rows = {}};
  for (const RateChange& change : terms.rates) {
    const ExactNumber percent{Rate{change.units, terms.day_count}.ToPercent()};
    table.rows.push_back({.cells = {voice.Say("statement.rate_from", {{"day", change.from}}),
                                    voice.Say("statement.rate", {{"percent", percent}})}});
  }
  return table;
}

}  // namespace

std::vector<PaperBlock> InterestBlocks(const Debt& debt, const Voice& voice) {
  std::vector<PaperBlock> blocks = {PaperHeading{voice.Say("statement.interest.heading")}};
  const auto say = [&](std::string_view key, const WordArguments& arguments = {}) {
    blocks.emplace_back(PaperParagraph{voice.Say(key, arguments)});
  };
  if (!debt.rules.interest.has_value()) {
    say("statement.interest.none");
    return blocks;
  }
  const InterestTerms& terms = *debt.rules.interest;
  say("statement.interest.how",
      {{"base", voice.Say(KeyOf(terms.base))}, {"days", voice.Say(KeyOf(terms.day_count))}});
  say("statement.interest.rule",
      {{"basis", terms.basis}, {"rule", terms.rule}, {"version", absl::StrCat(terms.version)}});
  say(KeyOf(terms.posting), {{"day", terms.interest_from + 1}});
  if (terms.monthly_minimum > 0) {
    say("statement.interest.minimum", {{"amount", Money(terms.monthly_minimum, debt.currency)}});
  }
  if (terms.cap.has_value()) {
    say("statement.interest.cap", {{"amount", Money(*terms.cap, debt.currency)}});
  }
  for (const Period& freeze : debt.rules.freezes) {
    if (DayNumber(freeze.to) >= DayNumber(Day(kLastYear, 12, 31))) {
      say("statement.interest.frozen_since", {{"from", freeze.from}});
    } else {
      say("statement.interest.frozen", {{"from", freeze.from}, {"to", freeze.to}});
    }
  }
  blocks.emplace_back(RatesOf(terms, voice));
  return blocks;
}

}  // namespace parley
