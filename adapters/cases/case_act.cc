// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <array>
#include <string_view>

#include "absl/strings/ascii.h"
#include "adapters/cases/case_facts.h"
#include "adapters/cases/case_words.h"

namespace parley::cases {
namespace {

// A way to opt out that is as simple as the message itself and asks for nothing more.
bool IsSimpleOptOut(const Json& content) {
  return IsSimpleWay(TextOf(content, "opt_out"), /*on_paper=*/false) &&
         Member(content, "requires").empty();
}

void ReadElements(const Json& content, Content& read) {
  if (content.contains("opt_out")) {
    (IsSimpleOptOut(content) ? read.has : read.lacks).Add(Element::kOptOut);
  }
  if (content.contains("justification")) {
    (Has(content, "justification") ? read.has : read.lacks).Add(Element::kJustification);
  }
}

// Whatever is told of an envelope, by a word of debt or collecting.
bool RevealsOnEnvelope(const Json& content) {
  return std::any_of(content.items().begin(), content.items().end(), [](const auto& item) {
    if (!item.key().starts_with("envelope")) return false;
    if (item.value().is_boolean()) return item.value().template get<bool>();
    const std::string told = absl::AsciiStrToLower(item.value().dump());
    return told.find("debt") != std::string::npos || told.find("collect") != std::string::npos ||
           told.find("past due") != std::string::npos;
  });
}

void ReadFeatures(const Json& content, Content& read) {
  if (IsTrue(content, "states_debt")) read.features.Add(Feature::kStatesDebt);
  const bool hides =
      (IsTrue(content, "contact_request") && !IsTrue(content, "identifies_as_collector")) ||
      IsFalse(content, "profile_name_accurate");
  if (hides) read.features.Add(Feature::kHidesCollector);
  const std::string seen_by = TextOf(content, "visible_to");
  if (!seen_by.empty() && seen_by != "recipient_only") {
    read.features.Add(Feature::kVisibleToOthers);
  }
  for (const char* abuse : {"obscene", "profane", "abusive", "threat"}) {
    if (IsTrue(content, abuse)) read.features.Add(Feature::kAbusive);
  }
  if (IsFalse(content, "only_confirms")) read.features.Add(Feature::kAddsToConfirmation);
  if (RevealsOnEnvelope(content)) read.features.Add(Feature::kRevealingEnvelope);
}

std::optional<std::int32_t> LatestOfTheirs(const Act& act, const Facts& facts, absl::Time at) {
  const Communication* latest = nullptr;
  for (const Communication& one : facts.communications) {
    const bool theirs = one.direction == Direction::kInbound && one.person == act.person &&
                        one.channel == act.channel && one.at <= at;
    if (theirs && (latest == nullptr || one.at >= latest->at)) latest = &one;
  }
  return latest == nullptr ? std::nullopt : std::optional(latest->key);
}

}  // namespace

Act ReadAct(const Json& given, const Json& when, const CaseNames& names, const Facts& facts) {
  Act act;
  act.channel = ChannelNamed(TextOf(when, "channel"));
  const PurposeWord purpose = PurposeNamed(TextOf(when, "purpose"));
  act.purpose = purpose.purpose;
  act.statutory = purpose.statutory;
  act.person = names.Person(TextOf(when, "person"));
  act.point = names.Point(act.person, TextOf(when, "point"));
  act.debts = Has(when, "debts") ? names.Debts(when.at("debts")) : DebtSet();
  if (TextOf(when, "allocation") == "any_of" && Has(when, "candidates")) {
    act.candidates = names.Debts(Member(when, "candidates"));
  }
  if (Has(when, "amount_sought")) act.amount = MinorOf(when.at("amount_sought"));
  act.technology = TechnologyNamed(TextOf(when, "technology"));
  act.in_session = IsTrue(when, "in_session");
  act.thread = names.Thread(when);
  act.in_reply_to = LatestOfTheirs(act, facts, InstantOf(TextOf(when, "at")));
  const Json& content = Member(when, "content");
  ReadElements(content, act.content);
  ReadFeatures(content, act.content);
  for (const Json& one : Member(given, "justifications")) {
    act.justifications.Add(FactorNamed(TextOf(one, "factor")));
  }
  return act;
}

}  // namespace parley::cases
