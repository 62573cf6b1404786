// SPDX-License-Identifier: Apache-2.0
#include "domain/communication/duties/first_notice.h"

#include <cstddef>

namespace parley {
namespace {

// What tells something of a debt once it has reached somebody.
bool Tells(const Communication& one) {
  constexpr EnumSet<Outcome> kTold = {Outcome::kConversation, Outcome::kVoicemail,
                                      Outcome::kDelivered};
  return kTold.Has(one.outcome) && !one.misdirected && one.purpose != Purpose::kUnrelated &&
         one.purpose != Purpose::kLocation;
}

}  // namespace

std::optional<Day> FirstCommunication(const Record& record, DebtSet debts, absl::Time now) {
  const auto& all = record.facts().communications;
  for (std::size_t at = 0; at < all.size() && all[at].at <= now; ++at) {
    if (Tells(all[at]) && all[at].debts.Covers(debts)) {
      return Day(1970, 1, 1) + record.DayOf(at);
    }
  }
  return std::nullopt;
}

NoticeState StateOf(const Deadline& deadline, const NoticeFacts& facts, Day today) {
  if (!facts.first_communication.has_value()) return NoticeState::kNotOwed;
  const Day due = DueDay(deadline, *facts.first_communication);
  if (facts.sent.has_value() && *facts.sent <= due) return NoticeState::kGiven;
  if (facts.paid.has_value() && *facts.paid <= due) return NoticeState::kPaid;
  if (today <= due) return NoticeState::kOpen;
  return facts.returned && !facts.sent.has_value() ? NoticeState::kReturned : NoticeState::kOverdue;
}

bool IsBreach(NoticeState state) {
  return state == NoticeState::kOverdue || state == NoticeState::kReturned;
}

NoticeObjection ObjectionTo(const NoticeSending& sending) {
  constexpr EnumSet<Relation> kForTheEstate = {Relation::kPersonalRepresentative,
                                               Relation::kSurvivingSpouse};
  if (sending.debtor_is_dead &&
      !(kForTheEstate.Has(sending.recipient) && sending.recipient_is_named)) {
    return NoticeObjection::kNobodyNamed;
  }
  if (sending.address_known_wrong) return NoticeObjection::kAddressKnownWrong;
  const bool needs_consent = sending.electronic && !sending.within_first_communication;
  return needs_consent && !sending.agreed_to_electronic ? NoticeObjection::kNoElectronicConsent
                                                        : NoticeObjection::kNone;
}

}  // namespace parley
