// SPDX-License-Identifier: Apache-2.0
#include "domain/communication/callback.h"

#include <algorithm>
#include <array>

#include "domain/common/reason.h"
#include "domain/common/status_macros.h"
#include "domain/common/text.h"

namespace parley {
namespace {

constexpr auto kStateWords =
    std::to_array<std::string_view>({"", "REQUESTED", "SCHEDULED", "KEPT", "MISSED", "CANCELLED"});

CallbackRequest Moved(const CallbackRequest& request, CallbackState state, absl::Time now) {
  CallbackRequest moved = request;
  moved.state = state;
  moved.updated_time = now;
  return moved;
}

absl::Status CheckReason(const SensitiveText& reason) {
  Violations violations;
  AllowText(violations, "reason", reason.Reveal(), kLongestReason, Lines::kMany);
  return violations.ToStatus();
}

bool IsOver(const CallbackRequest& request) {
  return request.state == CallbackState::kKept || request.state == CallbackState::kCancelled;
}

}  // namespace

template <>
std::span<const std::string_view> WordsOf<CallbackState>() {
  return kStateWords;
}

void CheckCallSlot(const CallSlot& slot, absl::Time now, const std::string& field,
                   Violations& violations) {
  const std::string until = field + ".until_time";
  if (slot.until <= slot.from) {
    violations.Add(until, Fault::kDateOrder);
  } else if (slot.until <= now) {
    violations.Add(until, Fault::kDateInPast);
  } else if (slot.until - slot.from > kLongestCallSlot) {
    violations.Add(until, Fault::kOutOfRange);
  }
  if (slot.from - now > kFurthestCallSlot) {
    violations.Add(field + ".from_time", Fault::kOutOfRange);
  }
}

void CheckCallback(const CallbackRequest& request, absl::Time now, const std::string& field,
                   Violations& violations) {
  AllowText(violations, field + ".about", request.about.Reveal(), kLongestReason, Lines::kMany);
  if (request.slot.has_value()) CheckCallSlot(*request.slot, now, field + ".slot", violations);
}

CallbackState StateAt(const CallbackRequest& request, absl::Time now) {
  const bool passed = request.state == CallbackState::kScheduled && now >= request.slot->until;
  return passed ? CallbackState::kMissed : request.state;
}

bool IsAwaited(const CallbackRequest& request, absl::Time now) {
  const CallbackState state = StateAt(request, now);
  return state == CallbackState::kRequested || state == CallbackState::kScheduled;
}

std::optional<CallbackRequest> AwaitedOf(std::span<const CallbackRequest> requests,
                                         absl::Time now) {
  const auto found =
      std::find_if(requests.begin(), requests.end(),
                   [now](const CallbackRequest& request) { return IsAwaited(request, now); });
  return found == requests.end() ? std::nullopt : std::optional(*found);
}

std::optional<CallbackRequest> OwedOf(std::span<const CallbackRequest> requests) {
  if (requests.empty() || IsOver(requests.back())) return std::nullopt;
  return requests.back();
}

bool IsTimeFor(const CallbackRequest& request, absl::Time at, Day day) {
  if (request.slot.has_value()) return at >= request.slot->from - kEarlyCall;
  return !request.wished.has_value() || day >= *request.wished;
}

std::optional<Day> RunsOut(const CallbackRequest& request) {
  if (request.state != CallbackState::kScheduled || !request.slot.has_value()) return std::nullopt;
  return absl::ToCivilDay(request.slot->until, absl::UTCTimeZone());
}

absl::StatusOr<CallbackRequest> Scheduled(const CallbackRequest& request, const CallSlot& slot,
                                          absl::Time now) {
  if (IsOver(request)) return Refuse(Reason::kCallbackStepRefused);
  Violations violations;
  CheckCallSlot(slot, now, "slot", violations);
  PARLEY_RETURN_IF_ERROR(violations.ToStatus());
  CallbackRequest scheduled = Moved(request, CallbackState::kScheduled, now);
  scheduled.slot = slot;
  scheduled.end_reason = {};
  return scheduled;
}

absl::StatusOr<CallbackRequest> KeptBy(const CallbackRequest& request, CommunicationId call,
                                       absl::Time now) {
  if (IsOver(request)) return Refuse(Reason::kCallbackStepRefused);
  CallbackRequest kept = Moved(request, CallbackState::kKept, now);
  kept.kept_in = call;
  return kept;
}

absl::StatusOr<CallbackRequest> Missed(const CallbackRequest& request, const SensitiveText& reason,
                                       absl::Time now) {
  const bool may_be = request.state == CallbackState::kScheduled && now >= request.slot->from;
  if (!may_be) return Refuse(Reason::kCallbackStepRefused);
  PARLEY_RETURN_IF_ERROR(CheckReason(reason));
  CallbackRequest missed = Moved(request, CallbackState::kMissed, now);
  missed.end_reason = reason;
  return missed;
}

std::optional<CallbackRequest> NotKeptBy(const CallbackRequest& request, CommunicationId call,
                                         absl::Time now) {
  if (request.state != CallbackState::kKept || request.kept_in != call) return std::nullopt;
  CallbackRequest missed = Moved(request, CallbackState::kMissed, now);
  missed.kept_in.reset();
  return missed;
}

absl::StatusOr<CallbackRequest> Cancelled(const CallbackRequest& request,
                                          const SensitiveText& reason, absl::Time now) {
  if (IsOver(request)) return Refuse(Reason::kCallbackStepRefused);
  PARLEY_RETURN_IF_ERROR(CheckReason(reason));
  CallbackRequest cancelled = Moved(request, CallbackState::kCancelled, now);
  cancelled.end_reason = reason;
  return cancelled;
}

}  // namespace parley
