// SPDX-License-Identifier: Apache-2.0
#ifndef PARLEY_INFRA_SERVER_JOBS_H_
#define PARLEY_INFRA_SERVER_JOBS_H_

#include <map>
#include <memory>
#include <string>
#include <string_view>

#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "absl/time/time.h"
#include "adapters/system/line_file.h"
#include "application/access_log.h"
#include "application/ports/answers.h"
#include "application/ports/audit.h"
#include "application/ports/clock.h"
#include "application/ports/log.h"
#include "application/ports/seals.h"

namespace parley::server {

// Logs what a job did not get done: the reason alone, for a message may hold what is not for the
// log.
void LogFailure(Log& log, std::string_view event, const absl::Status& status);

// Keeps anchors of every tenant's audit trail in a file outside the store.
class AnchorJob {
 public:
  struct Parts {
    AuditRecords& records;
    const AuditSeal& seal;
    const Clock& clock;
    Log& log;
  };

  // Goes on after the file's last line. Errors: those of LineFile::Open, and FAILED_PRECONDITION
  // for a file that does not end with an anchor.
  static absl::StatusOr<std::unique_ptr<AnchorJob>> Open(const Parts& parts,
                                                         const std::string& path);

  // Adds a line for each tenant whose trail grew since its last one. What fails is logged, and done
  // the next time.
  void Run();

 private:
  AnchorJob(const Parts& parts, std::unique_ptr<LineFile> file)
      : parts_(parts), file_(std::move(file)) {}

  absl::Status Continue();
  absl::Status Anchor(TenantId tenant);

  const Parts parts_;
  const std::unique_ptr<LineFile> file_;
  Fingerprint previous_{};
  std::map<TenantId, std::string> digests_;  // Of each tenant's last line.
};

// Forgets answers that were given too long ago, in slices, so that no transaction is long.
class PruneJob {
 public:
  struct Parts {
    AuditRecords& tenants;
    GivenAnswers& answers;
    const Clock& clock;
    Log& log;
  };

  PruneJob(const Parts& parts, absl::Duration kept) : parts_(parts), kept_(kept) {}

  void Run();

 private:
  static constexpr int kSlice = 1000;

  absl::StatusOr<int> Prune(TenantId tenant, absl::Time before);

  const Parts parts_;
  const absl::Duration kept_;
};

// Writes the reads of personal data that wait; what cannot be written waits on.
void FlushAccessLog(AccessLog& access_log, Log& log);

}  // namespace parley::server

#endif  // PARLEY_INFRA_SERVER_JOBS_H_
