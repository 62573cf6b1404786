// SPDX-License-Identifier: Apache-2.0
#ifndef PARLEY_APPLICATION_DISPATCH_CHANNEL_DISPATCHER_H_
#define PARLEY_APPLICATION_DISPATCH_CHANNEL_DISPATCHER_H_

#include <array>
#include <atomic>
#include <cstddef>
#include <cstdint>
#include <stop_token>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "absl/status/statusor.h"
#include "application/dispatch/circuit_breaker.h"
#include "application/dispatch/complete_messages.h"
#include "application/dispatch/dispatch_tools.h"
#include "application/dispatch/retry_budget.h"
#include "application/dispatch/take_messages.h"
#include "application/ports/sender.h"

namespace parley {

// How one channel goes out: its provider, and how much of it at a time, so that one that is slow
// takes nothing from the others.
struct ChannelRules {
  Channel channel = Channel::kEmail;
  std::string provider;  // By our own name for it.
  int at_once = 64;      // Messages that are begun together.
  int parallel = 8;      // Of these, handed over at the same time.
  BreakerRules breaker;
  BudgetRules budget;
};

// How hand-overs came out: a variant of HandOver each, in its order.
inline constexpr std::array<std::string_view, std::variant_size_v<HandOver>> kOutcomeWords = {
    "accepted", "refused", "delayed", "unknown"};

// Sends what is due of one channel, each message at most once. Safe for threads: several may run
// rounds beside each other, in as many processes as wanted.
class ChannelDispatcher {
 public:
  ChannelDispatcher(const DispatchTools& tools, const BlindIndex& index, Sender& sender,
                    const ChannelRules& rules)
      : tools_(tools),
        rules_(rules),
        sender_(sender),
        take_(tools),
        complete_(tools, index),
        breaker_(rules.breaker),
        budget_(rules.budget) {}

  // Takes what is due, hands it over as far as it may go, and writes how it came out. How many it
  // took; 0 where nothing was due or the provider rests. Once it is to stop it begins no other
  // hand-over, and what it took waits again. Errors: those of the store.
  absl::StatusOr<int> Round(TenantId tenant, const std::stop_token& stop = {});

  // True while the provider is left alone.
  bool rests() const { return breaker_.OpenUntil().value_or(absl::InfinitePast()) > Now(); }

  // How many hand-overs came out so, by the place in kOutcomeWords.
  std::int64_t came_out(std::size_t outcome) const { return outcomes_.at(outcome); }

  const ChannelRules& rules() const { return rules_; }
  Sender& sender() const { return sender_; }

 private:
  absl::Time Now() const { return tools_.clock.Now(); }
  std::vector<HandedOver> HandOverAll(const std::vector<ReadyMessage>& ready,
                                      const std::stop_token& stop);
  HandedOver HandOverOne(const ReadyMessage& ready, bool may_begin);
  void Note(const HandOver& outcome);

  const DispatchTools tools_;
  const ChannelRules rules_;
  Sender& sender_;
  const TakeMessages take_;
  const CompleteMessages complete_;
  CircuitBreaker breaker_;
  RetryBudget budget_;
  std::array<std::atomic<std::int64_t>, kOutcomeWords.size()> outcomes_ = {};
};

}  // namespace parley

#endif  // PARLEY_APPLICATION_DISPATCH_CHANNEL_DISPATCHER_H_
