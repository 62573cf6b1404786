// SPDX-License-Identifier: Apache-2.0
#include "infra/cli/import/progress.h"

#include <algorithm>

#include "absl/strings/str_format.h"

namespace parley::cli {
namespace {

constexpr int kBarWidth = 24;
constexpr std::chrono::milliseconds kInterval{100};
constexpr const char* kEraseToEndOfLine = "\x1b[K";

}  // namespace

std::string ProgressLine(const ProgressState& state) {
  const double fraction = std::clamp(state.fraction, 0.0, 1.0);
  const int filled = static_cast<int>(fraction * kBarWidth);
  std::string bar(static_cast<std::size_t>(filled), '=');
  if (filled < kBarWidth) bar += '>';
  bar.resize(kBarWidth, ' ');
  return absl::StrFormat("[%s] %3d %%  %d rows  %.0f rows/s  %d refused", bar,
                         static_cast<int>(fraction * 100), state.rows, state.rows_per_second,
                         state.refused);
}

Progress::Progress(Terminal& terminal, std::int64_t total_bytes)
    : terminal_(terminal),
      total_bytes_(static_cast<double>(std::max<std::int64_t>(1, total_bytes))) {}

void Progress::Show(std::int64_t bytes, std::int64_t rows, std::int64_t refused) {
  const Clock::time_point now = Clock::now();
  if (!terminal_.err_is_terminal || now - shown_ < kInterval) return;
  shown_ = now;
  line_is_open_ = true;
  const double rate = static_cast<double>(rows) / std::max(seconds(), 0.001);
  terminal_.err << '\r'
                << ProgressLine({static_cast<double>(bytes) / total_bytes_, rows, rate, refused})
                << kEraseToEndOfLine << std::flush;
}

void Progress::Note(const std::string& line) {
  if (line_is_open_) terminal_.err << '\r' << kEraseToEndOfLine;
  line_is_open_ = false;
  terminal_.err << line << '\n' << std::flush;
}

void Progress::Close() {
  if (line_is_open_) terminal_.err << '\n' << std::flush;
  line_is_open_ = false;
}

double Progress::seconds() const {
  return std::chrono::duration<double>(Clock::now() - began_).count();
}

}  // namespace parley::cli
