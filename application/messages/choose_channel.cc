// SPDX-License-Identifier: Apache-2.0
#include "application/messages/choose_channel.h"

#include <algorithm>
#include <array>
#include <span>
#include <string>
#include <string_view>
#include <utility>

#include "absl/strings/str_join.h"
#include "application/communication/contact_record.h"
#include "domain/common/reason.h"
#include "domain/common/status_macros.h"
#include "domain/debtor/best_points.h"

namespace parley {
namespace {

// Of nobody's choice: what costs least attention first.
constexpr std::array kUnranked = {Channel::kEmail, Channel::kSms, Channel::kLetter};

void AddOnce(Channel channel, std::vector<Channel>& channels) {
  if (std::find(channels.begin(), channels.end(), channel) == channels.end()) {
    channels.push_back(channel);
  }
}

std::vector<Channel> InOrder(const Preferences& preferences, Purpose purpose) {
  std::vector<Channel> channels;
  for (const Channel channel : RankedFor(preferences, purpose)) AddOnce(channel, channels);
  for (const Channel channel : kUnranked) AddOnce(channel, channels);
  return channels;
}

absl::StatusOr<Contact> ContactBy(Channel channel, const MessageAsk& ask,
                                  const TemplateLibrary& templates) {
  PARLEY_ASSIGN_OR_RETURN(const WordingNature nature,
                          templates.NatureOf(ask.template_key, channel));
  Contact contact = ask.contact;
  contact.channel = channel;
  contact.purpose = nature.purpose;
  contact.statutory = nature.statutory;
  // Nobody dials it by hand.
  if (channel == Channel::kSms) contact.technology = Technology::kAutodialed;
  return contact;
}

// One that was named must be of the channel; whether it is theirs is for the gate to say.
bool HasAddress(const Contact& contact, const DebtorRecord& person) {
  if (!contact.point.has_value()) {
    return !BestPoints(person, contact.representative, contact.channel).empty();
  }
  const KnownPoint* const named = PointIn(person, *contact.point);
  return named == nullptr || ChannelsOf(named->type).Has(contact.channel);
}

// In which formats that a person asked for nothing that goes to them by this contact comes; whoever
// speaks for them asked for none.
EnumSet<AccessibleFormat> UnservedBy(const Contact& contact, const DebtorRecord& person) {
  const KnownPoint* const named =
      contact.point.has_value() ? PointIn(person, *contact.point) : nullptr;
  const bool is_anothers =
      contact.representative.has_value() || (named != nullptr && named->representative.has_value());
  if (is_anothers) return {};
  return UnservedFormats(person.preferences, contact.channel);
}

// Leaves out what the person could not read. Errors: FORMAT_NOT_SERVED where nothing is left.
absl::StatusOr<std::vector<Contact>> Readable(std::vector<Contact> contacts,
                                              const DebtorRecord& person) {
  const EnumSet<AccessibleFormat> lacking = UnservedBy(contacts.front(), person);
  std::erase_if(contacts,
                [&](const Contact& contact) { return !UnservedBy(contact, person).empty(); });
  if (!contacts.empty()) return contacts;
  std::vector<std::string> names;
  const std::span<const std::string_view> words = WordsOf<AccessibleFormat>();
  for (std::size_t at = 1; at < words.size(); ++at) {
    if (lacking.Has(static_cast<AccessibleFormat>(at))) names.emplace_back(words[at]);
  }
  return Refuse(Reason::kFormatNotServed, {}, {{"formats", absl::StrJoin(names, ",")}});
}

// The purpose of a template is that of all its channels.
absl::StatusOr<Purpose> PurposeOf(const MessageAsk& ask, const TemplateLibrary& templates) {
  for (const Channel channel : kUnranked) {
    const absl::StatusOr<WordingNature> nature = templates.NatureOf(ask.template_key, channel);
    if (nature.ok()) return nature->purpose;
  }
  return Refuse(Reason::kTemplateNotFound);
}

}  // namespace

absl::StatusOr<std::vector<Contact>> ContactsFor(const MessageAsk& ask,
                                                 const TemplateLibrary& templates,
                                                 EnumSet<Channel> served,
                                                 const DebtorRecord& person) {
  if (ask.channel.has_value()) {
    if (!served.Has(*ask.channel)) return Refuse(Reason::kChannelNotServed);
    PARLEY_ASSIGN_OR_RETURN(Contact contact, ContactBy(*ask.channel, ask, templates));
    const bool is_named = contact.point.has_value();
    if (!is_named && !HasAddress(contact, person)) return Refuse(Reason::kContactPointNotFound);
    return Readable({std::move(contact)}, person);
  }
  PARLEY_ASSIGN_OR_RETURN(const Purpose purpose, PurposeOf(ask, templates));
  std::vector<Contact> contacts;
  bool is_served = false;
  for (const Channel channel : InOrder(person.preferences, purpose)) {
    if (!served.Has(channel)) continue;
    absl::StatusOr<Contact> contact = ContactBy(channel, ask, templates);
    is_served |= contact.ok();
    if (contact.ok() && HasAddress(*contact, person)) contacts.push_back(*std::move(contact));
  }
  if (!is_served) return Refuse(Reason::kChannelNotServed);
  if (contacts.empty()) return Refuse(Reason::kContactPointNotFound);
  return Readable(std::move(contacts), person);
}

absl::StatusOr<Contact> BestOf(const std::vector<Contact>& contacts, const GateView& by) {
  const Contact* best = &contacts.front();
  absl::Time soonest = absl::InfiniteFuture();
  if (contacts.size() == 1) return *best;
  for (const Contact& contact : contacts) {
    PARLEY_ASSIGN_OR_RETURN(
        const GateRecord gate,
        GateRecord::Make(by.record, contact, by.rulebooks, by.places, by.now, by.template_key));
    PARLEY_ASSIGN_OR_RETURN(const Judged judged, gate.Judge(gate.asked(), by.now));
    if (judged.answer.allows()) return contact;
    const absl::Time opens = judged.answer.until.value_or(absl::InfiniteFuture());
    if (opens < soonest) {
      soonest = opens;
      best = &contact;
    }
  }
  return *best;
}

}  // namespace parley
