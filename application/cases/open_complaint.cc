// SPDX-License-Identifier: Apache-2.0
#include "application/cases/open_complaint.h"

#include <array>
#include <cstddef>
#include <string>
#include <utility>

#include "application/cases/case_tools.h"
#include "application/etag.h"
#include "application/local_day.h"
#include "domain/common/status_macros.h"

namespace parley {
namespace {

void Tell(Work& work, Ids& ids, EventType type, DebtorId debtor, const Complaint& complaint) {
  const std::string state(WordsOf<ComplaintState>()[static_cast<std::size_t>(complaint.state)]);
  TellCase(work, ids, {type, debtor, complaint.debt, complaint.id.uuid(), state, {}});
}

// Collecting rests from today on.
absl::Status HoldIt(Work& work, const HoldTools& tools, DebtorId debtor, Complaint& complaint,
                    Day today) {
  Hold hold;
  hold.debtor = debtor;
  hold.debt = complaint.debt;
  hold.type = HoldType::kComplaint;
  hold.source = complaint.source;
  hold.reason = complaint.what;
  PARLEY_ASSIGN_OR_RETURN(hold, HoldAtOnce(work, tools, std::move(hold), today));
  complaint.hold = hold.id;
  return absl::OkStatus();
}

void Ask(Work& work, Ids& ids, DebtorId debtor, const Complaint& complaint) {
  WorkItem item;
  item.debtor = debtor;
  item.debt = complaint.debt;
  item.kind = WorkKind::kComplaint;
  item.reason = complaint.what;
  AskTeam(work, ids, std::move(item), DueBy(complaint));
}

absl::Status StartClocksAt(Work& work, const ContactTools& tools, const Debtor& debtor, Day today,
                           Complaint& complaint) {
  PARLEY_ASSIGN_OR_RETURN(const RulebooksRef rulebooks, RulebooksNow(work, tools.rulebooks));
  complaint.received = today;
  StartClocks(complaint, *rulebooks, debtor.region);
  return absl::OkStatus();
}

// Nothing is left to do, and collecting goes on.
absl::Status Release(Work& work, const HoldTools& tools, DebtorId debtor,
                     const Complaint& complaint, Day today) {
  PARLEY_RETURN_IF_ERROR(SettleTeam(work, WorkKind::kComplaint, debtor, complaint.debt));
  if (!complaint.hold.has_value() || complaint.state == ComplaintState::kReferred) {
    return absl::OkStatus();
  }
  return LiftAtOnce(work, tools, debtor, *complaint.hold, today);
}

}  // namespace

absl::StatusOr<Complaint> TakeComplaint(Work& work, const ContactTools& tools, DebtorId debtor,
                                        const Complaint& complaint) {
  PARLEY_ASSIGN_OR_RETURN(const DebtorRecord record, FindKeptRecord(work, debtor));
  if (complaint.debt.has_value()) {
    PARLEY_RETURN_IF_ERROR(CheckDebtsOf(work, debtor, std::array{*complaint.debt}));
  }
  Violations violations;
  CheckComplaint(complaint, "complaint", violations);
  PARLEY_RETURN_IF_ERROR(violations.ToStatus());
  if (const auto same = LikeWhich(record.complaints, complaint); same.has_value()) {
    return FindPart(record.complaints, *same, Reason::kComplaintNotFound);
  }
  if (record.complaints.size() >= kMostOfAPart) return Refuse(Reason::kRecordFull);
  const Day today = LocalDay(tools.places.zones, record.debtor.time_zone, work.now);
  Complaint taken = complaint;
  taken.id = ComplaintId(tools.ids.Next());
  taken.state = ComplaintState::kReceived;
  taken.breached = false;
  PARLEY_RETURN_IF_ERROR(StartClocksAt(work, tools, record.debtor, today, taken));
  taken.actor = work.call.principal;
  taken.revision = work.NextRevision(debtor);
  taken.created_time = work.now;
  taken.updated_time = work.now;
  PARLEY_RETURN_IF_ERROR(HoldIt(work, HoldToolsOf(tools), debtor, taken, today));
  work.store.person_records().Add(debtor, taken);
  Ask(work, tools.ids, debtor, taken);
  Tell(work, tools.ids, EventType::kComplaintReceived, debtor, taken);
  return taken;
}

absl::StatusOr<Answer> OpenComplaint::Open(const Call& call, DebtorId debtor,
                                           const Complaint& complaint,
                                           Encode<Complaint> encode) const {
  const auto decide = [&](Work& work) { return TakeComplaint(work, tools_, debtor, complaint); };
  return mutations_.Run<Complaint>(call, debtor, decide, encode);
}

absl::StatusOr<Answer> OpenComplaint::Change(const Call& call, const Reference& reference,
                                             Step step, Encode<Complaint> encode) const {
  const auto decide = [&](Work& work) -> absl::StatusOr<Complaint> {
    PARLEY_ASSIGN_OR_RETURN(const DebtorRecord record, FindKeptRecord(work, reference.debtor));
    PARLEY_ASSIGN_OR_RETURN(const Complaint before,
                            FindPart(record.complaints, reference.id, Reason::kComplaintNotFound));
    const Day today = LocalDay(tools_.places.zones, record.debtor.time_zone, work.now);
    PARLEY_ASSIGN_OR_RETURN(Complaint after, step(work, before, {record, today}));
    PARLEY_RETURN_IF_ERROR(CheckEtag(reference.etag, before.revision));
    // Of what is done too late it is told, where nobody did before.
    if (const std::optional<Day> by = RunsOut(before); by.has_value() && *by < today) {
      Tell(work, tools_.ids, EventType::kComplaintClockBreached, reference.debtor, before);
    }
    after.revision = work.NextRevision(reference.debtor);
    work.store.person_records().Replace(reference.debtor, after);
    return after;
  };
  return mutations_.Run<Complaint>(call, reference.debtor, decide, encode);
}

absl::StatusOr<Answer> OpenComplaint::Acknowledge(const Call& call, const Reference& reference,
                                                  Encode<Complaint> encode) const {
  const DebtorId debtor = reference.debtor;
  const auto step = [&](Work& work, const Complaint& before,
                        const Scene&) -> absl::StatusOr<Complaint> {
    PARLEY_ASSIGN_OR_RETURN(const Complaint known, Acknowledged(before, work.now));
    PARLEY_ASSIGN_OR_RETURN(Complaint after, Investigated(known, work.now));
    PARLEY_RETURN_IF_ERROR(SettleTeam(work, WorkKind::kComplaint, debtor, after.debt));
    // What is to be done next is the answer.
    Ask(work, tools_.ids, debtor, after);
    Tell(work, tools_.ids, EventType::kComplaintAcknowledged, debtor, known);
    return after;
  };
  return Change(call, reference, step, encode);
}

absl::StatusOr<Answer> OpenComplaint::Respond(const Call& call, const Reply& reply,
                                              Encode<Complaint> encode) const {
  const DebtorId debtor = reply.reference.debtor;
  const auto step = [&](Work& work, const Complaint& before,
                        const Scene& scene) -> absl::StatusOr<Complaint> {
    Violations violations;
    CheckAnswer(reply.answer, violations);
    PARLEY_RETURN_IF_ERROR(violations.ToStatus());
    if (reply.answer.answered_in.has_value()) {
      PARLEY_RETURN_IF_ERROR(
          work.store.communications().Find(debtor, *reply.answer.answered_in).status());
    }
    PARLEY_ASSIGN_OR_RETURN(Complaint after,
                            WithAnswer(before, reply.answer, scene.today, work.now));
    if (!IsOpen(after)) {
      PARLEY_RETURN_IF_ERROR(Release(work, HoldToolsOf(tools_), debtor, after, scene.today));
    }
    Tell(work, tools_.ids, EventType::kComplaintFinalResponse, debtor, after);
    return after;
  };
  return Change(call, reply.reference, step, encode);
}

absl::StatusOr<Answer> OpenComplaint::Finish(const Call& call, const Ending& ending,
                                             Encode<Complaint> encode) const {
  const DebtorId debtor = ending.reference.debtor;
  const auto step = [&](Work& work, const Complaint& before,
                        const Scene& scene) -> absl::StatusOr<Complaint> {
    PARLEY_ASSIGN_OR_RETURN(Complaint after, EndedBy(before, ending.end, work.now));
    PARLEY_RETURN_IF_ERROR(Release(work, HoldToolsOf(tools_), debtor, after, scene.today));
    return after;
  };
  return Change(call, ending.reference, step, encode);
}

absl::StatusOr<Answer> OpenComplaint::Reopen(const Call& call, const Reference& reference,
                                             Encode<Complaint> encode) const {
  const DebtorId debtor = reference.debtor;
  const auto step = [&](Work& work, const Complaint& before,
                        const Scene& scene) -> absl::StatusOr<Complaint> {
    PARLEY_ASSIGN_OR_RETURN(Complaint after, Reopened(before, work.now));
    PARLEY_RETURN_IF_ERROR(StartClocksAt(work, tools_, scene.record.debtor, scene.today, after));
    // What was referred rests still.
    if (before.state != ComplaintState::kReferred) {
      PARLEY_RETURN_IF_ERROR(HoldIt(work, HoldToolsOf(tools_), debtor, after, scene.today));
    }
    Ask(work, tools_.ids, debtor, after);
    Tell(work, tools_.ids, EventType::kComplaintReceived, debtor, after);
    return after;
  };
  return Change(call, reference, step, encode);
}

}  // namespace parley
