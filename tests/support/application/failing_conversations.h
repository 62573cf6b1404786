// SPDX-License-Identifier: Apache-2.0
#ifndef PARLEY_TESTS_SUPPORT_APPLICATION_FAILING_CONVERSATIONS_H_
#define PARLEY_TESTS_SUPPORT_APPLICATION_FAILING_CONVERSATIONS_H_

#include <optional>
#include <vector>

#include "application/ports/conversations.h"
#include "domain/common/status_macros.h"
#include "tests/support/application/fail_nth.h"

namespace parley {

class FailingConversations final : public Conversations {
 public:
  FailingConversations(Conversations& conversations, FailNth& fault)
      : conversations_(conversations), fault_(fault) {}

  absl::StatusOr<Conversation> Find(DebtorId debtor, ConversationId id) override {
    PARLEY_RETURN_IF_ERROR(fault_.Pass("Conversations.Find"));
    return conversations_.Find(debtor, id);
  }
  absl::StatusOr<std::vector<Conversation>> Of(DebtorId debtor) override {
    PARLEY_RETURN_IF_ERROR(fault_.Pass("Conversations.Of"));
    return conversations_.Of(debtor);
  }
  absl::StatusOr<std::optional<ConversationId>> WhereIs(DebtorId debtor,
                                                        CommunicationId id) override {
    PARLEY_RETURN_IF_ERROR(fault_.Pass("Conversations.WhereIs"));
    return conversations_.WhereIs(debtor, id);
  }
  void Add(const Conversation& conversation) override { conversations_.Add(conversation); }
  void Replace(const Conversation& conversation) override { conversations_.Replace(conversation); }
  void Link(const ConversationLink& link) override { conversations_.Link(link); }
  void AddNote(const ConversationNote& note) override { conversations_.AddNote(note); }

 private:
  Conversations& conversations_;
  FailNth& fault_;
};

}  // namespace parley

#endif  // PARLEY_TESTS_SUPPORT_APPLICATION_FAILING_CONVERSATIONS_H_
