// SPDX-License-Identifier: Apache-2.0
#include "domain/debt/life_cycle.h"

#include <algorithm>
#include <array>
#include <string>
#include <utility>
#include <vector>

#include "domain/common/reason.h"
#include "domain/common/status_macros.h"
#include "domain/common/text.h"
#include "domain/debt/freeze.h"
#include "domain/debt/ledger.h"

namespace parley {
namespace {

using Status = DebtStatus;
using Verb = LifeVerb;

struct Transition {
  Status from;
  Verb verb;
  Status to;
};

// Every transition that a verb makes.
constexpr auto kTransitions = std::to_array<Transition>({
    {Status::kReceived, Verb::kActivate, Status::kActive},
    {Status::kReceived, Verb::kReject, Status::kRejected},
    {Status::kActive, Verb::kAcceptPlan, Status::kOnPlan},
    {Status::kOnPlan, Verb::kEndPlan, Status::kActive},
    {Status::kActive, Verb::kCompleteSettlement, Status::kSettled},
    {Status::kOnPlan, Verb::kCompleteSettlement, Status::kSettled},
    {Status::kActive, Verb::kExhaustCadence, Status::kAwaitingDecision},
    {Status::kAwaitingDecision, Verb::kResume, Status::kActive},
    {Status::kAwaitingDecision, Verb::kReturn, Status::kReturned},
    {Status::kAwaitingDecision, Verb::kWriteOff, Status::kWrittenOff},
    {Status::kActive, Verb::kRecall, Status::kRecalled},
    {Status::kOnPlan, Verb::kRecall, Status::kRecalled},
    {Status::kAwaitingDecision, Verb::kRecall, Status::kRecalled},
    {Status::kActive, Verb::kClose, Status::kClosed},
    {Status::kOnPlan, Verb::kClose, Status::kClosed},
    {Status::kAwaitingDecision, Verb::kClose, Status::kClosed},
    {Status::kPaid, Verb::kReopen, Status::kActive},
    {Status::kSettled, Verb::kReopen, Status::kActive},
    {Status::kRecalled, Verb::kReopen, Status::kActive},
    {Status::kReturned, Verb::kReopen, Status::kActive},
    {Status::kWrittenOff, Verb::kReopen, Status::kActive},
    {Status::kClosed, Verb::kReopen, Status::kActive},
});

enum class Needed : bool { kNo, kYes };

absl::Status CheckReason(const SensitiveText& reason, Needed needed) {
  Violations violations;
  if (needed == Needed::kYes) {
    RequireText(violations, "reason", reason.Reveal(), kLongestReason, Lines::kMany);
  } else {
    AllowText(violations, "reason", reason.Reveal(), kLongestReason, Lines::kMany);
  }
  return violations.ToStatus();
}

// The days after a debt left.
Period AwaySince(Day left) { return {left + 1, Day::max()}; }

// One life of a debt, step by step: what each step adds stands in the journal of the next.
class Life {
 public:
  Life(const Debt& debt, std::span<const Entry> journal, const Stamp& stamp,
       const EntryIdSource& next_id)
      : changed_(AfterLastChange(debt, stamp.now)),
        posted_{debt, {}},
        journal_(journal.begin(), journal.end()),
        stamp_(stamp),
        next_id_(next_id) {}

  Debt& debt() { return posted_.debt; }
  const std::vector<Entry>& journal() const { return journal_; }

  absl::Status PostInterest() {
    return Keep(PostInterestUpTo(debt(), stamp_.today, journal_, stamp_, next_id_));
  }
  absl::Status Freeze(std::span<const Period> gone, std::span<const Period> come) {
    return Keep(ChangeFreezes(debt(), ReplaceFreezes(debt().rules.freezes, gone, come), journal_,
                              stamp_, next_id_));
  }
  absl::Status Post(const Fact& fact) {
    return Keep(PostFacts(debt(), {&fact, 1}, journal_, stamp_, next_id_));
  }
  absl::Status Undo(const Reversal& reversal) {
    return Keep(PostReversal(debt(), reversal, journal_, stamp_, next_id_));
  }
  EntryId NextId() const { return next_id_(); }
  Day today() const { return stamp_.today; }

  // What came of it.
  Posted Told(const SensitiveText& reason) && {
    posted_.debt.status_reason = reason;
    posted_.debt.updated_time = std::max(posted_.debt.updated_time, changed_);
    return std::move(posted_);
  }

 private:
  absl::Status Keep(absl::StatusOr<Posted> step) {
    if (!step.ok()) return std::move(step).status();
    posted_.debt = std::move(step->debt);
    journal_.insert(journal_.end(), step->entries.begin(), step->entries.end());
    std::move(step->entries.begin(), step->entries.end(), std::back_inserter(posted_.entries));
    return absl::OkStatus();
  }

  absl::Time changed_;  // At the earliest.
  Posted posted_;
  std::vector<Entry> journal_;
  const Stamp& stamp_;
  const EntryIdSource& next_id_;
};

// The debt is taken up where its ledger stands.
absl::Status TakeUp(Life& life) {
  Debt& debt = life.debt();
  debt.status = StatusWhenPlaced(debt.position, false);
  if (debt.status != Status::kWrittenOff) return absl::OkStatus();
  // Something is lost, but money may have closed it.
  PARLEY_ASSIGN_OR_RETURN(const Bookkeeper replay, Replay(life.journal(), debt.rules, Day::min()));
  debt.status = StatusAfterPosting(debt.status, debt.position, LastReliefOf(replay));
  return absl::OkStatus();
}

// The debt leaves our hands at the end of today.
absl::Status Leave(Life& life, DebtStatus status) {
  PARLEY_RETURN_IF_ERROR(life.PostInterest());
  const Period away = AwaySince(life.today());
  PARLEY_RETURN_IF_ERROR(life.Freeze({}, {&away, 1}));
  life.debt().status = status;
  life.debt().left_date = life.today();
  return absl::OkStatus();
}

absl::Status Return(Life& life) {
  const Day left = *life.debt().left_date;
  const Period since = AwaySince(left);
  const Period away{left + 1, life.today()};
  const bool was_away = away.from <= away.to;
  PARLEY_RETURN_IF_ERROR(
      life.Freeze({&since, 1}, {&away, static_cast<std::size_t>(was_away ? 1 : 0)}));
  PARLEY_RETURN_IF_ERROR(TakeUp(life));
  life.debt().left_date.reset();
  life.debt().close_code.reset();
  return absl::OkStatus();
}

absl::Status WriteOffTheRest(Life& life) {
  PARLEY_RETURN_IF_ERROR(life.PostInterest());
  PARLEY_RETURN_IF_ERROR(TakeUp(life));
  if (!IsOwing(life.debt().position)) return absl::OkStatus();
  const Fact rest{.id = life.NextId(),
                  .external_ref = {},
                  .kind = EntryKind::kWriteOff,
                  .value_date = life.today(),
                  .amount = Outstanding(life.debt().position).value_or(0)};
  return life.Post(rest);
}

// The write-offs that were not taken back.
std::vector<EntryId> StandingWriteOffs(std::span<const Entry> journal) {
  std::vector<EntryId> standing;
  for (const Entry& entry : journal) {
    if (entry.kind == EntryKind::kWriteOff) standing.push_back(entry.id);
    if (entry.kind == EntryKind::kReversal) std::erase(standing, entry.linked);
  }
  return standing;
}

absl::Status AskAgain(Life& life) {
  for (const EntryId id : StandingWriteOffs(life.journal())) {
    PARLEY_RETURN_IF_ERROR(
        life.Undo({.id = life.NextId(), .reverses = id, .value_date = life.today()}));
  }
  return IsOwing(life.debt().position) ? absl::OkStatus() : Refuse(Reason::kDebtNotClosed);
}

LifeVerb VerbOf(Decision decision) {
  switch (decision) {
    case Decision::kResume:
      return Verb::kResume;
    case Decision::kReturn:
      return Verb::kReturn;
    case Decision::kWriteOff:
      return Verb::kWriteOff;
  }
  return Verb::kResume;
}

std::string BlockedBy(const Debt& debt, const OpenMatters& open) {
  std::string names;
  const auto add = [&](bool blocks, std::string_view name) {
    if (!blocks) return;
    if (!names.empty()) names += ",";
    names += name;
  };
  add(open.payment_in_flight, "PAYMENT_IN_FLIGHT");
  add(debt.status == DebtStatus::kOnPlan, "PLAN_ACTIVE");
  add(open.dispute_open, "DISPUTE_OPEN");
  return names;
}

}  // namespace

std::optional<DebtStatus> StatusAfter(DebtStatus from, LifeVerb verb) {
  const auto* const found =
      std::find_if(kTransitions.begin(), kTransitions.end(), [&](const Transition& transition) {
        return transition.from == from && transition.verb == verb;
      });
  return found == kTransitions.end() ? std::nullopt : std::optional(found->to);
}

absl::StatusOr<Debt> AwaitDecision(const Debt& debt, absl::Time now) {
  const auto next = StatusAfter(debt.status, LifeVerb::kExhaustCadence);
  if (!next.has_value()) return Refuse(Reason::kDebtNotOpen);
  Debt waiting = debt;
  waiting.status = *next;
  waiting.updated_time = AfterLastChange(debt, now);
  return waiting;
}

absl::StatusOr<Posted> StopCollecting(const Debt& debt, const Closing& closing,
                                      std::span<const Entry> journal, const Stamp& stamp,
                                      const EntryIdSource& next_id) {
  PARLEY_RETURN_IF_ERROR(CheckReason(closing.reason, Needed::kNo));
  const auto next = StatusAfter(debt.status, LifeVerb::kClose);
  if (!next.has_value()) return Refuse(Reason::kDebtNotOpen);
  Life life(debt, journal, stamp, next_id);
  PARLEY_RETURN_IF_ERROR(Leave(life, *next));
  life.debt().close_code = closing.code;
  return std::move(life).Told(closing.reason);
}

absl::StatusOr<Posted> TakeBack(const Debt& debt, const Recall& recall,
                                std::span<const Entry> journal, const Stamp& stamp,
                                const EntryIdSource& next_id) {
  PARLEY_RETURN_IF_ERROR(CheckReason(recall.reason, recall.force ? Needed::kYes : Needed::kNo));
  const auto next = StatusAfter(debt.status, LifeVerb::kRecall);
  if (!next.has_value()) return Refuse(Reason::kDebtNotOpen);
  const std::string blocked_by = BlockedBy(debt, recall.open);
  if (!blocked_by.empty() && !recall.force) {
    return Refuse(Reason::kRecallBlocked, {}, {{"blocked_by", blocked_by}});
  }
  Life life(debt, journal, stamp, next_id);
  PARLEY_RETURN_IF_ERROR(Leave(life, *next));
  return std::move(life).Told(recall.reason);
}

absl::StatusOr<Posted> Decide(const Debt& debt, const DecisionMade& made,
                              std::span<const Entry> journal, const Stamp& stamp,
                              const EntryIdSource& next_id) {
  PARLEY_RETURN_IF_ERROR(CheckReason(made.reason, Needed::kYes));
  const auto next = StatusAfter(debt.status, VerbOf(made.decision));
  if (!next.has_value()) return Refuse(Reason::kDebtNotAwaitingDecision);
  Life life(debt, journal, stamp, next_id);
  switch (made.decision) {
    case Decision::kResume:
      PARLEY_RETURN_IF_ERROR(TakeUp(life));
      break;
    case Decision::kReturn:
      PARLEY_RETURN_IF_ERROR(Leave(life, *next));
      break;
    case Decision::kWriteOff:
      PARLEY_RETURN_IF_ERROR(WriteOffTheRest(life));
      break;
  }
  return std::move(life).Told(made.reason);
}

absl::StatusOr<Posted> BringBack(const Debt& debt, const SensitiveText& reason,
                                 std::span<const Entry> journal, const Stamp& stamp,
                                 const EntryIdSource& next_id) {
  PARLEY_RETURN_IF_ERROR(CheckReason(reason, Needed::kYes));
  if (!StatusAfter(debt.status, LifeVerb::kReopen).has_value()) {
    return Refuse(Reason::kDebtNotClosed);
  }
  Life life(debt, journal, stamp, next_id);
  PARLEY_RETURN_IF_ERROR(HasLeft(debt.status) ? Return(life) : AskAgain(life));
  return std::move(life).Told(reason);
}

}  // namespace parley
