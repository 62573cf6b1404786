// SPDX-License-Identifier: Apache-2.0
#ifndef PARLEY_INFRA_CLI_IMPORT_PROGRESS_H_
#define PARLEY_INFRA_CLI_IMPORT_PROGRESS_H_

#include <chrono>
#include <cstdint>
#include <string>

#include "infra/cli/terminal.h"

namespace parley::cli {

struct ProgressState {
  double fraction = 0;  // Of the bytes of the files, 0 to 1.
  std::int64_t rows = 0;
  double rows_per_second = 0;
  std::int64_t refused = 0;
};

// "[=====>    ]  53 %  15504 rows  12340 rows/s  0 refused".
std::string ProgressLine(const ProgressState& state);

// Tells how far an import is: a line that is written over itself on a terminal, and nothing but
// notes elsewhere.
class Progress {
 public:
  Progress(Terminal& terminal, std::int64_t total_bytes);

  // Shows where the import stands, at most ten times a second. The rows are those of this run.
  void Show(std::int64_t bytes, std::int64_t rows, std::int64_t refused);

  // Writes a line that stays.
  void Note(const std::string& line);

  // Ends the line that is written over.
  void Close();

  double seconds() const;

 private:
  using Clock = std::chrono::steady_clock;

  Terminal& terminal_;
  double total_bytes_;
  Clock::time_point began_ = Clock::now();
  Clock::time_point shown_;
  bool line_is_open_ = false;
};

}  // namespace parley::cli

#endif  // PARLEY_INFRA_CLI_IMPORT_PROGRESS_H_
