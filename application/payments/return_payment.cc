// SPDX-License-Identifier: Apache-2.0
#include "application/payments/return_payment.h"

#include <algorithm>
#include <cstddef>
#include <utility>
#include <vector>

#include "application/debts/content.h"
#include "application/debts/ledgers.h"
#include "application/etag.h"
#include "application/local_day.h"
#include "application/payments/events.h"
#include "application/payments/new_payment.h"
#include "application/worklist/cases.h"
#include "domain/common/reason.h"
#include "domain/common/status_macros.h"
#include "domain/common/text.h"

namespace parley {
namespace {

std::vector<LedgerProbe> ProbesOf(const Payment& payment) {
  std::vector<LedgerProbe> probes;
  for (const PaymentPart& part : payment.parts) {
    probes.push_back({payment.debtor, part.debt, {}});
  }
  return probes;
}

// The day on which it is known that a payment went back, where its debts' ledgers are dated.
Day TodayOf(const std::vector<LedgerHead>& heads, const TimeZones& zones, absl::Time now) {
  Day today = LocalDay(zones, "", now);
  if (!heads.empty()) today = LocalDay(zones, heads.front().time_zone, now);
  return today;
}

}  // namespace

absl::StatusOr<Answer> ReturnPayment::Handle(const Call& call, const Command& command,
                                             Encode<Payment> encode) const {
  Violations violations;
  RequireText(violations, "reason", command.reason.Reveal(), kLongestReason, Lines::kMany);
  PARLEY_RETURN_IF_ERROR(violations.ToStatus());
  const auto decide = [&](Work& work) { return Return(work, command); };
  return mutations_.Run<Payment>(call, command.debtor, decide, encode);
}

absl::StatusOr<Payment> ReturnPayment::Return(Work& work, const Command& command) const {
  PARLEY_ASSIGN_OR_RETURN(const Payment payment,
                          work.store.payments().Find(command.debtor, command.payment));
  PARLEY_ASSIGN_OR_RETURN(const std::vector<LedgerHead> heads,
                          work.store.debts().FindLedgers(ProbesOf(payment)));
  for (const LedgerHead& head : heads) PARLEY_RETURN_IF_ERROR(CheckKept(work, head.debt));
  const Day today = TodayOf(heads, zones_, work.now);
  PARLEY_ASSIGN_OR_RETURN(Payment ended, WentBack(payment, today, command.reason, work.now));
  PARLEY_RETURN_IF_ERROR(CheckEtag(command.etag, payment.revision));
  if (ended.state == PaymentState::kFailed) {
    TellParts(work, ids_, ended, EventType::kPaymentReturned);
  }
  if (ended.state == PaymentState::kReturned) {
    PARLEY_RETURN_IF_ERROR(UndoAll(work, payment, heads, command));
  }
  Mark(work, ended);
  work.store.payments().Replace(ended);
  return ended;
}

absl::Status ReturnPayment::UndoAll(Work& work, const Payment& payment,
                                    const std::vector<LedgerHead>& heads,
                                    const Command& command) const {
  std::vector<LedgerKey> keys;
  for (const LedgerHead& head : heads) keys.push_back({head.debt.debtor, head.debt.id});
  if (keys.empty()) return absl::OkStatus();
  PARLEY_ASSIGN_OR_RETURN(const auto journals, work.store.debts().Journals(keys));
  Cases cases;
  for (std::size_t at = 0; at < heads.size(); ++at) {
    PARLEY_ASSIGN_OR_RETURN(const Posted posted,
                            Undo(work, payment, heads[at], journals[at], command));
    cases.Note(heads[at].debt, posted.debt);
  }
  return cases.Review(work, ids_);
}

absl::StatusOr<Posted> ReturnPayment::Undo(Work& work, const Payment& payment,
                                           const LedgerHead& head,
                                           const std::vector<Entry>& journal,
                                           const Command& command) const {
  const Debt& debt = head.debt;
  const auto part = std::find_if(payment.parts.begin(), payment.parts.end(),
                                 [&](const PaymentPart& each) { return each.debt == debt.id; });
  Reversal reversal{.id = EntryId(ids_.Next()), .reverses = part->entry, .reason = command.reason};
  reversal.content = ContentOf(fingerprints_, reversal);
  const Stamp stamp{work.now, LocalDay(zones_, head.time_zone, work.now), work.call.principal};
  PARLEY_ASSIGN_OR_RETURN(Posted posted, PostReversal(debt, reversal, journal, stamp,
                                                      [&] { return EntryId(ids_.Next()); }));
  RecordPosted(work, ids_, debt, posted, {EventType::kPaymentReturned, payment.id});
  return posted;
}

}  // namespace parley
