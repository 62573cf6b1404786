// SPDX-License-Identifier: Apache-2.0
#include "domain/debt/dispute.h"

#include <algorithm>
#include <array>

#include "absl/strings/str_cat.h"
#include "domain/common/reason.h"
#include "domain/common/text.h"

namespace parley {
namespace {

constexpr auto kGroundWords = std::to_array<std::string_view>({
    "",
    "NOT_MINE",
    "ALREADY_PAID",
    "WRONG_AMOUNT",
    "GOODS_OR_SERVICE",
    "FEES_OR_INTEREST",
    "IDENTITY_THEFT",
    "BANKRUPT_OR_DISCHARGED",
    "TIME_BARRED",
    "DECEASED",
    "OTHER",
});
constexpr auto kStateWords =
    std::to_array<std::string_view>({"", "OPEN", "UNDER_REVIEW", "INFO_REQUESTED", "ANSWERED",
                                     "ACCEPTED_BY_DEBTOR", "ESCALATED", "CLOSED"});
constexpr auto kOutcomeWords = std::to_array<std::string_view>(
    {"", "UPHELD", "PARTLY_UPHELD", "NOT_UPHELD", "WITHDRAWN", "DUPLICATE"});

DebtDispute Moved(const DebtDispute& dispute, DisputeState state, absl::Time now) {
  DebtDispute moved = dispute;
  moved.state = state;
  moved.updated_time = now;
  return moved;
}

bool IsAmong(const std::vector<SensitiveText>& all, const SensitiveText& one) {
  return std::find(all.begin(), all.end(), one) != all.end();
}

// Everything that a later dispute says was said by the earlier one.
bool SaysAll(const DebtDispute& earlier, const DebtDispute& later) {
  const bool same_matter = earlier.debt == later.debt && earlier.ground == later.ground &&
                           earlier.disputed == later.disputed;
  const bool nothing_said =
      later.statement.Reveal().empty() || later.statement == earlier.statement;
  return same_matter && nothing_said &&
         std::all_of(later.evidence.begin(), later.evidence.end(),
                     [&](const SensitiveText& one) { return IsAmong(earlier.evidence, one); });
}

bool IsAnswered(DisputeState state) {
  return state == DisputeState::kAnswered || state == DisputeState::kEscalated;
}

// Where a dispute that the debtor was answered may go from there.
bool MayEndFrom(DisputeState from, DisputeState to) {
  if (to == DisputeState::kEscalated) return from == DisputeState::kAnswered;
  return IsAnswered(from);
}

}  // namespace

template <>
std::span<const std::string_view> WordsOf<DisputeGround>() {
  return kGroundWords;
}

template <>
std::span<const std::string_view> WordsOf<DisputeState>() {
  return kStateWords;
}

template <>
std::span<const std::string_view> WordsOf<DisputeOutcome>() {
  return kOutcomeWords;
}

void CheckDispute(const DebtDispute& dispute, const std::string& field, Violations& violations) {
  if (dispute.disputed.has_value() && dispute.disputed->minor_units() <= 0) {
    violations.Add(field + ".disputed.minor_units", Fault::kNotPositive);
  }
  const std::string& statement = dispute.statement.Reveal();
  // "Other" says nothing by itself.
  if (dispute.ground == DisputeGround::kOther) {
    RequireText(violations, field + ".statement", statement, kLongestReason, Lines::kMany);
  } else {
    AllowText(violations, field + ".statement", statement, kLongestReason, Lines::kMany);
  }
  if (dispute.evidence.size() > kMostEvidence) {
    violations.Add(field + ".evidence", Fault::kTooLong);
  }
  for (std::size_t at = 0; at < std::min(dispute.evidence.size(), kMostEvidence); ++at) {
    RequireText(violations, absl::StrCat(field, ".evidence[", at, "]"),
                dispute.evidence[at].Reveal(), kLongestReference);
  }
  RequireText(violations, field + ".source", dispute.source.Reveal(), kLongestName);
}

bool IsOpen(const DebtDispute& dispute) {
  return dispute.state != DisputeState::kAcceptedByDebtor && dispute.state != DisputeState::kClosed;
}

std::optional<Day> RunsOut(const DebtDispute& dispute) {
  const bool is_ours =
      dispute.state == DisputeState::kOpen || dispute.state == DisputeState::kUnderReview;
  return is_ours && !dispute.breached ? dispute.answer_by : std::nullopt;
}

DebtDispute WithBreach(const DebtDispute& dispute, absl::Time now) {
  DebtDispute late = dispute;
  late.breached = true;
  late.updated_time = now;
  return late;
}

std::optional<DisputeId> LikeWhich(std::span<const DebtDispute> earlier, const DebtDispute& fresh) {
  for (const DebtDispute& one : earlier) {
    if (one.id != fresh.id && SaysAll(one, fresh)) return one.id;
  }
  return std::nullopt;
}

absl::StatusOr<DebtDispute> Reviewed(const DebtDispute& dispute, absl::Time now) {
  const bool begins =
      dispute.state == DisputeState::kOpen || dispute.state == DisputeState::kInfoRequested;
  if (!begins) return Refuse(Reason::kDisputeStepRefused);
  DebtDispute reviewed = Moved(dispute, DisputeState::kUnderReview, now);
  if (dispute.state == DisputeState::kInfoRequested && dispute.answer_by.has_value()) {
    *reviewed.answer_by += absl::ToInt64Hours(now - dispute.updated_time) / 24;
  }
  return reviewed;
}

absl::StatusOr<DebtDispute> AskedForMore(const DebtDispute& dispute, absl::Time now) {
  if (dispute.state != DisputeState::kUnderReview) return Refuse(Reason::kDisputeStepRefused);
  return Moved(dispute, DisputeState::kInfoRequested, now);
}

void CheckAnswer(const DisputeAnswer& answer, const DebtDispute& dispute, Violations& violations) {
  RequireText(violations, "finding", answer.finding.Reveal(), kLongestReason, Lines::kMany);
  const bool in_part = answer.outcome == DisputeOutcome::kPartlyUpheld;
  if (!answer.adjusted.has_value()) {
    if (in_part) violations.Add("adjusted", Fault::kRequired);
    return;
  }
  if (answer.outcome == DisputeOutcome::kNotUpheld) violations.Add("adjusted", Fault::kDiffers);
  if (answer.adjusted->minor_units() <= 0) {
    violations.Add("adjusted.minor_units", Fault::kNotPositive);
  }
  if (!dispute.disputed.has_value()) return;
  if (answer.adjusted->currency() != dispute.disputed->currency()) {
    violations.Add("adjusted.currency_code", Fault::kCurrencyMismatch);
    return;
  }
  const std::int64_t part = dispute.disputed->minor_units();
  const std::int64_t most = in_part ? part - 1 : part;
  if (answer.adjusted->minor_units() > most) {
    violations.Add("adjusted.minor_units", Fault::kOutOfRange);
  }
}

absl::StatusOr<DebtDispute> WithAnswer(const DebtDispute& dispute, const DisputeAnswer& answer,
                                       absl::Time now) {
  const bool begins =
      dispute.state == DisputeState::kUnderReview || dispute.state == DisputeState::kInfoRequested;
  if (!begins) return Refuse(Reason::kDisputeStepRefused);
  if (!answer.was_sent) return Refuse(Reason::kDisputeAnswerNotSent);
  DebtDispute answered = Moved(dispute, DisputeState::kAnswered, now);
  answered.outcome = answer.outcome;
  answered.adjusted = answer.adjusted;
  answered.finding = answer.finding;
  answered.answered_in = answer.answered_in;
  answered.reflection = answer.reflection;
  answered.window_until = answer.window_until;
  return answered;
}

absl::StatusOr<DebtDispute> EndedBy(const DebtDispute& dispute, const DisputeEnd& end,
                                    absl::Time now) {
  if (!IsOpen(dispute)) return Refuse(Reason::kDisputeStepRefused);
  const bool before_answer = end.outcome.has_value();
  if (before_answer == IsAnswered(dispute.state)) return Refuse(Reason::kDisputeStepRefused);
  if (!before_answer && !MayEndFrom(dispute.state, end.state)) {
    return Refuse(Reason::kDisputeStepRefused);
  }
  if (end.outcome == DisputeOutcome::kDuplicate && !dispute.like.has_value()) {
    return Refuse(Reason::kDisputeNotADuplicate);
  }
  DebtDispute ended = Moved(dispute, end.state, now);
  if (before_answer) ended.outcome = end.outcome;
  if (!end.reason.Reveal().empty()) ended.finding = end.reason;
  return ended;
}

}  // namespace parley
