// SPDX-License-Identifier: Apache-2.0
#ifndef PARLEY_ADAPTERS_SYSTEM_JSON_LINE_H_
#define PARLEY_ADAPTERS_SYSTEM_JSON_LINE_H_

#include <span>
#include <string>
#include <string_view>

#include "absl/time/time.h"
#include "application/ports/log.h"

namespace parley {

// "debug", "info", "warning", "error".
std::string_view NameOf(LogLevel level);

// One record as one JSON object without a line feed: time, level, event, then its fields. Bytes
// that are no UTF-8 become U+FFFD.
std::string JsonLine(absl::Time time, LogLevel level, std::string_view event,
                     std::span<const LogField> fields);

}  // namespace parley

#endif  // PARLEY_ADAPTERS_SYSTEM_JSON_LINE_H_
