// SPDX-License-Identifier: Apache-2.0
#ifndef PARLEY_ADAPTERS_POSTGRES_PREPARED_STATEMENT_H_
#define PARLEY_ADAPTERS_POSTGRES_PREPARED_STATEMENT_H_

#include <soci/soci.h>

#include <cstddef>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "absl/functional/function_ref.h"
#include "absl/status/status.h"
#include "adapters/postgres/row_reader.h"

namespace parley::postgres {

// A read, in SOCI's spelling: parameters are `:name`, and may occur more than once.
struct Query {
  std::string_view sql;
  std::size_t columns = 0;  // How many it selects.
};

// A parameter's value in PostgreSQL's text form.
struct Argument {
  std::string_view name;
  std::string value;
};

// Called for each row; what is not OK ends the reading.
using RowVisitor = absl::FunctionRef<absl::Status(RowReader&)>;

// A query that is prepared once and run often. SOCI keeps the addresses of what is bound, so inputs
// live here, beside the statement, and nothing of it moves. Rows are read from the result where it
// lies: what SOCI binds for output is copied column by column, which takes most of a long read.
class PreparedStatement {
 public:
  // Throws what SOCI throws.
  PreparedStatement(soci::session& session, const Query& query,
                    std::span<const Argument> arguments);
  PreparedStatement(const PreparedStatement&) = delete;
  PreparedStatement& operator=(const PreparedStatement&) = delete;

  // The arguments come in the order of the first time. Throws what SOCI throws.
  absl::Status Run(std::span<const Argument> arguments, RowVisitor visit);

  // The session ends, and the server forgets its statements by itself: a word to it about each of
  // them would cost a round trip.
  void Abandon();

 private:
  const int columns_;
  std::vector<std::string> inputs_;
  soci::statement statement_;
};

}  // namespace parley::postgres

#endif  // PARLEY_ADAPTERS_POSTGRES_PREPARED_STATEMENT_H_
