// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <set>

#include "absl/strings/str_cat.h"
#include "adapters/cases/case_answer.h"

namespace parley::cases {
namespace {

// Fields that are no answers, and those that say how another one is compared.
bool IsAside(const std::string& field) {
  static const std::set<std::string> kAside = {"note", "confidence", "accept_also", "accept_window",
                                               "accept_later_by_days"};
  return kAside.contains(field);
}

bool IsList(const std::string& field) {
  static const std::set<std::string> kLists = {"required_disclosures", "required_records",
                                               "required_routing", "warnings", "record"};
  return kLists.contains(field);
}

bool Holds(const Json& all, const Json& some) {
  return std::all_of(some.begin(), some.end(), [&](const Json& one) {
    return std::find(all.begin(), all.end(), one) != all.end();
  });
}

bool IsAllowing(const std::string& decision) {
  return decision == "allow" || decision == "allow_with";
}

// Allowed and allowed with conditions match: the conditions are compared as lists.
bool Agrees(const std::string& expected, const std::string& answered) {
  return expected == answered || (IsAllowing(expected) && IsAllowing(answered));
}

// Another reading, or any of several.
bool IsAlsoAccepted(const Json& then, const Json& answered) {
  const Json& also = Member(then, "accept_also");
  return also.is_array() ? std::find(also.begin(), also.end(), answered) != also.end()
                         : !also.is_null() && also == answered;
}

// The rule must have spoken, and against the act where the case refuses or defers it.
std::string CheckReason(const Json& then, const CaseAnswer& answer) {
  const std::string id = TextOf(then, "reason_rule");
  const SpokenRule* rule = answer.Find(id);
  if (rule == nullptr) return absl::StrCat("reason_rule: ", id, " expected, and it did not speak");
  const std::string decision = TextOf(then, "decision");
  const bool objects = rule->word == Word::kDefers || rule->word == Word::kRefuses;
  if (IsAllowing(decision) || objects || answer.decision != decision) return "";
  return absl::StrCat("reason_rule: ", id, " expected to object, and it did not");
}

std::string ShownTime(absl::Time time) {
  return absl::FormatTime("%Y-%m-%dT%H:%M:%SZ", time, absl::UTCTimeZone());
}

std::string CheckEarliest(const Json& then, const CaseAnswer& answer) {
  const std::string expected = TextOf(then, "earliest_allowed_at");
  if (!answer.earliest.has_value()) {
    return absl::StrCat("earliest_allowed_at: ", expected, " expected, none answered");
  }
  const absl::Time earliest = InstantOf(expected);
  absl::Time latest = earliest;
  if (Has(then, "accept_later_by_days")) {
    latest = earliest + absl::Hours(24 * then.at("accept_later_by_days").get<int>());
  }
  absl::Time first = earliest;
  if (Has(then, "accept_window")) {
    first = std::min(first, InstantOf(then.at("accept_window").at(0).get<std::string>()));
    latest = std::max(latest, InstantOf(then.at("accept_window").at(1).get<std::string>()));
  }
  if (first <= *answer.earliest && *answer.earliest <= latest) return "";
  return absl::StrCat("earliest_allowed_at: ", expected, " expected, ", ShownTime(*answer.earliest),
                      " answered");
}

bool CountsAll(const std::map<std::string, int>& counted, const Json& keys) {
  return std::all_of(keys.items().begin(), keys.items().end(),
                     [&](const auto& item) { return counted.contains(item.key()); });
}

// The rule that the case names, or else another rule of its book that counts what is asked for.
const SpokenRule* CountingRule(const Json& keys, const Json& then, const CaseAnswer& answer) {
  const SpokenRule* reason = answer.Find(TextOf(then, "reason_rule"));
  if (reason == nullptr || CountsAll(reason->before, keys)) return reason;
  for (const SpokenRule& rule : answer.spoke) {
    if (rule.book == reason->book && CountsAll(rule.before, keys)) return &rule;
  }
  return nullptr;
}

std::string CheckCount(const std::string& field, const Json& then, const CaseAnswer& answer) {
  const Json& keys = then.at(field);
  const SpokenRule* counting = CountingRule(keys, then, answer);
  if (counting == nullptr) return absl::StrCat(field, ": nobody counted ", keys.dump());
  const auto& counted = field == "count_after" ? counting->after : counting->before;
  for (const auto& [debt, expected] : keys.items()) {
    const std::string shown = std::to_string(counted.at(debt));
    if (shown == expected.dump()) continue;
    return absl::StrCat(field, " of ", debt, ": ", expected.dump(), " expected, ", shown,
                        " answered");
  }
  return "";
}

// Whether a book spoke to the debt at all.
Json AppliesOf(const Json& then, const CaseAnswer& answer) {
  const SpokenRule* rule = answer.Find(TextOf(then, "reason_rule"));
  return rule == nullptr ? Json() : Json(rule->word != Word::kDoesNotConcern);
}

std::string CheckOther(const std::string& field, const Json& then, const CaseAnswer& answer) {
  const Json& expected = then.at(field);
  Json answered = Member(answer.fields, field);
  if (field == "applies" && answered.is_null()) answered = AppliesOf(then, answer);
  const SpokenRule* rule = answer.Find(TextOf(then, "reason_rule"));
  if (field == "legal_force" && rule != nullptr) answered = rule->force;
  if (answered.is_null()) {
    return absl::StrCat(field, ": ", expected.dump(), " expected, none answered");
  }
  const bool agrees = IsList(field)
                          ? Holds(answered, expected)
                          : answered == expected || IsAlsoAccepted(then, answered);
  if (agrees) return "";
  return absl::StrCat(field, ": ", expected.dump(), " expected, ", answered.dump(), " answered");
}

std::string CheckField(const std::string& field, const Json& then, const CaseAnswer& answer) {
  if (field == "decision") {
    const std::string expected = TextOf(then, field);
    if (Agrees(expected, answer.decision) || IsAlsoAccepted(then, answer.decision)) return "";
    return absl::StrCat("decision: ", expected, " expected, ", answer.decision, " answered");
  }
  if (field == "reason_rule") return CheckReason(then, answer);
  if (field == "earliest_allowed_at") return CheckEarliest(then, answer);
  if (field == "count_in_window" || field == "count_after") return CheckCount(field, then, answer);
  return CheckOther(field, then, answer);
}

}  // namespace

std::vector<std::string> Compare(const Json& then, const CaseAnswer& answer) {
  std::vector<std::string> differences;
  for (const auto& [field, expected] : then.items()) {
    if (IsAside(field)) continue;
    std::string difference = CheckField(field, then, answer);
    if (!difference.empty()) differences.push_back(std::move(difference));
  }
  return differences;
}

}  // namespace parley::cases
