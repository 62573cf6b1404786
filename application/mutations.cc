// SPDX-License-Identifier: Apache-2.0
#include "application/mutations.h"

#include <array>

#include "application/audit/chain.h"
#include "domain/common/reason.h"
#include "domain/common/status_macros.h"

namespace parley {
namespace {

// Tells a rehearsal that was judged well from one that was refused; it never leaves this file.
absl::Status EndOfRehearsal() { return absl::CancelledError("rehearsal"); }

RequestKey KeyOf(const Call& call) { return {call.principal, call.method, call.request_id}; }

}  // namespace

absl::StatusOr<Answer> Mutations::RunEncoded(const Call& call, DebtorId debtor,
                                             DecideEncoded decide) const {
  Answer answer;
  bool rehearsed = false;
  const std::array debtors = {debtor};
  absl::Status done = store_.Run(call.tenant, debtors, [&](UnitOfWork& store) -> absl::Status {
    Work work{call, clock_.Now(), store, ids_};
    PARLEY_ASSIGN_OR_RETURN(answer.bytes, decide(work));
    rehearsed = call.validate_only;
    if (rehearsed) return EndOfRehearsal();
    if (store.Changes(debtor)) AppendAudit(work, debtor, call.request, seal_);
    if (!call.request_id.IsNil()) {
      store.answers().Remember({KeyOf(call), debtor, call.request, answer.bytes, work.now});
    }
    return absl::OkStatus();
  });
  if (done.ok() || rehearsed) return answer;
  return AnswerAgain(call, std::move(done));
}

absl::StatusOr<Answer> Mutations::AnswerAgain(const Call& call, absl::Status otherwise) const {
  if (call.request_id.IsNil() || absl::IsUnavailable(otherwise)) return otherwise;
  PARLEY_ASSIGN_OR_RETURN(std::optional<StoredAnswer> stored,
                          given_.Find(call.tenant, KeyOf(call)));
  if (!stored.has_value()) return otherwise;
  if (stored->request != call.request) return Refuse(Reason::kRequestIdReused);
  return Answer{std::move(stored->bytes), true};
}

}  // namespace parley
