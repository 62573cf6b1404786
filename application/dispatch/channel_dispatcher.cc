// SPDX-License-Identifier: Apache-2.0
#include "application/dispatch/channel_dispatcher.h"

#include <algorithm>
#include <atomic>
#include <cstddef>
#include <thread>
#include <variant>

#include "absl/hash/hash.h"
#include "domain/common/status_macros.h"

namespace parley {
absl::StatusOr<int> ChannelDispatcher::Round(TenantId tenant, const std::stop_token& stop) {
  if (rests()) return 0;
  // A provider that failed is tried with one.
  const int most = breaker_.OpenUntil().has_value() ? 1 : rules_.at_once;
  PARLEY_ASSIGN_OR_RETURN(const TakenMessages taken, take_.Handle(tenant, rules_.channel, most));
  if (taken.ready.empty()) return taken.claimed;
  tools_.settings.at("BEGUN");
  const std::vector<HandedOver> done = HandOverAll(taken.ready, stop);
  PARLEY_RETURN_IF_ERROR(complete_.Handle(tenant, done, budget_).status());
  tools_.settings.at("COMPLETED");
  return taken.claimed;
}

std::vector<HandedOver> ChannelDispatcher::HandOverAll(const std::vector<ReadyMessage>& ready,
                                                       const std::stop_token& stop) {
  std::vector<HandedOver> done(ready.size());
  std::atomic<std::size_t> next = 0;
  const auto work = [&] {
    for (std::size_t at = next++; at < ready.size(); at = next++) {
      const bool may_begin = !stop.stop_requested() && Now() <= ready[at].begin_by;
      done[at] = HandOverOne(ready[at], may_begin);
    }
  };
  {
    std::vector<std::jthread> others;
    const auto parallel =
        std::min<std::size_t>(static_cast<std::size_t>(rules_.parallel), ready.size());
    for (std::size_t other = 1; other < parallel; ++other) others.emplace_back(work);
    work();
  }
  return done;
}

HandedOver ChannelDispatcher::HandOverOne(const ReadyMessage& ready, bool may_begin) {
  HandedOver done{.claimed = ready.claimed,
                  .slot = ready.slot,
                  .provider = rules_.provider,
                  .random = absl::HashOf(ready.claimed.key.id.ToString(), ready.claimed.token)};
  done.was_tried = may_begin && breaker_.LetsThrough(Now());
  if (!done.was_tried) return done;
  if (ready.attempts == 1) budget_.OnFirstTry();
  tools_.settings.at("HANDING_OVER");
  done.outcome = sender_.Send(ready.outbound, tools_.settings.hand_over);
  tools_.settings.at("HANDED_OVER");
  Note(done.outcome);
  return done;
}

void ChannelDispatcher::Note(const HandOver& outcome) {
  ++outcomes_.at(outcome.index());
  const auto* const refused = std::get_if<RefusedForNow>(&outcome);
  const bool is_down = std::holds_alternative<NotKnown>(outcome) ||
                       (refused != nullptr && refused->cause != DelayCause::kRecipient &&
                        refused->cause != DelayCause::kBusy);
  if (is_down) {
    breaker_.OnFailure(Now());
  } else {
    breaker_.OnAnswer();
  }
}

}  // namespace parley
