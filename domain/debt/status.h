// SPDX-License-Identifier: Apache-2.0
#ifndef PARLEY_DOMAIN_DEBT_STATUS_H_
#define PARLEY_DOMAIN_DEBT_STATUS_H_

#include <cstdint>
#include <optional>
#include <string_view>

#include "domain/debt/position.h"

namespace parley {

// Where a debt is in its life. What may not be done to it (disputes, pauses, hardship) is told by
// holds, never by the status.
enum class DebtStatus : std::uint8_t {
  kReceived,          // Placed, and waiting for a person's review.
  kRejected,          // Refused at review; nothing may be sent about it.
  kActive,            // Owed and worked.
  kOnPlan,            // Owed and paid by an accepted plan.
  kAwaitingDecision,  // Owed; a person decides what comes next, and nobody is contacted meanwhile.
  kPaid,              // Nothing is owed any more.
  kSettled,           // Closed for less than was owed, by agreement.
  kRecalled,          // Taken back by the creditor.
  kReturned,          // Given back to the creditor.
  kWrittenOff,        // The rest is no longer asked for.
  kClosed,            // Not to be collected, for a reason of its own.
};

std::string_view NameOf(DebtStatus status);  // "ACTIVE".
std::optional<DebtStatus> DebtStatusNamed(std::string_view name);

// Why a debt is CLOSED: nobody collects it any more. The numbers are stored and never change.
enum class CloseCode : std::uint8_t {
  kDeceasedNoEstate = 1,
  kInsolvent = 2,
  kUntraceable = 3,
  kTimeBarred = 4,  // Too old to be asked for, by law or by policy.
  kNotOwed = 5,     // It should never have been asked for.
};

std::string_view NameOf(CloseCode code);  // "DECEASED_NO_ESTATE".
std::optional<CloseCode> CloseCodeNamed(std::string_view name);

// True for a debt that has left our hands: RECALLED, RETURNED or CLOSED. It bears no interest.
bool HasLeft(DebtStatus status);

// The status of a debt that is placed, or taken up again, with this position: nothing owed is PAID,
// silently, or WRITTEN_OFF where something of it is lost; the rest is ACTIVE, or RECEIVED when a
// person is to look at it first.
DebtStatus StatusWhenPlaced(const Position& position, bool review);

// What brought a ledger to where nothing is owed: the last fact that stands of those that lowered
// what was owed.
enum class LastRelief : std::uint8_t {
  kUnknown,   // No new fact lowered anything: it is the one that it was.
  kWriteOff,  // What it closes is not paid.
  kOther,     // A payment, a credit and a waiver are alike.
};

// The status after the ledger came to this position. Once all that was written off came in after
// all, or was asked for again and paid, the debt is paid.
DebtStatus StatusAfterPosting(DebtStatus before, const Position& position,
                              LastRelief last = LastRelief::kUnknown);

// False for a debt whose journal stays as it is.
bool TakesEntries(DebtStatus status);

// True for a debt that is worked: it is owed, and ours to collect. Interest is posted for it at
// each month's end. For any other it waits: of one that becomes so again, all month ends since are
// posted then.
bool IsOwedAndOurs(DebtStatus status);

}  // namespace parley

#endif  // PARLEY_DOMAIN_DEBT_STATUS_H_
