// SPDX-License-Identifier: Apache-2.0
#ifndef PARLEY_DOMAIN_COMMON_TIMELINE_H_
#define PARLEY_DOMAIN_COMMON_TIMELINE_H_

#include <cstdint>
#include <set>
#include <span>
#include <vector>

#include "domain/common/event.h"

namespace parley {

// What an entry of a debtor's timeline is about. The numbers are told to callers and never change.
enum class TimelineKind : std::uint8_t {
  kDebt = 1,           // A debt's life: how it came, how it stands, how it left.
  kMoney = 2,          // What was posted, and money on its way.
  kHold = 3,           // What may not be done for a time.
  kCommunication = 4,  // What was said, by us and to us, and what became of it.
  kVerdict = 5,        // Contacts that were refused or put off.
  kPermission = 6,     // What a person agreed to, refused and likes, and who speaks for them.
  kCircumstance = 7,   // What happened in their life.
  kPromise = 8,
  kDispute = 9,
  kComplaint = 10,
  kConversation = 11,
  kCallback = 12,    // When they want to be called.
  kReflection = 13,  // What we told them that we understood.
  kWork = 14,        // What waits for the team.
  kChange = 15,      // Anything else that was written of them.
};

// What an event is about; kChange for one that is about no debtor.
TimelineKind KindOf(EventType type);

// Who reads a timeline: the person it is about is not shown our own affairs, which are what waits
// for the team, why a contact was refused, and what we made of their words.
enum class TimelineReader : std::uint8_t { kTeam, kPerson };

// What of a timeline is shown.
struct TimelineSelection {
  std::vector<EventType> types;
  bool changes = false;  // Whether changes of which no event tells are shown.

  friend bool operator==(const TimelineSelection&, const TimelineSelection&) = default;
};

// What a reader is shown of these kinds; of all kinds where none is named.
TimelineSelection SelectTimeline(const std::set<TimelineKind>& kinds, TimelineReader reader);

// The facts by which others of the same change are explained, the strongest first: what came in,
// and what a person raised.
std::span<const EventType> TimelineTriggers();

}  // namespace parley

#endif  // PARLEY_DOMAIN_COMMON_TIMELINE_H_
