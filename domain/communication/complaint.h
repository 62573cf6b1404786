// SPDX-License-Identifier: Apache-2.0
#ifndef PARLEY_DOMAIN_COMMUNICATION_COMPLAINT_H_
#define PARLEY_DOMAIN_COMMUNICATION_COMPLAINT_H_

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "absl/status/statusor.h"
#include "absl/time/time.h"
#include "domain/common/days.h"
#include "domain/common/id.h"
#include "domain/common/sensitive.h"
#include "domain/common/violations.h"
#include "domain/communication/communication_id.h"
#include "domain/communication/vocabulary.h"

namespace parley {

class Rulebooks;

using ComplaintId = Id<struct ComplaintTag>;
using HoldId = Id<struct HoldTag>;

// Where a complaint is. The numbers are stored and never change.
enum class ComplaintState : std::uint8_t {
  kReceived = 1,
  kAcknowledged = 2,
  kInvestigating = 3,  // Also again, after it was reopened.
  kFinalResponse = 4,
  kResolvedSummary = 5,  // Settled within the short clock, and told so in short.
  kClosed = 6,
  kReferred = 7,  // The person took it to an ombudsman or a regulator.
};

template <>
std::span<const std::string_view> WordsOf<ComplaintState>();

// A person says that they were treated wrongly. Collecting rests until they are answered.
struct Complaint {
  ComplaintId id;
  std::optional<DebtId> debt;  // None: about all of it.
  SensitiveText what;          // In the person's words.
  ComplaintState state = ComplaintState::kReceived;
  Day received;
  Day acknowledge_by;
  Day summary_by;
  Day answer_by;
  std::optional<HoldId> hold;
  std::optional<ComplaintId> like;  // An open one that said the same.
  std::optional<CommunicationId> told_in;
  std::optional<CommunicationId> answered_in;
  SensitiveText answer;
  SensitiveText root_cause;
  SensitiveText redress;  // What we did about it; "none" is an answer, too.
  std::int32_t times_reopened = 0;
  bool breached = false;  // It was told that the clock that runs now ran out.
  SensitiveText source;   // Who told it.
  std::string actor;      // Who wrote it down.
  std::int64_t revision = 1;
  absl::Time created_time;
  absl::Time updated_time;

  friend bool operator==(const Complaint&, const Complaint&) = default;
};

void CheckComplaint(const Complaint& complaint, const std::string& field, Violations& violations);

// True until it was closed, referred or settled in short.
bool IsOpen(const Complaint& complaint);

// Begins its clocks on the day on which it came in, as the books of the place have it.
void StartClocks(Complaint& complaint, const Rulebooks& rulebooks, std::string_view region);

// The day by which the next thing is owed to the person; none once they were answered.
std::optional<Day> DueBy(const Complaint& complaint);

// The same day, until it was told that it went by.
std::optional<Day> RunsOut(const Complaint& complaint);

// The clock that runs ran out. That is told once; the next one begins with the next step.
Complaint WithBreach(const Complaint& complaint, absl::Time now);

// The open one about the same debt in the same words.
std::optional<ComplaintId> LikeWhich(std::span<const Complaint> earlier, const Complaint& fresh);

// Errors of all that follows: COMPLAINT_STEP_REFUSED where the step does not begin.

// The person knows that we have it.
absl::StatusOr<Complaint> Acknowledged(const Complaint& complaint, absl::Time now);

// Somebody looks into it.
absl::StatusOr<Complaint> Investigated(const Complaint& complaint, absl::Time now);

// What the person is told.
struct ComplaintAnswer {
  bool in_short = false;  // A summary resolution, which needs no long answer.
  SensitiveText answer;
  SensitiveText root_cause;  // Of a summary resolution, which ends it.
  SensitiveText redress;
  std::optional<CommunicationId> answered_in;
};

void CheckAnswer(const ComplaintAnswer& answer, Violations& violations);

// Answered in full; or settled in short, which is refused once the short clock ran out.
absl::StatusOr<Complaint> WithAnswer(const Complaint& complaint, const ComplaintAnswer& answer,
                                     Day today, absl::Time now);

// How it ends after the final response.
struct ComplaintEnd {
  bool referred = false;
  SensitiveText root_cause;
  SensitiveText redress;
};

// Errors, beside the common: FIELD_INVALID without root cause or redress.
absl::StatusOr<Complaint> EndedBy(const Complaint& complaint, const ComplaintEnd& end,
                                  absl::Time now);

// It is looked into again; its clocks begin anew on that day by the caller.
absl::StatusOr<Complaint> Reopened(const Complaint& complaint, absl::Time now);

}  // namespace parley

#endif  // PARLEY_DOMAIN_COMMUNICATION_COMPLAINT_H_
