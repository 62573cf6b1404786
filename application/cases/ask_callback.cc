// SPDX-License-Identifier: Apache-2.0
#include "application/cases/ask_callback.h"

#include <algorithm>
#include <array>
#include <optional>
#include <string>
#include <utility>

#include "absl/strings/str_cat.h"
#include "application/cases/case_tools.h"
#include "application/etag.h"
#include "application/local_day.h"
#include "application/messages/take_back.h"
#include "application/worklist/items.h"
#include "domain/common/reason.h"
#include "domain/common/status_macros.h"

namespace parley {
namespace {

constexpr std::string_view kConfirmation = "callback_confirmed";

void Tell(Work& work, Ids& ids, EventType type, DebtorId debtor, const CallbackRequest& request) {
  const std::string state(WordsOf<CallbackState>()[static_cast<std::size_t>(request.state)]);
  TellCase(work, ids, {type, debtor, request.debt, request.id.uuid(), state, {}});
}

// Keeps a wish that changed, at a revision of its own, and tells of it.
void KeepAndTell(Work& work, Ids& ids, EventType type, DebtorId debtor, CallbackRequest& changed) {
  changed.revision = work.NextRevision(debtor);
  work.store.person_records().Replace(debtor, changed);
  Tell(work, ids, type, debtor, changed);
}

// What the team was asked of calls before is done, or asked anew: a person waits for one.
absl::Status SettleCalls(Work& work, DebtorId debtor) {
  PARLEY_ASSIGN_OR_RETURN(const std::vector<WorkItem> waiting,
                          work.store.work_items().ToDo(debtor));
  for (const WorkItem& item : waiting) {
    if (item.kind == WorkKind::kCallback) RecordChanged(work, TakeBackWork(item, work.now));
  }
  return absl::OkStatus();
}

// The team calls: at the time that is to come, or else as soon as it can.
absl::Status AskForCall(Work& work, const HoldTools& tools, const Debtor& debtor,
                        const CallbackRequest& request) {
  PARLEY_RETURN_IF_ERROR(SettleCalls(work, debtor.id));
  WorkItem item;
  item.debtor = debtor.id;
  item.debt = request.debt;
  item.kind = WorkKind::kCallback;
  item.reason = SensitiveText(absl::StrCat("wants to be called: ", request.about.Reveal()));
  const bool has_time = StateAt(request, work.now) == CallbackState::kScheduled;
  const absl::Time from = has_time ? request.slot->from : work.now;
  const Day day = LocalDay(tools.zones, debtor.time_zone, from);
  AskTeam(work, tools.ids, std::move(item),
          has_time ? day : std::max(day, request.wished.value_or(day)));
  return absl::OkStatus();
}

// A call of ours since they asked, in which we spoke with them.
bool Keeps(const LoggedCommunication& call, const CallbackRequest& request) {
  return call.direction == Direction::kOutbound && call.contact.channel == Channel::kCall &&
         call.outcome == Outcome::kConversation && call.dispatch_time >= request.created_time;
}

MinuteOfDay MinuteAt(absl::Time time, absl::TimeZone zone) {
  constexpr int kMinutes = 60;
  const absl::CivilSecond at = absl::ToCivilSecond(time, zone);
  return {at.hour() * kMinutes + at.minute()};
}

absl::Status CheckWhatItNames(Work& work, const DebtorRecord& record,
                              const CallbackRequest& request) {
  PARLEY_RETURN_IF_ERROR(CheckPointOf(record, request.point));
  if (!request.debt.has_value()) return absl::OkStatus();
  return CheckDebtsOf(work, record.debtor.id, std::array{*request.debt});
}

// The zone by whose clock a time is told that the gate lets us keep. What it refuses whatever the
// time is no fault of the time: who calls finds out, and what stands in the way may be lifted till
// then.
absl::StatusOr<absl::TimeZone> CheckSlotWithGate(Work& work, const ContactTools& tools,
                                                 DebtorId debtor, const CallbackRequest& request,
                                                 const std::string& field) {
  Contact proposed;
  proposed.purpose = Purpose::kRequested;
  proposed.point = request.point;
  if (request.debt.has_value()) proposed.debts = {*request.debt};
  const absl::Time at = std::max(work.now, request.slot->from);
  PARLEY_ASSIGN_OR_RETURN(const Foreseen foreseen, Foresee(work, tools, debtor, proposed, at));
  if (foreseen.answer.decision != GateDecision::kDefer) return foreseen.zone;
  Violations violations;
  violations.Add(field + ".from_time", Fault::kOutsideContactHours);
  return violations.ToStatus();
}

// What came in from the person themselves, and is answered by telling them when we call. Errors:
// COMMUNICATION_NOT_FOUND.
absl::StatusOr<std::optional<CommunicationId>> AnsweredBy(Work& work, DebtorId debtor,
                                                          const CallbackRequest& request) {
  if (!request.told_in.has_value()) return std::nullopt;
  PARLEY_ASSIGN_OR_RETURN(const LoggedCommunication told,
                          work.store.communications().Find(debtor, *request.told_in));
  const bool is_theirs =
      told.direction == Direction::kInbound && !told.contact.representative.has_value();
  return is_theirs ? request.told_in : std::nullopt;
}

// What the messages about a wish are sent on the occasion of.
std::string OccasionsOf(const CallbackRequest& request) {
  return absl::StrCat("callback:", request.id.ToString(), ":");
}

absl::Status RefuseSecond(const CallbackRequest& awaited) {
  return Refuse(Reason::kCallbackAlreadyAwaited, {}, {{"callback", awaited.id.ToString()}});
}

}  // namespace

absl::StatusOr<CallbackRequest> TakeCallback(Work& work, const ContactTools& tools, DebtorId debtor,
                                             const CallbackRequest& request) {
  PARLEY_ASSIGN_OR_RETURN(const DebtorRecord record, FindKeptRecord(work, debtor));
  Violations violations;
  CheckCallback(request, work.now, "callback", violations);
  PARLEY_RETURN_IF_ERROR(violations.ToStatus());
  PARLEY_RETURN_IF_ERROR(CheckWhatItNames(work, record, request));
  if (const auto awaited = AwaitedOf(record.callbacks, work.now); awaited.has_value()) {
    return RefuseSecond(*awaited);
  }
  if (record.callbacks.size() >= kMostOfAPart) return Refuse(Reason::kRecordFull);
  CallbackRequest taken = request;
  taken.id = CallbackId(tools.ids.Next());
  taken.state = request.slot.has_value() ? CallbackState::kScheduled : CallbackState::kRequested;
  taken.actor = work.call.principal;
  taken.revision = work.NextRevision(debtor);
  taken.created_time = work.now;
  taken.updated_time = work.now;
  work.store.person_records().Add(debtor, taken);
  PARLEY_RETURN_IF_ERROR(AskForCall(work, HoldToolsOf(tools), record.debtor, taken));
  Tell(work, tools.ids, EventType::kCallbackRequested, debtor, taken);
  return taken;
}

absl::Status KeepByCall(Work& work, const HoldTools& tools, const LoggedCommunication& call) {
  PARLEY_ASSIGN_OR_RETURN(const DebtorRecord record, work.store.person_records().Find(call.debtor));
  const auto owed = OwedOf(record.callbacks);
  if (!owed.has_value() || !Keeps(call, *owed)) return absl::OkStatus();
  const Day day = LocalDay(tools.zones, record.debtor.time_zone, call.dispatch_time);
  if (!IsTimeFor(*owed, call.dispatch_time, day)) return absl::OkStatus();
  PARLEY_ASSIGN_OR_RETURN(CallbackRequest kept, KeptBy(*owed, call.id, work.now));
  PARLEY_RETURN_IF_ERROR(SettleCalls(work, call.debtor));
  KeepAndTell(work, tools.ids, EventType::kCallbackKept, call.debtor, kept);
  return absl::OkStatus();
}

absl::Status OweAfter(Work& work, const HoldTools& tools, const LoggedCommunication& call) {
  PARLEY_ASSIGN_OR_RETURN(const DebtorRecord record, work.store.person_records().Find(call.debtor));
  for (const CallbackRequest& one : record.callbacks) {
    std::optional<CallbackRequest> missed = NotKeptBy(one, call.id, work.now);
    if (!missed.has_value()) continue;
    KeepAndTell(work, tools.ids, EventType::kCallbackMissed, call.debtor, *missed);
    if (AwaitedOf(record.callbacks, work.now).has_value()) return absl::OkStatus();
    return AskForCall(work, tools, record.debtor, *missed);
  }
  return absl::OkStatus();
}

absl::StatusOr<bool> MissByTime(Work& work, const HoldTools& tools, const DebtorRecord& record,
                                const CallbackRequest& request) {
  const DebtorId debtor = record.debtor.id;
  const bool passed = request.state == CallbackState::kScheduled &&
                      StateAt(request, work.now) == CallbackState::kMissed;
  if (!passed) return false;
  PARLEY_ASSIGN_OR_RETURN(CallbackRequest missed, Missed(request, {}, work.now));
  KeepAndTell(work, tools.ids, EventType::kCallbackMissed, debtor, missed);
  const auto owed = OwedOf(record.callbacks);
  if (owed.has_value() && owed->id == missed.id) {
    PARLEY_RETURN_IF_ERROR(AskForCall(work, tools, record.debtor, missed));
  }
  return true;
}

void AskCallback::Confirm(const Call& call, const Agreed& agreed) const {
  const CallbackRequest& request = agreed.request;
  const absl::TimeZone zone = agreed.zone;
  Call own = call;
  own.request_id = {};
  SendMessage::Command command;
  command.debtor = agreed.debtor;
  command.order.template_key = std::string(kConfirmation);
  command.order.values = {{"day", Day(absl::ToCivilDay(request.slot->from, zone))},
                          {"from_time", MinuteAt(request.slot->from, zone)},
                          {"to_time", MinuteAt(request.slot->until, zone)}};
  if (request.debt.has_value()) command.contact.debts = {*request.debt};
  command.contact.in_reply_to = agreed.answers;
  command.occasion = absl::StrCat(OccasionsOf(request), request.revision);
  command.expires = request.slot->from;
  // The call comes in any case.
  send_.Handle(own, command, [](const SendMessage::Sent&) { return std::string(); }).IgnoreError();
}

absl::StatusOr<Answer> AskCallback::RunAndConfirm(const Call& call, const Wished& wished,
                                                  Decide decide,
                                                  Encode<CallbackRequest> encode) const {
  std::optional<Agreed> agreed;
  const auto run = [&](Work& work) -> absl::StatusOr<CallbackRequest> {
    PARLEY_ASSIGN_OR_RETURN(CallbackRequest taken, decide(work));
    PARLEY_ASSIGN_OR_RETURN(const auto answers, AnsweredBy(work, wished.debtor, taken));
    if (!taken.slot.has_value()) return taken;
    PARLEY_ASSIGN_OR_RETURN(
        const absl::TimeZone zone,
        CheckSlotWithGate(work, tools_, wished.debtor, taken, wished.slot_field));
    agreed = Agreed{wished.debtor, taken, answers, zone};
    return taken;
  };
  PARLEY_ASSIGN_OR_RETURN(Answer answer,
                          mutations_.Run<CallbackRequest>(call, wished.debtor, run, encode));
  if (agreed.has_value() && !answer.replayed && !call.validate_only) Confirm(call, *agreed);
  return answer;
}

absl::StatusOr<Answer> AskCallback::Request(const Call& call, DebtorId debtor,
                                            const CallbackRequest& request,
                                            Encode<CallbackRequest> encode) const {
  const auto decide = [&](Work& work) { return TakeCallback(work, tools_, debtor, request); };
  return RunAndConfirm(call, {debtor, "callback.slot"}, decide, encode);
}

absl::StatusOr<Answer> AskCallback::Schedule(const Call& call, const Reference& reference,
                                             const CallSlot& slot,
                                             Encode<CallbackRequest> encode) const {
  const DebtorId debtor = reference.debtor;
  const auto decide = [&](Work& work) -> absl::StatusOr<CallbackRequest> {
    PARLEY_ASSIGN_OR_RETURN(const DebtorRecord record, FindKeptRecord(work, debtor));
    PARLEY_ASSIGN_OR_RETURN(const CallbackRequest before,
                            FindPart(record.callbacks, reference.id, Reason::kCallbackNotFound));
    const auto awaited = AwaitedOf(record.callbacks, work.now);
    if (awaited.has_value() && awaited->id != before.id) return RefuseSecond(*awaited);
    PARLEY_ASSIGN_OR_RETURN(CallbackRequest after, Scheduled(before, slot, work.now));
    PARLEY_RETURN_IF_ERROR(CheckEtag(reference.etag, before.revision));
    after.revision = work.NextRevision(debtor);
    work.store.person_records().Replace(debtor, after);
    PARLEY_RETURN_IF_ERROR(TakeOffQueueOn(work, tools_.ids, debtor, OccasionsOf(after)));
    PARLEY_RETURN_IF_ERROR(AskForCall(work, HoldToolsOf(tools_), record.debtor, after));
    Tell(work, tools_.ids, EventType::kCallbackScheduled, debtor, after);
    return after;
  };
  return RunAndConfirm(call, {debtor, "slot"}, decide, encode);
}

absl::StatusOr<Answer> AskCallback::Change(const Call& call, const Reference& reference, Step step,
                                           Encode<CallbackRequest> encode) const {
  const DebtorId debtor = reference.debtor;
  const auto decide = [&](Work& work) -> absl::StatusOr<CallbackRequest> {
    PARLEY_ASSIGN_OR_RETURN(const DebtorRecord record, FindKeptRecord(work, debtor));
    PARLEY_ASSIGN_OR_RETURN(const CallbackRequest before,
                            FindPart(record.callbacks, reference.id, Reason::kCallbackNotFound));
    PARLEY_ASSIGN_OR_RETURN(CallbackRequest after, step(work, before));
    PARLEY_RETURN_IF_ERROR(CheckEtag(reference.etag, before.revision));
    after.revision = work.NextRevision(debtor);
    work.store.person_records().Replace(debtor, after);
    PARLEY_RETURN_IF_ERROR(TakeOffQueueOn(work, tools_.ids, debtor, OccasionsOf(after)));
    // Of one that a later wish overtook the team is asked nothing.
    const auto owed = OwedOf(record.callbacks);
    if (owed.has_value() && owed->id == after.id) {
      PARLEY_RETURN_IF_ERROR(after.state == CallbackState::kMissed
                                 ? AskForCall(work, HoldToolsOf(tools_), record.debtor, after)
                                 : SettleCalls(work, debtor));
    }
    return after;
  };
  return mutations_.Run<CallbackRequest>(call, debtor, decide, encode);
}

absl::StatusOr<Answer> AskCallback::Keep(const Call& call, const Reference& reference,
                                         CommunicationId by, Encode<CallbackRequest> encode) const {
  const DebtorId debtor = reference.debtor;
  const auto step = [&](Work& work,
                        const CallbackRequest& before) -> absl::StatusOr<CallbackRequest> {
    PARLEY_ASSIGN_OR_RETURN(const LoggedCommunication made,
                            work.store.communications().Find(debtor, by));
    if (!Keeps(made, before)) return Refuse(Reason::kCallbackStepRefused);
    PARLEY_ASSIGN_OR_RETURN(CallbackRequest after, KeptBy(before, by, work.now));
    Tell(work, tools_.ids, EventType::kCallbackKept, debtor, after);
    return after;
  };
  return Change(call, reference, step, encode);
}

absl::StatusOr<Answer> AskCallback::Miss(const Call& call, const Reference& reference,
                                         const SensitiveText& reason,
                                         Encode<CallbackRequest> encode) const {
  const auto step = [&](Work& work,
                        const CallbackRequest& before) -> absl::StatusOr<CallbackRequest> {
    PARLEY_ASSIGN_OR_RETURN(CallbackRequest after, Missed(before, reason, work.now));
    Tell(work, tools_.ids, EventType::kCallbackMissed, reference.debtor, after);
    return after;
  };
  return Change(call, reference, step, encode);
}

absl::StatusOr<Answer> AskCallback::Cancel(const Call& call, const Reference& reference,
                                           const SensitiveText& reason,
                                           Encode<CallbackRequest> encode) const {
  const auto step = [&](Work& work,
                        const CallbackRequest& before) -> absl::StatusOr<CallbackRequest> {
    PARLEY_ASSIGN_OR_RETURN(CallbackRequest after, Cancelled(before, reason, work.now));
    Tell(work, tools_.ids, EventType::kCallbackCancelled, reference.debtor, after);
    return after;
  };
  return Change(call, reference, step, encode);
}

}  // namespace parley
