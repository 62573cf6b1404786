// SPDX-License-Identifier: Apache-2.0
#ifndef PARLEY_ADAPTERS_GRPC_CONVERT_EXPLAIN_H_
#define PARLEY_ADAPTERS_GRPC_CONVERT_EXPLAIN_H_

#include "application/debts/explain_debt.h"
#include "application/ports/plain_words.h"
#include "domain/common/id.h"
#include "domain/common/violations.h"
#include "parley/v1/explanation.pb.h"

namespace parley::grpc_api {

// What a query lacks when it is malformed is nil; then there are violations.
ExplainDebt::Query ReadExplain(const v1::ExplainStatusRequest& request, TenantId tenant,
                               Violations& violations);

void Write(const ExplainDebt::Result& result, const Voice& voice, v1::StatusExplanation& out);

}  // namespace parley::grpc_api

#endif  // PARLEY_ADAPTERS_GRPC_CONVERT_EXPLAIN_H_
