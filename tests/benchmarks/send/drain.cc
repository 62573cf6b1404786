// SPDX-License-Identifier: Apache-2.0
#include "tests/benchmarks/send/drain.h"

#include <atomic>
#include <map>
#include <set>
#include <thread>
#include <utility>
#include <vector>

namespace parley::bench {
namespace {

constexpr absl::Duration kLease = absl::Minutes(2);

// As a dispatcher completes what it handed over: only what it still has the lease of.
void Complete(House& house, const std::vector<ClaimedMessage>& claimed) {
  std::vector<MessageKey> keys;
  std::map<MessageKey, std::int64_t> tokens;
  std::set<DebtorId> debtors;
  for (const ClaimedMessage& one : claimed) {
    keys.push_back(one.key);
    tokens[one.key] = one.token;
    debtors.insert(one.key.debtor);
  }
  const std::vector<DebtorId> locked(debtors.begin(), debtors.end());
  Must(house.store.Run(house.tenant, locked, [&](UnitOfWork& unit) -> absl::Status {
    const absl::Time now = house.clock.Now();
    for (Message& message : Must(unit.messages().FindAll(keys))) {
      if (message.lease->token != tokens[{message.debtor, message.id}]) continue;
      message.state = MessageState::kSent;
      message.lease.reset();
      message.provider = "none";
      message.revision = unit.Head(message.debtor).revision + 1;
      message.updated_time = now;
      unit.messages().Replace(message);
    }
    return absl::OkStatus();
  }));
}

}  // namespace

int DrainQueue(House& house, int threads, int at_once) {
  std::atomic<int> completed = 0;
  const auto work = [&] {
    for (;;) {
      const std::vector<ClaimedMessage> claimed =
          Must(house.queue.Claim({.tenant = house.tenant,
                                  .channel = Channel::kEmail,
                                  .most = at_once,
                                  .now = house.clock.Now(),
                                  .lease = kLease}));
      if (claimed.empty()) return;
      Complete(house, claimed);
      completed += static_cast<int>(claimed.size());
    }
  };
  {
    std::vector<std::jthread> workers;
    for (int worker = 0; worker < threads; ++worker) workers.emplace_back(work);
  }
  return completed;
}

}  // namespace parley::bench
