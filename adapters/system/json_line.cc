// SPDX-License-Identifier: Apache-2.0
#include "adapters/system/json_line.h"

#include <algorithm>
#include <cstdint>
#include <nlohmann/json.hpp>
#include <variant>

#include "absl/strings/str_cat.h"

namespace parley {
namespace {

using nlohmann::json;

bool IsPlain(char c) { return c >= ' ' && c <= '~' && c != '"' && c != '\\'; }

// Nearly all texts need no escape; the library is asked for those that do.
void AppendText(std::string& line, std::string_view text) {
  if (std::all_of(text.begin(), text.end(), IsPlain)) {
    line.append(1, '"').append(text).append(1, '"');
  } else {
    line += json(text).dump(-1, ' ', false, json::error_handler_t::replace);
  }
}

void AppendName(std::string& line, std::string_view name) {
  line += line.empty() ? '{' : ',';
  AppendText(line, name);
  line += ':';
}

struct AppendValue {
  std::string& line;

  void operator()(std::string_view text) const { AppendText(line, text); }
  void operator()(std::int64_t number) const { absl::StrAppend(&line, number); }
  void operator()(bool truth) const { line += truth ? "true" : "false"; }
};

}  // namespace

std::string_view NameOf(LogLevel level) {
  switch (level) {
    case LogLevel::kDebug:
      return "debug";
    case LogLevel::kInfo:
      return "info";
    case LogLevel::kWarning:
      return "warning";
    case LogLevel::kError:
      return "error";
  }
  return {};
}

std::string JsonLine(absl::Time time, LogLevel level, std::string_view event,
                     std::span<const LogField> fields) {
  std::string line;
  line.reserve(256);
  AppendName(line, "time");
  AppendText(line, absl::FormatTime("%Y-%m-%dT%H:%M:%E6SZ", time, absl::UTCTimeZone()));
  AppendName(line, "level");
  AppendText(line, NameOf(level));
  AppendName(line, "event");
  AppendText(line, event);
  for (const LogField& field : fields) {
    AppendName(line, field.name);
    std::visit(AppendValue{line}, field.value);
  }
  line += '}';
  return line;
}

}  // namespace parley
