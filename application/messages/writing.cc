// SPDX-License-Identifier: Apache-2.0
#include "application/messages/writing.h"

#include <algorithm>
#include <cstddef>
#include <optional>
#include <string>
#include <utility>
#include <variant>

#include "absl/strings/str_cat.h"
#include "application/communication/contact_record.h"
#include "application/communication/unsubscribe_link.h"
#include "application/messages/tone_gate.h"
#include "domain/common/status_macros.h"
#include "domain/common/violations.h"
#include "domain/communication/message/sms_length.h"

namespace parley {
namespace {

// What a caller can shorten first: the longest of the texts that they gave, else the template.
std::string LongestOf(const MessageOrder& order) {
  std::string field = "order.template_key";
  std::size_t longest = 0;
  for (std::size_t at = 0; at < order.values.size(); ++at) {
    const auto* const own = std::get_if<SensitiveText>(&order.values[at].value);
    if (own == nullptr || own->Reveal().size() <= longest) continue;
    longest = own->Reveal().size();
    field = absl::StrCat("order.values[", at, "].text");
  }
  return field;
}

std::string OptOutLink(const MessageTools& tools, const Writing& writing) {
  const std::string& url = tools.settings.public_url;
  if (url.empty() || writing.contact.channel != Channel::kEmail) return {};
  const Unsubscription asked{writing.tenant, writing.record.person.debtor.id, writing.id};
  const absl::Time expires = writing.now + tools.settings.opt_out_link_lasts;
  return absl::StrCat(url, "/unsubscribe/", SealUnsubscription(tools.seals, asked, expires));
}

// The one whose address it goes to.
std::optional<RepresentativeId> AddressedAt(const ContactRecord& record, const Contact& contact) {
  const KnownPoint* const point =
      contact.point.has_value() ? PointIn(record.person, *contact.point) : nullptr;
  return point == nullptr ? contact.representative : point->representative;
}

// A text that needs more is a letter.
absl::Status CheckLength(const Writing& writing, const MessageWords& words) {
  if (writing.contact.channel != Channel::kSms) return absl::OkStatus();
  Violations violations;
  for (const SetPart& part : words.parts) {
    const std::optional<SmsLength> length = MeasureSms(part.text.Reveal());
    if (length.has_value() && length->segments <= kMostSmsSegments) continue;
    violations.Add(LongestOf(writing.order), Fault::kTooLong);
  }
  return violations.ToStatus();
}

KnownFacts FactsOf(const MessageTools& tools, const Writing& writing) {
  return {.record = writing.record,
          .debts = writing.contact.debts,
          .creditors = writing.creditors,
          .letterhead = tools.letterheads.Of(writing.tenant),
          .signposts = writing.templates.catalogue().signposts,
          .today = Day(writing.zone.At(writing.now).cs),
          .opt_out_link = OptOutLink(tools, writing),
          .representative = AddressedAt(writing.record, writing.contact)};
}

}  // namespace

absl::StatusOr<WrittenMessage> Write(const MessageTools& tools, const Writing& writing,
                                     IsReleased is_released) {
  KnownFacts facts = FactsOf(tools, writing);
  PARLEY_ASSIGN_OR_RETURN(MessageWords words, Compose({.templates = writing.templates,
                                                       .facts = facts,
                                                       .channel = writing.contact.channel,
                                                       .purpose = writing.contact.purpose,
                                                       .order = writing.order,
                                                       .answer = writing.answer}));
  PARLEY_RETURN_IF_ERROR(CheckLength(writing, words));
  PARLEY_RETURN_IF_ERROR(CheckToneOf(
      tools.tone, tools.fingerprints,
      {.order = writing.order, .words = words, .own_link = facts.opt_out_link}, is_released));
  return WrittenMessage{std::move(words), std::move(facts.opt_out_link)};
}

absl::StatusOr<std::vector<Creditor>> CreditorsOf(
    const ContactRecord& record, std::span<const DebtId> debts,
    absl::FunctionRef<absl::StatusOr<Creditor>(CreditorId)> find) {
  std::vector<Creditor> creditors;
  for (const Debt& debt : record.debts) {
    if (std::find(debts.begin(), debts.end(), debt.id) == debts.end()) continue;
    const bool known =
        std::any_of(creditors.begin(), creditors.end(),
                    [&](const Creditor& creditor) { return creditor.id == debt.creditor; });
    if (known) continue;
    PARLEY_ASSIGN_OR_RETURN(Creditor creditor, find(debt.creditor));
    creditors.push_back(std::move(creditor));
  }
  return creditors;
}

}  // namespace parley
