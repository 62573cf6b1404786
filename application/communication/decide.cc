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
  one.dispatch_time = work.now;
  one.verdict = verdict.id;
  one.actor = work.call.principal;
  one.revision = work.NextRevision(verdict.debtor);
  one.created_time = work.now;
  one.updated_time = work.now;
  return one;
}

StoredVerdict VerdictOn(const Work& work, Ids& ids, DebtorId debtor, Judged judged) {
  StoredVerdict verdict;
  verdict.id = VerdictId(ids.Next());
  verdict.debtor = debtor;
  verdict.act = std::move(judged.contact);
  verdict.answer = std::move(judged.answer);
  verdict.actor = work.call.principal;
  verdict.judged_time = work.now;
  return verdict;
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

}  // namespace

absl::StatusOr<Decided> DecideAndReserve(Work& work, const ContactTools& tools, DebtorId debtor,
                                         const Contact& proposed) {
  PARLEY_ASSIGN_OR_RETURN(std::vector<ContactRecord> read,
                          ReadContactRecords(work, std::array{debtor}));
  return DecideAndReserve(work, tools, read.front(), proposed);
}

absl::StatusOr<Decided> DecideAndReserve(Work& work, const ContactTools& tools,
                                         ContactRecord& record, const Contact& proposed) {
  PARLEY_ASSIGN_OR_RETURN(
      const RulebooksRef rulebooks,
      tools.rulebooks.At(work.call.tenant, record.edition, work.store.rulebooks()));
  const DebtorId debtor = record.person.debtor.id;
  if (IsErased(record.person.debtor)) return Refuse(Reason::kDebtorNotFound);
  PARLEY_ASSIGN_OR_RETURN(const GateRecord gate,
                          GateRecord::Make(record, proposed, *rulebooks, tools.places, work.now));
  PARLEY_ASSIGN_OR_RETURN(Judged judged, gate.Judge(gate.asked(), work.now));
  StoredVerdict verdict = VerdictOn(work, tools.ids, debtor, std::move(judged));
  std::optional<LoggedCommunication> reserved;
  if (verdict.answer.allows()) {
    reserved = Reserve(work, tools.ids, verdict);
    verdict.communication = reserved->id;
  }
  work.store.verdicts().Append(verdict);
  if (reserved.has_value()) {
    work.store.communications().Add(*reserved);
    record.history.push_back(*reserved);
  }
  if (IsUnclear(verdict.answer, *rulebooks)) {
    PARLEY_RETURN_IF_ERROR(AskToFindOut(work, tools.ids, debtor));
  }
  TellVerdict(work, tools.ids, verdict);
  Decided decided{std::move(verdict), std::move(reserved), gate.zone()};
  TellOfPerson(record.person, Day(gate.zone().At(work.now).cs), decided);
  return decided;
}

absl::Status JudgeDialled(Work& work, const ContactTools& tools, const LoggedCommunication& call) {
  PARLEY_ASSIGN_OR_RETURN(std::vector<ContactRecord> read,
                          ReadContactRecords(work, std::array{call.debtor}));
  ContactRecord& record = read.front();
  const absl::Time dialled = call.dispatch_time;
  std::erase_if(record.history, [&](const LoggedCommunication& one) {
    return one.id == call.id || one.dispatch_time > dialled;
  });
  PARLEY_ASSIGN_OR_RETURN(
      const RulebooksRef rulebooks,
      tools.rulebooks.At(work.call.tenant, record.edition, work.store.rulebooks()));
  PARLEY_ASSIGN_OR_RETURN(const GateRecord gate, GateRecord::Make(record, call.contact, *rulebooks,
                                                                  tools.places, dialled));
  PARLEY_ASSIGN_OR_RETURN(Judged judged, gate.Judge(gate.asked(), dialled));
  StoredVerdict verdict = VerdictOn(work, tools.ids, call.debtor, std::move(judged));
  verdict.moment = VerdictMoment::kDispatch;
  verdict.judged_time = dialled;
  if (verdict.answer.allows()) verdict.communication = call.id;
  work.store.verdicts().Append(verdict);
  TellVerdict(work, tools.ids, verdict);
  return absl::OkStatus();
}

}  // namespace parley
