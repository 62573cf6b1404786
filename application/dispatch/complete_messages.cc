// SPDX-License-Identifier: Apache-2.0
#include "application/dispatch/complete_messages.h"

#include <algorithm>
#include <map>
#include <utility>
#include <variant>

#include "application/dispatch/address_news.h"
#include "application/dispatch/end_message.h"
#include "application/messages/ask_people.h"
#include "domain/common/status_macros.h"

namespace parley {
namespace {

// How long what was not tried rests.
constexpr absl::Duration kRest = absl::Seconds(5);

constexpr std::string_view kMethod = "parley.dispatch/Complete";

MessageEnd EndOf(RefusalCause cause) {
  switch (cause) {
    case RefusalCause::kAddress:
      return MessageEnd::kAddressRefused;
    case RefusalCause::kContent:
      return MessageEnd::kContentRefused;
    case RefusalCause::kOptedOut:
      return MessageEnd::kOptedOut;
    case RefusalCause::kOther:
      break;
  }
  return MessageEnd::kRefused;
}

std::optional<DeliveryEvent> NewsOf(RefusalCause cause) {
  if (cause == RefusalCause::kAddress) return DeliveryEvent::kBounced;
  if (cause == RefusalCause::kOptedOut) return DeliveryEvent::kOptedOut;
  return std::nullopt;
}

// What was written of the debtor meanwhile has a revision of its own; without any, the slot is as
// it was, and need not be asked for one at a time.
absl::StatusOr<LoggedCommunication> SlotOf(Work& work, const HandedOver& done) {
  const MessageKey& key = done.claimed.key;
  if (done.slot.id == key.id && done.slot.revision == work.store.Head(key.debtor).revision) {
    return done.slot;
  }
  return work.store.communications().Find(key.debtor, key.id);
}

}  // namespace

absl::StatusOr<int> CompleteMessages::Handle(TenantId tenant, std::span<const HandedOver> done,
                                             RetryBudget& budget) const {
  // What befell one of them is not to leave the fate of the others unknown.
  return TogetherOrEach<HandedOver>(
      done, [&](std::span<const HandedOver> some) { return Together(tenant, some, budget); });
}

absl::StatusOr<int> CompleteMessages::Together(TenantId tenant, std::span<const HandedOver> done,
                                               RetryBudget& budget) const {
  std::vector<MessageKey> keys;
  std::map<MessageKey, const HandedOver*> outcomes;
  for (const HandedOver& one : done) {
    keys.push_back(one.claimed.key);
    outcomes[one.claimed.key] = &one;
  }
  const bool all_went = std::all_of(done.begin(), done.end(), [](const HandedOver& one) {
    return one.was_tried && std::holds_alternative<Accepted>(one.outcome);
  });
  const TemplateLibraryRef templates = all_went ? nullptr : TemplatesOf(tools_, tenant);
  int changed = 0;
  const auto complete = [&](Work& work) -> absl::Status {
    changed = 0;
    Round round{work, budget, NextChannel(work, tools_, templates.get())};
    PARLEY_ASSIGN_OR_RETURN(std::vector<Message> messages, work.store.messages().FindAll(keys));
    for (Message& message : messages) {
      const HandedOver& one = *outcomes.at({message.debtor, message.id});
      const bool is_ours = message.state == MessageState::kDispatching &&
                           message.lease.has_value() && message.lease->token == one.claimed.token;
      if (!is_ours) continue;
      ++changed;
      PARLEY_RETURN_IF_ERROR(Complete(round, std::move(message), one));
    }
    tools_.settings.at("WRITTEN");
    return absl::OkStatus();
  };
  PARLEY_RETURN_IF_ERROR(RunForAll(tools_, tenant, DebtorsOf(keys), kMethod, complete));
  return changed;
}

absl::Status CompleteMessages::Complete(Round& round, Message message,
                                        const HandedOver& done) const {
  Work& work = round.work;
  PARLEY_ASSIGN_OR_RETURN(const LoggedCommunication slot, SlotOf(work, done));
  const MessageEnding ending(work, tools_.messages.contact.ids);
  if (!done.was_tried) {
    --message.attempts;
    return ending.PutOff(std::move(message), slot, work.now + kRest);
  }
  message.provider = done.provider;
  if (const auto* const accepted = std::get_if<Accepted>(&done.outcome)) {
    message.provider_reference = accepted->reference;
    return ending.Move(std::move(message), MessageState::kSent, slot);
  }
  if (const auto* const refused = std::get_if<RefusedForNow>(&done.outcome)) {
    return Retry(round, std::move(message), slot, *refused, done);
  }
  if (const auto* const refused = std::get_if<RefusedForGood>(&done.outcome)) {
    message.provider_code = refused->code;
    message.end = EndOf(refused->cause);
    if (const std::optional<DeliveryEvent> news = NewsOf(refused->cause)) {
      PARLEY_RETURN_IF_ERROR(
          TakeNews(work, index_, tools_.messages.contact.ids, message, {*news, work.now}));
    }
    return Fail(round, std::move(message), slot);
  }
  return ending.Move(std::move(message), MessageState::kUnknown, slot);
}

absl::Status CompleteMessages::Retry(Round& round, Message message, const LoggedCommunication& slot,
                                     const RefusedForNow& refused, const HandedOver& done) const {
  message.provider_code = refused.code;
  const std::optional<absl::Duration> wait =
      WaitBeforeRetry(tools_.settings.retries, message.attempts, refused.retry_after, done.random);
  if (wait.has_value()) {
    // Without a budget it waits as long as it would at most, with the others.
    const absl::Duration longest = tools_.settings.retries.longest;
    const absl::Time again =
        round.work.now + (round.budget.TakeRetry() ? *wait : std::max(*wait, longest));
    const MessageEnding ending(round.work, tools_.messages.contact.ids);
    return ending.PutOff(std::move(message), slot, again);
  }
  message.end = MessageEnd::kAttemptsSpent;
  return Fail(round, std::move(message), slot);
}

absl::Status CompleteMessages::Fail(Round& round, Message message,
                                    const LoggedCommunication& slot) const {
  Ids& ids = tools_.messages.contact.ids;
  PARLEY_ASSIGN_OR_RETURN(const bool goes_on, round.next.Follow(message, slot));
  if (!goes_on) {
    PARLEY_RETURN_IF_ERROR(
        AskPeople(round.work, ids, message.debtor, WorkKind::kMessageFailed, message.id));
  }
  return MessageEnding(round.work, ids).Move(std::move(message), MessageState::kFailed, slot);
}

}  // namespace parley
