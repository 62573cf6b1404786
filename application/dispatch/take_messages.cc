// SPDX-License-Identifier: Apache-2.0
#include "application/dispatch/take_messages.h"

#include <algorithm>
#include <utility>

#include "application/communication/contact_record.h"
#include "application/dispatch/end_message.h"
#include "application/dispatch/outbound.h"
#include "application/messages/ask_people.h"
#include "application/messages/release_text.h"
#include "domain/common/reason.h"
#include "domain/common/status_macros.h"
#include "domain/debtor/erasure.h"

namespace parley {
namespace {

constexpr std::string_view kMethod = "parley.dispatch/Take";
// After so long it is looked at again what a kill switch holds; each look stores a verdict.
constexpr absl::Duration kHeldFor = absl::Minutes(5);

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

// What the person asked for is not asked for by whoever speaks for them.
bool IsPrintedLarge(const DebtorRecord& person, const KnownPoint& point) {
  return !point.representative.has_value() &&
         person.preferences.formats.Has(AccessibleFormat::kLargePrint);
}

// Why words cannot be made; none for what befell the store, which may end otherwise the next time.
std::optional<MessageEnd> EndOf(const absl::Status& status) {
  if (!IsRefusal(status)) return std::nullopt;
  return ReasonOf(status) == Reason::kTextNeedsRelease ? MessageEnd::kTextHeldBack
                                                       : MessageEnd::kNotWritable;
}

// True for what befell one of them; what befell the store befalls all.
bool IsOfOne(const absl::Status& status) {
  return IsRefusal(status) || ReasonOf(status) == Reason::kRecordCorrupt ||
         ReasonOf(status) == Reason::kWriteConflict;
}

// True for a refusal that a kill switch gave: what it stops is held.
bool IsHeld(const Answered& answer) {
  const ToldRule* const by = answer.deciding_rule();
  return answer.decision == GateDecision::kRefuse && by != nullptr &&
         std::any_of(by->rests_on.begin(), by->rests_on.end(),
                     [](const Basis& one) { return one.kind == BasisKind::kKillSwitch; });
}

}  // namespace

// What one transaction works with.
struct TakeMessages::Round {
  TenantId tenant;
  const TemplateLibrary& templates;
  absl::Time begin_by;
  std::map<CreditorId, Creditor> creditors;  // That were read.
  std::vector<Creditor> own;                 // Of the message at hand.
  std::vector<ReadyMessage> ready;
  std::map<MessageKey, std::int64_t> tokens;
};

absl::StatusOr<TakenMessages> TakeMessages::Handle(TenantId tenant, Channel channel,
                                                   int most) const {
  const absl::Time now = tools_.clock.Now();
  Claims claims{.tenant = tenant,
                .claimed = {},
                .begin_by = now + tools_.settings.lease / 2 - tools_.settings.hand_over};
  PARLEY_ASSIGN_OR_RETURN(
      claims.claimed,
      tools_.queue.Claim({.tenant = tenant,
                          .channel = channel,
                          .most = std::min(most, static_cast<int>(Store::kMostDebtors)),
                          .now = now,
                          .lease = tools_.settings.lease}));
  if (claims.claimed.empty()) return TakenMessages();
  tools_.settings.at("CLAIMED");
  PARLEY_ASSIGN_OR_RETURN(const std::int64_t edition, tools_.shelf.Edition(tenant));
  PARLEY_ASSIGN_OR_RETURN(const TemplateLibraryRef templates,
                          tools_.messages.templates.At(tenant, edition));
  TakenMessages taken{.claimed = static_cast<int>(claims.claimed.size()), .ready = {}};
  absl::StatusOr<std::vector<ReadyMessage>> ready = Begin(claims, *templates);
  if (!ready.ok() && !IsOfOne(ready.status())) return ready.status();
  if (ready.ok()) {
    taken.ready = *std::move(ready);
    return taken;
  }
  // One that cannot be read stands in nobody else's way.
  absl::Status failed;
  for (const ClaimedMessage& one : claims.claimed) {
    absl::StatusOr<std::vector<ReadyMessage>> alone =
        Begin({tenant, {one}, claims.begin_by}, *templates);
    if (!alone.ok()) {
      failed = alone.status();
      continue;
    }
    std::move(alone->begin(), alone->end(), std::back_inserter(taken.ready));
  }
  if (taken.ready.empty() && !failed.ok()) return failed;
  return taken;
}

absl::StatusOr<std::vector<ReadyMessage>> TakeMessages::Begin(
    const Claims& claims, const TemplateLibrary& templates) const {
  std::vector<ReadyMessage> ready;
  PARLEY_RETURN_IF_ERROR(
      RunForAll(tools_, claims.tenant, DebtorsOf(KeysOf(claims.claimed)), kMethod, [&](Work& work) {
        ready.clear();
        // They wait, and somebody claims them again.
        if (work.now > claims.begin_by) return absl::OkStatus();
        Round round{.tenant = claims.tenant, .templates = templates, .begin_by = claims.begin_by};
        const absl::Status begun = BeginUnderLocks(work, round, claims.claimed);
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

absl::Status TakeMessages::Hold(Work& work, Message message, const LoggedCommunication& slot,
                                ContactRecord& record) const {
  const MessageEnding ending{work, tools_.messages.contact.ids};
  const absl::Time again = work.now + kHeldFor;
  if (again >= message.expires) {
    return ending.Cancel(std::move(message), slot, MessageEnd::kExpired);
  }
  Forget(record, slot.id);
  record.history.push_back(slot);
  return ending.PutOff(std::move(message), slot, again);
}

absl::Status TakeMessages::Wait(Work& work, Message message, const LoggedCommunication& waiting,
                                const LoggedCommunication& judged, ContactRecord& record) const {
  const MessageEnding ending{work, tools_.messages.contact.ids};
  const absl::Time until = judged.dispatch_time;
  // What may have reached somebody once stays where it was counted.
  const LoggedCommunication& slot = message.was_released ? waiting : judged;
  if (slot.state != CommunicationState::kReleased) record.history.push_back(slot);
  if (judged.state == CommunicationState::kReleased) {
    return ending.Cancel(std::move(message), slot, MessageEnd::kGateRefused);
  }
  if (until >= message.expires) {
    return ending.Cancel(std::move(message), slot, MessageEnd::kExpired);
  }
  return ending.PutOff(std::move(message), slot, until);
}

absl::Status TakeMessages::GiveUp(Work& work, Message message, const LoggedCommunication& slot,
                                  MessageEnd end) const {
  Ids& ids = tools_.messages.contact.ids;
  PARLEY_RETURN_IF_ERROR(
      AskPeople(work, ids, message.debtor, WorkKind::kMessageFailed, message.id));
  return MessageEnding(work, ids).Cancel(std::move(message), slot, end);
}

absl::Status TakeMessages::BeginOne(Work& work, Round& round, Message message,
                                    ContactRecord& record) const {
  const LoggedCommunication* const slot = CommunicationIn(record, message.id);
  const KnownPoint* const point = PointIn(record.person, message.point);
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
  // It is taken out of the history while it is judged.
  const LoggedCommunication waiting = *slot;
  absl::StatusOr<Decided> judged =
      DecideAgain(work, tools_.messages.contact, record, waiting, message.order.template_key);
  if (!judged.ok() && IsRefusal(judged.status())) {
    return GiveUp(work, std::move(message), waiting, MessageEnd::kNotWritable);
  }
  if (!judged.ok()) return judged.status();
  Decided& decided = *judged;
  LoggedCommunication& kept = *decided.reserved;
  if (IsHeld(decided.verdict.answer)) return Hold(work, std::move(message), waiting, record);
  if (kept.state != CommunicationState::kUsed) {
    return Wait(work, std::move(message), waiting, kept, record);
  }
  PARLEY_ASSIGN_OR_RETURN(const Writing writing, WritingOf(work, round, message, record, decided));
  const auto is_released = [&](const Fingerprint& text) -> absl::StatusOr<bool> {
    PARLEY_ASSIGN_OR_RETURN(const std::vector<ReleasedText> releases,
                            work.store.messages().ReleasesOf(message.debtor, text));
    return IsReleasedFor(message.asked_by, releases);
  };
  absl::StatusOr<WrittenMessage> written = Write(tools_.messages, writing, is_released);
  if (!written.ok()) {
    const std::optional<MessageEnd> end = EndOf(written.status());
    if (!end.has_value()) return written.status();
    const LoggedCommunication& left = message.was_released ? waiting : kept;
    return GiveUp(work, std::move(message), left, *end);
  }
  PARLEY_ASSIGN_OR_RETURN(const WordingNature nature,
                          round.templates.NatureOf(message.order.template_key, message.channel));
  message = ending.Begin(std::move(message), std::move(written->words), kept);
  kept.revision = message.revision;
  record.history.push_back(kept);
  round.ready.push_back(
      {.claimed = {{message.debtor, message.id}, message.lease->token},
       .attempts = message.attempts,
       .begin_by = round.begin_by,
       .outbound = ToOutbound({.message = message,
                               .point = *point,
                               .letterhead = tools_.messages.letterheads.Of(round.tenant),
                               .words = tools_.words,
                               .variant = nature.variant,
                               .opt_out_link = std::move(written->opt_out_link),
                               .large_print = IsPrintedLarge(record.person, *point),
                               .now = work.now,
                               .today = Day(decided.zone.At(work.now).cs)}),
       .slot = kept});
  return absl::OkStatus();
}

}  // namespace parley
