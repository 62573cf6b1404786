// SPDX-License-Identifier: Apache-2.0
#include "infra/server/jobs.h"

#include <cstdint>
#include <optional>
#include <string_view>
#include <utility>
#include <vector>

#include "application/audit/anchor.h"
#include "domain/common/reason.h"
#include "domain/common/status_macros.h"

namespace parley::server {

void LogFailure(Log& log, std::string_view event, const absl::Status& status) {
  const Reason reason = ReasonOf(status).value_or(Reason::kInternal);
  log.Write(LogLevel::kWarning, event, {{"reason", RowOf(reason).name}});
}

absl::StatusOr<std::unique_ptr<AnchorJob>> AnchorJob::Open(const Parts& parts,
                                                           const std::string& path) {
  PARLEY_ASSIGN_OR_RETURN(std::unique_ptr<LineFile> file, LineFile::Open(path));
  std::unique_ptr<AnchorJob> job(new AnchorJob(parts, std::move(file)));
  if (!job->Continue().ok()) {
    return absl::FailedPreconditionError(path + ": its last line is no anchor");
  }
  return job;
}

absl::Status AnchorJob::Continue() {
  for (const std::string& line : file_->lines()) {
    const std::optional<parley::Anchor> anchor = ParseAnchor(line);
    // A line in the midst that is none is the verifier's to find.
    if (!anchor.has_value()) continue;
    digests_[anchor->tenant] = anchor->digest.digest;
    previous_ = anchor->mac;
  }
  const bool ends_well = file_->lines().empty() || ParseAnchor(file_->lines().back()).has_value();
  return ends_well ? absl::OkStatus() : absl::DataLossError("no anchor");
}

void AnchorJob::Run() {
  const absl::StatusOr<std::vector<TenantId>> tenants = parts_.records.Tenants();
  if (!tenants.ok()) return LogFailure(parts_.log, "anchor_failed", tenants.status());
  for (const TenantId& tenant : *tenants) {
    const absl::Status anchored = Anchor(tenant);
    if (!anchored.ok()) LogFailure(parts_.log, "anchor_failed", anchored);
  }
}

absl::Status AnchorJob::Anchor(TenantId tenant) {
  PARLEY_ASSIGN_OR_RETURN(
      const parley::Anchor anchor,
      TakeAnchor(parts_.records, tenant, parts_.clock.Now(), previous_, parts_.seal));
  std::string& digest = digests_[tenant];
  if (digest == anchor.digest.digest) return absl::OkStatus();
  PARLEY_RETURN_IF_ERROR(file_->Append(FormatAnchor(anchor)));
  previous_ = anchor.mac;
  digest = anchor.digest.digest;
  parts_.log.Write(LogLevel::kInfo, "anchored",
                   {{"tenant", tenant.ToString()}, {"chains", anchor.digest.chains}});
  return absl::OkStatus();
}

void PruneJob::Run() {
  const absl::StatusOr<std::vector<TenantId>> tenants = parts_.tenants.Tenants();
  if (!tenants.ok()) return LogFailure(parts_.log, "pruning_failed", tenants.status());
  const absl::Time before = parts_.clock.Now() - kept_;
  for (const TenantId& tenant : *tenants) {
    const absl::StatusOr<int> pruned = Prune(tenant, before);
    if (!pruned.ok()) LogFailure(parts_.log, "pruning_failed", pruned.status());
    if (pruned.value_or(0) == 0) continue;
    parts_.log.Write(LogLevel::kInfo, "answers_pruned",
                     {{"tenant", tenant.ToString()}, {"count", std::int64_t{*pruned}}});
  }
}

absl::StatusOr<int> PruneJob::Prune(TenantId tenant, absl::Time before) {
  int all = 0;
  int slice = kSlice;
  while (slice == kSlice) {
    PARLEY_ASSIGN_OR_RETURN(slice, parts_.answers.Prune(tenant, before, kSlice));
    all += slice;
  }
  return all;
}

void FlushAccessLog(AccessLog& access_log, Log& log) {
  const absl::Status flushed = access_log.Flush();
  if (!flushed.ok()) LogFailure(log, "access_log_waits", flushed);
}

}  // namespace parley::server
