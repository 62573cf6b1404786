// SPDX-License-Identifier: Apache-2.0
#include "domain/communication/log/logged_communication.h"

#include <array>
#include <utility>

#include "domain/common/reason.h"
#include "domain/common/text.h"

namespace parley {
namespace {

constexpr auto kStates = std::to_array<std::string_view>({"", "RESERVED", "USED", "RELEASED"});

bool IsTold(const LoggedCommunication& one) { return one.state == CommunicationState::kUsed; }

// What was said before stays.
void AddNote(const SensitiveText& note, LoggedCommunication& one) {
  if (note.Reveal().empty()) return;
  const std::string before = one.note.Reveal();
  one.note = before.empty() ? note : SensitiveText(before + "\n" + note.Reveal());
}

bool FitsCall(const LoggedCommunication& one) {
  if (!one.call_outcome.has_value()) return true;
  const bool never_made = *one.call_outcome == CallOutcome::kNotDialled;
  return one.contact.channel == Channel::kCall && one.outcome == OutcomeOf(*one.call_outcome) &&
         never_made == (one.state == CommunicationState::kReleased);
}

bool IsSound(const LoggedCommunication& one) {
  const bool outbound = one.direction == Direction::kOutbound;
  return !one.id.IsNil() && !one.debtor.IsNil() && !one.actor.empty() && one.revision >= 1 &&
         outbound == one.verdict.has_value() && (outbound || IsTold(one)) &&
         (IsTold(one) || one.outcome == Outcome::kUnknown) && FitsCall(one);
}

}  // namespace

template <>
std::span<const std::string_view> WordsOf<CommunicationState>() {
  return kStates;
}

absl::StatusOr<LoggedCommunication> RestoreCommunication(LoggedCommunication communication) {
  if (!IsSound(communication)) return Refuse(Reason::kRecordCorrupt);
  return communication;
}

bool WasMisdirected(const LoggedCommunication& communication) {
  return communication.call_outcome == CallOutcome::kWrongNumber;
}

absl::Time HoldsUntil(const LoggedCommunication& let_through) {
  return let_through.created_time + kWordHolds;
}

void CheckCallReport(const CallReport& report, absl::Time now, const std::string& field,
                     Violations& violations) {
  const bool talked = OutcomeOf(report.outcome) == Outcome::kConversation;
  if (!talked && !report.talked_about.empty()) {
    violations.Add(field + ".talked_about", Fault::kUnknownValue);
  }
  if (report.began > now) violations.Add(field + ".began_time", Fault::kDateInFuture);
  AllowText(violations, field + ".note", report.note.Reveal(), kLongestReason, Lines::kMany);
}

absl::StatusOr<LoggedCommunication> WithCallOutcome(const LoggedCommunication& call,
                                                    const CallReport& report, absl::Time now) {
  if (call.contact.channel != Channel::kCall) return Refuse(Reason::kCommunicationNotACall);
  const bool learnt_later =
      report.outcome == CallOutcome::kWrongNumber && IsTold(call) && !WasMisdirected(call);
  if (call.state != CommunicationState::kReserved && !learnt_later) {
    return Refuse(Reason::kCallAlreadyRecorded);
  }
  LoggedCommunication told = call;
  const bool made = report.outcome != CallOutcome::kNotDialled;
  if (made && !learnt_later && report.began < call.created_time) {
    Violations violations;
    violations.Add("began_time", Fault::kDateOrder);
    return violations.ToStatus();
  }
  told.state = made ? CommunicationState::kUsed : CommunicationState::kReleased;
  told.outcome = OutcomeOf(report.outcome);
  told.call_outcome = report.outcome;
  if (made && !learnt_later) told.dispatch_time = report.began;
  if (!learnt_later) told.talked_about = report.talked_about;
  AddNote(report.note, told);
  told.updated_time = now;
  return told;
}

}  // namespace parley
