// SPDX-License-Identifier: Apache-2.0
#ifndef PARLEY_ADAPTERS_GRPC_CONVERT_TELL_H_
#define PARLEY_ADAPTERS_GRPC_CONVERT_TELL_H_

#include <optional>

#include "absl/time/time.h"
#include "application/debts/check_debts.h"
#include "application/debts/render_statement.h"
#include "application/debts/tell_debt.h"
#include "application/ports/plain_words.h"
#include "domain/common/id.h"
#include "domain/common/violations.h"
#include "parley/v1/debt_service.pb.h"
#include "parley/v1/document.pb.h"
#include "parley/v1/itemisation.pb.h"
#include "parley/v1/statement.pb.h"

namespace parley::grpc_api {

// What a query lacks when it is malformed is nil; then there are violations.
ItemiseDebt::Query ReadItemise(const v1::GetItemisationRequest& request, TenantId tenant,
                               absl::Time now, Violations& violations);
IssueStatement::Query ReadStatement(const v1::GetStatementRequest& request, TenantId tenant,
                                    absl::Time now, Violations& violations);
RenderStatement::Query ReadRender(const v1::RenderStatementRequest& request, TenantId tenant,
                                  absl::Time now, Violations& violations);

void Write(const ItemiseDebt::Result& result, v1::Itemisation& out);
void Write(const IssueStatement::Result& result, const Voice& voice, v1::Statement& out);
void Write(const CheckDebts::Result& result, v1::CheckInvariantsResponse& out);
void Write(RenderStatement::Result result, v1::Document& out);

}  // namespace parley::grpc_api

#endif  // PARLEY_ADAPTERS_GRPC_CONVERT_TELL_H_
