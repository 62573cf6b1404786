// SPDX-License-Identifier: Apache-2.0
#include "adapters/system/json_log.h"

#include <spdlog/async.h>
#include <spdlog/async_logger.h>
#include <spdlog/sinks/base_sink.h>
#include <unistd.h>

#include <cerrno>
#include <cstdint>
#include <cstdio>
#include <utility>

#include "absl/status/status.h"
#include "adapters/system/json_line.h"

namespace parley {
namespace {

struct CloseFile {
  void operator()(std::FILE* file) const { std::fclose(file); }
};
using File = std::unique_ptr<std::FILE, CloseFile>;
using Workers = spdlog::details::thread_pool;

// A descriptor of our own for the standard error, so that its buffer is ours too.
File OpenFile(const std::string& path) {
  return File(path.empty() ? ::fdopen(::dup(STDERR_FILENO), "a") : std::fopen(path.c_str(), "ae"));
}

// Writes lines that are whole already. It is called by the one worker thread alone. Under load the
// lines gather in the file's buffer; when none waits, or one tells of an error, they are brought
// out.
class LineSink final : public spdlog::sinks::base_sink<spdlog::details::null_mutex> {
 public:
  LineSink(File file, Workers& workers, const Clock& clock)
      : file_(std::move(file)), workers_(workers), clock_(clock) {}

  // Tells how many records were dropped since it told last, if any were.
  void ReportDropped(std::size_t dropped) {
    if (dropped == reported_) return;
    const LogField count{"count", static_cast<std::int64_t>(dropped - reported_)};
    Write(JsonLine(clock_.Now(), LogLevel::kWarning, "records_dropped", {&count, 1}));
    reported_ = dropped;
  }

 protected:
  // NOLINTNEXTLINE(readability-identifier-naming): spdlog's name.
  void sink_it_(const spdlog::details::log_msg& message) override {
    Write(std::string_view(message.payload.data(), message.payload.size()));
    if (message.level < spdlog::level::err && workers_.queue_size() > 0) return;
    ReportDropped(workers_.overrun_counter());
    flush_();
  }

  // NOLINTNEXTLINE(readability-identifier-naming): spdlog's name.
  void flush_() override { std::fflush(file_.get()); }

 private:
  void Write(std::string_view line) {
    std::fwrite(line.data(), 1, line.size(), file_.get());
    std::fputc('\n', file_.get());
  }

  File file_;
  Workers& workers_;
  const Clock& clock_;
  std::size_t reported_ = 0;
};

spdlog::level::level_enum SpdlogLevel(LogLevel level) {
  return level == LogLevel::kError ? spdlog::level::err : spdlog::level::info;
}

}  // namespace

// spdlog shares these between itself and us.
class JsonLog::Pipe {
 public:
  Pipe(File file, std::size_t most_waiting, const Clock& clock)
      : workers_(std::make_shared<Workers>(most_waiting, 1)),
        sink_(std::make_shared<LineSink>(std::move(file), *workers_, clock)),
        logger_(std::make_shared<spdlog::async_logger>(
            "parley", sink_, workers_, spdlog::async_overflow_policy::overrun_oldest)) {}
  Pipe(const Pipe&) = delete;
  Pipe& operator=(const Pipe&) = delete;
  ~Pipe() {
    const std::size_t dropped = workers_->overrun_counter();
    logger_.reset();
    workers_.reset();  // Writes what waits.
    sink_->ReportDropped(dropped);
  }

  void Write(LogLevel level, const std::string& line) {
    logger_->log(SpdlogLevel(level), spdlog::string_view_t(line.data(), line.size()));
  }

 private:
  std::shared_ptr<Workers> workers_;
  std::shared_ptr<LineSink> sink_;
  std::shared_ptr<spdlog::async_logger> logger_;
};

absl::StatusOr<std::unique_ptr<JsonLog>> JsonLog::Open(const JsonLogOptions& options,
                                                       const Clock& clock) {
  File file = OpenFile(options.file);
  if (file == nullptr) {
    return absl::ErrnoToStatus(errno, options.file.empty() ? "the standard error" : options.file);
  }
  auto pipe = std::make_unique<Pipe>(std::move(file), options.most_waiting, clock);
  return std::unique_ptr<JsonLog>(new JsonLog(options.least, clock, std::move(pipe)));
}

JsonLog::JsonLog(LogLevel least, const Clock& clock, std::unique_ptr<Pipe> pipe)
    : least_(least), clock_(clock), pipe_(std::move(pipe)) {}

JsonLog::~JsonLog() = default;

void JsonLog::Write(LogLevel level, std::string_view event, std::span<const LogField> fields) {
  if (Takes(level)) pipe_->Write(level, JsonLine(clock_.Now(), level, event, fields));
}

}  // namespace parley
