// SPDX-License-Identifier: Apache-2.0
#include "application/audit/verification.h"

#include <cstddef>
#include <optional>

#include "absl/strings/str_cat.h"
#include "application/audit/anchor.h"
#include "application/audit/chain.h"
#include "domain/common/status_macros.h"

namespace parley {
namespace {

constexpr int kChainsAtOnce = 200;

void VerifyChain(const AuditChain& chain, TenantId tenant, const AuditSeal& seal,
                 AuditReport& report) {
  const std::string who =
      absl::StrCat("tenant ", tenant.ToString(), " debtor ", chain.debtor.ToString(), " row ");
  AuditHead head;
  for (const AuditRow& row : chain.rows) {
    ++report.rows;
    if (row.number != head.number + 1) {
      report.findings.push_back(
          absl::StrCat(who, head.number + 1, ": missing or out of its place"));
    } else if (MacOf(tenant, row, head.mac, seal) != row.mac) {
      report.findings.push_back(absl::StrCat(who, row.number, ": changed"));
    }
    head = {row.number, row.mac};
  }
  if (head != chain.head) {
    report.findings.push_back(absl::StrCat(
        who, head.number + 1, ": the chain does not end where its debtor's record says"));
  }
}

absl::Status VerifyAnchor(const Anchor& anchor, const std::string& where, AuditRecords& records,
                          AuditReport& report) {
  PARLEY_ASSIGN_OR_RETURN(const AuditDigest digest,
                          records.DigestAt(anchor.tenant, anchor.digest.position));
  ++report.anchors;
  if (digest.chains != anchor.digest.chains || digest.digest != anchor.digest.digest) {
    report.findings.push_back(where + ": the chains of that moment are not what they were");
  }
  return absl::OkStatus();
}

}  // namespace

absl::Status VerifyChains(AuditRecords& records, TenantId tenant, const AuditSeal& seal,
                          AuditReport& report) {
  std::optional<DebtorId> after;
  while (true) {
    PARLEY_ASSIGN_OR_RETURN(const std::vector<AuditChain> chains,
                            records.ChainsAfter(tenant, after, kChainsAtOnce));
    for (const AuditChain& chain : chains) {
      ++report.chains;
      VerifyChain(chain, tenant, seal, report);
    }
    if (chains.size() < kChainsAtOnce) return absl::OkStatus();
    after = chains.back().debtor;
  }
}

absl::Status VerifyAnchors(AuditRecords& records, TenantId tenant,
                           std::span<const std::string> lines, const AuditSeal& seal,
                           AuditReport& report) {
  Fingerprint previous{};
  for (std::size_t at = 0; at < lines.size(); ++at) {
    const std::string where = absl::StrCat("anchor line ", at + 1);
    const std::optional<Anchor> anchor = ParseAnchor(lines[at]);
    if (!anchor.has_value()) {
      report.findings.push_back(where + ": not an anchor");
      continue;
    }
    const bool sealed = MacOf(*anchor, previous, seal) == anchor->mac;
    previous = anchor->mac;
    if (!sealed) {
      // What it says now was perhaps never a moment of the store, which is not asked for it.
      report.findings.push_back(where + ": changed, or the line before it was");
    } else if (anchor->tenant == tenant) {
      PARLEY_RETURN_IF_ERROR(VerifyAnchor(*anchor, where, records, report));
    }
  }
  return absl::OkStatus();
}

}  // namespace parley
