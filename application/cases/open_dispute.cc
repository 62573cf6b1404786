// SPDX-License-Identifier: Apache-2.0
#include "application/cases/open_dispute.h"

#include <algorithm>
#include <array>
#include <iterator>
#include <string>
#include <utility>
#include <vector>

#include "application/cases/case_tools.h"
#include "application/debts/events.h"
#include "application/debts/ledgers.h"
#include "application/etag.h"
#include "application/local_day.h"
#include "application/worklist/cases.h"
#include "domain/common/status_macros.h"
#include "domain/communication/duties/owed_by.h"
#include "domain/debt/freeze.h"
#include "domain/debt/position.h"
#include "domain/debt/status.h"

namespace parley {
namespace {

// A dispute, its debt, and today in the debt's zone.
struct Scene {
  LedgerHead head;
  Day today;
};

absl::StatusOr<Scene> SceneOf(Work& work, const HoldTools& tools, DebtorId debtor, DebtId debt) {
  PARLEY_ASSIGN_OR_RETURN(LedgerHead head, FindLedger(work, debtor, debt));
  const Day today = LocalDay(tools.zones, head.time_zone, work.now);
  return Scene{std::move(head), today};
}

void Tell(Work& work, Ids& ids, EventType type, DebtorId debtor, const DebtDispute& dispute) {
  const std::string state(WordsOf<DisputeState>()[static_cast<std::size_t>(dispute.state)]);
  TellCase(work, ids, {type, debtor, dispute.debt, dispute.id.uuid(), state, dispute.disputed});
}

absl::Status CheckAgainst(const DebtDispute& dispute, const Debt& debt) {
  Violations violations;
  CheckDispute(dispute, "dispute", violations);
  if (dispute.disputed.has_value() && dispute.disputed->currency() != debt.currency) {
    violations.Add("dispute.disputed.currency_code", Fault::kCurrencyMismatch);
  }
  PARLEY_RETURN_IF_ERROR(violations.ToStatus());
  if (!IsOwedAndOurs(debt.status)) return Refuse(Reason::kDebtClosedToEntries);
  const bool above = dispute.disputed.has_value() &&
                     dispute.disputed->minor_units() > Outstanding(debt.position).value_or(0);
  return above ? Refuse(Reason::kDisputeAboveBalance) : absl::OkStatus();
}

Hold HoldOf(DebtorId debtor, const DebtDispute& dispute, std::optional<Money> part) {
  Hold hold;
  hold.debtor = debtor;
  hold.debt = dispute.debt;
  hold.type = HoldType::kDispute;
  hold.disputed = std::move(part);
  hold.source = dispute.source;
  hold.reason = dispute.statement;
  return hold;
}

WorkItem ToAnswer(DebtorId debtor, const DebtDispute& dispute) {
  WorkItem item;
  item.debtor = debtor;
  item.debt = dispute.debt;
  item.kind = WorkKind::kDispute;
  item.reason = dispute.statement;
  return item;
}

// Only what has left, after the dispute was opened, answers it.
absl::StatusOr<bool> WasSent(Work& work, DebtorId debtor, const DebtDispute& dispute,
                             CommunicationId answer) {
  const std::array keys = {MessageKey{debtor, answer}};
  PARLEY_ASSIGN_OR_RETURN(const std::vector<Message> found, work.store.messages().FindAll(keys));
  if (found.empty()) {
    PARLEY_RETURN_IF_ERROR(work.store.communications().Find(debtor, answer).status());
    return false;
  }
  const Message& message = found.front();
  const bool left =
      message.state == MessageState::kSent || message.state == MessageState::kDelivered ||
      message.state == MessageState::kRead || message.state == MessageState::kComplained;
  return left && message.created_time >= dispute.created_time;
}

// What is owed less: what was said, or else all that is disputed.
std::int64_t AdjustmentOf(const DebtDispute& dispute, const Debt& debt) {
  if (dispute.outcome == DisputeOutcome::kNotUpheld) return 0;
  if (dispute.adjusted.has_value()) return dispute.adjusted->minor_units();
  if (dispute.disputed.has_value()) return dispute.disputed->minor_units();
  return Outstanding(debt.position).value_or(0);
}

// Holds that changed with the answer, before and after.
struct HoldsMoved {
  std::vector<Hold> before;
  std::vector<Hold> after;
};

// Ends the hold at once; its debt is judged by the caller.
absl::StatusOr<HoldsMoved> EndHoldAlone(Work& work, const HoldTools& tools, DebtorId debtor,
                                        HoldId id, Day today) {
  PARLEY_ASSIGN_OR_RETURN(const Hold before, FindHold(work, debtor, id));
  if (StateOn(before, today) != HoldState::kActive) return HoldsMoved{};
  PARLEY_ASSIGN_OR_RETURN(Hold after, LiftHold(before, today - 1, work.now));
  after.revision = work.NextRevision(debtor);
  work.store.holds().Replace(after);
  TellHold(work, tools.ids, after, EventType::kHoldEnded);
  return HoldsMoved{{before}, {std::move(after)}};
}

// The whole debt stays in dispute up to the end of the window.
absl::StatusOr<HoldsMoved> KeepHoldUntil(Work& work, const HoldTools& tools, DebtorId debtor,
                                         const DebtDispute& dispute, Day today) {
  PARLEY_ASSIGN_OR_RETURN(const Hold before, FindHold(work, debtor, *dispute.hold));
  if (StateOn(before, today) != HoldState::kActive) return HoldsMoved{};
  PARLEY_ASSIGN_OR_RETURN(
      Hold after, ProlongHold(before, dispute.window_until, before.review, today, work.now));
  after.revision = work.NextRevision(debtor);
  work.store.holds().Replace(after);
  TellHold(work, tools.ids, after, EventType::kHoldStarted);
  return HoldsMoved{{before}, {std::move(after)}};
}

// What is left in dispute has a hold of its own, up to the end of the window.
Hold HoldRest(Work& work, const HoldTools& tools, DebtorId debtor, const DebtDispute& dispute,
              Day today) {
  const std::int64_t rest = dispute.disputed->minor_units() - dispute.adjusted->minor_units();
  Hold held = HoldOf(debtor, dispute, Money(rest, dispute.disputed->currency()));
  held.id = HoldId(tools.ids.Next());
  held.from = today;
  held.until = dispute.window_until;
  held.actor = work.call.principal;
  held.revision = work.NextRevision(debtor);
  held.created_time = work.now;
  held.updated_time = work.now;
  work.store.holds().Add(held);
  TellHold(work, tools.ids, held, EventType::kHoldStarted);
  return held;
}

// The hold of what was upheld ends at once, and that of the rest with the window.
absl::StatusOr<HoldsMoved> SettleHolds(Work& work, const HoldTools& tools, DebtorId debtor,
                                       DebtDispute& dispute, Day today) {
  const bool in_part = dispute.outcome == DisputeOutcome::kPartlyUpheld;
  if (!dispute.hold.has_value()) return HoldsMoved{};
  if (in_part && !dispute.disputed.has_value()) {
    return KeepHoldUntil(work, tools, debtor, dispute, today);
  }
  PARLEY_ASSIGN_OR_RETURN(HoldsMoved moved,
                          EndHoldAlone(work, tools, debtor, *dispute.hold, today));
  if (in_part && !moved.after.empty()) {
    moved.after.push_back(HoldRest(work, tools, debtor, dispute, today));
    dispute.hold = moved.after.back().id;
  }
  return moved;
}

// What is upheld, as a fact of the ledger.
absl::StatusOr<Fact> CreditOf(const HoldTools& tools, const DebtDispute& dispute,
                              const Scene& scene) {
  Fact fact{.id = EntryId(tools.ids.Next()),
            .external_ref = "dispute-" + dispute.id.ToString(),
            .kind = EntryKind::kCredit,
            .value_date = scene.today,
            .amount = AdjustmentOf(dispute, scene.head.debt),
            .reason = dispute.finding};
  Violations violations;
  CheckFact(fact, scene.head.debt, scene.today, "", violations);
  PARLEY_RETURN_IF_ERROR(violations.ToStatus());
  return fact;
}

// Posts what was upheld as a credit. The interest of the days that are free of a hold now is
// judged in the same step, since both change one ledger.
absl::Status PostAdjustment(Work& work, const HoldTools& tools, DebtDispute& dispute,
                            const Scene& scene, const HoldsMoved& moved) {
  const Debt& debt = scene.head.debt;
  PARLEY_ASSIGN_OR_RETURN(std::vector<Entry> journal,
                          work.store.debts().Journal(debt.debtor, debt.id));
  const Stamp stamp{work.now, scene.today, work.call.principal};
  const auto next_id = [&] { return EntryId(tools.ids.Next()); };
  std::vector<Period> freezes =
      ReplaceFreezes(debt.rules.freezes, InterestFreezes(moved.before, debt.id),
                     InterestFreezes(moved.after, debt.id));
  PARLEY_ASSIGN_OR_RETURN(Posted posted,
                          ChangeFreezes(debt, std::move(freezes), journal, stamp, next_id));
  if (AdjustmentOf(dispute, debt) > 0) {
    PARLEY_ASSIGN_OR_RETURN(const Fact fact, CreditOf(tools, dispute, scene));
    dispute.adjusted = Money(fact.amount, debt.currency);
    dispute.adjusting_entry = fact.id;
    journal.insert(journal.end(), posted.entries.begin(), posted.entries.end());
    const std::array facts = {fact};
    PARLEY_ASSIGN_OR_RETURN(Posted credit, PostFacts(posted.debt, facts, journal, stamp, next_id));
    posted.debt = std::move(credit.debt);
    std::move(credit.entries.begin(), credit.entries.end(), std::back_inserter(posted.entries));
  }
  RecordPosted(work, tools.ids, debt, posted);
  return ReviewCases(work, tools.ids, debt, posted.debt);
}

// What the answer does to the hold and to the ledger.
absl::Status ActOnAnswer(Work& work, const HoldTools& tools, DebtorId debtor, DebtDispute& dispute,
                         const Scene& scene) {
  if (dispute.outcome != DisputeOutcome::kNotUpheld) {
    PARLEY_ASSIGN_OR_RETURN(const HoldsMoved moved,
                            SettleHolds(work, tools, debtor, dispute, scene.today));
    return PostAdjustment(work, tools, dispute, scene, moved);
  }
  if (!dispute.hold.has_value()) return absl::OkStatus();
  return HoldUntil(work, tools, debtor, *dispute.hold, dispute.window_until, scene.today);
}

absl::Status ReleaseHold(Work& work, const HoldTools& tools, DebtorId debtor,
                         const DebtDispute& dispute, Day today) {
  if (!dispute.hold.has_value()) return absl::OkStatus();
  const bool stays = dispute.state == DisputeState::kClosed && dispute.answered_in.has_value();
  if (stays) return absl::OkStatus();
  if (dispute.state == DisputeState::kEscalated) {
    return HoldUntil(work, tools, debtor, *dispute.hold, std::nullopt, today);
  }
  return LiftAtOnce(work, tools, debtor, *dispute.hold, today);
}

}  // namespace

absl::StatusOr<DebtDispute> TakeDispute(Work& work, const ContactTools& tools, DebtorId debtor,
                                        const DebtDispute& dispute) {
  PARLEY_ASSIGN_OR_RETURN(const DebtorRecord record, FindKeptRecord(work, debtor));
  const HoldTools holding = HoldToolsOf(tools);
  PARLEY_ASSIGN_OR_RETURN(const Scene scene, SceneOf(work, holding, debtor, dispute.debt));
  PARLEY_RETURN_IF_ERROR(CheckAgainst(dispute, scene.head.debt));
  if (record.disputes.size() >= kMostOfAPart) return Refuse(Reason::kRecordFull);
  DebtDispute taken = dispute;
  taken.id = DisputeId(tools.ids.Next());
  taken.state = DisputeState::kOpen;
  taken.like = LikeWhich(record.disputes, taken);
  PARLEY_ASSIGN_OR_RETURN(const RulebooksRef rulebooks, RulebooksNow(work, tools.rulebooks));
  taken.answer_by =
      OwedToPerson(*rulebooks, record.debtor.region, Duty::kAnswerDispute, scene.today).day;
  taken.breached = false;
  taken.actor = work.call.principal;
  taken.revision = work.NextRevision(debtor);
  taken.created_time = work.now;
  taken.updated_time = work.now;
  PARLEY_ASSIGN_OR_RETURN(
      const Hold hold,
      HoldAtOnce(work, holding, HoldOf(debtor, taken, taken.disputed), scene.today));
  taken.hold = hold.id;
  work.store.person_records().Add(debtor, taken);
  AskTeam(work, tools.ids, ToAnswer(debtor, taken), taken.answer_by);
  Tell(work, tools.ids, EventType::kDisputeOpened, debtor, taken);
  return taken;
}

absl::StatusOr<Answer> OpenDispute::Open(const Call& call, DebtorId debtor,
                                         const DebtDispute& dispute,
                                         Encode<DebtDispute> encode) const {
  const auto decide = [&](Work& work) { return TakeDispute(work, tools_, debtor, dispute); };
  return mutations_.Run<DebtDispute>(call, debtor, decide, encode);
}

absl::StatusOr<Answer> OpenDispute::Change(const Call& call, const Reference& reference, Step step,
                                           Encode<DebtDispute> encode) const {
  const auto decide = [&](Work& work) -> absl::StatusOr<DebtDispute> {
    PARLEY_ASSIGN_OR_RETURN(const DebtorRecord record, FindKeptRecord(work, reference.debtor));
    PARLEY_ASSIGN_OR_RETURN(const DebtDispute before,
                            FindPart(record.disputes, reference.id, Reason::kDisputeNotFound));
    PARLEY_ASSIGN_OR_RETURN(DebtDispute after, step(work, before));
    PARLEY_RETURN_IF_ERROR(CheckEtag(reference.etag, before.revision));
    // Of what is done too late it is told, where nobody did before.
    const Day today = LocalDay(tools_.places.zones, record.debtor.time_zone, work.now);
    if (const std::optional<Day> by = RunsOut(before); by.has_value() && *by < today) {
      Tell(work, tools_.ids, EventType::kDisputeClockBreached, reference.debtor, before);
      after = WithBreach(after, work.now);
    }
    after.revision = work.NextRevision(reference.debtor);
    work.store.person_records().Replace(reference.debtor, after);
    return after;
  };
  return mutations_.Run<DebtDispute>(call, reference.debtor, decide, encode);
}

absl::StatusOr<Answer> OpenDispute::Review(const Call& call, const Reference& reference,
                                           Encode<DebtDispute> encode) const {
  const auto step = [&](Work& work, const DebtDispute& one) -> absl::StatusOr<DebtDispute> {
    PARLEY_ASSIGN_OR_RETURN(DebtDispute after, Reviewed(one, work.now));
    if (one.state == DisputeState::kInfoRequested) {
      AskTeam(work, tools_.ids, ToAnswer(reference.debtor, after), after.answer_by);
    }
    return after;
  };
  return Change(call, reference, step, encode);
}

absl::StatusOr<Answer> OpenDispute::AskForMore(const Call& call, const Reference& reference,
                                               Encode<DebtDispute> encode) const {
  // While they are asked it is not the team's turn.
  const auto step = [&](Work& work, const DebtDispute& one) -> absl::StatusOr<DebtDispute> {
    PARLEY_ASSIGN_OR_RETURN(DebtDispute after, AskedForMore(one, work.now));
    PARLEY_RETURN_IF_ERROR(SettleTeam(work, WorkKind::kDispute, reference.debtor, after.debt));
    return after;
  };
  return Change(call, reference, step, encode);
}

absl::StatusOr<Answer> OpenDispute::Respond(const Call& call, const Reply& reply,
                                            Encode<DebtDispute> encode) const {
  const DebtorId debtor = reply.reference.debtor;
  const auto step = [&](Work& work, const DebtDispute& before) -> absl::StatusOr<DebtDispute> {
    PARLEY_ASSIGN_OR_RETURN(const Scene scene,
                            SceneOf(work, HoldToolsOf(tools_), debtor, before.debt));
    DisputeAnswer answer = reply.answer;
    Violations violations;
    CheckAnswer(answer, before, violations);
    if (answer.adjusted.has_value() && answer.adjusted->currency() != scene.head.debt.currency) {
      AddOnce(violations, "adjusted.currency_code", Fault::kCurrencyMismatch);
    }
    PARLEY_RETURN_IF_ERROR(violations.ToStatus());
    if (answer.reflection.has_value()) {
      PARLEY_ASSIGN_OR_RETURN(const DebtorRecord record, FindKeptRecord(work, debtor));
      PARLEY_RETURN_IF_ERROR(CheckCited(record.reflections, *answer.reflection));
    }
    PARLEY_ASSIGN_OR_RETURN(answer.was_sent, WasSent(work, debtor, before, answer.answered_in));
    answer.window_until = scene.today + reply.window_days.value_or(kAnswerWindowDays);
    PARLEY_ASSIGN_OR_RETURN(DebtDispute after, WithAnswer(before, answer, work.now));
    PARLEY_RETURN_IF_ERROR(ActOnAnswer(work, HoldToolsOf(tools_), debtor, after, scene));
    PARLEY_RETURN_IF_ERROR(SettleTeam(work, WorkKind::kDispute, debtor, after.debt));
    Tell(work, tools_.ids, EventType::kDisputeAnswered, debtor, after);
    return after;
  };
  return Change(call, reply.reference, step, encode);
}

absl::StatusOr<Answer> OpenDispute::Finish(const Call& call, const Ending& ending,
                                           Encode<DebtDispute> encode) const {
  const DebtorId debtor = ending.reference.debtor;
  const auto step = [&](Work& work, const DebtDispute& before) -> absl::StatusOr<DebtDispute> {
    PARLEY_ASSIGN_OR_RETURN(const Scene scene,
                            SceneOf(work, HoldToolsOf(tools_), debtor, before.debt));
    PARLEY_ASSIGN_OR_RETURN(DebtDispute after, EndedBy(before, ending.end, work.now));
    PARLEY_RETURN_IF_ERROR(ReleaseHold(work, HoldToolsOf(tools_), debtor, after, scene.today));
    PARLEY_RETURN_IF_ERROR(SettleTeam(work, WorkKind::kDispute, debtor, after.debt));
    Tell(work, tools_.ids, EventType::kDisputeClosed, debtor, after);
    return after;
  };
  return Change(call, ending.reference, step, encode);
}

}  // namespace parley
