// SPDX-License-Identifier: Apache-2.0
#include "application/communication/evaluate_contact.h"

#include <array>
#include <cstdint>
#include <utility>

#include "application/communication/gate_record.h"
#include "application/communication/known_person.h"
#include "domain/common/status_macros.h"
#include "domain/common/violations.h"

namespace parley {
namespace {

// By which one may reach somebody. What others can read is none of them.
constexpr std::array kChannels = {Channel::kCall,
                                  Channel::kSms,
                                  Channel::kEmail,
                                  Channel::kDirectMessage,
                                  Channel::kLetter,
                                  Channel::kVisit,
                                  Channel::kRinglessVoicemail};

std::vector<Channel> ChannelsOf(const std::optional<Channel>& asked) {
  if (asked.has_value()) return {*asked};
  return {kChannels.begin(), kChannels.end()};
}

// What was known then is not what is known now.
absl::Status InThePast() {
  Violations violations;
  violations.Add("at_time", Fault::kDateInPast);
  return violations.ToStatus();
}

}  // namespace

absl::StatusOr<EvaluateContact::Result> EvaluateContact::Handle(const Query& query) const {
  Result result;
  result.judged = clock_.Now();
  if (query.at.has_value() && *query.at < result.judged) return InThePast();
  result.judged = query.at.value_or(result.judged);
  PARLEY_ASSIGN_OR_RETURN(const std::int64_t edition, reads_.rulebook_shelf.Edition(query.tenant));
  PARLEY_ASSIGN_OR_RETURN(const RulebooksRef rulebooks, rulebooks_.At(query.tenant, edition));
  PARLEY_ASSIGN_OR_RETURN(const ContactRecord record,
                          ReadContactRecord(reads_, query.tenant, query.debtor, result.judged));
  Contact contact = query.contact;
  if (contact.debts.empty()) contact.debts = DebtsMeantBy(record);
  result.debts = contact.debts;
  PARLEY_ASSIGN_OR_RETURN(const GateRecord gate,
                          GateRecord::Make(record, KnownFrom(record.debtor, zones_), contact,
                                           *rulebooks, result.judged));
  result.zone = gate.zone();
  for (const Channel channel : ChannelsOf(query.channel)) {
    contact.channel = channel;
    PARLEY_ASSIGN_OR_RETURN(Answered answer, gate.Judge(contact, result.judged));
    result.channels.push_back({channel, std::move(answer)});
  }
  return result;
}

}  // namespace parley
