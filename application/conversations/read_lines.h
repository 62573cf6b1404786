// SPDX-License-Identifier: Apache-2.0
#ifndef PARLEY_APPLICATION_CONVERSATIONS_READ_LINES_H_
#define PARLEY_APPLICATION_CONVERSATIONS_READ_LINES_H_

#include <cstdint>
#include <span>
#include <vector>

#include "absl/status/statusor.h"
#include "application/ports/clock.h"
#include "application/ports/conversations.h"
#include "application/ports/inbound.h"
#include "application/ports/messages.h"
#include "domain/communication/conversation.h"

namespace parley {

// Something that was said, with its words.
struct ConversationLine {
  ConversationLink link;
  SensitiveText text;    // Empty for a call, and for a message that is not written yet.
  bool was_said = true;  // False for a message that was taken back before it went.

  friend bool operator==(const ConversationLine&, const ConversationLine&) = default;
};

struct HandoverSheet {
  Handover handover;
  std::vector<ConversationLine> last_lines;  // The oldest first.
  std::vector<ConversationNote> notes;       // The oldest first.
};

// What was said, read as it is: the words of what came in lie with what came in, and those of
// messages with these.
// Errors of all: RECORD_CORRUPT, STORE_UNAVAILABLE.
class ReadLines {
 public:
  struct Reads {
    ConversationDesk& conversations;
    InboundDesk& inbound;
    MessageQueue& messages;
  };

  ReadLines(const Reads& reads, const Clock& clock) : reads_(reads), clock_(clock) {}

  // Of one conversation, after a line, what was said by at most `most` communications.
  struct Page {
    std::vector<ConversationLine> lines;
    std::int64_t last = 0;  // The line with which it ends, whether or not it is shown.
    bool is_last = true;
  };
  absl::StatusOr<Page> After(TenantId tenant, DebtorId debtor, ConversationId conversation,
                             std::int64_t line, int most) const;

  // Of all conversations of these debtors, after each position at most `most`, also what was never
  // said, so that whoever reads on knows where.
  absl::StatusOr<std::vector<ConversationLine>> Since(TenantId tenant,
                                                      std::span<const LinePosition> positions,
                                                      int most) const;

  // Also CONVERSATION_NOT_FOUND.
  absl::StatusOr<HandoverSheet> SumUp(TenantId tenant, DebtorId debtor,
                                      ConversationId conversation) const;

 private:
  absl::StatusOr<std::vector<ConversationLine>> WithWords(
      TenantId tenant, std::span<const ConversationLink> links) const;

  Reads reads_;
  const Clock& clock_;
};

}  // namespace parley

#endif  // PARLEY_APPLICATION_CONVERSATIONS_READ_LINES_H_
