// SPDX-License-Identifier: Apache-2.0
#include "application/debts/interest_blocks.h"

#include <algorithm>
#include <string>
#include <utility>

#include "absl/strings/str_cat.h"
#include "absl/strings/str_join.h"
#include "application/debts/balance_chart.h"
#include "domain/common/money.h"
#include "domain/debt/interest_terms.h"
#include "domain/debt/periods.h"

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

bool Holds(const std::vector<RateChange>& rates, const RateChange& rate) {
  return std::find(rates.begin(), rates.end(), rate) != rates.end();
}

// The same terms but for their rates.
bool DifferBeyondRates(const InterestTerms& before, InterestTerms after) {
  after.rates = before.rates;
  after.rule = before.rule;
  after.version = before.version;
  return after != before;
}

std::string OrderInWords(const AllocationOrder& order, const Voice& voice) {
  std::vector<std::string> names;
  for (const Bucket bucket : order) {
    names.push_back(voice.Say(absl::StrCat("bucket.", std::string(NameOf(bucket)))));
  }
  return absl::StrJoin(names, ", ");
}

std::vector<std::string> ChangesOf(const ChangeNotice& notice, const Voice& voice) {
  std::vector<std::string> changes;
  if (!notice.after.interest.has_value()) {
    if (notice.before.interest.has_value()) changes.push_back(voice.Say("statement.interest.none"));
  } else {
    const InterestTerms& after = *notice.after.interest;
    const InterestTerms before = notice.before.interest.value_or(InterestTerms());
    for (const RateChange& rate : after.rates) {
      if (Holds(before.rates, rate)) continue;
      const ExactNumber percent{Rate{rate.units, after.day_count}.ToPercent()};
      changes.push_back(
          voice.Say("statement.notice.rate", {{"day", rate.from}, {"percent", percent}}));
    }
    if (DifferBeyondRates(before, after)) changes.push_back(voice.Say("statement.notice.terms"));
  }
  if (notice.after.order != notice.before.order) {
    changes.push_back(
        voice.Say("statement.notice.order", {{"order", OrderInWords(notice.after.order, voice)}}));
  }
  return changes;
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
  for (const Period& freeze : Merged(debt.rules.freezes)) {
    if (freeze.to >= Day(kLastYear, 12, 31)) {
      say("statement.interest.frozen_since", {{"from", freeze.from}});
    } else {
      say("statement.interest.frozen", {{"from", freeze.from}, {"to", freeze.to}});
    }
  }
  blocks.emplace_back(RatesOf(terms, voice));
  return blocks;
}

std::vector<PaperBlock> NoticeBlocks(std::span<const ChangeNotice> notices, const Voice& voice) {
  std::vector<PaperBlock> blocks;
  if (notices.empty()) return blocks;
  blocks.emplace_back(PaperHeading{voice.Say("statement.notices.heading")});
  for (const ChangeNotice& notice : notices) {
    std::string text = voice.Say("statement.notice.told",
                                 {{"given", notice.given}, {"effective", notice.effective}});
    for (const std::string& change : ChangesOf(notice, voice)) absl::StrAppend(&text, " ", change);
    blocks.emplace_back(PaperParagraph{std::move(text)});
  }
  return blocks;
}

}  // namespace parley
