// SPDX-License-Identifier: Apache-2.0
#ifndef PARLEY_ADAPTERS_GRPC_CONVERT_PERMISSION_H_
#define PARLEY_ADAPTERS_GRPC_CONVERT_PERMISSION_H_

#include "absl/time/time.h"
#include "application/debtors/permissions.h"
#include "domain/common/violations.h"
#include "domain/debtor/consent.h"
#include "parley/v1/consent.pb.h"

namespace parley::grpc_api {

ConsentFact ReadConsent(DebtorId debtor, const v1::Consent& in, absl::Time now,
                        Violations& violations);
OptOut ReadOptOut(DebtorId debtor, const v1::OptOut& in, absl::Time now, Violations& violations);
Permissions::Lift ReadLift(const v1::LiftOptOutRequest& request, Violations& violations);

void WriteConsent(DebtorId debtor, const ConsentFact& fact, v1::Consent& out);
void WriteOptOut(DebtorId debtor, const OptOut& opt_out, v1::OptOut& out);

}  // namespace parley::grpc_api

#endif  // PARLEY_ADAPTERS_GRPC_CONVERT_PERMISSION_H_
