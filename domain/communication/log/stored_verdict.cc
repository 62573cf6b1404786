// SPDX-License-Identifier: Apache-2.0
#include "domain/communication/log/stored_verdict.h"

#include <array>
#include <cstddef>
#include <utility>

#include "domain/common/reason.h"

namespace parley {
namespace {

constexpr auto kMoments = std::to_array<std::string_view>({"", "GATE", "DISPATCH"});

// The value whose name it is, of all up to the last one.
template <typename Value>
std::optional<Value> Named(std::string_view name, Value last) {
  for (int number = 0; number <= static_cast<int>(last); ++number) {
    const auto value = static_cast<Value>(number);
    if (NameOf(value) == name) return value;
  }
  return std::nullopt;
}

std::optional<int> NumberOrNone(std::int16_t number) {
  return number < 0 ? std::nullopt : std::optional<int>(number);
}

// What opens never does not put off, but refuses.
ToldRule Told(const RuleFinding& finding) {
  const bool defers = finding.word == Word::kDefers;
  const bool opens = finding.until < absl::InfiniteFuture();
  ToldRule told{.book = finding.book->id,
                .version = finding.book->version,
                .rule = finding.rule->id,
                .cite = finding.rule->cite,
                .word = defers && !opens ? Word::kRefuses : finding.word,
                .count = NumberOrNone(finding.count),
                .limit = NumberOrNone(finding.limit)};
  if (defers && opens) told.until = finding.until;
  return told;
}

template <typename Texts>
std::vector<std::string> Copied(const Texts& texts) {
  return {texts.begin(), texts.end()};
}

void TellRules(const Verdict& verdict, Answered& answer) {
  for (std::size_t at = 0; at < verdict.findings.size(); ++at) {
    const RuleFinding& finding = verdict.findings[at];
    if (finding.word == Word::kDoesNotConcern) continue;
    if (static_cast<int>(at) == verdict.deciding) {
      answer.deciding = static_cast<int>(answer.rules.size());
    }
    answer.rules.push_back(Told(finding));
  }
}

bool IsSound(const StoredVerdict& verdict) {
  const Answered& answer = verdict.answer;
  const bool has_deciding =
      !answer.deciding.has_value() ||
      (*answer.deciding >= 0 && static_cast<std::size_t>(*answer.deciding) < answer.rules.size());
  return !verdict.id.IsNil() && !verdict.debtor.IsNil() && !verdict.actor.empty() && has_deciding &&
         (answer.decision == GateDecision::kDefer) == answer.until.has_value() &&
         (answer.decision != GateDecision::kRefuse || !verdict.communication.has_value());
}

}  // namespace

template <>
std::span<const std::string_view> WordsOf<VerdictMoment>() {
  return kMoments;
}

std::optional<Word> WordNamed(std::string_view name) { return Named(name, Word::kRefuses); }

std::optional<GateDecision> DecisionNamed(std::string_view name) {
  return Named(name, GateDecision::kRefuse);
}

Answered AnswerOf(const Verdict& verdict, std::span<const DebtId> debts) {
  const auto debt_at = [&](std::optional<std::uint8_t> place) {
    return place.has_value() ? std::optional<DebtId>(debts[*place]) : std::nullopt;
  };
  Answered answer;
  answer.decision = verdict.decision;
  if (verdict.decision == GateDecision::kDefer) answer.until = verdict.until;
  TellRules(verdict, answer);
  for (const Counted& one : verdict.counted) {
    answer.caps.push_back({one.rule->id, debt_at(one.debt), one.before, one.after, one.limit});
  }
  answer.disclosures = Copied(verdict.disclosures);
  answer.records = Copied(verdict.records);
  answer.routing = Copied(verdict.routing);
  answer.warnings = Copied(verdict.warnings);
  answer.kept = Copied(verdict.kept);
  answer.variant = verdict.variant;
  answer.uncounted = verdict.uncounted;
  answer.presumed_violation = verdict.presumed_violation;
  answer.safe_harbour = verdict.safe_harbour;
  answer.booked = debt_at(verdict.booked);
  return answer;
}

absl::StatusOr<StoredVerdict> RestoreVerdict(StoredVerdict verdict) {
  if (!IsSound(verdict)) return Refuse(Reason::kRecordCorrupt);
  return verdict;
}

}  // namespace parley
