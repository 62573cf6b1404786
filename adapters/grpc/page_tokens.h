// SPDX-License-Identifier: Apache-2.0
#ifndef PARLEY_ADAPTERS_GRPC_PAGE_TOKENS_H_
#define PARLEY_ADAPTERS_GRPC_PAGE_TOKENS_H_

#include <string>
#include <string_view>
#include <vector>

#include "absl/status/statusor.h"
#include "application/call.h"
#include "application/ports/seals.h"
#include "domain/common/id.h"

namespace parley::grpc_api {

// Where a list goes on, carried by the caller: the ids of the last element shown, sealed together
// with who asked for what, so that a token is good for the same list and caller alone.
class PageTokens {
 public:
  explicit PageTokens(const Seals& seals) : seals_(seals) {}

  // `arguments` are what selects the list: its parent and filter.
  std::string Seal(const Call& call, const std::vector<std::string_view>& arguments,
                   const std::vector<Uuid>& position) const;

  // The position in a token; nil ids for no token, which is before the first element.
  // Errors: PAGE_TOKEN_INVALID.
  absl::StatusOr<std::vector<Uuid>> Open(const Call& call,
                                         const std::vector<std::string_view>& arguments,
                                         const std::string& token, std::size_t ids) const;

 private:
  const Seals& seals_;
};

}  // namespace parley::grpc_api

#endif  // PARLEY_ADAPTERS_GRPC_PAGE_TOKENS_H_
