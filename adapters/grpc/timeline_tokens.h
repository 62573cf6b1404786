// SPDX-License-Identifier: Apache-2.0
#ifndef PARLEY_ADAPTERS_GRPC_TIMELINE_TOKENS_H_
#define PARLEY_ADAPTERS_GRPC_TIMELINE_TOKENS_H_

#include <string>

#include "absl/status/statusor.h"
#include "application/call.h"
#include "application/ports/seals.h"
#include "application/ports/timelines.h"

namespace parley::grpc_api {

// Where a timeline goes on, carried by the caller: a place in it, sealed together with whose it is
// and who reads it. Pages and watches take the same, with any selection.
class TimelineTokens {
 public:
  explicit TimelineTokens(const Seals& seals) : seals_(seals) {}

  std::string Seal(const Call& call, DebtorId debtor, const TimelinePosition& position) const;

  // The place in a token; for no token, before every entry. Errors: PAGE_TOKEN_INVALID.
  absl::StatusOr<TimelinePosition> Open(const Call& call, DebtorId debtor,
                                        const std::string& token) const;

 private:
  const Seals& seals_;
};

}  // namespace parley::grpc_api

#endif  // PARLEY_ADAPTERS_GRPC_TIMELINE_TOKENS_H_
