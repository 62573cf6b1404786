// SPDX-License-Identifier: Apache-2.0
#include "adapters/grpc/known_callers.h"

#include <algorithm>
#include <utility>

namespace parley::grpc_api {

absl::StatusOr<CallerRef> KnownCallers::Identify(std::string_view token) {
  const absl::Time now = clock_.Now();
  const Fingerprint digest = fingerprints_.Of(token);
  if (CallerRef known = Find(digest, now)) return known;
  absl::StatusOr<Caller> verified = authenticator_.Verify(token, now);
  if (!verified.ok()) return std::move(verified).status();
  auto caller = std::make_shared<const Caller>(*std::move(verified));
  Remember(digest, caller, now);
  return caller;
}

CallerRef KnownCallers::Find(const Fingerprint& digest, absl::Time now) {
  const std::lock_guard lock(mutex_);
  for (const Generation* generation : {&young_, &old_}) {
    const auto found = generation->find(digest);
    if (found != generation->end() && now < found->second.until) return found->second.caller;
  }
  return nullptr;
}

void KnownCallers::Remember(const Fingerprint& digest, const CallerRef& caller, absl::Time now) {
  const absl::Time until = std::min(caller->expires, now + kLongestTrust);
  const std::lock_guard lock(mutex_);
  if (young_.size() >= most_ / 2) old_ = std::exchange(young_, {});
  young_.insert_or_assign(digest, Known{caller, until});
}

}  // namespace parley::grpc_api
