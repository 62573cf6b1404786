// SPDX-License-Identifier: Apache-2.0
#ifndef PARLEY_ADAPTERS_GRPC_CONVERT_TERMS_H_
#define PARLEY_ADAPTERS_GRPC_CONVERT_TERMS_H_

#include <optional>

#include "application/debts/change_terms.h"
#include "domain/common/currency.h"
#include "domain/common/violations.h"
#include "domain/debt/revise_terms.h"
#include "parley/v1/settings.pb.h"
#include "parley/v1/terms.pb.h"

namespace parley::grpc_api {

// None when there is no command to be made of the request; then there are violations.
std::optional<ChangeTerms::Command> ReadChangeTerms(const v1::ChangeTermsRequest& request,
                                                    Violations& violations);

void Write(const ChangeNotice& notice, Currency currency, v1::ChangeNotice& out);
void Write(const ChangeTerms::Result& result, v1::ChangeTermsResponse& out);

}  // namespace parley::grpc_api

#endif  // PARLEY_ADAPTERS_GRPC_CONVERT_TERMS_H_
