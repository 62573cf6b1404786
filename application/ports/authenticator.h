// SPDX-License-Identifier: Apache-2.0
#ifndef PARLEY_APPLICATION_PORTS_AUTHENTICATOR_H_
#define PARLEY_APPLICATION_PORTS_AUTHENTICATOR_H_

#include <optional>
#include <set>
#include <string>
#include <string_view>

#include "absl/status/statusor.h"
#include "absl/time/time.h"
#include "domain/common/id.h"

namespace parley {

// What a credential says of its bearer.
struct Caller {
  TenantId tenant;
  std::string principal;
  std::set<std::string> scopes;
  std::optional<DebtorId> debtor;  // The token reaches only names under this debtor.
  absl::Time expires;
};

// Verifies credentials.
class Authenticator {
 public:
  virtual ~Authenticator() = default;

  // Errors: CREDENTIALS_INVALID, with the same text whatever was wrong.
  virtual absl::StatusOr<Caller> Verify(std::string_view bearer_token, absl::Time now) const = 0;
};

}  // namespace parley

#endif  // PARLEY_APPLICATION_PORTS_AUTHENTICATOR_H_
