// SPDX-License-Identifier: Apache-2.0
#include "adapters/memory/memory_messages.h"

#include <algorithm>
#include <map>
#include <mutex>
#include <tuple>

#include "adapters/memory/memory_unit_of_work.h"
#include "domain/common/reason.h"
#include "domain/communication/purposes.h"

namespace parley {
namespace {

std::vector<Message> Those(const MemoryTables& tables, std::span<const MessageKey> keys) {
  std::vector<Message> found;
  for (const MessageKey& key : keys) {
    const auto at = tables.messages.find({key.debtor, key.id});
    if (at != tables.messages.end()) found.push_back(at->second);
  }
  return found;
}

std::vector<TemplateVersion> VersionsIn(const MemoryTables& tables, const TemplateName& name) {
  std::vector<TemplateVersion> versions;
  for (auto at = tables.templates.lower_bound({name, 0});
       at != tables.templates.end() && at->first.first == name; ++at) {
    versions.push_back(at->second);
  }
  return versions;
}

std::vector<ReleasedText> ReleasesIn(const MemoryTables& tables, DebtorId debtor,
                                     const Fingerprint& text) {
  std::vector<ReleasedText> releases;
  for (auto at = tables.released_texts.lower_bound({debtor, text, ""});
       at != tables.released_texts.end() && at->second.debtor == debtor && at->second.text == text;
       ++at) {
    releases.push_back(at->second);
  }
  return releases;
}

bool IsLeased(const Message& message, absl::Time now) {
  return message.lease.has_value() && message.lease->until > now;
}

// The messages of a tenant that fit, in the order of their last change.
template <typename Fits>
std::vector<const Message*> Fitting(const MemoryTables& tables, const Fits& fits) {
  std::vector<const Message*> found;
  for (const auto& [key, message] : tables.messages) {
    if (fits(message)) found.push_back(&message);
  }
  std::stable_sort(found.begin(), found.end(), [](const Message* left, const Message* right) {
    return left->updated_time < right->updated_time;
  });
  return found;
}

void Count(const Message& message, absl::Time now, ChannelBacklog& backlog) {
  backlog.channel = message.channel;
  if (message.state == MessageState::kUnknown) ++backlog.unknown;
  if (message.state == MessageState::kDispatching) ++backlog.under_way;
  if (message.state != MessageState::kQueued) return;
  ++backlog.queued;
  if (message.not_before > now) return;
  ++backlog.due;
  backlog.oldest_due =
      std::min(backlog.oldest_due.value_or(message.not_before), message.not_before);
}

}  // namespace

absl::StatusOr<std::vector<Message>> MemoryMessages::FindAll(std::span<const MessageKey> keys) {
  return scope_.database.Read(scope_.tenant,
                              [&](const MemoryTables& tables) { return Those(tables, keys); });
}

absl::StatusOr<std::vector<Message>> MemoryMessages::FindToHandOver(
    std::span<const MessageKey> keys) {
  if (!handing_over_.owns_lock()) {
    handing_over_ = std::shared_lock(scope_.database.hand_overs());
  }
  return FindAll(keys);
}

absl::StatusOr<std::vector<Message>> MemoryMessages::QueuedOf(std::span<const DebtorId> debtors) {
  return scope_.database.Read(scope_.tenant, [&](const MemoryTables& tables) {
    std::vector<Message> queued;
    for (const auto& [key, message] : tables.messages) {
      const bool is_asked_for =
          std::find(debtors.begin(), debtors.end(), key.first) != debtors.end();
      if (is_asked_for && message.state == MessageState::kQueued) queued.push_back(message);
    }
    return queued;
  });
}

absl::StatusOr<std::optional<Message>> MemoryMessages::OfOccasion(DebtorId debtor,
                                                                  const std::string& occasion) {
  return scope_.database.Read(
      scope_.tenant, [&](const MemoryTables& tables) -> std::optional<Message> {
        const auto found = tables.message_occasions.find({debtor, occasion});
        if (found == tables.message_occasions.end()) return std::nullopt;
        return tables.messages.at({debtor, found->second});
      });
}

void MemoryMessages::Add(const Message& message) {
  scope_.writes.added_messages.push_back(message);
  scope_.writes.changed.insert(message.debtor);
}

void MemoryMessages::Replace(const Message& message) {
  scope_.writes.replaced_messages.push_back(message);
  scope_.writes.changed.insert(message.debtor);
}

absl::StatusOr<std::vector<ReleasedText>> MemoryMessages::ReleasesOf(DebtorId debtor,
                                                                     const Fingerprint& text) {
  return scope_.database.Read(
      scope_.tenant, [&](const MemoryTables& tables) { return ReleasesIn(tables, debtor, text); });
}

void MemoryMessages::Add(const ReleasedText& released) {
  scope_.writes.released_texts.push_back(released);
  scope_.writes.changed.insert(released.debtor);
}

absl::StatusOr<std::vector<ClaimedMessage>> MemoryMessageQueue::Claim(const MessageClaim& claim) {
  const absl::Time now = clock_.Now();
  return database_.Write(claim.tenant, [&](MemoryTables* tables) {
    std::vector<ClaimedMessage> claimed;
    if (tables == nullptr) return claimed;
    std::vector<Message*> due;
    for (auto& [key, message] : tables->messages) {
      const bool waits = message.state == MessageState::kQueued &&
                         message.channel == claim.channel && message.not_before <= claim.now;
      if (waits && !IsLeased(message, now)) due.push_back(&message);
    }
    const auto order = [](const Message* one) {
      return std::tuple(!kOwedToThem.Has(one->purpose), one->not_before, one->id);
    };
    std::sort(due.begin(), due.end(), [&](const Message* left, const Message* right) {
      return order(left) < order(right);
    });
    for (Message* const message : due) {
      if (std::ssize(claimed) == claim.most) break;
      message->lease = MessageLease{++tables->lease_tokens, now + claim.lease};
      claimed.push_back({{message->debtor, message->id}, message->lease->token});
    }
    return claimed;
  });
}

absl::StatusOr<std::vector<ClaimedMessage>> MemoryMessageQueue::Lost(TenantId tenant, int most) {
  const absl::Time now = clock_.Now();
  return database_.Read(tenant, [&](const MemoryTables& tables) {
    std::vector<ClaimedMessage> lost;
    for (const Message* const message : Fitting(tables, [&](const Message& one) {
           return one.state == MessageState::kDispatching && !IsLeased(one, now);
         })) {
      if (std::ssize(lost) == most) break;
      lost.push_back(
          {{message->debtor, message->id}, message->lease.value_or(MessageLease()).token});
    }
    return lost;
  });
}

absl::StatusOr<std::vector<MessageKey>> MemoryMessageQueue::Unknown(TenantId tenant,
                                                                    Channel channel,
                                                                    absl::Time before, int most) {
  return database_.Read(tenant, [&](const MemoryTables& tables) {
    std::vector<MessageKey> unknown;
    for (const Message* const message : Fitting(tables, [&](const Message& one) {
           return one.state == MessageState::kUnknown && one.channel == channel &&
                  one.updated_time < before;
         })) {
      if (std::ssize(unknown) == most) break;
      unknown.push_back({message->debtor, message->id});
    }
    return unknown;
  });
}

absl::StatusOr<std::int64_t> MemoryMessageQueue::UnderWay(TenantId tenant) {
  const std::unique_lock alone(database_.hand_overs());
  return database_.Read(tenant, [&](const MemoryTables& tables) -> std::int64_t {
    return std::count_if(tables.messages.begin(), tables.messages.end(), [](const auto& one) {
      return one.second.state == MessageState::kDispatching;
    });
  });
}

absl::StatusOr<Message> MemoryMessageQueue::GetMessage(TenantId tenant, MessageKey key) {
  return database_.Read(tenant, [&](const MemoryTables& tables) -> absl::StatusOr<Message> {
    const auto found = tables.messages.find({key.debtor, key.id});
    if (found == tables.messages.end()) return Refuse(Reason::kCommunicationNotFound);
    return found->second;
  });
}

absl::StatusOr<std::vector<Message>> MemoryMessageQueue::GetMessages(
    TenantId tenant, std::span<const MessageKey> keys) {
  return database_.Read(tenant, [&](const MemoryTables& tables) { return Those(tables, keys); });
}

absl::StatusOr<MessageOwner> MemoryMessageQueue::OwnerOf(CommunicationId id) {
  for (const TenantId& tenant : database_.Tenants()) {
    const auto debtor =
        database_.Read(tenant, [&](const MemoryTables& tables) -> std::optional<DebtorId> {
          for (const auto& [key, message] : tables.messages) {
            if (key.second == id) return key.first;
          }
          return std::nullopt;
        });
    if (debtor.has_value()) return MessageOwner{tenant, *debtor};
  }
  return Refuse(Reason::kCommunicationNotFound);
}

absl::StatusOr<std::vector<ReleasedText>> MemoryMessageQueue::ReleasesOf(TenantId tenant,
                                                                         DebtorId debtor,
                                                                         const Fingerprint& text) {
  return database_.Read(
      tenant, [&](const MemoryTables& tables) { return ReleasesIn(tables, debtor, text); });
}

absl::StatusOr<std::vector<ChannelBacklog>> MemoryMessageQueue::Backlog(TenantId tenant,
                                                                        absl::Time now) {
  return database_.Read(tenant, [&](const MemoryTables& tables) {
    std::map<Channel, ChannelBacklog> by_channel;
    for (const auto& [key, message] : tables.messages) {
      const bool counts = message.state == MessageState::kQueued ||
                          message.state == MessageState::kDispatching ||
                          message.state == MessageState::kUnknown;
      if (counts) Count(message, now, by_channel[message.channel]);
    }
    std::vector<ChannelBacklog> all;
    all.reserve(by_channel.size());
    for (const auto& [channel, backlog] : by_channel) all.push_back(backlog);
    return all;
  });
}

absl::StatusOr<std::int64_t> MemoryTemplates::Edition() {
  return scope_.database.Read(scope_.tenant,
                              [](const MemoryTables& tables) { return tables.template_edition; });
}

absl::StatusOr<std::vector<TemplateVersion>> MemoryTemplates::VersionsOf(const TemplateName& name) {
  return scope_.database.Read(scope_.tenant,
                              [&](const MemoryTables& tables) { return VersionsIn(tables, name); });
}

void MemoryTemplates::Add(const TemplateVersion& version) {
  scope_.writes.added_templates.push_back(version);
  scope_.writes.changed.insert(kDesk);
}

void MemoryTemplates::Replace(const TemplateVersion& version) {
  scope_.writes.replaced_templates.push_back(version);
  scope_.writes.changed.insert(kDesk);
}

absl::StatusOr<std::int64_t> MemoryTemplateShelf::Edition(TenantId tenant) {
  return database_.Read(tenant, [](const MemoryTables& tables) { return tables.template_edition; });
}

absl::StatusOr<std::vector<TemplateVersion>> MemoryTemplateShelf::ListVersions(TenantId tenant) {
  return database_.Read(tenant, [](const MemoryTables& tables) {
    std::vector<TemplateVersion> versions;
    versions.reserve(tables.templates.size());
    for (const auto& [key, version] : tables.templates) versions.push_back(version);
    return versions;
  });
}

absl::StatusOr<std::vector<TemplateVersion>> MemoryTemplateShelf::VersionsOf(
    TenantId tenant, const TemplateName& name) {
  return database_.Read(tenant,
                        [&](const MemoryTables& tables) { return VersionsIn(tables, name); });
}

}  // namespace parley
