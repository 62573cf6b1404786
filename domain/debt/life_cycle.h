// SPDX-License-Identifier: Apache-2.0
#ifndef PARLEY_DOMAIN_DEBT_LIFE_CYCLE_H_
#define PARLEY_DOMAIN_DEBT_LIFE_CYCLE_H_

#include <cstdint>
#include <optional>
#include <span>

#include "absl/status/statusor.h"
#include "domain/debt/debt.h"

namespace parley {

// What moves a debt from one status to another, beside what its ledger does by itself (status.h).
enum class LifeVerb : std::uint8_t {
  kActivate,
  kReject,
  kAcceptPlan,
  kEndPlan,             // It was broken or cancelled.
  kCompleteSettlement,  // What was agreed is paid; the rest is written off.
  kExhaustCadence,      // The follow-ups are used up.
  kResume,              // What a person decides then: go on,
  kReturn,              // give it back,
  kWriteOff,            // or give it up.
  kRecall,              // The creditor takes it back.
  kClose,               // Nobody collects it any more.
  kReopen,
};

// The status to which a verb leads; none where it is not to be used.
std::optional<DebtStatus> StatusAfter(DebtStatus from, LifeVerb verb);

// The follow-ups of a debt are used up: a person decides what comes next. Errors: DEBT_NOT_OPEN.
absl::StatusOr<Debt> AwaitDecision(const Debt& debt, absl::Time now);

// The verbs below post the interest that accrued up to today first. What leaves our hands bears
// none from tomorrow on, and its balance stays as it is told: nobody asks for it, and money that
// comes all the same is taken. All need the whole journal. Errors of all, beside their own:
// FIELD_INVALID for a reason that is missing or malformed, and those of PostFacts.

struct Closing {
  CloseCode code = CloseCode::kNotOwed;
  SensitiveText reason;  // May be empty: the code says why.
};

// Nobody collects the debt any more. Errors: DEBT_NOT_OPEN.
absl::StatusOr<Posted> StopCollecting(const Debt& debt, const Closing& closing,
                                      std::span<const Entry> journal, const Stamp& stamp,
                                      const EntryIdSource& next_id);

// What is not done yet about a debt and keeps it from being recalled; that a plan is running is
// told by its status.
struct OpenMatters {
  bool payment_in_flight = false;
  bool dispute_open = false;
};

struct Recall {
  OpenMatters open;
  bool force = false;    // Whatever is open; it needs a reason then.
  SensitiveText reason;  // Else it may be empty.
};

// The creditor takes the debt back. Errors: DEBT_NOT_OPEN, RECALL_BLOCKED with what blocks it.
absl::StatusOr<Posted> TakeBack(const Debt& debt, const Recall& recall,
                                std::span<const Entry> journal, const Stamp& stamp,
                                const EntryIdSource& next_id);

enum class Decision : std::uint8_t { kResume, kReturn, kWriteOff };

struct DecisionMade {
  Decision decision = Decision::kResume;
  SensitiveText reason;
};

// A person decides what becomes of a debt that waits for it: it is worked again, given back to the
// creditor, or all that is owed is written off. Where nothing is owed any more it is PAID, unless
// it is given back. Errors: DEBT_NOT_AWAITING_DECISION.
absl::StatusOr<Posted> Decide(const Debt& debt, const DecisionMade& made,
                              std::span<const Entry> journal, const Stamp& stamp,
                              const EntryIdSource& next_id);

// A debt that was over is worked again, or is PAID where nothing is owed. The days on which it was
// not in our hands stay without interest. What was written off is asked for again from today on.
// Errors: DEBT_NOT_CLOSED, also for a debt of which nothing was written off and that is paid.
absl::StatusOr<Posted> BringBack(const Debt& debt, const SensitiveText& reason,
                                 std::span<const Entry> journal, const Stamp& stamp,
                                 const EntryIdSource& next_id);

}  // namespace parley

#endif  // PARLEY_DOMAIN_DEBT_LIFE_CYCLE_H_
