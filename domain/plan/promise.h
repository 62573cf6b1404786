// SPDX-License-Identifier: Apache-2.0
#ifndef PARLEY_DOMAIN_PLAN_PROMISE_H_
#define PARLEY_DOMAIN_PLAN_PROMISE_H_

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "absl/time/time.h"
#include "domain/common/currency.h"
#include "domain/common/days.h"
#include "domain/common/id.h"
#include "domain/common/money.h"
#include "domain/common/sensitive.h"
#include "domain/common/violations.h"
#include "domain/communication/communication_id.h"
#include "domain/communication/vocabulary.h"

namespace parley {

using PromiseId = Id<struct PromiseTag>;

// Where a promise is. Whether it was kept is judged by the ledger, at the end of its day. The
// numbers are stored and never change.
enum class PromiseState : std::uint8_t {
  kPending = 1,
  kKept = 2,
  kPartlyKept = 3,
  kBroken = 4,
  kCancelled = 5,
  kReplaced = 6,  // By a later one about the same debt.
};

template <>
std::span<const std::string_view> WordsOf<PromiseState>();

// The longest time in which a person is taken at their word: what is further off is a plan.
inline constexpr int kLongestPromiseDays = 90;

// One commitment of a person to pay: lighter than a plan. While it is pending nobody reminds them
// of that debt.
struct Promise {
  PromiseId id;
  DebtId debt;
  Money amount = Money(0, *Currency::Find("EUR"));
  Day due;
  Channel channel = Channel::kCall;  // By which they made it.
  std::optional<CommunicationId> told_in;
  std::string taker;  // Who took it: a principal.
  PromiseState state = PromiseState::kPending;
  SensitiveText end_reason;  // Why it was cancelled; free text.
  std::int64_t revision = 1;
  absl::Time created_time;
  absl::Time updated_time;

  friend bool operator==(const Promise&, const Promise&) = default;
};

// Adds what is wrong with a promise that is made today about a debt in that currency.
void CheckPromise(const Promise& promise, const Currency& currency, Day today,
                  const std::string& field, Violations& violations);

// Errors: PROMISE_ABOVE_BALANCE for more than is owed, in minor units.
absl::Status CheckPromised(const Promise& promise, std::int64_t owed);

// The one that is still to be kept; there is at most one a debt.
std::optional<Promise> PendingOf(std::span<const Promise> promises, DebtId debt);

// A person takes it back, which they may always do. Errors: PROMISE_NOT_PENDING.
absl::StatusOr<Promise> Cancelled(const Promise& promise, const SensitiveText& reason,
                                  absl::Time now);

// A later one takes its place. Errors: PROMISE_NOT_PENDING.
absl::StatusOr<Promise> Replaced(const Promise& promise, absl::Time now);

}  // namespace parley

#endif  // PARLEY_DOMAIN_PLAN_PROMISE_H_
