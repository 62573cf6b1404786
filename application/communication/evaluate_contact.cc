// SPDX-License-Identifier: Apache-2.0
#include "application/communication/evaluate_contact.h"

#include <array>
#include <cstdint>
#include <utility>

#include "application/communication/gate_record.h"
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

std::vector<Channel> ChannelsOf(const EvaluateContact::Query& query, const GateRecord& gate) {
  if (query.channel.has_value()) return {*query.channel};
  std::vector<Channel> channels;
  for (const Channel channel : kChannels) {
    const std::optional<ContactPointId> point = query.contact.point;
    if (!point.has_value() || gate.Reaches(*point, channel)) channels.push_back(channel);
  }
  return channels;
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
  PARLEY_ASSIGN_OR_RETURN(const ContactRecord record,
                          ReadContactRecord(log_, query.tenant, query.debtor, result.judged));
  PARLEY_ASSIGN_OR_RETURN(const RulebooksRef rulebooks,
                          rulebooks_.At(query.tenant, record.edition));
  PARLEY_ASSIGN_OR_RETURN(const GateRecord gate, GateRecord::Make(record, query.contact, *rulebooks,
                                                                  places_, result.judged));
  Contact contact = gate.asked();
  result.debts = contact.debts;
  result.zone = gate.zone();
  for (const Channel channel : ChannelsOf(query, gate)) {
    contact.channel = channel;
    PARLEY_ASSIGN_OR_RETURN(Judged judged, gate.Judge(contact, result.judged));
    result.channels.push_back({channel, judged.contact.point, std::move(judged.answer)});
  }
  return result;
}

}  // namespace parley
