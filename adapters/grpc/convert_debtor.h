// SPDX-License-Identifier: Apache-2.0
#ifndef PARLEY_ADAPTERS_GRPC_CONVERT_DEBTOR_H_
#define PARLEY_ADAPTERS_GRPC_CONVERT_DEBTOR_H_

#include "application/debtors/create_debtor.h"
#include "application/debtors/update_debtor.h"
#include "application/ports/time_zones.h"
#include "domain/common/violations.h"
#include "domain/debtor/debtor.h"
#include "parley/v1/debtor.pb.h"
#include "parley/v1/debtor_service.pb.h"

namespace parley::grpc_api {

// Nobody said is a natural person, who is protected most.
DebtorKind ReadDebtorKind(v1::DebtorKind kind);
v1::DebtorKind WriteDebtorKind(DebtorKind kind);

CreateDebtor::Command ReadCreateDebtor(const v1::CreateDebtorRequest& request,
                                       const TimeZones& zones, Violations& violations);
UpdateDebtor::Command ReadUpdateDebtor(const v1::UpdateDebtorRequest& request,
                                       const TimeZones& zones, Violations& violations);

void Write(const Debtor& debtor, v1::Debtor& out);

}  // namespace parley::grpc_api

#endif  // PARLEY_ADAPTERS_GRPC_CONVERT_DEBTOR_H_
