// SPDX-License-Identifier: Apache-2.0
#include "adapters/crypto/verified_tokens.h"

#include <utility>

namespace parley {

std::optional<Caller> VerifiedTokens::Find(const Fingerprint& token) {
  const std::lock_guard lock(mutex_);
  if (const auto found = young_.find(token); found != young_.end()) return found->second;
  const auto found = old_.find(token);
  if (found == old_.end()) return std::nullopt;
  Caller caller = found->second;
  Insert(token, caller);
  return caller;
}

void VerifiedTokens::Keep(const Fingerprint& token, const Caller& caller) {
  const std::lock_guard lock(mutex_);
  Insert(token, caller);
}

void VerifiedTokens::Forget() {
  const std::lock_guard lock(mutex_);
  young_.clear();
  old_.clear();
}

void VerifiedTokens::Insert(const Fingerprint& token, const Caller& caller) {
  if (young_.size() >= kMost) old_ = std::exchange(young_, {});
  young_.insert_or_assign(token, caller);
}

}  // namespace parley
