// SPDX-License-Identifier: Apache-2.0
#include "adapters/memory/memory_publications.h"

#include <cstddef>

#include "adapters/memory/memory_unit_of_work.h"
#include "domain/common/reason.h"

namespace parley {
namespace {

constexpr std::size_t kMostAsked = 100;

void Apply(const PublishedTurn& turn, MemoryTables& tables) {
  tables.publishing.position = turn.position;
  tables.publishing.turn_until = absl::InfinitePast();
  for (const DeadLetter& letter : turn.put_aside) {
    tables.dead_letters.insert_or_assign(letter.told.event.id, letter);
  }
  for (const DeadLetter& letter : turn.refused_again) {
    const auto found = tables.dead_letters.find(letter.told.event.id);
    // One that was dropped meanwhile does not come back.
    if (found != tables.dead_letters.end()) found->second = letter;
  }
  for (const EventId& id : turn.published_again) tables.dead_letters.erase(id);
}

}  // namespace

absl::StatusOr<DeadLetter> MemoryDeadLetters::Find(EventId id) {
  return scope_.database.Read(scope_.tenant,
                              [&](const MemoryTables& tables) -> absl::StatusOr<DeadLetter> {
                                const auto found = tables.dead_letters.find(id);
                                if (found == tables.dead_letters.end()) {
                                  return Refuse(Reason::kDeadLetterNotFound);
                                }
                                return found->second;
                              });
}

void MemoryDeadLetters::Retry(EventId id) {
  scope_.writes.retried_letters.push_back(id);
  scope_.writes.changed.insert(kDesk);
}

void MemoryDeadLetters::Drop(EventId id) {
  scope_.writes.dropped_letters.push_back(id);
  scope_.writes.changed.insert(kDesk);
}

absl::StatusOr<PublishedUpTo> MemoryPublications::Find(TenantId tenant) {
  return database_.Read(tenant, [](const MemoryTables& tables) {
    PublishedUpTo stand;
    stand.position = tables.publishing.position;
    for (const auto& [id, letter] : tables.dead_letters) {
      if (letter.retry_asked && stand.asked.size() < kMostAsked) stand.asked.push_back(letter);
    }
    return stand;
  });
}

absl::StatusOr<std::optional<std::int64_t>> MemoryPublications::Take(TenantId tenant,
                                                                     const EventPosition& position,
                                                                     absl::Duration duration) {
  using Token = absl::StatusOr<std::optional<std::int64_t>>;
  return database_.Write(tenant, [&](MemoryTables* tables) -> Token {
    if (tables == nullptr) return Refuse(Reason::kAccessDenied);
    MemoryPublishing& publishing = tables->publishing;
    if (publishing.turn_until > clock_.Now() || publishing.position != position) {
      return std::nullopt;
    }
    publishing.turn_until = clock_.Now() + duration;
    return ++publishing.token;
  });
}

absl::StatusOr<bool> MemoryPublications::Complete(TenantId tenant, const PublishedTurn& turn) {
  return database_.Write(tenant, [&](MemoryTables* tables) {
    if (tables == nullptr || tables->publishing.token != turn.token) return false;
    Apply(turn, *tables);
    return true;
  });
}

absl::StatusOr<std::vector<DeadLetter>> MemoryPublications::ListDeadLetters(TenantId tenant,
                                                                            EventId after,
                                                                            int most) {
  return database_.Read(tenant, [&](const MemoryTables& tables) {
    std::vector<DeadLetter> page;
    auto at = tables.dead_letters.upper_bound(after);
    for (; at != tables.dead_letters.end() && page.size() < static_cast<std::size_t>(most); ++at) {
      page.push_back(at->second);
    }
    return page;
  });
}

}  // namespace parley
