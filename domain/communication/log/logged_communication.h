// SPDX-License-Identifier: Apache-2.0
#ifndef PARLEY_DOMAIN_COMMUNICATION_LOG_LOGGED_COMMUNICATION_H_
#define PARLEY_DOMAIN_COMMUNICATION_LOG_LOGGED_COMMUNICATION_H_

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "absl/status/statusor.h"
#include "absl/time/time.h"
#include "domain/common/id.h"
#include "domain/common/sensitive.h"
#include "domain/common/violations.h"
#include "domain/communication/log/call_outcome.h"
#include "domain/communication/log/contact.h"
#include "domain/communication/vocabulary.h"

namespace parley {

// What became of the slot that a communication has among those that the rules allow. The numbers
// are stored and never change.
enum class CommunicationState : std::uint8_t {
  kReserved = 1,  // The gate let it through; it counts until something else is told.
  kUsed = 2,      // It happened, or may have.
  kReleased = 3,  // It never happened, and counts for nothing.
};

template <>
std::span<const std::string_view> WordsOf<CommunicationState>();

// One attempt to reach somebody, or one that came in: a row of the log from which everything is
// counted. It is never deleted; how it came out is added.
struct LoggedCommunication {
  CommunicationId id;
  DebtorId debtor;
  Direction direction = Direction::kOutbound;
  Contact contact;
  std::vector<DebtId> talked_about;  // Whoever raised them.
  CommunicationState state = CommunicationState::kReserved;
  Outcome outcome = Outcome::kUnknown;
  std::optional<CallOutcome> call_outcome;  // Of a call.
  absl::Time dispatch_time;                 // Planned, until it is told when it began.
  std::optional<VerdictId> verdict;         // Which let it through; none of what came in.
  std::string actor;                        // Who made or took it.
  SensitiveText note;                       // What they say of it; may be empty.
  std::int64_t revision = 1;
  absl::Time created_time;
  absl::Time updated_time;

  friend bool operator==(const LoggedCommunication&, const LoggedCommunication&) = default;
};

// Takes a stored one as it is. Errors: RECORD_CORRUPT when it breaks an invariant: ids that are
// nil, an outbound one without a verdict, an outcome that its state or its call does not have.
absl::StatusOr<LoggedCommunication> RestoreCommunication(LoggedCommunication communication);

// True for an attempt that turned out to reach somebody else's number.
bool WasMisdirected(const LoggedCommunication& communication);

// How long the gate's word on a call holds; what is dialled later is judged as of then.
inline constexpr absl::Duration kWordHolds = absl::Minutes(5);
absl::Time HoldsUntil(const LoggedCommunication& let_through);

// What somebody tells of a call.
struct CallReport {
  CallOutcome outcome = CallOutcome::kNoAnswer;
  absl::Time began;                  // When it was dialled or came in.
  std::vector<DebtId> talked_about;  // None but of a conversation.
  SensitiveText note;
};

// Adds what is wrong with a report; a call that is told lies in the past.
void CheckCallReport(const CallReport& report, absl::Time now, const std::string& field,
                     Violations& violations);

// How a call that was let through came out. Its slot is used, or given back by what was never
// dialled. A call that was told before changes only by what was learnt later: that the number is
// somebody else's. Errors: COMMUNICATION_NOT_A_CALL, CALL_ALREADY_RECORDED; FIELD_INVALID for a
// call that began before it was let through.
absl::StatusOr<LoggedCommunication> WithCallOutcome(const LoggedCommunication& call,
                                                    const CallReport& report, absl::Time now);

}  // namespace parley

#endif  // PARLEY_DOMAIN_COMMUNICATION_LOG_LOGGED_COMMUNICATION_H_
