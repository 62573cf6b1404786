// SPDX-License-Identifier: Apache-2.0
#ifndef PARLEY_APPLICATION_INBOUND_JUDGE_INBOUND_H_
#define PARLEY_APPLICATION_INBOUND_JUDGE_INBOUND_H_

#include <cstdint>
#include <optional>
#include <vector>

#include "absl/functional/function_ref.h"
#include "absl/status/statusor.h"
#include "application/call.h"
#include "application/inbound/inbound_tools.h"
#include "application/mutations.h"

namespace parley {

// What a person says of something that came in: what it means, that they have looked at it, and how
// it was answered.
class JudgeInbound {
 public:
  struct Reference {
    DebtorId debtor;
    CommunicationId item;
    std::optional<std::int64_t> etag;
  };
  struct Correction {
    Reference of;
    std::vector<Intent> intents;  // The primary first.
    SensitiveText reason;
  };
  struct Ending {
    Reference of;
    std::optional<CommunicationId> answer;  // A message, letter or call of ours to the same person,
    SensitiveText no_answer_reason;         // or why it needs none.
  };

  JudgeInbound(const Mutations& mutations, const InboundTools& tools)
      : mutations_(mutations), tools_(tools) {}

  // Errors of all: INBOUND_NOT_FOUND, INBOUND_NOT_MATCHED, INBOUND_ALREADY_MATCHED, ETAG_STALE.

  // What was heard stays beside what a person says of it. What they hear and nobody heard before is
  // acted on as on receipt; what was done because of what they do not hear is theirs to take back.
  // Also FIELD_INVALID.
  absl::StatusOr<Answer> Label(const Call& call, const Correction& correction,
                               Encode<InboundItem> encode) const;

  // From now on it holds nothing back.
  absl::StatusOr<Answer> Triage(const Call& call, const Reference& of,
                                Encode<InboundItem> encode) const;

  // Also FIELD_INVALID, COMMUNICATION_NOT_FOUND, INBOUND_ALREADY_ANSWERED.
  absl::StatusOr<Answer> Answered(const Call& call, const Ending& ending,
                                  Encode<InboundItem> encode) const;

 private:
  using Judge = absl::FunctionRef<absl::StatusOr<InboundItem>(Work&, const InboundItem&)>;
  absl::StatusOr<Answer> Change(const Call& call, const Reference& of, Judge judge,
                                Encode<InboundItem> encode) const;

  const Mutations& mutations_;
  InboundTools tools_;
};

}  // namespace parley

#endif  // PARLEY_APPLICATION_INBOUND_JUDGE_INBOUND_H_
