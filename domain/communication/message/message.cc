// SPDX-License-Identifier: Apache-2.0
#include "domain/communication/message/message.h"

#include <array>
#include <string_view>

#include "domain/common/reason.h"

namespace parley {
namespace {

constexpr auto kEnds = std::to_array<std::string_view>(
    {"", "ADDRESS_REFUSED", "CONTENT_REFUSED", "OPTED_OUT", "REFUSED", "ATTEMPTS_SPENT",
     "NEVER_CAME", "GATE_REFUSED", "POINTLESS", "EXPIRED", "TAKEN_BACK", "NOT_WRITABLE",
     "TEXT_HELD_BACK", "JOINED"});

bool HasEnded(MessageState state) {
  return state == MessageState::kFailed || state == MessageState::kCancelled;
}

bool IsSound(const Message& one) {
  const bool is_whole = !one.id.IsNil() && !one.debtor.IsNil() && !one.point.IsNil() &&
                        one.attempts >= 0 && one.revision > 0;
  const bool says_something = !one.order.template_key.empty() && one.follows != one.id;
  const bool is_told = one.was_handed_over == one.words.has_value();
  return is_whole && says_something && is_told &&
         HasEnded(one.state) == (one.end != MessageEnd::kNone);
}

}  // namespace

template <>
std::span<const std::string_view> WordsOf<MessageEnd>() {
  return kEnds;
}

absl::StatusOr<Message> RestoreMessage(Message message) {
  if (!IsSound(message)) return Refuse(Reason::kRecordCorrupt);
  return message;
}

}  // namespace parley
