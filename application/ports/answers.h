// SPDX-License-Identifier: Apache-2.0
#ifndef PARLEY_APPLICATION_PORTS_ANSWERS_H_
#define PARLEY_APPLICATION_PORTS_ANSWERS_H_

#include <optional>
#include <string>

#include "absl/status/statusor.h"
#include "absl/time/time.h"
#include "domain/common/fingerprint.h"
#include "domain/common/id.h"

namespace parley {

// Names one request of one principal.
struct RequestKey {
  std::string principal;
  std::string method;
  RequestId request_id;
};

// The answer that a request got, kept for seven days so that the same request gets it again.
struct StoredAnswer {
  RequestKey key;
  DebtorId debtor;        // Whose data it may hold.
  Fingerprint request{};  // What was asked.
  std::string bytes;
  absl::Time answered_time;
};

// The answers that a unit of work gives. The commit reports a request that was answered before as
// REQUEST_ID_REUSED.
class Answers {
 public:
  virtual ~Answers() = default;

  virtual void Remember(const StoredAnswer& answer) = 0;
};

// The answers given before.
class GivenAnswers {
 public:
  virtual ~GivenAnswers() = default;

  // None when the request was not answered with OK, or too long ago. Errors: STORE_UNAVAILABLE;
  // REQUEST_ID_REUSED when the answer told of a debtor who was erased; one without content did not.
  virtual absl::StatusOr<std::optional<StoredAnswer>> Find(TenantId tenant,
                                                           const RequestKey& key) = 0;

  // Forgets at most `most` answers given before `before`; returns how many.
  // Errors: STORE_UNAVAILABLE.
  virtual absl::StatusOr<int> Prune(TenantId tenant, absl::Time before, int most) = 0;
};

}  // namespace parley

#endif  // PARLEY_APPLICATION_PORTS_ANSWERS_H_
