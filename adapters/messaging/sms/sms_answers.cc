// SPDX-License-Identifier: Apache-2.0
#include "adapters/messaging/sms/sms_answers.h"

#include <array>
#include <map>
#include <utility>

#include "absl/strings/str_cat.h"
#include "adapters/messaging/provider_text.h"
#include "adapters/messaging/sms/json_text.h"

namespace parley::messaging {
namespace {

using Texts = std::map<std::string, std::string>;

std::string Get(const Texts& texts, const std::string& name) {
  const auto found = texts.find(name);
  return found == texts.end() ? "" : found->second;
}

struct StateRow {
  std::string_view state;
  DeliveryEvent event;
};
constexpr auto kStates = std::to_array<StateRow>({
    {"sent", DeliveryEvent::kTaken},
    {"delivered", DeliveryEvent::kDelivered},
    {"read", DeliveryEvent::kRead},
    {"undelivered", DeliveryEvent::kUndelivered},
    {"invalid_number", DeliveryEvent::kBounced},
    {"opted_out", DeliveryEvent::kOptedOut},
    {"failed", DeliveryEvent::kUndelivered},
});

struct CauseRow {
  std::string_view code;
  RefusalCause cause;
};
constexpr auto kCauses = std::to_array<CauseRow>({
    {"invalid_number", RefusalCause::kAddress},
    {"unreachable_network", RefusalCause::kAddress},
    {"content_rejected", RefusalCause::kContent},
    {"too_long", RefusalCause::kContent},
    {"opted_out", RefusalCause::kOptedOut},
});

RefusalCause CauseOf(std::string_view code) {
  for (const CauseRow& row : kCauses) {
    if (row.code == code) return row.cause;
  }
  return RefusalCause::kOther;
}

// The texts of an answer that is about this very message and names it.
std::optional<Texts> AboutMessage(const SmsAnswer& answer, CommunicationId id) {
  std::optional<Texts> texts = TextsOfJson(answer.body);
  const bool sound =
      texts.has_value() && Get(*texts, "key") == id.ToString() && !Get(*texts, "id").empty();
  return sound ? std::move(texts) : std::nullopt;
}

// A refusal that the provider itself wrote, by its code; empty for anybody else's.
std::string CodeIn(const SmsAnswer& answer) {
  const std::optional<Texts> texts = TextsOfJson(answer.body);
  return texts.has_value() ? PrintableCode(Get(*texts, "code")) : "";
}

}  // namespace

std::optional<DeliveryEvent> EventOfSmsState(std::string_view state) {
  for (const StateRow& row : kStates) {
    if (row.state == state) return row.event;
  }
  return std::nullopt;
}

HandOver OutcomeOf(const SmsAnswer& answer, CommunicationId id) {
  if (answer.status >= 200 && answer.status < 300) {
    const std::optional<Texts> texts = AboutMessage(answer, id);
    if (!texts.has_value()) return NotKnown{};
    return Accepted{PrintableCode(Get(*texts, "id"))};
  }
  const std::string code = CodeIn(answer);
  const std::string told = PrintableCode(absl::StrCat(answer.status, " ", code));
  switch (answer.status) {
    case 401:
    case 403:
    case 404:
      return RefusedForNow{DelayCause::kNotAdmitted, told, answer.retry_after};
    case 429:
    case 503:
      return RefusedForNow{DelayCause::kBusy, told, answer.retry_after};
    case 400:
    case 422:
      // Without a code of the provider's it is somebody between us, who may have let it pass.
      if (code.empty()) return NotKnown{};
      return RefusedForGood{CauseOf(code), told};
    default:
      return NotKnown{};
  }
}

ProviderAnswer ProviderAnswerOf(const SmsAnswer& answer, CommunicationId id) {
  if (answer.status == 404 && CodeIn(answer) == "message_not_found") return NeverTaken{};
  if (answer.status != 200) return NoAnswer{};
  const std::optional<Texts> texts = AboutMessage(answer, id);
  if (!texts.has_value()) return NoAnswer{};
  return Taken{PrintableCode(Get(*texts, "id")),
               EventOfSmsState(Get(*texts, "state")).value_or(DeliveryEvent::kTaken)};
}

}  // namespace parley::messaging
