// SPDX-License-Identifier: Apache-2.0
#ifndef PARLEY_DOMAIN_DEBT_DISPUTE_H_
#define PARLEY_DOMAIN_DEBT_DISPUTE_H_

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
#include "domain/common/money.h"
#include "domain/common/sensitive.h"
#include "domain/common/violations.h"
#include "domain/communication/communication_id.h"
#include "domain/communication/reflection.h"
#include "domain/communication/vocabulary.h"
#include "domain/debt/hold.h"

namespace parley {

using DisputeId = Id<struct DisputeTag>;

// On what ground a debt is contested. The numbers are stored and never change.
enum class DisputeGround : std::uint8_t {
  kNotMine = 1,
  kAlreadyPaid = 2,
  kWrongAmount = 3,
  kGoodsOrService = 4,
  kFeesOrInterest = 5,
  kIdentityTheft = 6,
  kBankruptOrDischarged = 7,
  kTimeBarred = 8,
  kDeceased = 9,
  kOther = 10,  // As the statement says.
};

// Where a dispute is. The numbers are stored and never change.
enum class DisputeState : std::uint8_t {
  kOpen = 1,
  kUnderReview = 2,
  kInfoRequested = 3,  // The debtor was asked for something.
  kAnswered = 4,       // The debtor was told what we found, and may still answer.
  kAcceptedByDebtor = 5,
  kEscalated = 6,  // The debtor took it further: an ombudsman, a court.
  kClosed = 7,
};

// What came of it. The numbers are stored and never change.
enum class DisputeOutcome : std::uint8_t {
  kUpheld = 1,
  kPartlyUpheld = 2,
  kNotUpheld = 3,
  kWithdrawn = 4,
  kDuplicate = 5,
};

template <>
std::span<const std::string_view> WordsOf<DisputeGround>();
template <>
std::span<const std::string_view> WordsOf<DisputeState>();
template <>
std::span<const std::string_view> WordsOf<DisputeOutcome>();

// How many days after the answer collecting of the disputed part still rests, where nobody says
// otherwise.
inline constexpr int kAnswerWindowDays = 30;
inline constexpr int kLongestAnswerWindowDays = 365;
inline constexpr std::size_t kMostEvidence = 20;

// A debtor contests a debt, or a part of it. From the first moment that part is held.
struct DebtDispute {
  DisputeId id;
  DebtId debt;
  DisputeGround ground = DisputeGround::kOther;
  std::optional<Money> disputed;        // None: the whole debt.
  SensitiveText statement;              // In the debtor's words.
  std::vector<SensitiveText> evidence;  // References of what they sent.
  DisputeState state = DisputeState::kOpen;
  std::optional<DisputeOutcome> outcome;
  std::optional<HoldId> hold;     // That of the part, or of what is left of it.
  std::optional<DisputeId> like;  // An earlier one that said all of this; a person decides.
  std::optional<CommunicationId> told_in;
  std::optional<CommunicationId> answered_in;  // The verification pack that was sent.
  std::optional<Day> answer_by;                // None where nothing says by when.
  bool breached = false;                       // It was told that this day went by.
  std::optional<Day> window_until;             // The last day on which the answer may be answered.
  std::optional<Money> adjusted;               // What is owed less, since it was right.
  EntryId adjusting_entry;
  std::optional<ReflectionId> reflection;  // What they confirmed that the answer goes by.
  SensitiveText finding;                   // What we found, and why it ended.
  SensitiveText source;                    // Who told it: the debtor, an adviser.
  std::string actor;                       // Who wrote it down.
  std::int64_t revision = 1;
  absl::Time created_time;
  absl::Time updated_time;

  friend bool operator==(const DebtDispute&, const DebtDispute&) = default;
};

void CheckDispute(const DebtDispute& dispute, const std::string& field, Violations& violations);

// True until the debtor accepted the answer or it was closed.
bool IsOpen(const DebtDispute& dispute);

// The day by which we owe an answer, until it was told that it went by. None once it was answered,
// and while the debtor is asked for something.
std::optional<Day> RunsOut(const DebtDispute& dispute);

// That day went by without an answer. It is told once.
DebtDispute WithBreach(const DebtDispute& dispute, absl::Time now);

// The earlier dispute of the same debt on the same ground that says everything that this one says:
// its part, its statement if it has one, and all its evidence.
std::optional<DisputeId> LikeWhich(std::span<const DebtDispute> earlier, const DebtDispute& fresh);

// Errors of all that follows: DISPUTE_STEP_REFUSED where the step does not begin.

// Somebody looks into it, for the first time or after the debtor sent what was asked for: the whole
// days that this took are not ours.
absl::StatusOr<DebtDispute> Reviewed(const DebtDispute& dispute, absl::Time now);

// The debtor is asked for something that is missing.
absl::StatusOr<DebtDispute> AskedForMore(const DebtDispute& dispute, absl::Time now);

// What the debtor is told.
struct DisputeAnswer {
  DisputeOutcome outcome = DisputeOutcome::kNotUpheld;
  std::optional<Money> adjusted;  // Of what is upheld in part; else it follows.
  SensitiveText finding;
  CommunicationId answered_in;
  std::optional<ReflectionId> reflection;  // Which it goes by; the caller has checked it.
  bool was_sent = false;                   // That communication has left, or is further.
  Day window_until;
};

void CheckAnswer(const DisputeAnswer& answer, const DebtDispute& dispute, Violations& violations);

// It is answered. Errors, beside the common: DISPUTE_ANSWER_NOT_SENT.
absl::StatusOr<DebtDispute> WithAnswer(const DebtDispute& dispute, const DisputeAnswer& answer,
                                       absl::Time now);

// How a dispute ends: the debtor accepts or escalates what we answered, it is closed after that, or
// it is closed before, because it was withdrawn or is a duplicate.
struct DisputeEnd {
  DisputeState state = DisputeState::kClosed;
  std::optional<DisputeOutcome> outcome;  // WITHDRAWN or DUPLICATE of what was not answered.
  SensitiveText reason;
};

// Errors, beside the common: DISPUTE_NOT_A_DUPLICATE.
absl::StatusOr<DebtDispute> EndedBy(const DebtDispute& dispute, const DisputeEnd& end,
                                    absl::Time now);

}  // namespace parley

#endif  // PARLEY_DOMAIN_DEBT_DISPUTE_H_
