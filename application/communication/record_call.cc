// SPDX-License-Identifier: Apache-2.0
#include "application/communication/record_call.h"

#include <algorithm>
#include <vector>

#include "application/cases/ask_callback.h"
#include "application/communication/tell_contact.h"
#include "application/conversations/join_conversation.h"
#include "application/debtors/record_parts.h"
#include "application/debtors/wrong_person.h"
#include "domain/common/reason.h"
#include "domain/common/status_macros.h"
#include "domain/common/violations.h"

namespace parley {
namespace {

// Whether all that was talked about, or a call was about, are debts of this person.
absl::Status CheckDebts(Work& work, const RecordCall::Command& command) {
  std::vector<DebtId> named = command.contact.debts;
  const std::vector<DebtId>& talked = command.report.talked_about;
  named.insert(named.end(), talked.begin(), talked.end());
  if (named.empty()) return absl::OkStatus();
  std::vector<LedgerProbe> probes;
  for (const DebtId debt : named) probes.push_back({command.debtor, debt, {}});
  PARLEY_ASSIGN_OR_RETURN(const std::vector<LedgerHead> found,
                          work.store.debts().FindLedgers(probes));
  const bool all = std::all_of(named.begin(), named.end(), [&](DebtId debt) {
    return std::any_of(found.begin(), found.end(),
                       [&](const LedgerHead& head) { return head.debt.id == debt; });
  });
  return all ? absl::OkStatus() : Refuse(Reason::kDebtNotFound);
}

// What a call that came in cannot be.
absl::Status CheckReport(const RecordCall::Command& command, absl::Time now) {
  Violations violations;
  CheckCallReport(command.report, now, "call", violations);
  const bool never_made = command.report.outcome == CallOutcome::kNotDialled;
  if (never_made && !command.id.has_value()) {
    violations.Add("call.outcome", Fault::kUnknownValue);
  }
  return violations.ToStatus();
}

absl::Status PointAtFault(Fault fault) {
  Violations violations;
  violations.Add("contact_point", fault);
  return violations.ToStatus();
}

// What was dialled stays; where that is not on record, a number can be named that was wrong.
absl::Status CheckPoint(const RecordCall::Command& command, const LoggedCommunication& known) {
  const std::optional<ContactPointId> named = command.contact.point;
  if (!named.has_value() || named == known.contact.point) return absl::OkStatus();
  const bool says_which =
      !known.contact.point.has_value() && command.report.outcome == CallOutcome::kWrongNumber;
  return says_which ? absl::OkStatus() : PointAtFault(Fault::kImmutable);
}

// A call in which nobody spoke to them belongs to no conversation, and neither does one with
// somebody else.
absl::Status JoinWhatWasSaid(Work& work, Ids& ids, const LoggedCommunication& told) {
  if (told.outcome != Outcome::kConversation || WasMisdirected(told)) return absl::OkStatus();
  Matter matter;
  matter.debtor = told.debtor;
  matter.communication = told.id;
  matter.direction = told.direction;
  matter.channel = Channel::kCall;
  matter.debts = told.talked_about;
  PARLEY_ASSIGN_OR_RETURN(matter.answered,
                          ConversationAnswered(work, told.debtor, told.contact.in_reply_to));
  matter.actor = told.actor;
  matter.at = told.dispatch_time;
  return JoinConversation(work, ids, matter).status();
}

bool IsNewsOfNumber(const LoggedCommunication& told) {
  return told.contact.point.has_value() && (told.call_outcome == CallOutcome::kNotInService ||
                                            told.outcome == Outcome::kConversation);
}

// True when a number is known that a call may have gone to.
bool HasNumber(const DebtorRecord& record) {
  return std::any_of(record.points.begin(), record.points.end(), [](const KnownPoint& point) {
    return ChannelsOf(point.type).Has(Channel::kCall) &&
           point.cause != SuppressionCause::kWrongPerson;
  });
}

}  // namespace

absl::StatusOr<Answer> RecordCall::Handle(const Call& call, const Command& command,
                                          Encode<LoggedCommunication> encode) const {
  const auto decide = [&](Work& work) { return Record(work, command); };
  return mutations_.Run<LoggedCommunication>(call, command.debtor, decide, encode);
}

absl::StatusOr<LoggedCommunication> RecordCall::Record(Work& work, const Command& command) const {
  PARLEY_RETURN_IF_ERROR(CheckReport(command, work.now));
  PARLEY_RETURN_IF_ERROR(FindKeptDebtor(work, command.debtor).status());
  PARLEY_RETURN_IF_ERROR(CheckDebts(work, command));
  LoggedCommunication recorded;
  if (command.id.has_value()) {
    PARLEY_ASSIGN_OR_RETURN(recorded, Told(work, command));
    work.store.communications().Replace(recorded);
  } else {
    recorded = CameIn(work, command);
    work.store.communications().Add(recorded);
  }
  PARLEY_RETURN_IF_ERROR(JoinWhatWasSaid(work, tools_.ids, recorded));
  PARLEY_RETURN_IF_ERROR(Unlink(work, recorded, command.contact.point));
  PARLEY_RETURN_IF_ERROR(KeepQuality(work, recorded));
  if (recorded.outcome == Outcome::kConversation) {
    PARLEY_RETURN_IF_ERROR(KeepByCall(work, {tools_.ids, tools_.places.zones}, recorded));
  }
  if (WasMisdirected(recorded)) {
    PARLEY_RETURN_IF_ERROR(OweAfter(work, {tools_.ids, tools_.places.zones}, recorded));
  }
  TellOutcome(work, tools_.ids, recorded);
  return recorded;
}

absl::StatusOr<LoggedCommunication> RecordCall::Told(Work& work, const Command& command) const {
  PARLEY_ASSIGN_OR_RETURN(const LoggedCommunication known,
                          work.store.communications().Find(command.debtor, *command.id));
  PARLEY_RETURN_IF_ERROR(CheckPoint(command, known));
  CallReport report = command.report;
  // Who does not say what was talked about talked about what the call was for.
  const bool talked = OutcomeOf(report.outcome) == Outcome::kConversation;
  if (talked && report.talked_about.empty()) report.talked_about = known.contact.debts;
  PARLEY_ASSIGN_OR_RETURN(LoggedCommunication told, WithCallOutcome(known, report, work.now));
  told.revision = work.NextRevision(command.debtor);
  const bool dialled_now =
      known.state == CommunicationState::kReserved && told.state == CommunicationState::kUsed;
  if (dialled_now && told.dispatch_time > known.created_time) {
    PARLEY_RETURN_IF_ERROR(JudgeDialled(work, tools_, told));
  }
  return told;
}

absl::Status RecordCall::Unlink(Work& work, const LoggedCommunication& told,
                                std::optional<ContactPointId> named) const {
  if (!WasMisdirected(told)) return absl::OkStatus();
  PARLEY_ASSIGN_OR_RETURN(const DebtorRecord record, work.store.person_records().Find(told.debtor));
  const std::optional<ContactPointId> wrong =
      told.contact.point.has_value() ? told.contact.point : named;
  if (!wrong.has_value()) {
    return HasNumber(record) ? PointAtFault(Fault::kRequired) : absl::OkStatus();
  }
  const auto point = FindPart(record.points, *wrong, Reason::kContactPointNotFound);
  if (!point.ok()) {
    return named.has_value() ? PointAtFault(Fault::kReferenceUnknown) : absl::OkStatus();
  }
  return UnlinkPoint(work, index_, record, *point, told.id).status();
}

absl::Status RecordCall::KeepQuality(Work& work, const LoggedCommunication& told) {
  if (!IsNewsOfNumber(told)) return absl::OkStatus();
  PARLEY_ASSIGN_OR_RETURN(const DebtorRecord record, work.store.person_records().Find(told.debtor));
  const auto point = FindPart(record.points, *told.contact.point, Reason::kContactPointNotFound);
  if (!point.ok() || !IsTheirs(*point)) return absl::OkStatus();
  KnownPoint tried = told.outcome == Outcome::kConversation
                         ? WithSuccess(*point, told.dispatch_time)
                         : WithFailure(*point, told.dispatch_time);
  tried.revision = work.NextRevision(told.debtor);
  tried.updated_time = work.now;
  work.store.person_records().Replace(tried);
  return absl::OkStatus();
}

LoggedCommunication RecordCall::CameIn(const Work& work, const Command& command) const {
  LoggedCommunication one;
  one.id = CommunicationId(tools_.ids.Next());
  one.debtor = command.debtor;
  one.direction = Direction::kInbound;
  one.contact = command.contact;
  one.contact.channel = Channel::kCall;
  one.talked_about = command.report.talked_about;
  const bool talked = OutcomeOf(command.report.outcome) == Outcome::kConversation;
  if (talked && one.talked_about.empty()) one.talked_about = command.contact.debts;
  one.state = CommunicationState::kUsed;
  one.outcome = OutcomeOf(command.report.outcome);
  one.call_outcome = command.report.outcome;
  one.dispatch_time = command.report.began;
  one.actor = work.call.principal;
  one.note = command.report.note;
  one.revision = work.NextRevision(command.debtor);
  one.created_time = work.now;
  one.updated_time = work.now;
  return one;
}

}  // namespace parley
