// SPDX-License-Identifier: Apache-2.0
#ifndef PARLEY_TESTS_SUPPORT_APPLICATION_FAILING_MESSAGES_H_
#define PARLEY_TESTS_SUPPORT_APPLICATION_FAILING_MESSAGES_H_

#include "application/ports/messages.h"
#include "application/ports/templates.h"
#include "domain/common/status_macros.h"
#include "tests/support/application/fail_nth.h"

namespace parley {

class FailingMessages final : public Messages {
 public:
  FailingMessages(Messages& messages, FailNth& fault) : messages_(messages), fault_(fault) {}

  absl::StatusOr<std::vector<Message>> FindAll(std::span<const MessageKey> keys) override {
    PARLEY_RETURN_IF_ERROR(fault_.Pass("Messages.FindAll"));
    return messages_.FindAll(keys);
  }
  absl::StatusOr<std::vector<Message>> FindToHandOver(std::span<const MessageKey> keys) override {
    PARLEY_RETURN_IF_ERROR(fault_.Pass("Messages.FindToHandOver"));
    return messages_.FindToHandOver(keys);
  }
  absl::StatusOr<std::vector<Message>> QueuedOf(std::span<const DebtorId> debtors) override {
    PARLEY_RETURN_IF_ERROR(fault_.Pass("Messages.QueuedOf"));
    return messages_.QueuedOf(debtors);
  }
  absl::StatusOr<std::optional<Message>> OfOccasion(DebtorId debtor,
                                                    const std::string& occasion) override {
    PARLEY_RETURN_IF_ERROR(fault_.Pass("Messages.OfOccasion"));
    return messages_.OfOccasion(debtor, occasion);
  }
  void Add(const Message& message) override { messages_.Add(message); }
  void Replace(const Message& message) override { messages_.Replace(message); }
  absl::StatusOr<std::vector<ReleasedText>> ReleasesOf(DebtorId debtor,
                                                       const Fingerprint& text) override {
    PARLEY_RETURN_IF_ERROR(fault_.Pass("Messages.ReleasesOf"));
    return messages_.ReleasesOf(debtor, text);
  }
  void Add(const ReleasedText& released) override { messages_.Add(released); }

 private:
  Messages& messages_;
  FailNth& fault_;
};

class FailingTemplates final : public Templates {
 public:
  FailingTemplates(Templates& templates, FailNth& fault) : templates_(templates), fault_(fault) {}

  absl::StatusOr<std::int64_t> Edition() override {
    PARLEY_RETURN_IF_ERROR(fault_.Pass("Templates.Edition"));
    return templates_.Edition();
  }
  absl::StatusOr<std::vector<TemplateVersion>> VersionsOf(const TemplateName& name) override {
    PARLEY_RETURN_IF_ERROR(fault_.Pass("Templates.VersionsOf"));
    return templates_.VersionsOf(name);
  }
  void Add(const TemplateVersion& version) override { templates_.Add(version); }
  void Replace(const TemplateVersion& version) override { templates_.Replace(version); }

 private:
  Templates& templates_;
  FailNth& fault_;
};

}  // namespace parley

#endif  // PARLEY_TESTS_SUPPORT_APPLICATION_FAILING_MESSAGES_H_
