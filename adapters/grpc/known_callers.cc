// SPDX-License-Identifier: Apache-2.0
#include "adapters/grpc/known_callers.h"

#include <algorithm>
#include <utility>

namespace parley::grpc_api {

absl::StatusOr<CallerRef> KnownCallers::Identify(std::string_view token) {
  const absl::Time now = clock_.Now();
  const Fingerprint digest = fingerprints_.Of(token);
  if (CallerRef known = Find(digest, now)) return known;
  const int epoch = epoch_;
  absl::StatusOr<Caller> verified = authenticator_.Verify(token, now);
  if (!verified.ok()) return std::move(verified).status();
  auto caller = std::make_shared<const Caller>(*std::move(verified));
  Remember(digest, {caller, std::min(caller->expires, now + kLongestTrust)}, epoch);
  return caller;
}

void KnownCallers::Forget() {
  const std::lock_guard lock(mutex_);
  ++epoch_;
  young_.clear();
  old_.clear();
}

CallerRef KnownCallers::Find(const Fingerprint& digest, absl::Time now) {
  const std::lock_guard lock(mutex_);
  for (const Generation* generation : {&young_, &old_}) {
    const auto found = generation->find(digest);
    if (found != generation->end() && now < found->second.until) return found->second.caller;
  }
  return nullptr;
}

void KnownCallers::Remember(const Fingerprint& digest, const Known& known, int epoch) {
  const std::lock_guard lock(mutex_);
  if (epoch != epoch_) return;
  if (young_.size() >= most_ / 2) old_ = std::exchange(young_, {});
  young_.insert_or_assign(digest, known);
}

}  // namespace parley::grpc_api
