// SPDX-License-Identifier: Apache-2.0
#include "application/conversations/chat.h"

#include <algorithm>
#include <utility>
#include <vector>

#include "absl/strings/str_cat.h"
#include "domain/common/status_macros.h"
#include "domain/common/text.h"
#include "domain/common/violations.h"

namespace parley {
namespace {

constexpr Channel kChannel = Channel::kDirectMessage;
// The template whose only part is what the agent writes.
constexpr std::string_view kTemplate = "answer";
constexpr std::size_t kLongestLine = 2000;

// By which the person is known in our own chat.
std::string AddressOf(DebtorId debtor) { return absl::StrCat("parley:", debtor.ToString()); }

bool IsTheirChat(const KnownPoint& point, DebtorId debtor) {
  return point.type == PointType::kChat && point.address.Reveal() == AddressOf(debtor);
}

absl::Status CheckLine(const std::string& text) {
  Violations violations;
  RequireText(violations, "say.text", text, kLongestLine, Lines::kMany);
  return violations.ToStatus();
}

std::string Nothing(const KnownPoint&) { return {}; }

}  // namespace

absl::Status Chat::Arrive(const Call& call, DebtorId debtor) const {
  PARLEY_ASSIGN_OR_RETURN(const DebtorRecord record,
                          parts_.directory.GetRecord(call.tenant, debtor));
  const auto known =
      std::find_if(record.points.begin(), record.points.end(), [debtor](const KnownPoint& point) {
        return IsTheirChat(point, debtor) && point.state != PointState::kRetired;
      });
  const bool is_known = known != record.points.end();
  if (is_known && known->state != PointState::kUnverified) return absl::OkStatus();
  std::optional<ContactPointId> point;
  if (is_known) point = known->id;
  if (!point.has_value()) {
    ContactPoints::Addition addition;
    addition.point.debtor = debtor;
    addition.point.type = PointType::kChat;
    addition.point.address = SensitiveText(AddressOf(debtor));
    addition.point.provenance.source = SensitiveText("the chat");
    addition.given_by = GivenBy::kPerson;
    const auto keep = [&point](const KnownPoint& added) {
      point = added.id;
      return std::string();
    };
    PARLEY_RETURN_IF_ERROR(parts_.contact_points.Add(call, addition, keep).status());
  }
  // They read what comes there: they are there.
  return parts_.contact_points.Verify(call, {debtor, *point, std::nullopt}, Nothing).status();
}

absl::StatusOr<Answer> Chat::FromPerson(const Call& call, const Words& words,
                                        Encode<InboundItem> encode) const {
  PARLEY_RETURN_IF_ERROR(CheckLine(words.text));
  ReceiveInbound::Command command;
  command.debtor = words.debtor;
  command.channel = kChannel;
  command.content.from = SensitiveText(AddressOf(words.debtor));
  command.text = words.text;
  // They see that it is there, and need no message that says so.
  command.automatic = true;
  return parts_.receive.Handle(call, command, encode);
}

absl::StatusOr<std::optional<CommunicationId>> Chat::LastFrom(TenantId tenant,
                                                              DebtorId debtor) const {
  PARLEY_ASSIGN_OR_RETURN(
      const std::vector<Conversation> all,
      parts_.conversations.ListConversations(tenant, {.debtor = debtor}, {}, kMostConversations));
  std::optional<LastSaid> last;
  for (const Conversation& one : all) {
    if (!one.last_in.has_value()) continue;
    if (!last.has_value() || one.last_in->at > last->at) last = one.last_in;
  }
  return last.has_value() ? std::optional(last->communication) : std::nullopt;
}

absl::StatusOr<Answer> Chat::FromTeam(const Call& call, const Words& words,
                                      Encode<SendMessage::Sent> encode) const {
  PARLEY_RETURN_IF_ERROR(CheckLine(words.text));
  SendMessage::Command command;
  command.debtor = words.debtor;
  command.order = {std::string(kTemplate), {{"answer", SensitiveText(words.text)}}};
  command.channel = kChannel;
  PARLEY_ASSIGN_OR_RETURN(command.contact.in_reply_to, LastFrom(call.tenant, words.debtor));
  command.is_there_at_once = true;
  return parts_.send.Handle(call, command, encode);
}

}  // namespace parley
