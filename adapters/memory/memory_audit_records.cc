// SPDX-License-Identifier: Apache-2.0
#include "adapters/memory/memory_audit_records.h"

#include <algorithm>

#include "absl/strings/escaping.h"
#include "absl/strings/numbers.h"
#include "absl/strings/str_cat.h"

namespace parley {
namespace {

std::string HexOf(const Fingerprint& fingerprint) {
  return absl::BytesToHexString(std::string(fingerprint.begin(), fingerprint.end()));
}

}  // namespace

absl::StatusOr<std::vector<TenantId>> MemoryAuditRecords::Tenants() { return database_.Tenants(); }

absl::StatusOr<AuditDigest> MemoryAuditRecords::DigestNow(TenantId tenant) {
  return database_.Read(tenant, [&](const auto& tables) { return Digest(tables, tables.commits); });
}

absl::StatusOr<AuditDigest> MemoryAuditRecords::DigestAt(TenantId tenant,
                                                         const std::string& position) {
  std::int64_t commit = 0;
  if (!absl::SimpleAtoi(position, &commit)) commit = 0;
  return database_.Read(tenant, [&](const auto& tables) { return Digest(tables, commit); });
}

absl::StatusOr<std::vector<AuditChain>> MemoryAuditRecords::ChainsAfter(
    TenantId tenant, const std::optional<DebtorId>& after, int most) {
  return database_.Read(tenant, [&](const MemoryTables& tables) {
    std::vector<AuditChain> chains;
    auto at = after.has_value() ? tables.audit.upper_bound(*after) : tables.audit.begin();
    for (; at != tables.audit.end(); ++at) {
      if (chains.size() >= static_cast<std::size_t>(most)) break;
      AuditChain chain{at->first, tables.heads.at(at->first).audit, {}};
      for (const MemoryAuditRow& kept : at->second) chain.rows.push_back(kept.row);
      chains.push_back(std::move(chain));
    }
    return chains;
  });
}

AuditDigest MemoryAuditRecords::Digest(const MemoryTables& tables, std::int64_t position) const {
  AuditDigest digest{std::to_string(position), 0, {}};
  std::string text;
  for (const auto& [debtor, rows] : tables.audit) {
    const auto after =
        std::partition_point(rows.begin(), rows.end(),
                             [&](const MemoryAuditRow& kept) { return kept.commit <= position; });
    if (after == rows.begin()) continue;
    const AuditRow& head = std::prev(after)->row;
    absl::StrAppend(&text, debtor.ToString(), head.number, HexOf(head.mac));
    ++digest.chains;
  }
  digest.digest = HexOf(fingerprints_.Of(text));
  return digest;
}

}  // namespace parley
