// SPDX-License-Identifier: Apache-2.0
#include "application/dispatch/take_messages.h"

#include <algorithm>
#include <utility>

#include "application/communication/contact_record.h"
#include "application/dispatch/end_message.h"
#include "application/dispatch/outbound.h"
#include "domain/common/reason.h"
#include "domain/common/status_macros.h"
#include "domain/debtor/erasure.h"

namespace parley {
namespace {

constexpr std::string_view kMethod = "parley.dispatch/Take";

std::vector<MessageKey> KeysOf(const std::vector<ClaimedMessage>& claimed) {
  std::vector<MessageKey> keys;
  keys.reserve(claimed.size());
  for (const ClaimedMessage& one : claimed) keys.push_back(one.key);
  return keys;
}

ContactRecord* RecordOf(std::vector<ContactRecord>& records, DebtorId debtor) {
  const auto found = std::find_if(records.begin(), records.end(), [debtor](const auto& record) {
    return record.person.debtor.id == debtor;
  });
  return found == records.end() ? nullptr : &*found;
}

const LoggedCommunication* SlotOf(const ContactRecord& record, CommunicationId id) {
  const auto found = std::find_if(record.history.begin(), record.history.end(),
                                  [id](const LoggedCommunication& one) { return one.id == id; });
  return found == record.history.end() ? nullptr : &*found;
}

const KnownPoint* PointOf(const ContactRecord& record, ContactPointId id) {
  const auto found = std::find_if(record.person.points.begin(), record.person.points.end(),
                                  [id](const KnownPoint& point) { return point.id == id; });
  return found == record.person.points.end() ? nullptr : &*found;
}

// Why words cannot be made; none for what befell the store, which may end otherwise the next time.
std::optional<MessageEnd> EndOf(const absl::Status& status) {
  if (!IsRefusal(status)) return std::nullopt;
  return ReasonOf(status) == Reason::kTextNeedsRelease ? MessageEnd::kTextHeldBack
                                                       : MessageEnd::kNotWritable;
}

}  // namespace

// What one transaction works with.
struct TakeMessages::Round {
  TenantId tenant;
  const TemplateLibrary& templates;
  std::map<CreditorId, Creditor> creditors;  // That were read.
  std::vector<Creditor> own;                 // Of the message at hand.
  std::vector<ReadyMessage> ready;
  std::map<MessageKey, std::int64_t> tokens;
};

absl::StatusOr<std::vector<ReadyMessage>> TakeMessages::Handle(TenantId tenant, Channel channel,
                                                               int most) const {
  PARLEY_ASSIGN_OR_RETURN(
      const std::vector<ClaimedMessage> claimed,
      tools_.queue.Claim({.tenant = tenant,
                          .channel = channel,
                          .most = std::min(most, static_cast<int>(Store::kMostDebtors)),
                          .now = tools_.clock.Now(),
                          .lease = tools_.settings.lease}));
  if (claimed.empty()) return std::vector<ReadyMessage>();
  tools_.settings.at("CLAIMED");
  PARLEY_ASSIGN_OR_RETURN(const std::int64_t edition, tools_.shelf.Edition(tenant));
  PARLEY_ASSIGN_OR_RETURN(const TemplateLibraryRef templates,
                          tools_.messages.templates.At(tenant, edition));
  absl::StatusOr<std::vector<ReadyMessage>> ready = Begin(tenant, *templates, claimed);
  if (ready.ok() || absl::IsUnavailable(ready.status())) return ready;
  // One that cannot be read stands in nobody else's way.
  std::vector<ReadyMessage> all;
  for (const ClaimedMessage& one : claimed) {
    absl::StatusOr<std::vector<ReadyMessage>> alone = Begin(tenant, *templates, {one});
    if (!alone.ok()) continue;
    std::move(alone->begin(), alone->end(), std::back_inserter(all));
  }
  return all;
}

absl::StatusOr<std::vector<ReadyMessage>> TakeMessages::Begin(
    TenantId tenant, const TemplateLibrary& templates,
    const std::vector<ClaimedMessage>& claimed) const {
  std::vector<ReadyMessage> ready;
  PARLEY_RETURN_IF_ERROR(
      RunForAll(tools_, tenant, DebtorsOf(KeysOf(claimed)), kMethod, [&](Work& work) {
        Round round{.tenant = tenant, .templates = templates};
        const absl::Status begun = BeginUnderLocks(work, round, claimed);
        ready = std::move(round.ready);
        tools_.settings.at("DECIDED");
        return begun;
      }));
  return ready;
}

absl::Status TakeMessages::BeginUnderLocks(Work& work, Round& round,
                                           const std::vector<ClaimedMessage>& claimed) const {
  const std::vector<MessageKey> keys = KeysOf(claimed);
  for (const ClaimedMessage& one : claimed) round.tokens[one.key] = one.token;
  PARLEY_ASSIGN_OR_RETURN(std::vector<Message> messages,
                          work.store.messages().FindToHandOver(keys));
  PARLEY_ASSIGN_OR_RETURN(std::vector<ContactRecord> records,
                          ReadContactRecords(work, DebtorsOf(keys)));
  for (Message& message : messages) {
    const std::int64_t token = round.tokens[{message.debtor, message.id}];
    const bool is_ours = message.state == MessageState::kQueued && message.lease.has_value() &&
                         message.lease->token == token;
    ContactRecord* const record = RecordOf(records, message.debtor);
    if (!is_ours || record == nullptr) continue;
    PARLEY_RETURN_IF_ERROR(BeginOne(work, round, std::move(message), *record));
  }
  return absl::OkStatus();
}

absl::StatusOr<Writing> TakeMessages::WritingOf(Work& work, Round& round, const Message& message,
                                                const ContactRecord& record,
                                                const Decided& decided) const {
  const auto find = [&](CreditorId id) -> absl::StatusOr<Creditor> {
    if (const auto known = round.creditors.find(id); known != round.creditors.end()) {
      return known->second;
    }
    PARLEY_ASSIGN_OR_RETURN(Creditor creditor, work.store.creditors().Find(id));
    return round.creditors.emplace(id, std::move(creditor)).first->second;
  };
  PARLEY_ASSIGN_OR_RETURN(round.own, CreditorsOf(record, decided.reserved->contact.debts, find));
  return Writing{.tenant = round.tenant,
                 .record = record,
                 .creditors = round.own,
                 .templates = round.templates,
                 .contact = decided.reserved->contact,
                 .order = message.order,
                 .answer = decided.verdict.answer,
                 .id = message.id,
                 .now = work.now,
                 .zone = decided.zone};
}

absl::Status TakeMessages::BeginOne(Work& work, Round& round, Message message,
                                    ContactRecord& record) const {
  const LoggedCommunication* const slot = SlotOf(record, message.id);
  const KnownPoint* const point = PointOf(record, message.point);
  if (slot == nullptr || point == nullptr) return Refuse(Reason::kRecordCorrupt);
  const MessageEnding ending{work, tools_.messages.contact.ids};
  if (IsErased(record.person.debtor)) {
    return ending.Cancel(std::move(message), *slot, MessageEnd::kPointless);
  }
  if (message.expires <= work.now) {
    return ending.Cancel(std::move(message), *slot, MessageEnd::kExpired);
  }
  if (IsPointless(message, *slot, record)) {
    return ending.Cancel(std::move(message), *slot, MessageEnd::kPointless);
  }
  PARLEY_ASSIGN_OR_RETURN(Decided decided,
                          DecideAgain(work, tools_.messages.contact, record, *slot));
  LoggedCommunication& kept = *decided.reserved;
  if (kept.state == CommunicationState::kReleased) {
    return ending.Cancel(std::move(message), kept, MessageEnd::kGateRefused);
  }
  if (kept.state == CommunicationState::kReserved) {
    if (kept.dispatch_time >= message.expires) {
      return ending.Cancel(std::move(message), kept, MessageEnd::kExpired);
    }
    record.history.push_back(kept);
    return ending.PutOff(std::move(message), kept, kept.dispatch_time);
  }
  PARLEY_ASSIGN_OR_RETURN(const Writing writing, WritingOf(work, round, message, record, decided));
  const auto is_released = [&](const Fingerprint& text) -> absl::StatusOr<bool> {
    PARLEY_ASSIGN_OR_RETURN(const std::optional<ReleasedText> released,
                            work.store.messages().FindRelease(message.debtor, text));
    return released.has_value() && released->actor != message.asked_by;
  };
  absl::StatusOr<MessageWords> words = Write(tools_.messages, writing, is_released);
  if (!words.ok()) {
    const std::optional<MessageEnd> end = EndOf(words.status());
    if (!end.has_value()) return words.status();
    return ending.Cancel(std::move(message), kept, *end);
  }
  const std::string opt_out_link = FactsOf(tools_.messages, writing).opt_out_link;
  message = ending.Begin(std::move(message), *std::move(words), kept);
  record.history.push_back(kept);
  round.ready.push_back(
      {.claimed = {{message.debtor, message.id}, message.lease->token},
       .attempts = message.attempts,
       .outbound = ToOutbound({.message = message,
                               .point = *point,
                               .letterhead = tools_.messages.letterheads.Of(round.tenant),
                               .words = tools_.words,
                               .opt_out_link = opt_out_link,
                               .now = work.now,
                               .today = Day(decided.zone.At(work.now).cs)})});
  return absl::OkStatus();
}

}  // namespace parley
