// SPDX-License-Identifier: Apache-2.0
#include "adapters/postgres/prepared_statement.h"

#include <soci/postgresql/soci-postgresql.h>

#include "domain/common/status_macros.h"

namespace parley::postgres {
namespace {

void ShowRow(const PGresult* result, int row, std::span<Cell> cells) {
  int column = 0;
  for (Cell& cell : cells) {
    cell.is_null = PQgetisnull(result, row, column) == 1;
    cell.text = {PQgetvalue(result, row, column),
                 static_cast<std::size_t>(PQgetlength(result, row, column))};
    ++column;
  }
}

}  // namespace

PreparedStatement::PreparedStatement(soci::session& session, const Query& query,
                                     std::span<const Argument> arguments)
    : inputs_(arguments.size()), cells_(query.columns), statement_(session) {
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
  const int rows = PQntuples(result);
  for (int row = 0; row < rows; ++row) {
    ShowRow(result, row, cells_);
    RowReader reader(cells_);
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
