// SPDX-License-Identifier: Apache-2.0
#include "adapters/postgres/prepared_statement.h"

#include <soci/postgresql/soci-postgresql.h>

#include "domain/common/status_macros.h"

namespace parley::postgres {
PreparedStatement::PreparedStatement(soci::session& session, const Query& query,
                                     std::span<const Argument> arguments)
    : columns_(static_cast<int>(query.columns)), inputs_(arguments.size()), statement_(session) {
  for (std::size_t at = 0; at < arguments.size(); ++at) {
    statement_.exchange(soci::use(inputs_[at], std::string(arguments[at].name)));
  }
  statement_.alloc();
  statement_.prepare(std::string(query.sql));
  statement_.define_and_bind();
}

absl::Status PreparedStatement::Run(std::span<const Argument> arguments, RowVisitor visit) {
  for (std::size_t at = 0; at < inputs_.size(); ++at) inputs_[at] = arguments[at].value;
  statement_.execute(true);
  const PGresult* result =
      static_cast<soci::postgresql_statement_backend*>(statement_.get_backend())->result_;
  if (PQnfields(result) != columns_) throw soci::soci_error("a query of other columns");
  const int rows = PQntuples(result);
  for (int row = 0; row < rows; ++row) {
    RowReader reader(result, row);
    PARLEY_RETURN_IF_ERROR(visit(reader));
  }
  return absl::OkStatus();
}

void PreparedStatement::Abandon() {
  // The destructor of SOCI's statement deallocates only what has a name.
  static_cast<soci::postgresql_statement_backend*>(statement_.get_backend())
      ->statementName_.clear();
}

}  // namespace parley::postgres
