// SPDX-License-Identifier: Apache-2.0
#ifndef PARLEY_APPLICATION_PORTS_RULEBOOK_READER_H_
#define PARLEY_APPLICATION_PORTS_RULEBOOK_READER_H_

#include <string>
#include <string_view>
#include <vector>

#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "domain/communication/check_rulebook.h"
#include "domain/communication/rulebook.h"

namespace parley {

// A rulebook, and the file that it was read from.
struct RulebookFile {
  Rulebook book;
  std::string text;
};

// Reads rulebooks from the text in which people write them.
class RulebookReader {
 public:
  virtual ~RulebookReader() = default;

  // A book that is sound by itself. Errors: RULEBOOK_UNSOUND, with the metadata's `faults`: a line
  // each, "LINE:COLUMN: what is wrong".
  virtual absl::StatusOr<Rulebook> Read(std::string_view text) const = 0;
  // The status of Read for faults of a text that it read.
  virtual absl::Status Refused(std::string_view text,
                               const std::vector<BookFault>& faults) const = 0;
};

}  // namespace parley

#endif  // PARLEY_APPLICATION_PORTS_RULEBOOK_READER_H_
