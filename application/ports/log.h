// SPDX-License-Identifier: Apache-2.0
#ifndef PARLEY_APPLICATION_PORTS_LOG_H_
#define PARLEY_APPLICATION_PORTS_LOG_H_

#include <cstdint>
#include <initializer_list>
#include <span>
#include <string_view>
#include <variant>

namespace parley {

// How much a record matters to an operator. Successful reads are kDebug, changes and refusals
// kInfo, what broke is kError.
enum class LogLevel : std::uint8_t { kDebug, kInfo, kWarning, kError };

// One named value of a record. The views live as long as the call that writes the record.
struct LogField {
  std::string_view name;
  std::variant<std::string_view, std::int64_t, bool> value;
};

// Takes structured records: an event's name and its fields. A record never holds personal data,
// nor a database's own text. It may be called from any thread and does not block on a slow reader.
class Log {
 public:
  virtual ~Log() = default;

  // False when records of this level are thrown away, so that none need be made.
  virtual bool Takes(LogLevel level) const = 0;

  virtual void Write(LogLevel level, std::string_view event, std::span<const LogField> fields) = 0;

  void Write(LogLevel level, std::string_view event, std::initializer_list<LogField> fields) {
    Write(level, event, std::span<const LogField>(fields.begin(), fields.size()));
  }
};

}  // namespace parley

#endif  // PARLEY_APPLICATION_PORTS_LOG_H_
