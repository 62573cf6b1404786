// SPDX-License-Identifier: Apache-2.0
#include "application/communication/decide.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <string_view>
#include <utility>
#include <vector>

#include "application/communication/gate_record.h"
#include "application/communication/tell_contact.h"
#include "application/worklist/items.h"
#include "domain/common/reason.h"
#include "domain/common/status_macros.h"
#include "domain/communication/contact_rules.h"
#include "domain/debtor/erasure.h"

namespace parley {
namespace {

// What stands in the way that a person of the team can find out.
bool IsUnclear(const Answered& answer, const Rulebooks& rulebooks) {
  return std::any_of(answer.rules.begin(), answer.rules.end(), [&](const ToldRule& told) {
    return told.word == Word::kRefuses &&
           (told.rule == rulebooks.StandingRule(Standing::What::kPlaceUnknown).id ||
            told.rule == rulebooks.StandingRule(Standing::What::kUnresearched).id);
  });
}

absl::Status AskToFindOut(Work& work, Ids& ids, DebtorId debtor) {
  PARLEY_ASSIGN_OR_RETURN(const std::vector<WorkItem> waiting,
                          work.store.work_items().ToDo(debtor));
  const bool asked = std::any_of(waiting.begin(), waiting.end(), [](const WorkItem& item) {
    return item.kind == WorkKind::kContactUnclear;
  });
  if (asked) return absl::OkStatus();
  WorkItem item;
  item.debtor = debtor;
  item.kind = WorkKind::kContactUnclear;
  item.asked_by = std::string(kAskedByRule);
  Propose(work, ids, std::move(item));
  return absl::OkStatus();
}

LoggedCommunication Reserve(const Work& work, Ids& ids, const StoredVerdict& verdict) {
  LoggedCommunication one;
  one.id = CommunicationId(ids.Next());
  one.debtor = verdict.debtor;
  one.contact = verdict.act;
  if (verdict.answer.booked.has_value()) one.contact.debts = {*verdict.answer.booked};
  one.dispatch_time = verdict.answer.until.value_or(work.now);
  one.verdict = verdict.id;
  one.actor = work.call.principal;
  one.revision = work.NextRevision(verdict.debtor);
  one.created_time = work.now;
  one.updated_time = work.now;
  return one;
}

void TellOfPerson(const DebtorRecord& person, Day today, Decided& decided) {
  for (const KnownPoint& point : person.points) {
    if (decided.verdict.act.point == point.id) decided.point = point;
  }
  for (const SupportNeed& need : person.needs) {
    if (StandsOn(need, today)) decided.needs.push_back(need);
  }
  decided.preferences = person.preferences;
}

// What the gate says of a contact, as it is stored, and of whom it was judged.
struct Heard {
  StoredVerdict verdict;
  absl::TimeZone zone;
  bool is_unclear = false;
  absl::Time holds_until;  // Of a call that may be made.
};

// The gate's answer as of an instant, as it is stored.
absl::StatusOr<Heard> Hear(const Work& work, const ContactTools& tools, const ContactRecord& record,
                           const Contact& proposed, absl::Time at,
                           std::string_view template_key = {}) {
  if (IsErased(record.person.debtor)) return Refuse(Reason::kDebtorNotFound);
  PARLEY_ASSIGN_OR_RETURN(
      const RulebooksRef rulebooks,
      tools.rulebooks.At(work.call.tenant, record.edition, work.store.rulebooks()));
  PARLEY_ASSIGN_OR_RETURN(const GateRecord gate, GateRecord::Make(record, proposed, *rulebooks,
                                                                  tools.places, at, template_key));
  PARLEY_ASSIGN_OR_RETURN(Judged judged, gate.Judge(gate.asked(), at));
  Heard heard;
  heard.zone = gate.zone();
  heard.is_unclear = IsUnclear(judged.answer, *rulebooks);
  if (judged.answer.allows() && judged.contact.channel == Channel::kCall) {
    PARLEY_ASSIGN_OR_RETURN(heard.holds_until,
                            gate.MayHappenUntil(judged.contact, at, at + kWordHolds));
  }
  heard.verdict.id = VerdictId(tools.ids.Next());
  heard.verdict.debtor = record.person.debtor.id;
  heard.verdict.act = std::move(judged.contact);
  heard.verdict.answer = std::move(judged.answer);
  heard.verdict.actor = work.call.principal;
  heard.verdict.judged_time = at;
  return heard;
}

Decided DecidedBy(Heard heard, std::optional<LoggedCommunication> reserved,
                  const DebtorRecord& person, absl::Time now) {
  Decided decided{std::move(heard.verdict), std::move(reserved), heard.zone, heard.holds_until};
  TellOfPerson(person, Day(heard.zone.At(now).cs), decided);
  return decided;
}

void UseSlot(const Answered& answer, absl::Time now, LoggedCommunication& slot) {
  slot.state = answer.decision == GateDecision::kRefuse ? CommunicationState::kReleased
               : answer.allows()                        ? CommunicationState::kUsed
                                                        : CommunicationState::kReserved;
  slot.dispatch_time = answer.until.value_or(now);
}

}  // namespace

bool TakesSlot(const Answered& answer, absl::Time waits_until) {
  return answer.allows() || (answer.until.has_value() && *answer.until < waits_until);
}

absl::StatusOr<Decided> DecideAndReserve(Work& work, const ContactTools& tools, DebtorId debtor,
                                         const Contact& proposed) {
  PARLEY_ASSIGN_OR_RETURN(std::vector<ContactRecord> read,
                          ReadContactRecords(work, std::array{debtor}));
  return DecideAndReserve(work, tools, read.front(), proposed);
}

absl::StatusOr<Decided> DecideAndReserve(Work& work, const ContactTools& tools,
                                         ContactRecord& record, const Contact& proposed,
                                         const AsMessage& as) {
  PARLEY_ASSIGN_OR_RETURN(Heard heard,
                          Hear(work, tools, record, proposed, work.now, as.template_key));
  StoredVerdict& verdict = heard.verdict;
  std::optional<LoggedCommunication> reserved;
  if (TakesSlot(verdict.answer, as.waits_until)) {
    reserved = Reserve(work, tools.ids, verdict);
    if (as.is_there_at_once) {
      reserved->state = CommunicationState::kUsed;
      reserved->outcome = Outcome::kDelivered;
    }
    verdict.communication = reserved->id;
  }
  work.store.verdicts().Append(verdict);
  if (reserved.has_value()) {
    work.store.communications().Add(*reserved);
    record.history.push_back(*reserved);
  }
  if (heard.is_unclear) {
    PARLEY_RETURN_IF_ERROR(AskToFindOut(work, tools.ids, verdict.debtor));
  }
  TellVerdict(work, tools.ids, verdict);
  return DecidedBy(std::move(heard), std::move(reserved), record.person, work.now);
}

absl::StatusOr<Foreseen> Foresee(Work& work, const ContactTools& tools, DebtorId debtor,
                                 const Contact& proposed, absl::Time at) {
  PARLEY_ASSIGN_OR_RETURN(const std::vector<ContactRecord> records,
                          ReadContactRecords(work, std::array{debtor}));
  PARLEY_ASSIGN_OR_RETURN(Heard heard, Hear(work, tools, records.front(), proposed, at));
  return Foreseen{std::move(heard.verdict.answer), heard.zone};
}

absl::StatusOr<Decided> DecideAgain(Work& work, const ContactTools& tools, ContactRecord& record,
                                    LoggedCommunication waiting, std::string_view template_key) {
  // What waits for later is judged then, and counts this one.
  std::erase_if(record.history, [&](const LoggedCommunication& past) {
    return past.id == waiting.id ||
           (past.state == CommunicationState::kReserved && past.dispatch_time > work.now);
  });
  PARLEY_ASSIGN_OR_RETURN(Heard heard,
                          Hear(work, tools, record, waiting.contact, work.now, template_key));
  StoredVerdict& verdict = heard.verdict;
  verdict.moment = VerdictMoment::kDispatch;
  UseSlot(verdict.answer, work.now, waiting);
  waiting.revision = work.NextRevision(waiting.debtor);
  waiting.updated_time = work.now;
  if (waiting.state != CommunicationState::kReleased) verdict.communication = waiting.id;
  work.store.verdicts().Append(verdict);
  if (heard.is_unclear) {
    PARLEY_RETURN_IF_ERROR(AskToFindOut(work, tools.ids, verdict.debtor));
  }
  if (!verdict.answer.allows()) TellVerdict(work, tools.ids, verdict);
  return DecidedBy(std::move(heard), std::move(waiting), record.person, work.now);
}

absl::Status JudgeDialled(Work& work, const ContactTools& tools, const LoggedCommunication& call) {
  PARLEY_ASSIGN_OR_RETURN(std::vector<ContactRecord> read,
                          ReadContactRecords(work, std::array{call.debtor}));
  ContactRecord& record = read.front();
  const absl::Time dialled = call.dispatch_time;
  std::erase_if(record.history, [&](const LoggedCommunication& one) {
    return one.id == call.id || one.dispatch_time > dialled;
  });
  PARLEY_ASSIGN_OR_RETURN(Heard heard, Hear(work, tools, record, call.contact, dialled));
  StoredVerdict& verdict = heard.verdict;
  verdict.moment = VerdictMoment::kDispatch;
  if (verdict.answer.allows() && dialled < HoldsUntil(call)) return absl::OkStatus();
  if (verdict.answer.allows()) verdict.communication = call.id;
  work.store.verdicts().Append(verdict);
  TellVerdict(work, tools.ids, verdict);
  return absl::OkStatus();
}

}  // namespace parley
