// SPDX-License-Identifier: Apache-2.0
#ifndef PARLEY_ADAPTERS_GRPC_NAMES_H_
#define PARLEY_ADAPTERS_GRPC_NAMES_H_

#include <optional>
#include <string>
#include <string_view>

#include "domain/common/id.h"
#include "domain/communication/kill_switch.h"
#include "domain/communication/log/contact.h"
#include "domain/debt/hold.h"
#include "domain/debt/payment.h"
#include "domain/debtor/debtor_record.h"
#include "domain/worklist/work_item.h"

namespace parley::grpc_api {

// Resource names: `creditors/{creditor}`, `debtors/{debtor}`, `debtors/{debtor}/debts/{debt}`,
// `debtors/{debtor}/debts/{debt}/entries/{entry}`, `debtors/{debtor}/debts/{debt}/quotes/{quote}`,
// `debtors/{debtor}/holds/{hold}`, `debtors/{debtor}/payments/{payment}`,
// `debtors/{debtor}/workItems/{item}`, in the same way `communications`, `verdicts` and
// `contactPoints`, `killSwitches/{kill_switch}` and `rulebooks/{rulebook}/versions/{version}`. An
// id in a name is a UUID in lower case and not the nil one, so that a thing has one name.
struct DebtName {
  DebtorId debtor;
  DebtId debt;

  friend bool operator==(const DebtName&, const DebtName&) = default;
};

struct EntryName {
  DebtName debt;
  EntryId entry;

  friend bool operator==(const EntryName&, const EntryName&) = default;
};

// `debtors/{debtor}/payments/{payment}`, or `suspense/{payment}` for what is on the tenant's desk:
// the nil debtor's.
struct PaymentName {
  DebtorId debtor;
  PaymentId payment;

  friend bool operator==(const PaymentName&, const PaymentName&) = default;
};

// `debtors/{debtor}/workItems/{item}`, or `workItems/{item}` of what is on the tenant's desk.
struct WorkItemName {
  DebtorId debtor;
  WorkItemId item;

  friend bool operator==(const WorkItemName&, const WorkItemName&) = default;
};

struct HoldName {
  DebtorId debtor;
  HoldId hold;

  friend bool operator==(const HoldName&, const HoldName&) = default;
};

struct CommunicationName {
  DebtorId debtor;
  CommunicationId communication;

  friend bool operator==(const CommunicationName&, const CommunicationName&) = default;
};

struct VerdictName {
  DebtorId debtor;
  VerdictId verdict;

  friend bool operator==(const VerdictName&, const VerdictName&) = default;
};

struct ContactPointName {
  DebtorId debtor;
  ContactPointId point;

  friend bool operator==(const ContactPointName&, const ContactPointName&) = default;
};

// `debtors/{debtor}/{collection}/{part}`: what a debtor's record holds, by the collection of its
// kind: `consents`, `optOuts`, `inconveniences`, `supportNeeds`, `representatives`,
// `circumstances`, `promises`, `disputes`, `complaints`,
// `callbacks`, `reflections`; also `conversations`.
template <typename PartId>
struct PartName {
  DebtorId debtor;
  PartId part;

  friend bool operator==(const PartName&, const PartName&) = default;
};

struct QuoteName {
  DebtName debt;
  QuoteId quote;

  friend bool operator==(const QuoteName&, const QuoteName&) = default;
};

struct RulebookName {
  std::string id;
  std::string version;

  friend bool operator==(const RulebookName&, const RulebookName&) = default;
};

// The collection over all debtors, where a list takes it as its parent.
inline constexpr std::string_view kAllDebtors = "debtors/-";
inline constexpr std::string_view kAllDebts = "debtors/-/debts/-";

// None when the text is no such name.
std::optional<CreditorId> ParseCreditorName(std::string_view name);
std::optional<DebtorId> ParseDebtorName(std::string_view name);
std::optional<DebtName> ParseDebtName(std::string_view name);
std::optional<EntryName> ParseEntryName(std::string_view name);
std::optional<PaymentName> ParsePaymentName(std::string_view name);
std::optional<WorkItemName> ParseWorkItemName(std::string_view name);
std::optional<HoldName> ParseHoldName(std::string_view name);
std::optional<CommunicationName> ParseCommunicationName(std::string_view name);
// That of something that came in: as of a communication, or `inbox/{communication}` on the desk.
std::optional<CommunicationName> ParseInboundName(std::string_view name);
std::optional<ContactPointName> ParseContactPointName(std::string_view name);
template <typename PartId>
std::optional<PartName<PartId>> ParsePartName(std::string_view name);
std::optional<KillSwitchId> ParseKillSwitchName(std::string_view name);
std::optional<EventId> ParseDeadLetterName(std::string_view name);
std::optional<RulebookName> ParseRulebookName(std::string_view name);
// The id in `templates/{template}` and in `cadences/{cadence}`, as IsGivenId has it.
std::optional<std::string> ParseTemplateName(std::string_view name);
std::optional<std::string> ParseCadenceName(std::string_view name);

std::string NameOf(CreditorId creditor);
std::string NameOf(DebtorId debtor);
std::string NameOf(const DebtName& debt);
std::string NameOf(const EntryName& entry);
// What the names of a debt's entries begin with, before their ids.
std::string EntriesOf(const DebtName& debt);
std::string NameOf(const PaymentName& payment);
std::string NameOf(const WorkItemName& item);
std::string NameOf(const HoldName& hold);
std::string NameOf(const CommunicationName& communication);
std::string InboundName(const CommunicationName& item);
std::string NameOf(const VerdictName& verdict);
std::string NameOf(const ContactPointName& point);
template <typename PartId>
std::string NameOf(const PartName<PartId>& part);
std::string NameOf(const QuoteName& quote);
std::string NameOf(KillSwitchId kill_switch);
// Of a dead letter.
std::string NameOf(EventId event);
std::string NameOf(const RulebookName& rulebook);
std::string TemplateName(std::string_view id);
std::string CadenceName(std::string_view id);

// Reads the last part of a name that a caller chooses: a UUID of version 7 in lower case.
std::optional<Uuid> ParseChosenId(std::string_view text);

// The debtor whose name it is, or under whose name it lies; none for any other name.
std::optional<DebtorId> DebtorIn(std::string_view name);

}  // namespace parley::grpc_api

#endif  // PARLEY_ADAPTERS_GRPC_NAMES_H_
