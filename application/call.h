// SPDX-License-Identifier: Apache-2.0
#ifndef PARLEY_APPLICATION_CALL_H_
#define PARLEY_APPLICATION_CALL_H_

#include <string>

#include "absl/functional/function_ref.h"
#include "domain/common/fingerprint.h"
#include "domain/common/id.h"

namespace parley {

// Who calls, for which tenant, and by which request: what every use case is told beside its
// command.
struct Call {
  TenantId tenant;
  std::string principal;       // The token's subject; the actor in journals and audit.
  std::string method;          // "parley.v1.DebtService/PostEntries".
  RequestId request_id;        // Nil for reads, and for mutations that are idempotent by reference.
  Fingerprint request{};       // Of the canonical request without its request_id.
  bool validate_only = false;  // Judge the request and write nothing.
  bool by_person = false;      // By a debtor's own token, which reaches what is theirs alone.
};

// Turns a mutation's result into the bytes that the caller gets. It is called inside the
// transaction, so that the answer is stored with the effect; it must have no other effect.
template <typename Result>
using Encode = absl::FunctionRef<std::string(const Result&)>;

// What a mutation answers: fresh, or the bytes that the same request got before.
struct Answer {
  std::string bytes;
  bool replayed = false;
};

}  // namespace parley

#endif  // PARLEY_APPLICATION_CALL_H_
