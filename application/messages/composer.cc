// SPDX-License-Identifier: Apache-2.0
#include "application/messages/composer.h"

#include <algorithm>
#include <cstddef>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

#include "absl/strings/str_cat.h"
#include "domain/common/status_macros.h"
#include "domain/common/violations.h"
#include "domain/communication/purposes.h"

namespace parley {
namespace {

LanguageWishes WishesOf(const KnownFacts& facts) {
  LanguageWishes wishes;
  const DebtorRecord& person = facts.record.person;
  std::vector<std::string> theirs = person.preferences.languages;
  if (!person.debtor.language.empty()) theirs.push_back(person.debtor.language);
  // Nobody recorded what a representative speaks: it is that in which the debts are spoken of.
  (facts.representative.has_value() ? wishes.debt : wishes.person) = std::move(theirs);
  for (const Debt& debt : facts.record.debts) {
    const std::string& language = debt.origin.language;
    const bool is_meant =
        std::find(facts.debts.begin(), facts.debts.end(), debt.id) != facts.debts.end();
    if (is_meant && !language.empty()) wishes.debt.push_back(language);
  }
  for (const Creditor& creditor : facts.creditors) {
    if (!creditor.language.empty()) wishes.creditor.push_back(creditor.language);
  }
  return wishes;
}

std::vector<std::string_view> DemandsOf(const Answered& answer) {
  return {answer.disclosures.begin(), answer.disclosures.end()};
}

// What the house knows of itself, and when somebody is to be called, as the caller says.
absl::StatusOr<LimitedValues> LimitedOf(const Composition& of) {
  const Letterhead& letterhead = of.facts.letterhead;
  LimitedValues values;
  values.firm = letterhead.neutral_name;
  values.agent = letterhead.agent;
  values.phone = letterhead.phone;
  Violations violations;
  for (std::size_t at = 0; at < of.order.values.size(); ++at) {
    TakeValue(of.order.values[at], absl::StrCat("order.values[", at, "]"), values, violations);
  }
  PARLEY_RETURN_IF_ERROR(violations.ToStatus());
  return values;
}

bool IsAbove(const Money* asked, std::span<const Money> owed) {
  if (asked == nullptr) return false;
  const auto same = std::find_if(owed.begin(), owed.end(), [asked](const Money& sum) {
    return sum.currency() == asked->currency();
  });
  return same == owed.end() || asked->minor_units() > same->minor_units();
}

bool IsMoreThanOwed(const TemplateValue& value, std::span<const Money> owed) {
  const auto* const rows = std::get_if<std::vector<ValueRow>>(&value.value);
  if (rows == nullptr) return IsAbove(std::get_if<Money>(&value.value), owed);
  return std::any_of(rows->begin(), rows->end(), [owed](const ValueRow& row) {
    return std::any_of(row.begin(), row.end(), [owed](const ColumnValue& column) {
      return IsAbove(std::get_if<Money>(&column.value), owed);
    });
  });
}

void CheckGiven(const Composition& of, std::span<const Variable> needs, Violations& violations) {
  const std::vector<Money> owed = OwedOver(of.facts.record, of.facts.debts);
  for (std::size_t at = 0; at < of.order.values.size(); ++at) {
    const TemplateValue& value = of.order.values[at];
    const std::string path = absl::StrCat("order.values[", at, "]");
    if (FindVariable(needs, value.name) == nullptr) {
      violations.Add(path + ".name", Fault::kUnknownValue);
    } else if (IsKnown(value.name, needs)) {
      violations.Add(path + ".name", Fault::kOutputOnly);
    } else if (kAsksForMoney.Has(of.purpose) && IsMoreThanOwed(value, owed)) {
      violations.Add(path + ".money", Fault::kOutOfRange);
    }
  }
}

absl::StatusOr<WordingValues> ValuesOf(const Composition& of, const Wording& wording) {
  PARLEY_ASSIGN_OR_RETURN(const std::vector<Variable> needs, of.templates.Needs(wording));
  Violations violations;
  CheckGiven(of, needs, violations);
  PARLEY_RETURN_IF_ERROR(violations.ToStatus());
  PARLEY_ASSIGN_OR_RETURN(const WordingNature nature,
                          of.templates.NatureOf(wording.key, wording.channel));
  if (nature.variant == Variant::kLimited) return LimitedOf(of);
  TemplateValues values = of.order.values;
  for (const Variable& variable : needs) {
    const bool given = std::any_of(values.begin(), values.end(), [&](const TemplateValue& value) {
      return value.name == variable.name;
    });
    if (given) continue;
    std::optional<TemplateValue> known = KnownValue(of.facts, variable, needs);
    if (known.has_value()) values.push_back(*std::move(known));
  }
  return values;
}

}  // namespace

absl::StatusOr<MessageWords> Compose(const Composition& of) {
  const std::vector<std::string_view> demanded = DemandsOf(of.answer);
  const Wording wording{.key = of.order.template_key,
                        .channel = of.channel,
                        .wishes = WishesOf(of.facts),
                        .variant = of.answer.variant,
                        .demanded = demanded};
  PARLEY_ASSIGN_OR_RETURN(const WordingValues values, ValuesOf(of, wording));
  PARLEY_ASSIGN_OR_RETURN(WordedMessage worded, of.templates.Write(wording, values));
  return MessageWords{.template_key = std::move(worded.key),
                      .template_version = worded.version,
                      .is_tenants_own = worded.is_tenants_own,
                      .language = std::move(worded.language),
                      .parts = std::move(worded.parts)};
}

bool AsksForTooMuch(Purpose purpose, const MessageOrder& order, std::span<const Money> owed) {
  if (!kAsksForMoney.Has(purpose)) return false;
  return std::any_of(order.values.begin(), order.values.end(),
                     [&](const TemplateValue& value) { return IsMoreThanOwed(value, owed); });
}

}  // namespace parley
