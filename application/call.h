// SPDX-License-Identifier: Apache-2.0
#ifndef PARLEY_APPLICATION_CALL_H_
#define PARLEY_APPLICATION_CALL_H_

#include <string>

#include "domain/common/fingerprint.h"
#include "domain/common/id.h"

namespace parley {

// Who calls, for which tenant, and by which request: what every use case is told beside its
// command.
struct Call {
  TenantId tenant;
  std::string principal;  // The token's subject; the actor in journals and audit.
  std::string method;     // "parley.v1.DebtService/PostEntries".
  RequestId request_id;   // Nil for reads, and for mutations that are idempotent by reference.
  Fingerprint request{};  // Of the canonical request without its request_id.
};

}  // namespace parley

#endif  // PARLEY_APPLICATION_CALL_H_
