// SPDX-License-Identifier: Apache-2.0
#include "application/inbound/receive_inbound.h"

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

#include "application/inbound/take_in.h"
#include "domain/common/reason.h"
#include "domain/common/status_macros.h"
#include "domain/common/violations.h"

namespace parley {
namespace {

// A provider's clock may be ahead of ours by so much.
constexpr absl::Duration kClockSkew = absl::Minutes(5);

bool IsAbsent(const absl::Status& status) {
  const std::optional<Reason> reason = ReasonOf(status);
  return reason == Reason::kDebtorNotFound || reason == Reason::kCommunicationNotFound;
}

std::optional<PointType> TypeOf(Channel channel) {
  for (const PointType type : {PointType::kPhone, PointType::kEmail, PointType::kChat}) {
    if (ChannelsOf(type).Has(channel)) return type;
  }
  return std::nullopt;
}

}  // namespace

std::optional<Fingerprint> ReceiveInbound::ReferenceOf(const Command& command) const {
  if (command.content.provider_id.empty()) return std::nullopt;
  CanonicalContent content;
  content.Add("inbound").Add(static_cast<std::int64_t>(command.channel));
  content.Add(command.content.provider).Add(command.content.provider_id);
  return tools_.fingerprints.Of(content.text());
}

absl::StatusOr<ReceiveInbound::Whose> ReceiveInbound::ByAddress(TenantId tenant,
                                                                const Command& command) const {
  const std::optional<PointType> type = TypeOf(command.channel);
  if (!type.has_value()) return Whose{};
  const auto normal = tools_.addresses.Normalise(*type, command.content.from.Reveal(), {});
  if (!normal.has_value()) return Whose{};
  const Fingerprint key = tools_.index.Of(tenant, WordFor(*type), normal->address.Reveal());
  PARLEY_ASSIGN_OR_RETURN(const std::vector<Debtor> reached,
                          reads_.directory.FindReached(tenant, key, 2));
  if (reached.size() != 1) return Whose{};
  return Whose{reached.front().id, MatchedBy::kAddress};
}

absl::StatusOr<ReceiveInbound::Whose> ReceiveInbound::FindWhose(TenantId tenant,
                                                                const Command& command) const {
  if (command.debtor.has_value()) return Whose{*command.debtor, MatchedBy::kNamed};
  if (command.answers.has_value()) {
    const absl::StatusOr<MessageOwner> owner = reads_.messages.OwnerOf(*command.answers);
    if (!owner.ok() && !IsAbsent(owner.status())) return owner.status();
    // Another tenant's message is as good as none.
    if (owner.ok() && owner->tenant == tenant) return Whose{owner->debtor, MatchedBy::kAnswer};
  }
  return ByAddress(tenant, command);
}

absl::StatusOr<Answer> ReceiveInbound::Again(const Call& call, InboundPlace place,
                                             Encode<InboundItem> encode) const {
  PARLEY_ASSIGN_OR_RETURN(const InboundItem known,
                          reads_.desk.GetInbound(call.tenant, place.debtor, place.id));
  if (known.state == InboundState::kMovedAway) place.debtor = known.claimed_for;
  const auto find = [&](Work& work) { return work.store.inbound().Find(place.debtor, place.id); };
  return mutations_.Run<InboundItem>(call, place.debtor, find, encode);
}

absl::StatusOr<Answer> ReceiveInbound::Keep(const Call& call, const Whose& whose,
                                            const NewInbound& fresh,
                                            Encode<InboundItem> encode) const {
  std::optional<TakenIn> taken;
  const auto take = [&](Work& work) -> absl::StatusOr<InboundItem> {
    InboundItem received = fresh.item;
    received.debtor = whose.debtor;
    received.matched_by = whose.by;
    received.actor = work.call.principal;
    if (received.received == absl::InfinitePast()) received.received = work.now;
    if (received.received > work.now + kClockSkew) {
      Violations violations;
      violations.Add("receive_time", Fault::kDateInFuture);
      return violations.ToStatus();
    }
    if (whose.by == MatchedBy::kNobody) {
      return LayOnDesk(work, tools_, std::move(received), fresh.reference);
    }
    PARLEY_ASSIGN_OR_RETURN(taken, TakeIn(work, tools_, std::move(received), fresh.reference));
    return taken->item;
  };
  PARLEY_ASSIGN_OR_RETURN(Answer answer,
                          mutations_.Run<InboundItem>(call, whose.debtor, take, encode));
  const bool is_new = taken.has_value() && !answer.replayed && !call.validate_only;
  if (is_new && fresh.acknowledge) acknowledge_.Send(call, taken->item, taken->days);
  return answer;
}

absl::StatusOr<Answer> ReceiveInbound::Handle(const Call& call, const Command& command,
                                              Encode<InboundItem> encode) const {
  Violations violations;
  CheckInboundContent(command.content, violations);
  PARLEY_RETURN_IF_ERROR(violations.ToStatus());
  const std::optional<Fingerprint> reference = ReferenceOf(command);
  const auto known = [&]() -> absl::StatusOr<std::optional<InboundPlace>> {
    if (!reference.has_value()) return std::nullopt;
    return reads_.desk.FindReference(call.tenant, *reference);
  };
  PARLEY_ASSIGN_OR_RETURN(const std::optional<InboundPlace> before, known());
  if (before.has_value()) return Again(call, *before, encode);
  NewInbound fresh{.item = {}, .reference = reference, .acknowledge = !command.automatic};
  InboundItem& item = fresh.item;
  item.id = CommunicationId(tools_.contact.ids.Next());
  item.channel = command.channel;
  item.received = command.received.value_or(absl::InfinitePast());
  item.content = command.content;
  SetText(command.text, item.content);
  item.debts = command.debts;
  PARLEY_ASSIGN_OR_RETURN(const Whose whose, FindWhose(call.tenant, command));
  const bool answers = whose.by == MatchedBy::kNamed || whose.by == MatchedBy::kAnswer;
  if (answers) item.in_reply_to = command.answers;
  absl::StatusOr<Answer> answer = Keep(call, whose, fresh, encode);
  // Whoever was found and is no longer known leaves it to a person; a caller's word is refused.
  if (whose.by != MatchedBy::kNamed && IsAbsent(answer.status())) {
    item.in_reply_to.reset();
    answer = Keep(call, Whose{}, fresh, encode);
  }
  if (ReasonOf(answer.status()) != Reason::kInboundAlreadyReceived) return answer;
  PARLEY_ASSIGN_OR_RETURN(const std::optional<InboundPlace> by_another, known());
  return by_another.has_value() ? Again(call, *by_another, encode) : answer;
}

}  // namespace parley
