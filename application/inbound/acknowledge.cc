// SPDX-License-Identifier: Apache-2.0
#include "application/inbound/acknowledge.h"

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

#include "absl/strings/str_cat.h"

namespace parley {
namespace {

// What they want no more, in the words of the confirmation; empty where it is of another way.
std::string WayOf(const InboundItem& item, bool all) {
  if (all) return "ALL";
  const std::string named = item.heard.has_value() ? item.heard->entities.channel : "";
  if (named == "sms") return "SMS";
  if (named == "email") return "EMAIL";
  if (named == "letter") return "LETTER";
  if (named == "phone" || named == "work_phone" || named == "landline") return "CALL";
  if (!named.empty()) return "";
  if (item.channel == Channel::kEmail) return "EMAIL";
  return item.channel == Channel::kSms ? "SMS" : "";
}

struct Told {
  std::string key;  // Of the template; empty for nothing.
  TemplateValues values = {};
};

Told Confirmation(const std::string& way) {
  return {"opt_out_confirmed", {{"way", SensitiveText(way)}}};
}

// What the words say of the item; the records tell the rest.
Told TellingOf(const InboundItem& item, const Acknowledge::Days& days) {
  const std::vector<Intent> said = IntentsOf(item);
  const auto says = [&said](Intent one) {
    return std::find(said.begin(), said.end(), one) != said.end();
  };
  if (says(Intent::kWrongPerson) || says(Intent::kDeceased)) return {};
  if (says(Intent::kCrisis)) return {"crisis_support"};
  if (says(Intent::kStopContact) || says(Intent::kStopChannel)) {
    const std::string way = WayOf(item, says(Intent::kStopContact));
    // The short one speaks of text messages alone.
    if (item.channel == Channel::kSms) {
      return way == "SMS" || way == "ALL" ? Told{"opt_out_confirmed"} : Told{};
    }
    return way.empty() ? Told{} : Confirmation(way);
  }
  if (says(Intent::kAbuse)) return {};
  Told received{"message_received", {{"answer_by", days.answer_by}}};
  if (item.channel != Channel::kSms) received.values.push_back({"received", days.received});
  return received;
}

}  // namespace

void Acknowledge::Send(const Call& call, const InboundItem& item, const Days& days) const {
  Told told = TellingOf(item, days);
  if (told.key.empty()) return;
  const bool is_reply = told.key == "message_received";
  Call own = call;
  own.request_id = {};
  SendMessage::Command command;
  command.debtor = item.debtor;
  command.order.template_key = std::move(told.key);
  command.order.values = std::move(told.values);
  command.channel = item.channel;
  command.contact.channel = item.channel;
  command.contact.point = item.point;
  command.contact.debts = item.debts;
  if (is_reply) command.contact.in_reply_to = item.id;
  // Whoever tells us of it again does not make us say it again.
  command.occasion = absl::StrCat("inbound:", item.id.ToString());
  const auto nothing = [](const SendMessage::Sent&) { return std::string(); };
  // A person answers in any case.
  send_.Handle(own, command, nothing).IgnoreError();
}

}  // namespace parley
