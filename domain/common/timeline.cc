// SPDX-License-Identifier: Apache-2.0
#include "domain/common/timeline.h"

#include <algorithm>
#include <array>
#include <string_view>

namespace parley {
namespace {

struct KindByName {
  std::string_view prefix;
  TimelineKind kind;
};

// By the names of events, the first that fits: a new event of a family is of its family's kind.
constexpr auto kKinds = std::to_array<KindByName>({
    {"debt.hold_", TimelineKind::kHold},
    {"debt.", TimelineKind::kDebt},
    {"ledger.", TimelineKind::kMoney},
    {"contact.deferred", TimelineKind::kVerdict},
    {"contact.refused", TimelineKind::kVerdict},
    {"contact.", TimelineKind::kCommunication},
    {"inbound.", TimelineKind::kCommunication},
    {"consent.", TimelineKind::kPermission},
    {"preference.", TimelineKind::kPermission},
    {"representation.", TimelineKind::kPermission},
    {"circumstance.", TimelineKind::kCircumstance},
    {"promise.", TimelineKind::kPromise},
    {"dispute.", TimelineKind::kDispute},
    {"complaint.", TimelineKind::kComplaint},
    {"conversation.", TimelineKind::kConversation},
    {"callback.", TimelineKind::kCallback},
    {"reflection.", TimelineKind::kReflection},
    {"work.", TimelineKind::kWork},
});

constexpr auto kTriggers = std::to_array({
    EventType::kInboundReceived,
    EventType::kInboundLabelled,
    EventType::kInboundStateChanged,
    EventType::kDisputeOpened,
    EventType::kDisputeAnswered,
    EventType::kDisputeClosed,
    EventType::kComplaintReceived,
    EventType::kComplaintFinalResponse,
    EventType::kPromiseReplaced,
});

// Of what a person is shown, the facts that are about our own work with it.
constexpr auto kOurOwn = std::to_array<std::string_view>({
    "inbound.labelled",
    "inbound.answer_due",
    "inbound.answer_breached",
    "inbound.state_changed",
    "inbound.crisis_detected",
    "complaint.clock_breached",
    "dispute.clock_breached",
});

bool IsForPerson(EventType type) {
  const TimelineKind kind = KindOf(type);
  if (kind == TimelineKind::kVerdict || kind == TimelineKind::kWork) return false;
  return kind != TimelineKind::kChange && std::ranges::count(kOurOwn, NameOf(type)) == 0;
}

}  // namespace

TimelineKind KindOf(EventType type) {
  const auto* const found = std::ranges::find_if(
      kKinds, [&](const KindByName& one) { return NameOf(type).starts_with(one.prefix); });
  return found == kKinds.end() ? TimelineKind::kChange : found->kind;
}

TimelineSelection SelectTimeline(const std::set<TimelineKind>& kinds, TimelineReader reader) {
  const bool is_team = reader == TimelineReader::kTeam;
  const auto wanted = [&](TimelineKind kind) { return kinds.empty() || kinds.contains(kind); };
  TimelineSelection selection;
  selection.changes = is_team && wanted(TimelineKind::kChange);
  for (const EventType type : EveryEventType()) {
    if (wanted(KindOf(type)) && (is_team || IsForPerson(type))) selection.types.push_back(type);
  }
  return selection;
}

std::span<const EventType> TimelineTriggers() { return kTriggers; }

}  // namespace parley
