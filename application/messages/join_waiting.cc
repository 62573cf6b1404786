// SPDX-License-Identifier: Apache-2.0
#include "application/messages/join_waiting.h"

#include <algorithm>

#include "application/communication/decide.h"
#include "application/communication/gate_record.h"
#include "domain/common/status_macros.h"

namespace parley {
namespace {

const LoggedCommunication* SlotOf(const ContactRecord& record, const Message& message) {
  const auto found =
      std::find_if(record.history.begin(), record.history.end(),
                   [&message](const LoggedCommunication& past) { return past.id == message.id; });
  return found == record.history.end() ? nullptr : &*found;
}

bool SaysTheSame(const Message& waiting, const Contact& its, const MessageOrder& order,
                 const Contact& contact) {
  return waiting.order.template_key == order.template_key && waiting.order.values.empty() &&
         order.values.empty() && waiting.channel == contact.channel && waiting.occasion.empty() &&
         !waiting.was_handed_over && its.in_reply_to == contact.in_reply_to &&
         its.thread == contact.thread;
}

// None where the gate would not see them all. Without debts it is about all of them already.
bool TakeIn(const std::vector<DebtId>& more, std::vector<DebtId>& debts) {
  if (debts.empty()) return true;
  std::vector<DebtId> all = debts;
  for (const DebtId debt : more) {
    if (std::find(all.begin(), all.end(), debt) == all.end()) all.push_back(debt);
  }
  if (all.size() > kMostDebts) return false;
  debts = std::move(all);
  return true;
}

bool Covers(const std::vector<DebtId>& all, const std::vector<DebtId>& some) {
  return std::all_of(some.begin(), some.end(), [&all](DebtId debt) {
    return std::find(all.begin(), all.end(), debt) != all.end();
  });
}

// The gate's answer, as if what is taken in had never waited.
absl::StatusOr<Judged> AnswerTo(const JoinedContact& joined, const GateView& by) {
  ContactRecord record = by.record;
  std::erase_if(record.history, [&joined](const LoggedCommunication& past) {
    return std::any_of(joined.taken.begin(), joined.taken.end(),
                       [&past](const Message& message) { return message.id == past.id; });
  });
  PARLEY_ASSIGN_OR_RETURN(
      const GateRecord gate,
      GateRecord::Make(record, joined.contact, by.rulebooks, by.places, by.now, by.template_key));
  return gate.Judge(gate.asked(), by.now);
}

bool ReachesAll(const JoinedContact& joined, const Contact& judged, const ContactRecord& record) {
  return std::all_of(joined.taken.begin(), joined.taken.end(), [&](const Message& message) {
    return judged.point == message.point &&
           Covers(judged.debts, SlotOf(record, message)->contact.debts);
  });
}

}  // namespace

absl::StatusOr<JoinedContact> JoinWaiting(std::span<const Message> queued,
                                          const MessageOrder& order, const Contact& contact,
                                          const GateView& by, absl::Time waits_until) {
  JoinedContact joined{contact, {}};
  for (const Message& waiting : queued) {
    const LoggedCommunication* const slot = SlotOf(by.record, waiting);
    if (slot == nullptr || !SaysTheSame(waiting, slot->contact, order, contact)) continue;
    if (TakeIn(slot->contact.debts, joined.contact.debts)) joined.taken.push_back(waiting);
  }
  if (joined.taken.empty()) return joined;
  PARLEY_ASSIGN_OR_RETURN(const Judged judged, AnswerTo(joined, by));
  const bool goes = TakesSlot(judged.answer, waits_until);
  if (!goes || !ReachesAll(joined, judged.contact, by.record)) return JoinedContact{contact, {}};
  return joined;
}

}  // namespace parley
