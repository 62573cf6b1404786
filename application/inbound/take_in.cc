// SPDX-License-Identifier: Apache-2.0
#include "application/inbound/take_in.h"

#include <algorithm>
#include <array>
#include <string>
#include <utility>
#include <vector>

#include "absl/strings/str_cat.h"
#include "application/communication/contact_record.h"
#include "application/communication/gate_record.h"
#include "application/conversations/join_conversation.h"
#include "application/inbound/react.h"
#include "application/worklist/items.h"
#include "domain/common/reason.h"
#include "domain/common/status_macros.h"
#include "domain/communication/business_hours.h"
#include "domain/communication/duties/owed_by.h"
#include "domain/communication/windows.h"
#include "domain/debtor/erasure.h"

namespace parley {
namespace {

// In which form an address of that channel is kept.
std::optional<PointType> TypeOf(Channel channel) {
  for (const PointType type :
       {PointType::kPhone, PointType::kEmail, PointType::kPostal, PointType::kChat}) {
    if (ChannelsOf(type).Has(channel)) return type;
  }
  return std::nullopt;
}

std::optional<ContactPointId> PointFrom(const ContactRecord& record, const InboundTools& tools,
                                        const InboundItem& item) {
  const std::optional<PointType> type = TypeOf(item.channel);
  if (!type.has_value()) return std::nullopt;
  const auto normal =
      tools.addresses.Normalise(*type, item.content.from.Reveal(), record.person.debtor.region);
  if (!normal.has_value()) return std::nullopt;
  for (const KnownPoint& point : record.person.points) {
    if (point.type == *type && point.address == normal->address) return point.id;
  }
  return std::nullopt;
}

absl::Status CheckDebts(const ContactRecord& record, const std::vector<DebtId>& debts) {
  const bool all = std::all_of(debts.begin(), debts.end(), [&](DebtId id) {
    return std::any_of(record.debts.begin(), record.debts.end(),
                       [id](const Debt& debt) { return debt.id == id; });
  });
  return all ? absl::OkStatus() : Refuse(Reason::kDebtNotFound);
}

// What it answers tells what it is about.
absl::Status TakeAnswered(Work& work, InboundItem& item) {
  if (!item.in_reply_to.has_value()) return absl::OkStatus();
  PARLEY_ASSIGN_OR_RETURN(const LoggedCommunication ours,
                          work.store.communications().Find(item.debtor, *item.in_reply_to));
  if (item.debts.empty()) item.debts = ours.contact.debts;
  return absl::OkStatus();
}

// It has its place among what this person and we say to each other.
absl::Status JoinTheirs(Work& work, const InboundTools& tools, const InboundItem& item) {
  Matter matter;
  matter.debtor = item.debtor;
  matter.communication = item.id;
  matter.direction = Direction::kInbound;
  matter.channel = item.channel;
  matter.debts = item.debts;
  PARLEY_ASSIGN_OR_RETURN(matter.answered,
                          ConversationAnswered(work, item.debtor, item.in_reply_to));
  matter.language = item.heard->language;
  matter.actor = item.actor;
  matter.at = std::min(item.received, work.now);
  return JoinConversation(work, tools.contact.ids, matter).status();
}

LoggedCommunication RowOfLog(const Work& work, const ContactRecord& record,
                             const InboundItem& item) {
  LoggedCommunication row;
  row.id = item.id;
  row.debtor = item.debtor;
  row.direction = Direction::kInbound;
  row.contact.channel = item.channel;
  row.contact.purpose = Purpose::kReply;
  row.contact.point = item.point;
  row.contact.debts = item.debts;
  row.contact.in_reply_to = item.in_reply_to;
  for (const KnownPoint& point : record.person.points) {
    if (point.id == item.point) row.contact.representative = point.representative;
  }
  const bool talked = item.channel == Channel::kCall || item.channel == Channel::kVisit;
  row.outcome = talked ? Outcome::kConversation : Outcome::kDelivered;
  if (talked) row.talked_about = item.debts;
  row.state = CommunicationState::kUsed;
  row.dispatch_time = std::min(item.received, work.now);
  row.actor = item.actor;
  row.revision = item.revision;
  row.created_time = work.now;
  row.updated_time = work.now;
  return row;
}

ListenContext ContextOf(const ContactRecord& record, const InboundItem& item, absl::TimeZone zone) {
  ListenContext context;
  context.channel = item.channel;
  context.received = item.received;
  context.zone = zone;
  const auto& languages = record.person.preferences.languages;
  context.language = languages.empty() ? record.person.debtor.language : languages.front();
  context.region = record.person.debtor.region;
  return context;
}

void Mark(const Work& work, InboundItem& item) {
  item.revision = work.NextRevision(item.debtor);
  item.updated_time = work.now;
}

}  // namespace

absl::StatusOr<PersonDays> PersonDays::Make(Work& work, const InboundTools& tools,
                                            const ContactRecord& record) {
  PARLEY_ASSIGN_OR_RETURN(
      const RulebooksRef rulebooks,
      tools.contact.rulebooks.At(work.call.tenant, record.edition, work.store.rulebooks()));
  const Places& places = tools.contact.places;
  const auto zone = [&](const std::string& name) { return places.zones.Find(name); };
  const auto zones_of = [&](std::string_view region) { return places.regions.Of(region); };
  const auto holidays_of = [&](std::string_view region) { return HolidaysAt(*rulebooks, region); };
  PersonDays days;
  days.zone_ = CalendarOf(record.person, {zone, zones_of, holidays_of}, work.now);
  days.today_ = Day(days.zone_.At(work.now).cs);
  const Calendar* const calendar = HolidaysAt(*rulebooks, record.person.debtor.region);
  if (calendar != nullptr) days.calendar_ = *calendar;
  return days;
}

Day PersonDays::BusinessDaysOn(int days) const { return AddBusinessDays(today_, days, calendar_); }

Day PersonDays::AnswerDay(absl::Time received) const {
  const absl::Time by = AfterBusinessHours(received, kAnswerBusinessHours, {}, calendar_, zone_);
  return Day(zone_.At(by).cs);
}

absl::StatusOr<TakenIn> TakeIn(Work& work, const InboundTools& tools, InboundItem item,
                               const std::optional<Fingerprint>& reference) {
  PARLEY_ASSIGN_OR_RETURN(const std::vector<ContactRecord> read,
                          ReadContactRecords(work, std::array{item.debtor}));
  const ContactRecord& record = read.front();
  if (IsErased(record.person.debtor)) return Refuse(Reason::kDebtorNotFound);
  PARLEY_RETURN_IF_ERROR(TakeAnswered(work, item));
  PARLEY_RETURN_IF_ERROR(CheckDebts(record, item.debts));
  PARLEY_ASSIGN_OR_RETURN(const PersonDays days, PersonDays::Make(work, tools, record));
  item.point = PointFrom(record, tools, item);
  item.state = InboundState::kMatched;
  item.created_time = work.now;
  Mark(work, item);
  // To the end of that day, where they are.
  item.suspends_until = StartOfDay(days.BusinessDaysOn(kSuspendsBusinessDays) + 1, days.zone());
  item = Labelled(std::move(item), tools.listener.Listen(item.content.text.Reveal(),
                                                         ContextOf(record, item, days.zone())));
  work.store.communications().Add(RowOfLog(work, record, item));
  PARLEY_RETURN_IF_ERROR(JoinTheirs(work, tools, item));
  const std::vector<Reaction> reactions =
      ReactionsTo(*item.heard, KnownOf(record, item, days.today()));
  PARLEY_ASSIGN_OR_RETURN(item.reactions, React(work, tools, record, item, reactions));
  WorkItem answer;
  answer.kind = WorkKind::kInboundAnswer;
  const Day by = days.AnswerDay(std::min(item.received, work.now));
  answer.due = by;
  answer.reason = SensitiveText(item.id.ToString());
  const Uuid asked = AskAbout(work, tools.contact.ids, item, std::move(answer));
  item.reactions.push_back({.what = "ANSWER",
                            .intent = item.heard->labels.front().intent,
                            .evidence = {},
                            .subject = asked,
                            .note = {}});
  work.store.inbound().Add(item, reference);
  TellInbound(work, tools.contact.ids, item, EventType::kInboundReceived);
  TellInbound(work, tools.contact.ids, item, EventType::kInboundLabelled);
  TellInbound(work, tools.contact.ids, item, EventType::kInboundAnswerDue);
  const Acknowledge::Days told{Day(days.zone().At(item.received).cs), std::max(by, days.today())};
  return TakenIn{std::move(item), told};
}

InboundItem LayOnDesk(Work& work, const InboundTools& tools, InboundItem item,
                      const std::optional<Fingerprint>& reference) {
  item.debtor = kDesk;
  item.debts.clear();
  item.state = InboundState::kUnmatched;
  item.created_time = work.now;
  Mark(work, item);
  WorkItem match;
  match.kind = WorkKind::kInboundUnmatched;
  match.priority = WorkPriority::kHigh;
  // Nobody knows where they are.
  const absl::TimeZone zone = absl::UTCTimeZone();
  match.due = Day(zone.At(AfterBusinessHours(work.now, kAnswerBusinessHours, {}, {}, zone)).cs);
  match.reason = SensitiveText(absl::StrCat("inbox/", item.id.ToString()));
  const Uuid asked = AskAbout(work, tools.contact.ids, item, std::move(match));
  item.reactions.push_back({.what = "MATCH", .evidence = {}, .subject = asked, .note = {}});
  work.store.inbound().Add(item, reference);
  TellInbound(work, tools.contact.ids, item, EventType::kInboundReceived);
  return item;
}

}  // namespace parley
