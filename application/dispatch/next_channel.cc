// SPDX-License-Identifier: Apache-2.0
#include "application/dispatch/next_channel.h"

#include <algorithm>
#include <array>
#include <string>
#include <utility>
#include <vector>

#include "application/communication/contact_record.h"
#include "application/communication/decide.h"
#include "application/messages/choose_channel.h"
#include "application/messages/queued_in.h"
#include "domain/common/reason.h"
#include "domain/common/status_macros.h"
#include "domain/debtor/erasure.h"

namespace parley {
namespace {

Message After(const Message& failed, const LoggedCommunication& slot) {
  Message next = QueuedIn(slot);
  next.order = failed.order;
  next.asked_by = failed.asked_by;
  next.any_channel = true;
  next.follows = failed.id;
  next.expires = failed.expires;
  return next;
}

}  // namespace

bool NextChannel::MayFollow(const Message& failed) const {
  // One that a person let go once more may have reached somebody the first time.
  return templates_ != nullptr && failed.any_channel && !failed.was_released &&
         failed.end != MessageEnd::kOptedOut && failed.expires > work_.now;
}

absl::StatusOr<EnumSet<Channel>> NextChannel::TriedBefore(const Message& failed) const {
  EnumSet<Channel> tried{failed.channel};
  std::optional<CommunicationId> before = failed.follows;
  while (before.has_value()) {
    PARLEY_ASSIGN_OR_RETURN(
        const std::vector<Message> found,
        work_.store.messages().FindAll(std::array{MessageKey{failed.debtor, *before}}));
    // Each channel is there once, so they come to an end.
    if (found.empty() || tried.Has(found.front().channel)) break;
    tried.Add(found.front().channel);
    before = found.front().follows;
  }
  return tried;
}

absl::StatusOr<ContactRecord*> NextChannel::RecordFor(const Message& failed) {
  auto known = records_.find(failed.debtor);
  if (known == records_.end()) {
    PARLEY_ASSIGN_OR_RETURN(std::vector<ContactRecord> read,
                            ReadContactRecords(work_, std::array{failed.debtor}));
    known = records_.emplace(failed.debtor, std::move(read.front())).first;
  }
  // One that came back has used its slot; one that was never taken gives it back.
  if (failed.state != MessageState::kBounced) {
    std::erase_if(known->second.history,
                  [&](const LoggedCommunication& past) { return past.id == failed.id; });
  }
  return &known->second;
}

absl::StatusOr<bool> NextChannel::Follow(const Message& failed, const LoggedCommunication& slot) {
  if (!MayFollow(failed)) return false;
  PARLEY_ASSIGN_OR_RETURN(const EnumSet<Channel> tried, TriedBefore(failed));
  PARLEY_ASSIGN_OR_RETURN(ContactRecord* const record, RecordFor(failed));
  if (IsErased(record->person.debtor)) return false;
  MessageAsk ask{failed.order.template_key, {}, slot.contact};
  ask.contact.point.reset();
  ask.contact.technology = Technology::kManual;
  absl::StatusOr<std::vector<Contact>> contacts =
      ContactsFor(ask, *templates_, tools_.messages.settings.served, record->person);
  if (!contacts.ok()) return false;
  std::erase_if(*contacts, [&](const Contact& one) { return tried.Has(one.channel); });
  if (contacts->empty()) return false;
  absl::StatusOr<bool> queued = Queue(failed, *contacts, *record);
  // What cannot even be asked of the gate has no other way.
  if (!queued.ok() && IsRefusal(queued.status())) return false;
  return queued;
}

absl::StatusOr<bool> NextChannel::Queue(const Message& failed, const std::vector<Contact>& contacts,
                                        ContactRecord& record) {
  const ContactTools& gate = tools_.messages.contact;
  PARLEY_ASSIGN_OR_RETURN(
      const RulebooksRef rulebooks,
      gate.rulebooks.At(work_.call.tenant, record.edition, work_.store.rulebooks()));
  PARLEY_ASSIGN_OR_RETURN(
      const Contact best,
      BestOf(contacts, {record, *rulebooks, gate.places, work_.now, failed.order.template_key}));
  const absl::Time waits_until = std::min(failed.expires, work_.now + kLongestWait);
  PARLEY_ASSIGN_OR_RETURN(
      const Decided decided,
      DecideAndReserve(work_, gate, record, best, {failed.order.template_key, waits_until}));
  if (!decided.reserved.has_value()) return false;
  work_.store.messages().Add(After(failed, *decided.reserved));
  return true;
}

}  // namespace parley
