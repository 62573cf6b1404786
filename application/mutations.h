// SPDX-License-Identifier: Apache-2.0
#ifndef PARLEY_APPLICATION_MUTATIONS_H_
#define PARLEY_APPLICATION_MUTATIONS_H_

#include <cstdint>
#include <string>
#include <utility>

#include "absl/functional/function_ref.h"
#include "absl/status/statusor.h"
#include "absl/time/time.h"
#include "application/call.h"
#include "application/ports/answers.h"
#include "application/ports/clock.h"
#include "application/ports/ids.h"
#include "application/ports/seals.h"
#include "application/ports/store.h"

namespace parley {

// What a use case works with inside its transaction.
struct Work {
  const Call& call;
  absl::Time now;
  UnitOfWork& store;
  Ids& ids;

  // The revision that this transaction gives a debtor; what it changes carries it as its etag.
  std::int64_t NextRevision(DebtorId debtor) const { return store.Head(debtor).revision + 1; }
};

// Runs mutations of one debtor so that each request has one effect and one answer, and leaves one
// audit row: what every mutation has in common.
class Mutations {
 public:
  Mutations(Store& store, GivenAnswers& given, const AuditSeal& seal, const Clock& clock, Ids& ids)
      : store_(store), given_(given), seal_(seal), clock_(clock), ids_(ids) {}

  // Locks the debtor, lets `decide` load, judge and record, and writes effect, audit row and answer
  // in one transaction. The same request gets the stored answer; the same request_id with another
  // request is REQUEST_ID_REUSED. What `decide` refuses leaves no trace and may be sent again.
  template <typename Result>
  absl::StatusOr<Answer> Run(const Call& call, DebtorId debtor,
                             absl::FunctionRef<absl::StatusOr<Result>(Work&)> decide,
                             Encode<Result> encode) const {
    return RunEncoded(call, debtor, [&](Work& work) -> absl::StatusOr<std::string> {
      absl::StatusOr<Result> result = decide(work);
      if (!result.ok()) return std::move(result).status();
      return encode(*result);
    });
  }

 private:
  using DecideEncoded = absl::FunctionRef<absl::StatusOr<std::string>(Work&)>;

  absl::StatusOr<Answer> RunEncoded(const Call& call, DebtorId debtor, DecideEncoded decide) const;
  // The stored answer of this request; else the status that made us ask.
  absl::StatusOr<Answer> AnswerAgain(const Call& call, absl::Status otherwise) const;

  Store& store_;
  GivenAnswers& given_;
  const AuditSeal& seal_;
  const Clock& clock_;
  Ids& ids_;
};

}  // namespace parley

#endif  // PARLEY_APPLICATION_MUTATIONS_H_
