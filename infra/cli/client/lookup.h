// SPDX-License-Identifier: Apache-2.0
#ifndef PARLEY_INFRA_CLI_CLIENT_LOOKUP_H_
#define PARLEY_INFRA_CLI_CLIENT_LOOKUP_H_

#include <string>
#include <string_view>

#include "absl/functional/function_ref.h"
#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "infra/cli/client/client.h"
#include "parley/v1/creditor.pb.h"
#include "parley/v1/debt.pb.h"

namespace parley::cli {

// A text as a literal of a list's filter.
std::string Quoted(std::string_view text);

// Errors of all: those of the methods they call.

// The creditor with a code. Errors: CREDITOR_NOT_FOUND.
absl::StatusOr<v1::Creditor> FindCreditor(Client& client, const std::string& code);

// The creditor with a code or, for an empty one, the only creditor there is. Errors:
// CREDITOR_NOT_FOUND, REFERENCE_AMBIGUOUS naming the codes.
absl::StatusOr<v1::Creditor> FindCreditorOrOnly(Client& client, const std::string& code);

// The name of a debt that is named itself, or by its external reference (of one creditor, unless
// the code is empty). Errors: DEBT_NOT_FOUND, CREDITOR_NOT_FOUND, REFERENCE_AMBIGUOUS.
absl::StatusOr<std::string> FindDebt(Client& client, const std::string& name_or_reference,
                                     const std::string& creditor_code);

// The name of a debtor who is named itself, or by an external reference. Errors: DEBTOR_NOT_FOUND.
absl::StatusOr<std::string> FindDebtor(Client& client, const std::string& name_or_reference);

// Gives every debt that a filter selects, page by page.
absl::Status ForEachDebt(Client& client, const std::string& filter,
                         absl::FunctionRef<void(const v1::Debt&)> take);

// How to name a creditor to a person: the display name and the code or, where the credentials do
// not allow to read it, the resource name.
std::string CreditorTitle(Client& client, const std::string& name);

}  // namespace parley::cli

#endif  // PARLEY_INFRA_CLI_CLIENT_LOOKUP_H_
