// SPDX-License-Identifier: Apache-2.0
#ifndef PARLEY_APPLICATION_CONVERSATIONS_KEEP_CONVERSATION_H_
#define PARLEY_APPLICATION_CONVERSATIONS_KEEP_CONVERSATION_H_

#include <cstdint>
#include <optional>
#include <string>

#include "absl/functional/function_ref.h"
#include "absl/status/statusor.h"
#include "absl/time/time.h"
#include "application/call.h"
#include "application/mutations.h"
#include "application/ports/ids.h"
#include "domain/communication/conversation.h"

namespace parley {

// Which conversation a verb is about, as its caller has seen it.
struct ConversationTarget {
  DebtorId debtor;
  ConversationId conversation;
  std::optional<std::int64_t> etag;  // The revision that the caller has seen.
};

// The team decides who has a conversation, when it is looked at again and when it is over, and
// notes what the next one must know. What people say is joined by JoinConversation.
class KeepConversation {
 public:
  struct Snooze {
    ConversationTarget target;
    absl::Time until;
    SensitiveText reason;  // May be empty.
  };
  struct Decision {
    ConversationTarget target;
    SensitiveText reason;
  };
  struct Noting {
    ConversationTarget target;  // Without an etag: notes do not collide.
    SensitiveText text;
  };

  KeepConversation(const Mutations& mutations, Ids& ids) : mutations_(mutations), ids_(ids) {}

  // Errors of all: FIELD_INVALID, CONVERSATION_NOT_FOUND. Of all but AddNote also
  // CONVERSATION_STEP_REFUSED and ETAG_STALE.

  // An empty principal lets it go.
  absl::StatusOr<Answer> Assign(const Call& call, const ConversationTarget& target,
                                const std::string& to, Encode<Conversation> encode) const;
  absl::StatusOr<Answer> PutOff(const Call& call, const Snooze& snooze,
                                Encode<Conversation> encode) const;
  absl::StatusOr<Answer> Resolve(const Call& call, const Decision& decision,
                                 Encode<Conversation> encode) const;
  absl::StatusOr<Answer> Reopen(const Call& call, const Decision& decision,
                                Encode<Conversation> encode) const;
  // What one side has read, up to a line, also of one that is resolved. Inbound is the person's.
  absl::StatusOr<Answer> MarkRead(const Call& call, const ConversationTarget& target,
                                  Direction side, std::int64_t line,
                                  Encode<Conversation> encode) const;
  // Also of one that is resolved. The person never sees it.
  absl::StatusOr<Answer> AddNote(const Call& call, const Noting& noting,
                                 Encode<ConversationNote> encode) const;

 private:
  using Step = absl::FunctionRef<absl::StatusOr<Conversation>(Work&, const Conversation&)>;

  absl::StatusOr<Answer> Change(const Call& call, const ConversationTarget& target, Step step,
                                Encode<Conversation> encode) const;

  const Mutations& mutations_;
  Ids& ids_;
};

}  // namespace parley

#endif  // PARLEY_APPLICATION_CONVERSATIONS_KEEP_CONVERSATION_H_
