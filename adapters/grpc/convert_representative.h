// SPDX-License-Identifier: Apache-2.0
#ifndef PARLEY_ADAPTERS_GRPC_CONVERT_REPRESENTATIVE_H_
#define PARLEY_ADAPTERS_GRPC_CONVERT_REPRESENTATIVE_H_

#include "absl/time/time.h"
#include "application/debtors/representatives.h"
#include "domain/common/violations.h"
#include "parley/v1/representative.pb.h"

namespace parley::grpc_api {

Representatives::Addition ReadAddRepresentative(const v1::AddRepresentativeRequest& request,
                                                absl::Time now, Violations& violations);

void WriteRepresentative(DebtorId debtor, const Representative& representative, Day today,
                         v1::Representative& out);

}  // namespace parley::grpc_api

#endif  // PARLEY_ADAPTERS_GRPC_CONVERT_REPRESENTATIVE_H_
