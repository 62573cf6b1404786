// SPDX-License-Identifier: Apache-2.0
#include "application/messages/send_message.h"

#include <algorithm>
#include <array>
#include <utility>
#include <vector>

#include "application/communication/contact_record.h"
#include "application/conversations/join_conversation.h"
#include "application/messages/choose_channel.h"
#include "application/messages/join_waiting.h"
#include "application/messages/queued_in.h"
#include "application/messages/release_text.h"
#include "application/messages/take_back.h"
#include "application/messages/writing.h"
#include "domain/common/reason.h"
#include "domain/common/status_macros.h"
#include "domain/common/violations.h"

namespace parley {
namespace {

// By this name messages know us as the one who brought them.
constexpr std::string_view kOurselves = "parley";

absl::Status CheckExpires(absl::Time expires, absl::Time now) {
  Violations violations;
  if (expires <= now) violations.Add("expire_time", Fault::kDateInPast);
  return violations.ToStatus();
}

absl::Status CheckOccasion(Work& work, const SendMessage::Command& command) {
  if (command.occasion.empty()) return absl::OkStatus();
  PARLEY_ASSIGN_OR_RETURN(const std::optional<Message> before,
                          work.store.messages().OfOccasion(command.debtor, command.occasion));
  if (!before.has_value()) return absl::OkStatus();
  return Refuse(Reason::kMessageAlreadyQueued, {}, {{"message", before->id.ToString()}});
}

// Our own chat needs nobody to carry it.
EnumSet<Channel> ServedFor(const SendMessage::Command& command, const MessageTools& tools) {
  EnumSet<Channel> served = tools.settings.served;
  if (command.is_there_at_once && command.channel.has_value()) served.Add(*command.channel);
  return served;
}

// The best way for it, with those that wait and go out with it.
absl::StatusOr<JoinedContact> ChooseContact(Work& work, const MessageTools& tools,
                                            const SendMessage::Command& command,
                                            const TemplateLibrary& templates,
                                            const ContactRecord& record, absl::Time waits_until) {
  const MessageAsk ask{command.order.template_key, command.channel, command.contact};
  PARLEY_ASSIGN_OR_RETURN(const std::vector<Contact> contacts,
                          ContactsFor(ask, templates, ServedFor(command, tools), record.person));
  PARLEY_ASSIGN_OR_RETURN(
      const RulebooksRef rulebooks,
      tools.contact.rulebooks.At(work.call.tenant, record.edition, work.store.rulebooks()));
  const GateView gate{record, *rulebooks, tools.contact.places, work.now, ask.template_key};
  PARLEY_ASSIGN_OR_RETURN(const Contact best, BestOf(contacts, gate));
  PARLEY_ASSIGN_OR_RETURN(const WordingNature nature,
                          templates.NatureOf(ask.template_key, best.channel));
  if (!nature.lists_debts || !command.occasion.empty()) return JoinedContact{best, {}};
  PARLEY_ASSIGN_OR_RETURN(const std::vector<Message> queued,
                          work.store.messages().QueuedOf(std::array{command.debtor}));
  return JoinWaiting(queued, command.order, best, gate, waits_until);
}

absl::Status TakeIn(Work& work, Ids& ids, const std::vector<Message>& taken,
                    ContactRecord& record) {
  for (const Message& waiting : taken) {
    PARLEY_RETURN_IF_ERROR(TakeBack(work, ids, waiting, MessageEnd::kJoined).status());
    std::erase_if(record.history,
                  [&waiting](const LoggedCommunication& past) { return past.id == waiting.id; });
  }
  return absl::OkStatus();
}

// What is on its way counts as said.
absl::Status JoinOurs(Work& work, Ids& ids, const LoggedCommunication& slot) {
  Matter matter;
  matter.debtor = slot.debtor;
  matter.communication = slot.id;
  matter.direction = Direction::kOutbound;
  matter.channel = slot.contact.channel;
  matter.debts = slot.contact.debts;
  PARLEY_ASSIGN_OR_RETURN(matter.answered,
                          ConversationAnswered(work, slot.debtor, slot.contact.in_reply_to));
  matter.actor = work.call.principal;
  matter.at = work.now;
  return JoinConversation(work, ids, matter).status();
}

Message Queued(const Work& work, const SendMessage::Command& command,
               const LoggedCommunication& slot) {
  Message message = QueuedIn(slot);
  message.occasion = command.occasion;
  message.order = command.order;
  message.asked_by = work.call.principal;
  message.any_channel = !command.channel.has_value() && !command.contact.point.has_value();
  message.expires = command.expires;
  return message;
}

// Nobody stands between us and the person who could refuse or lose it.
void HandOver(MessageWords words, Message& message) {
  message.state = MessageState::kDelivered;
  message.words = std::move(words);
  message.was_handed_over = true;
  message.attempts = 1;
  message.provider = kOurselves;
}

// Whether a text was released by somebody other than who sends it.
auto ReleasedFor(Work& work, DebtorId debtor) {
  return [&work, debtor](const Fingerprint& text) -> absl::StatusOr<bool> {
    PARLEY_ASSIGN_OR_RETURN(const std::vector<ReleasedText> releases,
                            work.store.messages().ReleasesOf(debtor, text));
    return IsReleasedFor(work.call.principal, releases);
  };
}

}  // namespace

absl::StatusOr<SendMessage::Sent> SendMessage::Send(Work& work, const Command& command,
                                                    const TemplateLibrary& templates) const {
  PARLEY_RETURN_IF_ERROR(CheckExpires(command.expires, work.now));
  PARLEY_RETURN_IF_ERROR(CheckOccasion(work, command));
  PARLEY_ASSIGN_OR_RETURN(std::vector<ContactRecord> read,
                          ReadContactRecords(work, std::array{command.debtor}));
  ContactRecord& record = read.front();
  const absl::Time waits_until = command.is_there_at_once
                                     ? absl::InfinitePast()
                                     : std::min(command.expires, work.now + kLongestWait);
  PARLEY_ASSIGN_OR_RETURN(const JoinedContact joined,
                          ChooseContact(work, tools_, command, templates, record, waits_until));
  PARLEY_RETURN_IF_ERROR(TakeIn(work, tools_.contact.ids, joined.taken, record));
  PARLEY_ASSIGN_OR_RETURN(
      Decided decided,
      DecideAndReserve(work, tools_.contact, record, joined.contact,
                       {command.order.template_key, waits_until, command.is_there_at_once}));
  Sent sent{.verdict = decided.verdict, .zone = decided.zone};
  if (!decided.reserved.has_value()) return sent;
  const Contact& chosen = decided.reserved->contact;
  PARLEY_ASSIGN_OR_RETURN(const std::vector<Creditor> creditors,
                          CreditorsOf(record, decided.verdict.act.debts, [&](CreditorId id) {
                            return work.store.creditors().Find(id);
                          }));
  PARLEY_ASSIGN_OR_RETURN(WrittenMessage written, Write(tools_,
                                                        {.tenant = work.call.tenant,
                                                         .record = record,
                                                         .creditors = creditors,
                                                         .templates = templates,
                                                         .contact = chosen,
                                                         .order = command.order,
                                                         .answer = decided.verdict.answer,
                                                         .id = decided.reserved->id,
                                                         .now = work.now,
                                                         .zone = decided.zone},
                                                        ReleasedFor(work, command.debtor)));
  sent.message = Queued(work, command, *decided.reserved);
  if (command.is_there_at_once) HandOver(std::move(written.words), *sent.message);
  work.store.messages().Add(*sent.message);
  PARLEY_RETURN_IF_ERROR(JoinOurs(work, tools_.contact.ids, *decided.reserved));
  sent.communication = std::move(decided.reserved);
  return sent;
}

absl::StatusOr<Answer> SendMessage::Handle(const Call& call, const Command& command,
                                           Encode<Sent> encode) const {
  PARLEY_ASSIGN_OR_RETURN(const std::int64_t edition, shelf_.Edition(call.tenant));
  PARLEY_ASSIGN_OR_RETURN(const TemplateLibraryRef templates,
                          tools_.templates.At(call.tenant, edition));
  const auto send = [&](Work& work) { return Send(work, command, *templates); };
  return mutations_.Run<Sent>(call, command.debtor, send, encode);
}

}  // namespace parley
