// SPDX-License-Identifier: Apache-2.0
#ifndef PARLEY_INFRA_CLI_IMPORT_VERDICT_H_
#define PARLEY_INFRA_CLI_IMPORT_VERDICT_H_

#include <cstdint>
#include <string>
#include <vector>

#include "infra/cli/import/import_source.h"
#include "parley/v1/debt_import.pb.h"

namespace parley::cli {

// One line of a verdict file: what became of a row.
struct Verdict {
  std::int64_t row = 0;  // The row's number over all files, from 1.
  std::string file;
  std::int64_t line = 0;
  std::string external_ref;
  std::string entry_ref;
  std::string outcome;  // "PLACED", "POSTED", "DUPLICATE", "REFUSED", "VALID".
  std::string name;     // Of the debt or entry.
  std::string reason;
  std::string message;
  std::string details;  // Each fault with its column, and each warning.
};

// The verdict that the server gave on a row.
Verdict GivenVerdict(const SourceRow& row, const v1::RowVerdict& verdict);

// The refusal of a row that cannot be sent.
Verdict LocalRefusal(const SourceRow& row);

// How many rows came out which way.
class Tally {
 public:
  void Count(const std::string& outcome);

  std::int64_t rows() const { return placed + posted + duplicate + refused + valid; }

  // "3318 placed, 26009 posted, 0 duplicate, 0 refused"; valid ones, of a rehearsal, stand first.
  std::string ToText() const;

  std::int64_t placed = 0;
  std::int64_t posted = 0;
  std::int64_t duplicate = 0;
  std::int64_t refused = 0;
  std::int64_t valid = 0;
};

}  // namespace parley::cli

#endif  // PARLEY_INFRA_CLI_IMPORT_VERDICT_H_
