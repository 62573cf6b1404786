// SPDX-License-Identifier: Apache-2.0
#include "application/debts/events.h"

#include <string>

namespace parley {
namespace {

Event About(const Work& work, Ids& ids, const Debt& debt, EventType type) {
  Event event;
  event.id = EventId(ids.Next());
  event.type = type;
  event.debtor = debt.debtor;
  event.debt = debt.id;
  event.state = std::string(NameOf(debt.status));
  event.occurred_time = work.now;
  return event;
}

EventType EventOf(const Entry& entry, EventType reversals) {
  if (entry.kind == EntryKind::kPayment) return EventType::kPaymentPosted;
  if (entry.kind == EntryKind::kFee) return EventType::kFeeCharged;
  if (entry.kind != EntryKind::kReversal) return EventType::kAdjusted;
  return entry.fee.has_value() ? EventType::kFeeReversed : reversals;
}

Money NetOf(const Debt& debt, const Position& position) {
  return {Net(position).value_or(0), debt.currency};
}

}  // namespace

void TellPlaced(Work& work, Ids& ids, const Debt& debt) {
  Event received = About(work, ids, debt, EventType::kDebtReceived);
  received.amount = NetOf(debt, debt.position);
  work.store.outbox().Append(received);
  if (debt.status == DebtStatus::kActive) {
    work.store.outbox().Append(About(work, ids, debt, EventType::kDebtActivated));
  }
}

void TellPosted(Work& work, Ids& ids, const Debt& before, const Posted& posted,
                const Telling& telling) {
  for (const Entry& entry : posted.entries) {
    Event event = About(work, ids, posted.debt, EventOf(entry, telling.reversals));
    event.entry = entry.id;
    const bool of_payment =
        event.type == EventType::kPaymentPosted || event.type == EventType::kPaymentReturned;
    if (of_payment) event.subject = telling.payment.uuid();
    event.amount = NetOf(posted.debt, EffectOf(entry.postings));
    work.store.outbox().Append(event);
  }
  if (posted.debt.position.credit > before.position.credit) {
    Event overpaid = About(work, ids, posted.debt, EventType::kOverpaid);
    overpaid.amount = Money(posted.debt.position.credit, posted.debt.currency);
    work.store.outbox().Append(overpaid);
  }
  if (posted.debt.status != before.status) {
    TellStatus(work, ids, posted.debt, EventType::kDebtStatusChanged);
  }
}

void TellStatus(Work& work, Ids& ids, const Debt& debt, EventType type) {
  work.store.outbox().Append(About(work, ids, debt, type));
}

void TellHold(Work& work, Ids& ids, const Hold& hold, EventType type) {
  Event event;
  event.id = EventId(ids.Next());
  event.type = type;
  event.debtor = hold.debtor;
  event.debt = hold.debt.value_or(DebtId());
  event.subject = hold.id.uuid();
  event.state = std::string(NameOf(hold.state));
  event.occurred_time = work.now;
  work.store.outbox().Append(event);
}

}  // namespace parley
