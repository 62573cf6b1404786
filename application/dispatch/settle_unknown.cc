// SPDX-License-Identifier: Apache-2.0
#include "application/dispatch/settle_unknown.h"

#include <array>
#include <map>
#include <utility>
#include <variant>

#include "application/dispatch/end_message.h"
#include "application/dispatch/next_channel.h"
#include "application/messages/ask_people.h"
#include "domain/common/status_macros.h"
#include "domain/communication/message/delivery_report.h"

namespace parley {
namespace {

constexpr std::string_view kRescue = "parley.dispatch/Rescue";
constexpr std::string_view kReconcile = "parley.dispatch/Reconcile";
constexpr int kAtOnce = 100;
// A provider that does not answer is not asked on.
constexpr int kMostUnanswered = 3;

absl::StatusOr<std::optional<Message>> FindOne(Work& work, const MessageKey& key) {
  const std::array keys = {key};
  PARLEY_ASSIGN_OR_RETURN(std::vector<Message> found, work.store.messages().FindAll(keys));
  if (found.empty()) return std::nullopt;
  return std::move(found.front());
}

}  // namespace

absl::StatusOr<int> SettleUnknown::Rescue(TenantId tenant) const {
  PARLEY_ASSIGN_OR_RETURN(const std::vector<ClaimedMessage> lost,
                          tools_.queue.Lost(tenant, kAtOnce));
  if (lost.empty()) return 0;
  return TogetherOrEach<ClaimedMessage>(
      lost, [&](std::span<const ClaimedMessage> some) { return RescueAll(tenant, some); });
}

absl::StatusOr<int> SettleUnknown::RescueAll(TenantId tenant,
                                             std::span<const ClaimedMessage> lost) const {
  std::vector<MessageKey> keys;
  std::map<MessageKey, std::int64_t> tokens;
  for (const ClaimedMessage& one : lost) {
    keys.push_back(one.key);
    tokens[one.key] = one.token;
  }
  int rescued = 0;
  const auto rescue = [&](Work& work) -> absl::Status {
    rescued = 0;
    const MessageEnding ending(work, tools_.messages.contact.ids);
    PARLEY_ASSIGN_OR_RETURN(std::vector<Message> messages, work.store.messages().FindAll(keys));
    for (Message& message : messages) {
      const bool is_lost = message.state == MessageState::kDispatching &&
                           message.lease.has_value() &&
                           message.lease->token == tokens.at({message.debtor, message.id});
      if (!is_lost) continue;
      PARLEY_ASSIGN_OR_RETURN(const LoggedCommunication slot,
                              work.store.communications().Find(message.debtor, message.id));
      PARLEY_RETURN_IF_ERROR(ending.Move(std::move(message), MessageState::kUnknown, slot));
      ++rescued;
    }
    return absl::OkStatus();
  };
  PARLEY_RETURN_IF_ERROR(RunForAll(tools_, tenant, DebtorsOf(keys), kRescue, rescue));
  return rescued;
}

absl::StatusOr<int> SettleUnknown::Reconcile(TenantId tenant, Channel channel, Sender& sender,
                                             const std::stop_token& stop) const {
  if (sender.traits().can_be_asked) return AskProvider(tenant, channel, sender, stop);
  PARLEY_RETURN_IF_ERROR(AskPeopleAbout(tenant, channel));
  return 0;
}

absl::StatusOr<int> SettleUnknown::AskProvider(TenantId tenant, Channel channel, Sender& sender,
                                               const std::stop_token& stop) const {
  // A hand-over that was given up may still be under way.
  const absl::Time before = tools_.clock.Now() - tools_.settings.hand_over;
  PARLEY_ASSIGN_OR_RETURN(const std::vector<MessageKey> unknown,
                          tools_.queue.Unknown(tenant, channel, before, kAtOnce));
  int settled = 0;
  int unanswered = 0;
  absl::Status failed;
  for (const MessageKey& key : unknown) {
    if (stop.stop_requested()) return settled;
    const ProviderAnswer answer = sender.Ask(key.id, tools_.settings.hand_over);
    if (std::holds_alternative<NoAnswer>(answer) && ++unanswered == kMostUnanswered) break;
    if (std::holds_alternative<NoAnswer>(answer)) continue;
    // One that cannot be written stands in nobody else's way.
    const absl::Status written = Settle(tenant, key, answer);
    if (written.ok()) ++settled;
    if (!written.ok()) failed = written;
  }
  PARLEY_RETURN_IF_ERROR(AskPeopleAbout(tenant, channel));
  if (settled == 0 && !failed.ok()) return failed;
  return settled;
}

absl::Status SettleUnknown::Settle(TenantId tenant, const MessageKey& key,
                                   const ProviderAnswer& answer) const {
  const std::array debtors = {key.debtor};
  const auto* const taken = std::get_if<Taken>(&answer);
  const TemplateLibraryRef templates = taken == nullptr ? TemplatesOf(tools_, tenant) : nullptr;
  return RunForAll(tools_, tenant, debtors, kReconcile, [&](Work& work) -> absl::Status {
    PARLEY_ASSIGN_OR_RETURN(std::optional<Message> message, FindOne(work, key));
    if (!message.has_value()) return absl::OkStatus();
    const MessageEvent event =
        taken == nullptr ? MessageEvent::kNeverCame : MessageEventOf(taken->event);
    const std::optional<MessageState> state =
        After(message->state, event, message->was_handed_over);
    if (!state.has_value()) return absl::OkStatus();
    PARLEY_ASSIGN_OR_RETURN(const LoggedCommunication slot,
                            work.store.communications().Find(key.debtor, key.id));
    if (taken == nullptr) return SettleFailed(work, templates.get(), *std::move(message), slot);
    message->provider_reference = taken->reference;
    const MessageEnding ending(work, tools_.messages.contact.ids);
    return ending.Move(*std::move(message), *state, slot);
  });
}

absl::Status SettleUnknown::SettleFailed(Work& work, const TemplateLibrary* templates,
                                         Message message, const LoggedCommunication& slot) const {
  Ids& ids = tools_.messages.contact.ids;
  message.end = MessageEnd::kNeverCame;
  PARLEY_RETURN_IF_ERROR(MessageEnding(work, ids).Move(message, MessageState::kFailed, slot));
  PARLEY_ASSIGN_OR_RETURN(const bool goes_on,
                          NextChannel(work, tools_, templates).Follow(message, slot));
  if (goes_on) return absl::OkStatus();
  return AskPeople(work, ids, message.debtor, WorkKind::kMessageFailed, message.id);
}

absl::Status SettleUnknown::AskPeopleAbout(TenantId tenant, Channel channel) const {
  const absl::Time before = tools_.clock.Now() - tools_.settings.unknown_for;
  PARLEY_ASSIGN_OR_RETURN(const std::vector<MessageKey> unknown,
                          tools_.queue.Unknown(tenant, channel, before, kAtOnce));
  if (unknown.empty()) return absl::OkStatus();
  const auto ask = [&](std::span<const MessageKey> some) -> absl::StatusOr<int> {
    PARLEY_RETURN_IF_ERROR(AskPeopleAboutAll(tenant, some));
    return static_cast<int>(some.size());
  };
  return TogetherOrEach<MessageKey>(unknown, ask).status();
}

absl::Status SettleUnknown::AskPeopleAboutAll(TenantId tenant,
                                              std::span<const MessageKey> unknown) const {
  return RunForAll(tools_, tenant, DebtorsOf(unknown), kReconcile, [&](Work& work) -> absl::Status {
    PARLEY_ASSIGN_OR_RETURN(const std::vector<Message> messages,
                            work.store.messages().FindAll(unknown));
    for (const Message& message : messages) {
      if (message.state != MessageState::kUnknown) continue;
      PARLEY_RETURN_IF_ERROR(AskPeople(work, tools_.messages.contact.ids, message.debtor,
                                       WorkKind::kMessageUnknown, message.id));
      // The others have their turn, and this one in a day.
      Message asked = message;
      asked.revision = work.NextRevision(asked.debtor);
      asked.updated_time = work.now;
      work.store.messages().Replace(asked);
    }
    return absl::OkStatus();
  });
}

}  // namespace parley
