// SPDX-License-Identifier: Apache-2.0
#ifndef PARLEY_DOMAIN_COMMUNICATION_CALLBACK_H_
#define PARLEY_DOMAIN_COMMUNICATION_CALLBACK_H_

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "absl/status/statusor.h"
#include "absl/time/time.h"
#include "domain/common/days.h"
#include "domain/common/id.h"
#include "domain/common/sensitive.h"
#include "domain/common/violations.h"
#include "domain/communication/communication_id.h"
#include "domain/communication/vocabulary.h"
#include "domain/debtor/contact_scope.h"

namespace parley {

using CallbackId = Id<struct CallbackTag>;

// Where a wish to be called is. The numbers are stored and never change.
enum class CallbackState : std::uint8_t {
  kRequested = 1,  // No time is agreed yet.
  kScheduled = 2,
  kKept = 3,       // We called, and spoke with them.
  kMissed = 4,     // Its time passed, and we did not speak with them.
  kCancelled = 5,  // They want it no more.
};

template <>
std::span<const std::string_view> WordsOf<CallbackState>();

// From when until when somebody waits for a call.
struct CallSlot {
  absl::Time from;
  absl::Time until;

  friend bool operator==(const CallSlot&, const CallSlot&) = default;
};

// Nobody waits for a call longer than that, and what is further off is asked for again.
inline constexpr absl::Duration kLongestCallSlot = absl::Hours(12);
inline constexpr absl::Duration kFurthestCallSlot = absl::Hours(24 * 90);

// So much before the agreed time a call may come and still be the one.
inline constexpr absl::Duration kEarlyCall = absl::Minutes(30);

// A person wants to be called, at a time that they chose or that is still to be agreed. The call
// is one that they asked for (Purpose::kRequested).
struct CallbackRequest {
  CallbackId id;
  std::optional<DebtId> debt;           // None: it is about them.
  std::optional<ContactPointId> point;  // By which they want to be called.
  std::optional<CallSlot> slot;
  std::optional<Day> wished;  // The day they named, where no time is agreed.
  SensitiveText about;        // What they want to speak of; free text.
  std::optional<CommunicationId> told_in;
  std::optional<CommunicationId> kept_in;  // The call in which we spoke with them.
  CallbackState state = CallbackState::kRequested;
  SensitiveText end_reason;  // Why it was missed or cancelled; free text.
  std::string actor;         // Who took it down: a principal.
  std::int64_t revision = 1;
  absl::Time created_time;
  absl::Time updated_time;

  friend bool operator==(const CallbackRequest&, const CallbackRequest&) = default;
};

// Adds what is wrong with a time in which we are to call: one that is over, ends before it begins,
// is longer than half a day or more than 90 days off.
void CheckCallSlot(const CallSlot& slot, absl::Time now, const std::string& field,
                   Violations& violations);
void CheckCallback(const CallbackRequest& request, absl::Time now, const std::string& field,
                   Violations& violations);

// Where it is at that instant: one whose time passed is missed, whether or not anybody says so.
CallbackState StateAt(const CallbackRequest& request, absl::Time now);

// True while we still owe a call. A person waits for one call at a time.
bool IsAwaited(const CallbackRequest& request, absl::Time now);
std::optional<CallbackRequest> AwaitedOf(std::span<const CallbackRequest> requests, absl::Time now);
// The latest one, unless we spoke with them or they want it no more: what was missed can still be
// made good, until they ask anew.
std::optional<CallbackRequest> OwedOf(std::span<const CallbackRequest> requests);

// Whether a call at an instant, which is that day where they are, is about the time for it: one
// that comes much earlier is about something else.
bool IsTimeFor(const CallbackRequest& request, absl::Time at, Day day);

// The day on which its time ends, in UTC, until it is told that we did not speak with them.
std::optional<Day> RunsOut(const CallbackRequest& request);

// A time is agreed, or another one; what was missed is awaited again. Errors:
// CALLBACK_STEP_REFUSED for one that was kept or cancelled, FIELD_INVALID at `slot`.
absl::StatusOr<CallbackRequest> Scheduled(const CallbackRequest& request, const CallSlot& slot,
                                          absl::Time now);

// We spoke with them, in time or late. Errors: CALLBACK_STEP_REFUSED for one that is kept or
// cancelled.
absl::StatusOr<CallbackRequest> KeptBy(const CallbackRequest& request, CommunicationId call,
                                       absl::Time now);

// Its time passed. Errors: CALLBACK_STEP_REFUSED for one without a time, whose time has not begun,
// or that is over; FIELD_INVALID at `reason` for more than 1000 bytes, here and in what follows.
absl::StatusOr<CallbackRequest> Missed(const CallbackRequest& request, const SensitiveText& reason,
                                       absl::Time now);

// It was somebody else with whom we spoke in that call: the wish is missed, and owed again. None
// for one that the call did not keep.
std::optional<CallbackRequest> NotKeptBy(const CallbackRequest& request, CommunicationId call,
                                         absl::Time now);

// They want it no more. Errors: CALLBACK_STEP_REFUSED for one that is kept or cancelled.
absl::StatusOr<CallbackRequest> Cancelled(const CallbackRequest& request,
                                          const SensitiveText& reason, absl::Time now);

}  // namespace parley

#endif  // PARLEY_DOMAIN_COMMUNICATION_CALLBACK_H_
