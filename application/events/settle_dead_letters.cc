// SPDX-License-Identifier: Apache-2.0
#include "application/events/settle_dead_letters.h"

#include "domain/common/status_macros.h"

namespace parley {

absl::StatusOr<Answer> SettleDeadLetters::Retry(const Call& call, EventId id,
                                                Encode<DeadLetter> encode) const {
  const auto decide = [&](Work& work) -> absl::StatusOr<DeadLetter> {
    PARLEY_ASSIGN_OR_RETURN(DeadLetter letter, work.store.dead_letters().Find(id));
    work.store.dead_letters().Retry(id);
    letter.retry_asked = true;
    return letter;
  };
  return mutations_.Run<DeadLetter>(call, kDesk, decide, encode);
}

absl::StatusOr<Answer> SettleDeadLetters::Drop(const Call& call, EventId id,
                                               Encode<DeadLetter> encode) const {
  const auto decide = [&](Work& work) -> absl::StatusOr<DeadLetter> {
    PARLEY_ASSIGN_OR_RETURN(const DeadLetter letter, work.store.dead_letters().Find(id));
    work.store.dead_letters().Drop(id);
    return letter;
  };
  return mutations_.Run<DeadLetter>(call, kDesk, decide, encode);
}

}  // namespace parley
