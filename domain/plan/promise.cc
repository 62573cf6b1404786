// SPDX-License-Identifier: Apache-2.0
#include "domain/plan/promise.h"

#include <algorithm>
#include <array>

#include "domain/common/reason.h"

namespace parley {
namespace {

constexpr auto kStateWords = std::to_array<std::string_view>(
    {"", "PENDING", "KEPT", "PARTLY_KEPT", "BROKEN", "CANCELLED", "REPLACED"});

absl::StatusOr<Promise> Ended(const Promise& promise, PromiseState state, absl::Time now) {
  if (promise.state != PromiseState::kPending) return Refuse(Reason::kPromiseNotPending);
  Promise ended = promise;
  ended.state = state;
  ended.updated_time = now;
  return ended;
}

}  // namespace

template <>
std::span<const std::string_view> WordsOf<PromiseState>() {
  return kStateWords;
}

void CheckPromise(const Promise& promise, const Currency& currency, Day today,
                  const std::string& field, Violations& violations) {
  if (promise.amount.minor_units() <= 0) {
    violations.Add(field + ".amount.minor_units", Fault::kNotPositive);
  }
  if (promise.amount.currency() != currency) {
    violations.Add(field + ".amount.currency_code", Fault::kCurrencyMismatch);
  }
  if (promise.due < today) violations.Add(field + ".due_date", Fault::kDateInPast);
  if (promise.due > today + kLongestPromiseDays) {
    violations.Add(field + ".due_date", Fault::kOutOfRange);
  }
}

absl::Status CheckPromised(const Promise& promise, std::int64_t owed) {
  return promise.amount.minor_units() > owed ? Refuse(Reason::kPromiseAboveBalance)
                                             : absl::OkStatus();
}

std::optional<Promise> PendingOf(std::span<const Promise> promises, DebtId debt) {
  const auto found = std::find_if(promises.begin(), promises.end(), [debt](const Promise& one) {
    return one.debt == debt && one.state == PromiseState::kPending;
  });
  return found == promises.end() ? std::nullopt : std::optional(*found);
}

absl::StatusOr<Promise> Cancelled(const Promise& promise, const SensitiveText& reason,
                                  absl::Time now) {
  absl::StatusOr<Promise> ended = Ended(promise, PromiseState::kCancelled, now);
  if (ended.ok()) ended->end_reason = reason;
  return ended;
}

absl::StatusOr<Promise> Replaced(const Promise& promise, absl::Time now) {
  return Ended(promise, PromiseState::kReplaced, now);
}

}  // namespace parley
