// SPDX-License-Identifier: Apache-2.0
#include "adapters/postgres/prepared_statement.h"

#include <soci/postgresql/soci-postgresql.h>

#include "domain/common/status_macros.h"

namespace parley::postgres {

PreparedStatement::PreparedStatement(soci::session& session, const Query& query,
                                     std::span<const Argument> arguments)
    : inputs_(arguments.size()),
      outputs_(query.columns),
      indicators_(query.columns, soci::i_ok),
      cells_(query.columns),
      statement_(session) {
  for (std::size_t at = 0; at < arguments.size(); ++at) {
    statement_.exchange(soci::use(inputs_[at], std::string(arguments[at].name)));
  }
  for (std::size_t at = 0; at < outputs_.size(); ++at) {
    statement_.exchange(soci::into(outputs_[at], indicators_[at]));
  }
  statement_.alloc();
  statement_.prepare(std::string(query.sql));
  statement_.define_and_bind();
}

absl::Status PreparedStatement::Run(std::span<const Argument> arguments, RowVisitor visit) {
  for (std::size_t at = 0; at < inputs_.size(); ++at) inputs_[at] = arguments[at].value;
  for (bool got = statement_.execute(true); got; got = statement_.fetch()) {
    CopyRow();
    RowReader reader(cells_);
    PARLEY_RETURN_IF_ERROR(visit(reader));
  }
  return absl::OkStatus();
}

void PreparedStatement::CopyRow() {
  for (std::size_t at = 0; at < cells_.size(); ++at) {
    cells_[at].is_null = indicators_[at] == soci::i_null;
    cells_[at].text.swap(outputs_[at]);
  }
}

void PreparedStatement::Abandon() {
  // The destructor of SOCI's statement deallocates only what has a name.
  static_cast<soci::postgresql_statement_backend*>(statement_.get_backend())
      ->statementName_.clear();
}

}  // namespace parley::postgres
