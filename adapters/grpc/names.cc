// SPDX-License-Identifier: Apache-2.0
#include "adapters/grpc/names.h"

#include <cstddef>

#include "absl/strings/str_cat.h"
#include "domain/common/text.h"

namespace parley::grpc_api {
namespace {

constexpr std::size_t kIdLength = 36;
constexpr std::string_view kCreditors = "creditors/";
constexpr std::string_view kDebtors = "debtors/";
constexpr std::string_view kDebts = "/debts/";
constexpr std::string_view kEntries = "/entries/";
constexpr std::string_view kPayments = "/payments/";
constexpr std::string_view kSuspense = "suspense/";
constexpr std::string_view kInbox = "inbox/";
constexpr std::string_view kDeskItems = "workItems/";
constexpr std::string_view kWorkItems = "/workItems/";
constexpr std::string_view kHolds = "/holds/";
constexpr std::string_view kQuotes = "/quotes/";
constexpr std::string_view kCommunications = "/communications/";
constexpr std::string_view kVerdicts = "/verdicts/";
constexpr std::string_view kContactPoints = "/contactPoints/";
constexpr std::string_view kKillSwitches = "killSwitches/";
constexpr std::string_view kDeadLetters = "deadLetters/";
constexpr std::string_view kRulebooks = "rulebooks/";
constexpr std::string_view kVersions = "/versions/";
constexpr std::string_view kTemplates = "templates/";
constexpr std::string_view kCadences = "cadences/";

template <typename PartId>
constexpr std::string_view kPartsOf = "";
template <>
constexpr std::string_view kPartsOf<ConsentId> = "/consents/";
template <>
constexpr std::string_view kPartsOf<OptOutId> = "/optOuts/";
template <>
constexpr std::string_view kPartsOf<InconvenienceId> = "/inconveniences/";
template <>
constexpr std::string_view kPartsOf<SupportNeedId> = "/supportNeeds/";
template <>
constexpr std::string_view kPartsOf<RepresentativeId> = "/representatives/";
template <>
constexpr std::string_view kPartsOf<CircumstanceId> = "/circumstances/";
template <>
constexpr std::string_view kPartsOf<PromiseId> = "/promises/";
template <>
constexpr std::string_view kPartsOf<DisputeId> = "/disputes/";
template <>
constexpr std::string_view kPartsOf<ComplaintId> = "/complaints/";
template <>
constexpr std::string_view kPartsOf<CallbackId> = "/callbacks/";
template <>
constexpr std::string_view kPartsOf<ReflectionId> = "/reflections/";
template <>
constexpr std::string_view kPartsOf<ConversationId> = "/conversations/";

std::optional<Uuid> ParseLowerCase(std::string_view text) {
  if (text.find_first_of("ABCDEF") != std::string_view::npos) return std::nullopt;
  const std::optional<Uuid> id = Uuid::Parse(text);
  return id.has_value() && !id->IsNil() ? id : std::nullopt;
}

// Takes `collection` and the id after it off the head of the rest of a name.
std::optional<Uuid> Take(std::string_view& rest, std::string_view collection) {
  if (!rest.starts_with(collection)) return std::nullopt;
  const std::optional<Uuid> id = ParseLowerCase(rest.substr(collection.size(), kIdLength));
  if (id.has_value()) rest.remove_prefix(collection.size() + kIdLength);
  return id;
}

std::optional<DebtName> TakeDebtName(std::string_view& rest) {
  const std::optional<Uuid> debtor = Take(rest, kDebtors);
  if (!debtor.has_value()) return std::nullopt;
  const std::optional<Uuid> debt = Take(rest, kDebts);
  if (!debt.has_value()) return std::nullopt;
  return DebtName{DebtorId(*debtor), DebtId(*debt)};
}

// The id that people gave to something of theirs.
std::optional<std::string> GivenIdIn(std::string_view name, std::string_view collection) {
  if (!name.starts_with(collection)) return std::nullopt;
  name.remove_prefix(collection.size());
  return IsGivenId(name) ? std::optional(std::string(name)) : std::nullopt;
}

std::string Join(std::string_view collection, const Uuid& id) {
  std::string name(collection);
  name += id.ToString();
  return name;
}

}  // namespace

std::optional<CreditorId> ParseCreditorName(std::string_view name) {
  const std::optional<Uuid> id = Take(name, kCreditors);
  if (!id.has_value() || !name.empty()) return std::nullopt;
  return CreditorId(*id);
}

std::optional<DebtorId> ParseDebtorName(std::string_view name) {
  const std::optional<Uuid> id = Take(name, kDebtors);
  if (!id.has_value() || !name.empty()) return std::nullopt;
  return DebtorId(*id);
}

std::optional<DebtName> ParseDebtName(std::string_view name) {
  const std::optional<DebtName> debt = TakeDebtName(name);
  return name.empty() ? debt : std::nullopt;
}

std::optional<EntryName> ParseEntryName(std::string_view name) {
  const std::optional<DebtName> debt = TakeDebtName(name);
  if (!debt.has_value()) return std::nullopt;
  const std::optional<Uuid> entry = Take(name, kEntries);
  if (!entry.has_value() || !name.empty()) return std::nullopt;
  return EntryName{*debt, EntryId(*entry)};
}

std::optional<PaymentName> ParsePaymentName(std::string_view name) {
  PaymentName parsed;
  const bool on_desk = name.starts_with(kSuspense);
  if (!on_desk) {
    const std::optional<Uuid> debtor = Take(name, kDebtors);
    if (!debtor.has_value()) return std::nullopt;
    parsed.debtor = DebtorId(*debtor);
  }
  const std::optional<Uuid> payment = Take(name, on_desk ? kSuspense : kPayments);
  if (!payment.has_value() || !name.empty()) return std::nullopt;
  parsed.payment = PaymentId(*payment);
  return parsed;
}

std::optional<CommunicationName> ParseInboundName(std::string_view name) {
  if (!name.starts_with(kInbox)) return ParseCommunicationName(name);
  const std::optional<Uuid> item = Take(name, kInbox);
  if (!item.has_value() || !name.empty()) return std::nullopt;
  return CommunicationName{DebtorId(), CommunicationId(*item)};
}

std::optional<WorkItemName> ParseWorkItemName(std::string_view name) {
  if (name.starts_with(kDeskItems)) {
    const std::optional<Uuid> item = Take(name, kDeskItems);
    if (!item.has_value() || !name.empty()) return std::nullopt;
    return WorkItemName{DebtorId(), WorkItemId(*item)};
  }
  const std::optional<Uuid> debtor = Take(name, kDebtors);
  if (!debtor.has_value()) return std::nullopt;
  const std::optional<Uuid> item = Take(name, kWorkItems);
  if (!item.has_value() || !name.empty()) return std::nullopt;
  return WorkItemName{DebtorId(*debtor), WorkItemId(*item)};
}

std::optional<HoldName> ParseHoldName(std::string_view name) {
  const std::optional<Uuid> debtor = Take(name, kDebtors);
  if (!debtor.has_value()) return std::nullopt;
  const std::optional<Uuid> hold = Take(name, kHolds);
  if (!hold.has_value() || !name.empty()) return std::nullopt;
  return HoldName{DebtorId(*debtor), HoldId(*hold)};
}

std::optional<CommunicationName> ParseCommunicationName(std::string_view name) {
  const std::optional<Uuid> debtor = Take(name, kDebtors);
  if (!debtor.has_value()) return std::nullopt;
  const std::optional<Uuid> communication = Take(name, kCommunications);
  if (!communication.has_value() || !name.empty()) return std::nullopt;
  return CommunicationName{DebtorId(*debtor), CommunicationId(*communication)};
}

std::optional<ContactPointName> ParseContactPointName(std::string_view name) {
  const std::optional<Uuid> debtor = Take(name, kDebtors);
  if (!debtor.has_value()) return std::nullopt;
  const std::optional<Uuid> point = Take(name, kContactPoints);
  if (!point.has_value() || !name.empty()) return std::nullopt;
  return ContactPointName{DebtorId(*debtor), ContactPointId(*point)};
}

template <typename PartId>
std::optional<PartName<PartId>> ParsePartName(std::string_view name) {
  const std::optional<Uuid> debtor = Take(name, kDebtors);
  if (!debtor.has_value()) return std::nullopt;
  const std::optional<Uuid> part = Take(name, kPartsOf<PartId>);
  if (!part.has_value() || !name.empty()) return std::nullopt;
  return PartName<PartId>{DebtorId(*debtor), PartId(*part)};
}

template std::optional<PartName<ConsentId>> ParsePartName(std::string_view name);
template std::optional<PartName<OptOutId>> ParsePartName(std::string_view name);
template std::optional<PartName<InconvenienceId>> ParsePartName(std::string_view name);
template std::optional<PartName<SupportNeedId>> ParsePartName(std::string_view name);
template std::optional<PartName<RepresentativeId>> ParsePartName(std::string_view name);
template std::optional<PartName<CircumstanceId>> ParsePartName(std::string_view name);
template std::optional<PartName<PromiseId>> ParsePartName(std::string_view name);
template std::optional<PartName<DisputeId>> ParsePartName(std::string_view name);
template std::optional<PartName<ComplaintId>> ParsePartName(std::string_view name);
template std::optional<PartName<CallbackId>> ParsePartName(std::string_view name);
template std::optional<PartName<ReflectionId>> ParsePartName(std::string_view name);
template std::optional<PartName<ConversationId>> ParsePartName(std::string_view name);

std::optional<KillSwitchId> ParseKillSwitchName(std::string_view name) {
  const std::optional<Uuid> id = Take(name, kKillSwitches);
  if (!id.has_value() || !name.empty()) return std::nullopt;
  return KillSwitchId(*id);
}

std::optional<EventId> ParseDeadLetterName(std::string_view name) {
  const std::optional<Uuid> id = Take(name, kDeadLetters);
  if (!id.has_value() || !name.empty()) return std::nullopt;
  return EventId(*id);
}

std::optional<std::string> ParseTemplateName(std::string_view name) {
  return GivenIdIn(name, kTemplates);
}

std::optional<std::string> ParseCadenceName(std::string_view name) {
  return GivenIdIn(name, kCadences);
}

std::optional<RulebookName> ParseRulebookName(std::string_view name) {
  const std::size_t at = name.find(kVersions);
  if (at == std::string_view::npos) return std::nullopt;
  const auto id = GivenIdIn(name.substr(0, at), kRulebooks);
  const auto version = GivenIdIn(name.substr(at), kVersions);
  if (!id.has_value() || !version.has_value()) return std::nullopt;
  return RulebookName{*id, *version};
}

std::string NameOf(CreditorId creditor) { return Join(kCreditors, creditor.uuid()); }

std::string NameOf(DebtorId debtor) { return Join(kDebtors, debtor.uuid()); }

std::string NameOf(const DebtName& debt) {
  return NameOf(debt.debtor) + Join(kDebts, debt.debt.uuid());
}

std::string NameOf(const EntryName& entry) {
  return EntriesOf(entry.debt) + entry.entry.ToString();
}

std::string EntriesOf(const DebtName& debt) { return NameOf(debt).append(kEntries); }

std::string NameOf(const PaymentName& payment) {
  if (payment.debtor.IsNil()) return Join(kSuspense, payment.payment.uuid());
  return NameOf(payment.debtor) + Join(kPayments, payment.payment.uuid());
}

std::string InboundName(const CommunicationName& item) {
  return item.debtor.IsNil() ? Join(kInbox, item.communication.uuid()) : NameOf(item);
}

std::string NameOf(const WorkItemName& item) {
  if (item.debtor.IsNil()) return Join(kDeskItems, item.item.uuid());
  return NameOf(item.debtor) + Join(kWorkItems, item.item.uuid());
}

std::string NameOf(const HoldName& hold) {
  return NameOf(hold.debtor) + Join(kHolds, hold.hold.uuid());
}

std::string NameOf(const CommunicationName& communication) {
  return NameOf(communication.debtor) + Join(kCommunications, communication.communication.uuid());
}

std::string NameOf(const VerdictName& verdict) {
  return NameOf(verdict.debtor) + Join(kVerdicts, verdict.verdict.uuid());
}

std::string NameOf(const ContactPointName& point) {
  return NameOf(point.debtor) + Join(kContactPoints, point.point.uuid());
}

template <typename PartId>
std::string NameOf(const PartName<PartId>& part) {
  return NameOf(part.debtor) + Join(kPartsOf<PartId>, part.part.uuid());
}

template std::string NameOf(const PartName<ConsentId>& part);
template std::string NameOf(const PartName<OptOutId>& part);
template std::string NameOf(const PartName<InconvenienceId>& part);
template std::string NameOf(const PartName<SupportNeedId>& part);
template std::string NameOf(const PartName<RepresentativeId>& part);
template std::string NameOf(const PartName<CircumstanceId>& part);
template std::string NameOf(const PartName<PromiseId>& part);
template std::string NameOf(const PartName<DisputeId>& part);
template std::string NameOf(const PartName<ComplaintId>& part);
template std::string NameOf(const PartName<CallbackId>& part);
template std::string NameOf(const PartName<ReflectionId>& part);
template std::string NameOf(const PartName<ConversationId>& part);

std::string NameOf(const QuoteName& quote) {
  return NameOf(quote.debt) + Join(kQuotes, quote.quote.uuid());
}

std::string NameOf(KillSwitchId kill_switch) { return Join(kKillSwitches, kill_switch.uuid()); }

std::string NameOf(EventId event) { return Join(kDeadLetters, event.uuid()); }

std::string NameOf(const RulebookName& rulebook) {
  return absl::StrCat(kRulebooks.data(), rulebook.id, kVersions.data(), rulebook.version);
}

std::string TemplateName(std::string_view id) { return std::string(kTemplates).append(id); }

std::string CadenceName(std::string_view id) { return std::string(kCadences).append(id); }

std::optional<Uuid> ParseChosenId(std::string_view text) {
  const std::optional<Uuid> id = ParseLowerCase(text);
  if (!id.has_value()) return std::nullopt;
  const bool version7 = (id->bytes()[6] >> 4U) == 7;
  const bool variant = (id->bytes()[8] >> 6U) == 2;
  return version7 && variant ? id : std::nullopt;
}

std::optional<DebtorId> DebtorIn(std::string_view name) {
  const std::optional<Uuid> id = Take(name, kDebtors);
  const bool under = id.has_value() && (name.empty() || name.front() == '/');
  return under ? std::optional(DebtorId(*id)) : std::nullopt;
}

}  // namespace parley::grpc_api
