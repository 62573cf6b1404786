// SPDX-License-Identifier: Apache-2.0
#ifndef PARLEY_INFRA_CLI_OUTPUT_STATEMENT_TEXT_H_
#define PARLEY_INFRA_CLI_OUTPUT_STATEMENT_TEXT_H_

#include <string>

#include "parley/v1/debt.pb.h"
#include "parley/v1/itemisation.pb.h"
#include "parley/v1/statement.pb.h"

namespace parley::cli {

// The parts of a statement: what was owed, each movement, and what is owed, which is the sum.
// False when a sum does not come out.
bool AddsUp(const v1::Statement& statement);
bool AddsUp(const v1::Itemisation& itemisation);

// A statement for a person to read. `creditor` is its title.
std::string PaperText(const v1::Debt& debt, const v1::Statement& statement,
                      const std::string& creditor);

// A breakdown for a person to read.
std::string PaperText(const v1::Debt& debt, const v1::Itemisation& itemisation,
                      const std::string& creditor);

}  // namespace parley::cli

#endif  // PARLEY_INFRA_CLI_OUTPUT_STATEMENT_TEXT_H_
