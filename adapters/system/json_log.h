// SPDX-License-Identifier: Apache-2.0
#ifndef PARLEY_ADAPTERS_SYSTEM_JSON_LOG_H_
#define PARLEY_ADAPTERS_SYSTEM_JSON_LOG_H_

#include <cstddef>
#include <memory>
#include <span>
#include <string>
#include <string_view>

#include "absl/status/statusor.h"
#include "application/ports/clock.h"
#include "application/ports/log.h"

namespace parley {

struct JsonLogOptions {
  LogLevel least = LogLevel::kInfo;  // Records below it are thrown away.
  std::string file;                  // Appended to; empty for the standard error.
  std::size_t most_waiting = 8192;   // Records.
};

// Writes each record as one line of JSON (json_line.h), by a thread of its own. When records come
// faster than they can be written, the oldest that wait are dropped, and a record "records_dropped"
// says how many; nobody waits for a slow disk. The lines that wait are written when it goes.
class JsonLog final : public Log {
 public:
  // Errors: that of the system, for a file that cannot be opened.
  static absl::StatusOr<std::unique_ptr<JsonLog>> Open(const JsonLogOptions& options,
                                                       const Clock& clock);
  ~JsonLog() override;

  bool Takes(LogLevel level) const override { return level >= least_; }

  using Log::Write;
  void Write(LogLevel level, std::string_view event, std::span<const LogField> fields) override;

 private:
  class Pipe;

  JsonLog(LogLevel least, const Clock& clock, std::unique_ptr<Pipe> pipe);

  const LogLevel least_;
  const Clock& clock_;
  std::unique_ptr<Pipe> pipe_;
};

}  // namespace parley

#endif  // PARLEY_ADAPTERS_SYSTEM_JSON_LOG_H_
