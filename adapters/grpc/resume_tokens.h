// SPDX-License-Identifier: Apache-2.0
#ifndef PARLEY_ADAPTERS_GRPC_RESUME_TOKENS_H_
#define PARLEY_ADAPTERS_GRPC_RESUME_TOKENS_H_

#include <string>

#include "absl/status/statusor.h"
#include "application/call.h"
#include "application/ports/event_feed.h"
#include "application/ports/seals.h"

namespace parley::grpc_api {

// Where a watch goes on, carried by the caller: a place in the events, sealed together with who
// watches, so that a token is good for the same caller alone.
class ResumeTokens {
 public:
  explicit ResumeTokens(const Seals& seals) : seals_(seals) {}

  std::string Seal(const Call& call, const EventPosition& position) const;

  // The place in a token; for no token, before every event. Errors: PAGE_TOKEN_INVALID.
  absl::StatusOr<EventPosition> Open(const Call& call, const std::string& token) const;

 private:
  const Seals& seals_;
};

}  // namespace parley::grpc_api

#endif  // PARLEY_ADAPTERS_GRPC_RESUME_TOKENS_H_
