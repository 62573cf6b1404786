// SPDX-License-Identifier: Apache-2.0
#include "application/dispatch/take_reports.h"

#include <array>
#include <optional>
#include <utility>
#include <vector>

#include "application/dispatch/address_news.h"
#include "application/dispatch/end_message.h"
#include "application/dispatch/next_channel.h"
#include "application/messages/take_back.h"
#include "domain/common/reason.h"
#include "domain/common/status_macros.h"

namespace parley {
namespace {

constexpr std::string_view kReport = "parley.dispatch/Report";
constexpr std::string_view kUnsubscribe = "parley.dispatch/Unsubscribe";

absl::StatusOr<Message> FindOne(Work& work, const MessageKey& key) {
  const std::array keys = {key};
  PARLEY_ASSIGN_OR_RETURN(std::vector<Message> found, work.store.messages().FindAll(keys));
  if (found.empty()) return Refuse(Reason::kCommunicationNotFound);
  return std::move(found.front());
}

}  // namespace

absl::Status TakeReports::Take(const DeliveryReport& report) {
  PARLEY_ASSIGN_OR_RETURN(const MessageOwner owner, tools_.queue.OwnerOf(report.communication));
  const Call call{.tenant = owner.tenant,
                  .principal = std::string(kDispatcher),
                  .method = std::string(kReport)};
  return Take(call, {owner.debtor, report.communication}, report);
}

absl::Status TakeReports::TakeFor(const Call& call, DebtorId debtor, const DeliveryReport& report) {
  return Take(call, {debtor, report.communication}, report);
}

absl::Status TakeReports::Take(const Call& call, const MessageKey& key,
                               const DeliveryReport& report) {
  const std::array debtors = {key.debtor};
  // What came back this time may reach them at the same address another day.
  const bool may_go_on = report.news.event == DeliveryEvent::kBounced;
  const TemplateLibraryRef templates = may_go_on ? TemplatesOf(tools_, call.tenant) : nullptr;
  return RunForAll(tools_, call, debtors, [&](Work& work) -> absl::Status {
    PARLEY_ASSIGN_OR_RETURN(Message message, FindOne(work, key));
    // Nobody can have heard of what never went, and each provider tells of its own.
    if (!message.was_handed_over) return absl::OkStatus();
    const bool is_theirs = report.provider == kGateway || message.provider.empty() ||
                           report.provider == message.provider;
    if (!is_theirs) return Refuse(Reason::kCommunicationNotFound);
    Ids& ids = tools_.messages.contact.ids;
    PARLEY_RETURN_IF_ERROR(TakeNews(work, index_, ids, message, report.news));
    const std::optional<MessageState> state =
        After(message.state, MessageEventOf(report.news.event), message.was_handed_over);
    if (!state.has_value()) return absl::OkStatus();
    PARLEY_ASSIGN_OR_RETURN(const LoggedCommunication slot,
                            work.store.communications().Find(key.debtor, key.id));
    message.end = MessageEnd::kNone;
    if (message.provider_reference.empty()) message.provider_reference = report.reference;
    if (message.state == MessageState::kFailed) {
      // It came after all: nobody needs it by another channel.
      PARLEY_RETURN_IF_ERROR(TakeOffQueue(
          work, ids, key.debtor, MessageEnd::kPointless,
          [&](const Message& waiting, const Contact&) { return waiting.follows == key.id; }));
    }
    PARLEY_RETURN_IF_ERROR(MessageEnding(work, ids).Move(message, *state, slot));
    message.state = *state;
    if (message.state != MessageState::kBounced) return absl::OkStatus();
    return NextChannel(work, tools_, templates.get()).Follow(message, slot).status();
  });
}

absl::Status TakeReports::Unsubscribe(const Unsubscription& asked) {
  const std::array debtors = {asked.debtor};
  return RunForAll(tools_, asked.tenant, debtors, kUnsubscribe, [&](Work& work) -> absl::Status {
    PARLEY_ASSIGN_OR_RETURN(const Message message,
                            FindOne(work, {asked.debtor, asked.communication}));
    return TakeNews(work, index_, tools_.messages.contact.ids, message,
                    {DeliveryEvent::kOptedOut, work.now});
  });
}

}  // namespace parley
