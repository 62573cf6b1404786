// SPDX-License-Identifier: Apache-2.0
#include "domain/communication/complaint.h"

#include <array>

#include "domain/common/reason.h"
#include "domain/common/status_macros.h"
#include "domain/common/text.h"
#include "domain/communication/duties/owed_by.h"

namespace parley {
namespace {

constexpr auto kStateWords =
    std::to_array<std::string_view>({"", "RECEIVED", "ACKNOWLEDGED", "INVESTIGATING",
                                     "FINAL_RESPONSE", "RESOLVED_SUMMARY", "CLOSED", "REFERRED"});

Complaint Moved(const Complaint& complaint, ComplaintState state, absl::Time now) {
  Complaint moved = complaint;
  moved.state = state;
  moved.updated_time = now;
  return moved;
}

bool IsToBeAnswered(ComplaintState state) {
  return state == ComplaintState::kReceived || state == ComplaintState::kAcknowledged ||
         state == ComplaintState::kInvestigating;
}

void CheckCause(const SensitiveText& root_cause, const SensitiveText& redress,
                Violations& violations) {
  RequireText(violations, "root_cause", root_cause.Reveal(), kLongestReason, Lines::kMany);
  RequireText(violations, "redress", redress.Reveal(), kLongestReason, Lines::kMany);
}

}  // namespace

template <>
std::span<const std::string_view> WordsOf<ComplaintState>() {
  return kStateWords;
}

void CheckComplaint(const Complaint& complaint, const std::string& field, Violations& violations) {
  RequireText(violations, field + ".what", complaint.what.Reveal(), kLongestReason, Lines::kMany);
  RequireText(violations, field + ".source", complaint.source.Reveal(), kLongestName);
}

bool IsOpen(const Complaint& complaint) {
  return IsToBeAnswered(complaint.state) || complaint.state == ComplaintState::kFinalResponse;
}

void StartClocks(Complaint& complaint, const Rulebooks& rulebooks, std::string_view region) {
  const auto owed = [&](Duty duty) {
    return OwedToPerson(rulebooks, region, duty, complaint.received).day;
  };
  complaint.acknowledge_by = owed(Duty::kAcknowledgeComplaint);
  complaint.summary_by = owed(Duty::kSettleComplaintInShort);
  complaint.answer_by = owed(Duty::kAnswerComplaint);
}

std::optional<Day> DueBy(const Complaint& complaint) {
  if (complaint.state == ComplaintState::kReceived) return complaint.acknowledge_by;
  if (IsToBeAnswered(complaint.state)) return complaint.answer_by;
  return std::nullopt;
}

std::optional<Day> RunsOut(const Complaint& complaint) {
  return complaint.breached ? std::nullopt : DueBy(complaint);
}

Complaint WithBreach(const Complaint& complaint, absl::Time now) {
  Complaint late = complaint;
  late.breached = true;
  late.updated_time = now;
  return late;
}

std::optional<ComplaintId> LikeWhich(std::span<const Complaint> earlier, const Complaint& fresh) {
  for (const Complaint& one : earlier) {
    const bool same = one.debt == fresh.debt && one.what == fresh.what;
    if (one.id != fresh.id && IsOpen(one) && same) return one.id;
  }
  return std::nullopt;
}

absl::StatusOr<Complaint> Acknowledged(const Complaint& complaint, absl::Time now) {
  if (complaint.state != ComplaintState::kReceived) return Refuse(Reason::kComplaintStepRefused);
  Complaint acknowledged = Moved(complaint, ComplaintState::kAcknowledged, now);
  acknowledged.breached = false;
  return acknowledged;
}

absl::StatusOr<Complaint> Investigated(const Complaint& complaint, absl::Time now) {
  if (complaint.state != ComplaintState::kAcknowledged) {
    return Refuse(Reason::kComplaintStepRefused);
  }
  return Moved(complaint, ComplaintState::kInvestigating, now);
}

void CheckAnswer(const ComplaintAnswer& answer, Violations& violations) {
  RequireText(violations, "answer", answer.answer.Reveal(), kLongestReason, Lines::kMany);
  if (answer.in_short) CheckCause(answer.root_cause, answer.redress, violations);
}

absl::StatusOr<Complaint> WithAnswer(const Complaint& complaint, const ComplaintAnswer& answer,
                                     Day today, absl::Time now) {
  if (!IsToBeAnswered(complaint.state)) return Refuse(Reason::kComplaintStepRefused);
  if (answer.in_short && (today > complaint.summary_by || complaint.times_reopened > 0)) {
    return Refuse(Reason::kComplaintStepRefused);
  }
  Complaint answered = Moved(
      complaint,
      answer.in_short ? ComplaintState::kResolvedSummary : ComplaintState::kFinalResponse, now);
  answered.answer = answer.answer;
  answered.answered_in = answer.answered_in;
  if (answer.in_short) {
    answered.root_cause = answer.root_cause;
    answered.redress = answer.redress;
  }
  return answered;
}

absl::StatusOr<Complaint> EndedBy(const Complaint& complaint, const ComplaintEnd& end,
                                  absl::Time now) {
  if (complaint.state != ComplaintState::kFinalResponse) {
    return Refuse(Reason::kComplaintStepRefused);
  }
  Violations violations;
  CheckCause(end.root_cause, end.redress, violations);
  PARLEY_RETURN_IF_ERROR(violations.ToStatus());
  Complaint ended =
      Moved(complaint, end.referred ? ComplaintState::kReferred : ComplaintState::kClosed, now);
  ended.root_cause = end.root_cause;
  ended.redress = end.redress;
  return ended;
}

absl::StatusOr<Complaint> Reopened(const Complaint& complaint, absl::Time now) {
  if (IsOpen(complaint)) return Refuse(Reason::kComplaintStepRefused);
  Complaint reopened = Moved(complaint, ComplaintState::kInvestigating, now);
  ++reopened.times_reopened;
  reopened.breached = false;
  return reopened;
}

}  // namespace parley
