// SPDX-License-Identifier: Apache-2.0
#include "application/messages/known_values.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <limits>
#include <utility>

#include "absl/strings/str_join.h"
#include "domain/debt/payment.h"
#include "domain/debt/position.h"

namespace parley {
namespace {

using Value = decltype(TemplateValue::value);

const Debt* DebtOf(const KnownFacts& facts, DebtId id) {
  const auto found = std::find_if(facts.record.debts.begin(), facts.record.debts.end(),
                                  [id](const Debt& debt) { return debt.id == id; });
  return found == facts.record.debts.end() ? nullptr : &*found;
}

std::string_view NameOf(const KnownFacts& facts, CreditorId id) {
  for (const Creditor& creditor : facts.creditors) {
    if (creditor.id == id) return creditor.display_name;
  }
  return {};
}

// Said once each, in the order of the debts.
template <typename Of>
std::string Listed(const KnownFacts& facts, const Of& of) {
  std::vector<std::string> said;
  for (const DebtId id : facts.debts) {
    const Debt* const debt = DebtOf(facts, id);
    if (debt == nullptr) continue;
    std::string one(of(*debt));
    if (!one.empty() && std::find(said.begin(), said.end(), one) == said.end()) {
      said.push_back(std::move(one));
    }
  }
  return absl::StrJoin(said, ", ");
}

std::optional<Value> Text(std::string text) {
  if (text.empty()) return std::nullopt;
  return SensitiveText(std::move(text));
}

std::optional<Value> DebtorName(const KnownFacts& facts) {
  return Text(facts.record.person.debtor.display_name.Reveal());
}

std::optional<Value> Balance(const KnownFacts& facts) {
  const std::vector<Money> owed = OwedOver(facts.record, facts.debts);
  if (owed.size() != 1) return std::nullopt;
  return owed.front();
}

std::optional<Value> Debts(const KnownFacts& facts) {
  std::vector<ValueRow> rows;
  for (const DebtId id : facts.debts) {
    const Debt* const debt = DebtOf(facts, id);
    const std::optional<std::int64_t> owed =
        debt == nullptr ? std::nullopt : Outstanding(debt->position);
    if (!owed.has_value()) continue;
    rows.push_back({{"owner", SensitiveText(std::string(NameOf(facts, debt->creditor)))},
                    {"debt_reference", SensitiveText(debt->external_ref)},
                    {"amount", Money(*owed, debt->currency)}});
  }
  return rows;
}

std::optional<Value> Totals(const KnownFacts& facts) {
  std::vector<ValueRow> rows;
  for (const Money& owed : OwedOver(facts.record, facts.debts)) rows.push_back({{"total", owed}});
  return rows;
}

std::optional<Value> Helping(const KnownFacts& facts, SignpostTopic topic) {
  std::vector<ValueRow> rows;
  const std::string& region = facts.record.person.debtor.region;
  for (const Signpost& post : SignpostsFor(facts.signposts, region, topic)) {
    ValueRow& row = rows.emplace_back(
        ValueRow{{"organisation", SensitiveText(post.name)}, {"link", SensitiveText(post.link)}});
    if (!post.phone.empty()) row.push_back({"phone", SensitiveText(post.phone)});
  }
  if (rows.empty()) return std::nullopt;
  return rows;
}

std::optional<Value> Link(const KnownFacts& facts, std::string_view name) {
  if (name == "opt_out_link") return Text(facts.opt_out_link);
  const auto link = facts.letterhead.links.find(std::string(name));
  return link == facts.letterhead.links.end() ? std::nullopt : Text(link->second);
}

std::optional<Value> Count(const KnownFacts& facts) {
  return static_cast<std::int64_t>(facts.debts.size());
}

std::optional<Value> Name(const KnownFacts& facts) {
  if (!facts.representative.has_value()) return DebtorName(facts);
  for (const Representative& one : facts.record.person.representatives) {
    if (one.id != *facts.representative) continue;
    return Text((one.name.Reveal().empty() ? one.organisation : one.name).Reveal());
  }
  return std::nullopt;
}

// Since when nothing is asked for on a debt; none where something may be today.
std::optional<Day> PausedSince(std::span<const Hold> holds, DebtId debt, Day today) {
  std::optional<Day> since;
  for (const Hold& hold : holds) {
    const bool pauses = EffectsOf(hold).demand >= ContactEffect::kPermittedNotices;
    if (!pauses || !IsActiveOn(hold, debt, today)) continue;
    since = std::min(since.value_or(hold.from), hold.from);
  }
  return since;
}

// Since when nothing is asked for on any of them.
std::optional<Value> PausedSince(const KnownFacts& facts) {
  std::vector<Hold> holds = facts.record.person.holds;
  const std::vector<Hold> in_flight = HoldsInFlight(facts.record.announced, facts.today);
  holds.insert(holds.end(), in_flight.begin(), in_flight.end());
  std::optional<Day> all;
  for (const DebtId debt : facts.debts) {
    const std::optional<Day> one = PausedSince(holds, debt, facts.today);
    if (!one.has_value()) return std::nullopt;
    all = std::max(all.value_or(*one), *one);
  }
  if (!all.has_value()) return std::nullopt;
  return *all;
}

struct KnownName {
  std::string_view name;
  VariableType type;
  std::optional<Value> (*of)(const KnownFacts&);
};

constexpr auto kKnown = std::to_array<KnownName>({
    {"name", VariableType::kText, Name},
    {"debtor_name", VariableType::kText, DebtorName},
    {"creditor", VariableType::kText,
     [](const KnownFacts& facts) {
       return Text(Listed(facts, [&](const Debt& debt) { return NameOf(facts, debt.creditor); }));
     }},
    {"reference", VariableType::kText,
     [](const KnownFacts& facts) {
       return Text(Listed(facts, [](const Debt& debt) { return debt.external_ref; }));
     }},
    {"firm", VariableType::kText,
     [](const KnownFacts& facts) { return Text(facts.letterhead.firm); }},
    {"agent", VariableType::kText,
     [](const KnownFacts& facts) { return Text(facts.letterhead.agent); }},
    {"phone", VariableType::kPhone,
     [](const KnownFacts& facts) { return Text(facts.letterhead.phone); }},
    {"sender_address", VariableType::kProse,
     [](const KnownFacts& facts) { return Text(facts.letterhead.sender_address); }},
    {"today", VariableType::kDate,
     [](const KnownFacts& facts) -> std::optional<Value> { return facts.today; }},
    {"balance", VariableType::kMoney, Balance},
    {"accounts", VariableType::kCount, Count},
    {"paused_since", VariableType::kDate, PausedSince},
    {"advice", VariableType::kRows,
     [](const KnownFacts& facts) { return Helping(facts, SignpostTopic::kDebt); }},
    {"helpers", VariableType::kRows,
     [](const KnownFacts& facts) { return Helping(facts, SignpostTopic::kDistress); }},
});
// Of a message that lists its debts.
constexpr auto kKnownOfLists = std::to_array<KnownName>({
    {"debts", VariableType::kRows, Debts},
    {"totals", VariableType::kRows, Totals},
    {"count", VariableType::kCount, Count},
});

bool ListsDebts(std::span<const Variable> variables) {
  const Variable* const debts = FindVariable(variables, "debts");
  return debts != nullptr && FindVariable(debts->columns, "owner") != nullptr;
}

const KnownName* Find(std::span<const KnownName> known, std::string_view name) {
  const auto found = std::find_if(known.begin(), known.end(),
                                  [name](const KnownName& one) { return one.name == name; });
  return found == known.end() ? nullptr : &*found;
}

const KnownName* Find(std::string_view name, std::span<const Variable> beside) {
  const KnownName* const known = Find(kKnown, name);
  return known == nullptr && ListsDebts(beside) ? Find(kKnownOfLists, name) : known;
}

}  // namespace

std::vector<Money> OwedOver(const ContactRecord& record, std::span<const DebtId> debts) {
  std::vector<Money> owed;
  for (const Debt& debt : record.debts) {
    if (std::find(debts.begin(), debts.end(), debt.id) == debts.end()) continue;
    const std::int64_t more = Outstanding(debt.position).value_or(0);
    const auto same = std::find_if(owed.begin(), owed.end(), [&](const Money& sum) {
      return sum.currency() == debt.currency;
    });
    if (same == owed.end()) {
      owed.emplace_back(more, debt.currency);
    } else {
      const std::int64_t room = std::numeric_limits<std::int64_t>::max() - more;
      *same = Money(std::min(same->minor_units(), room) + more, debt.currency);
    }
  }
  return owed;
}

bool IsKnown(std::string_view name, std::span<const Variable> beside) {
  return name == "opt_out_link" || Find(name, beside) != nullptr;
}

std::optional<TemplateValue> KnownValue(const KnownFacts& facts, const Variable& variable,
                                        std::span<const Variable> beside) {
  std::optional<Value> value;
  if (variable.type == VariableType::kLink) {
    value = Link(facts, variable.name);
  } else if (const KnownName* const known = Find(variable.name, beside);
             known != nullptr && known->type == variable.type) {
    value = known->of(facts);
  }
  if (!value.has_value()) return std::nullopt;
  return TemplateValue{.name = variable.name, .value = *std::move(value)};
}

}  // namespace parley
