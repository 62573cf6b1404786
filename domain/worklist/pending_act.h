// SPDX-License-Identifier: Apache-2.0
#ifndef PARLEY_DOMAIN_WORKLIST_PENDING_ACT_H_
#define PARLEY_DOMAIN_WORKLIST_PENDING_ACT_H_

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "domain/common/days.h"
#include "domain/common/fingerprint.h"
#include "domain/common/id.h"
#include "domain/common/money.h"
#include "domain/debt/bucket.h"
#include "domain/debt/hold.h"

namespace parley {

// What somebody asked for that needs a second person. The numbers are stored and never change.
enum class ActKind : std::uint8_t {
  kWaiver = 1,    // A part of one bucket is given up.
  kWriteOff = 2,  // What is owed is no longer asked for.
  kRefund = 3,    // Money that we hold goes back.
  kHold = 4,      // A hold that was requested takes effect.
  kClose = 5,     // The debt is closed, with a code.
  kDecide = 6,    // What becomes of a debt that awaits a decision.
};

std::string_view NameOf(ActKind kind);  // "WAIVER".
std::optional<ActKind> ActKindNumbered(std::int64_t number);

// An act that was asked for and not done, as it was asked: approving it does this and nothing else.
struct PendingAct {
  ActKind kind = ActKind::kWaiver;
  // Of a waiver, a write-off and a refund; of a closing and a decision, what was given up by them
  // when they were asked for. Its currency is the debt's.
  std::optional<Money> amount;
  // Of a waiver; of a write-off, what is written off first. None means the debt's order.
  std::optional<Bucket> bucket;
  std::optional<Day> value_date;  // By default the day of the approval.
  std::string external_ref;       // Of the entry; may be empty.
  std::optional<HoldId> hold;     // Which was requested.
  std::string choice;             // The code of a closing; what a decision decides.
  Fingerprint content{};          // Of what the asker reported; the entry keeps it.

  friend bool operator==(const PendingAct&, const PendingAct&) = default;
};

// True for an act that posts an entry.
bool PostsAnEntry(ActKind kind);

// True when an act has the parts that its kind needs, and no others.
bool IsSound(const PendingAct& act);

}  // namespace parley

#endif  // PARLEY_DOMAIN_WORKLIST_PENDING_ACT_H_
