// SPDX-License-Identifier: Apache-2.0
#include "adapters/memory/memory_directory.h"

#include <algorithm>
#include <set>

#include "adapters/memory/lookups.h"

namespace parley {
namespace {

// The next `most` values after a key for which `wanted` holds, in the order of the keys.
template <typename Key, typename Value, typename Predicate>
std::vector<Value> Page(const std::map<Key, Value>& map, const Key& after, int most,
                        Predicate wanted) {
  std::vector<Value> page;
  for (auto at = map.upper_bound(after); at != map.end(); ++at) {
    if (page.size() >= static_cast<std::size_t>(most)) break;
    if (wanted(at->second)) page.push_back(at->second);
  }
  return page;
}

bool IsFound(const MemoryTables& tables, DebtorId debtor, ContactPointId id) {
  const std::vector<KnownPoint>& points = tables.records.at(debtor).points;
  return std::any_of(points.begin(), points.end(),
                     [&](const KnownPoint& point) { return point.id == id && IsTheirs(point); });
}

}  // namespace

absl::StatusOr<Debtor> MemoryDirectory::GetDebtor(TenantId tenant, DebtorId id) {
  return database_.Read(tenant, [&](const auto& tables) { return FindDebtor(tables, id); });
}

absl::StatusOr<std::vector<Debtor>> MemoryDirectory::ListDebtors(TenantId tenant, DebtorId after,
                                                                 int most) {
  return database_.Read(tenant, [&](const MemoryTables& tables) {
    return Page(tables.debtors, after, most, [](const Debtor&) { return true; });
  });
}

absl::StatusOr<std::vector<Debtor>> MemoryDirectory::FindDebtors(
    TenantId tenant, std::span<const std::string> external_refs) {
  return database_.Read(tenant, [&](const MemoryTables& tables) {
    // Several references may name one debtor, who is found once.
    std::set<DebtorId> ids;
    for (const std::string& reference : external_refs) {
      const DebtorId* id = Find(tables.debtors_by_ref, reference);
      if (id != nullptr) ids.insert(*id);
    }
    std::vector<Debtor> debtors;
    debtors.reserve(ids.size());
    for (const DebtorId& id : ids) debtors.push_back(tables.debtors.at(id));
    return debtors;
  });
}

absl::StatusOr<DebtorRecord> MemoryDirectory::GetRecord(TenantId tenant, DebtorId id) {
  return database_.Read(tenant, [&](const auto& tables) { return RecordOf(tables, id); });
}

absl::StatusOr<std::vector<Debtor>> MemoryDirectory::FindReached(TenantId tenant,
                                                                 const Fingerprint& key, int most) {
  return database_.Read(tenant, [&](const MemoryTables& tables) {
    std::vector<Debtor> debtors;
    auto at = tables.contact_index.lower_bound({key, DebtorId(), ContactPointId()});
    for (; at != tables.contact_index.end(); ++at) {
      const auto& [its_key, debtor, point] = *at;
      if (its_key != key || debtors.size() >= static_cast<std::size_t>(most)) break;
      const bool known = !debtors.empty() && debtors.back().id == debtor;
      if (!known && IsFound(tables, debtor, point)) debtors.push_back(tables.debtors.at(debtor));
    }
    return debtors;
  });
}

absl::StatusOr<Creditor> MemoryDirectory::GetCreditor(TenantId tenant, CreditorId id) {
  return database_.Read(tenant, [&](const auto& tables) { return FindCreditor(tables, id); });
}

absl::StatusOr<std::vector<Creditor>> MemoryDirectory::ListCreditors(
    TenantId tenant, CreditorId after, int most, const std::optional<std::string>& code) {
  return database_.Read(tenant, [&](const MemoryTables& tables) {
    return Page(tables.creditors, after, most, [&](const Creditor& creditor) {
      return !code.has_value() || creditor.code == *code;
    });
  });
}

}  // namespace parley
