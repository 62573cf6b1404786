// SPDX-License-Identifier: Apache-2.0
#ifndef PARLEY_INFRA_CLI_IMPORT_IMPORTER_H_
#define PARLEY_INFRA_CLI_IMPORT_IMPORTER_H_

#include <cstddef>
#include <deque>
#include <span>
#include <vector>

#include "absl/status/status.h"
#include "absl/time/time.h"
#include "infra/cli/client/client.h"
#include "infra/cli/import/import_call.h"
#include "infra/cli/import/import_source.h"
#include "infra/cli/import/progress.h"
#include "infra/cli/import/verdict_file.h"
#include "parley/v1/debt_import.pb.h"

namespace parley::cli {

struct ImportSettings {
  v1::ImportOptions options;
  // How long to go on trying while the server cannot be reached.
  absl::Duration patience = absl::Seconds(60);
};

// Sends the rows that have no verdict yet, several messages ahead of the verdicts, and writes each
// verdict down as it comes. When the stream breaks it begins another with the rows that are still
// without a verdict: those that were written all the same are recognised by their references.
class Importer {
 public:
  // All must outlive the importer.
  struct Parts {
    Client& client;
    ImportSource& source;
    VerdictFile& verdicts;
    Progress& progress;
  };

  Importer(const Parts& parts, ImportSettings settings)
      : parts_(parts), settings_(std::move(settings)) {}

  // OK when every row has its verdict. Errors: the server's; UNAVAILABLE once patience is over;
  // those of the files.
  absl::Status Run();

 private:
  absl::Status Attempt();
  bool Send(ImportCall& call, bool first);
  void FillMessage(v1::ImportDebtsRequest& message);
  bool ReadRow();
  absl::Status Take(std::span<const v1::RowVerdict> verdicts);
  void ShowProgress();
  std::int64_t RowsOfThisRun() const;

  Parts parts_;
  ImportSettings settings_;
  std::deque<SourceRow> unanswered_;  // In their order; the first `sent_` are on the present call.
  std::size_t sent_ = 0;
  std::int64_t rows_before_ = 0;
  bool may_retry_ = false;   // After the attempt that failed.
  absl::Status file_error_;  // Of writing verdicts while rows were read.
};

}  // namespace parley::cli

#endif  // PARLEY_INFRA_CLI_IMPORT_IMPORTER_H_
