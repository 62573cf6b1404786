// SPDX-License-Identifier: Apache-2.0
#ifndef PARLEY_ADAPTERS_GRPC_CONVERT_CIRCUMSTANCE_H_
#define PARLEY_ADAPTERS_GRPC_CONVERT_CIRCUMSTANCE_H_

#include "absl/time/time.h"
#include "application/debtors/circumstances.h"
#include "domain/common/violations.h"
#include "parley/v1/circumstance.pb.h"

namespace parley::grpc_api {

ToldCircumstance ReadCircumstance(DebtorId debtor, const v1::Circumstance& in, absl::Time now,
                                  Violations& violations);
LifeCircumstances::Update ReadReviseCircumstance(const v1::ReviseCircumstanceRequest& request,
                                                 Violations& violations);
LifeCircumstances::End ReadEndCircumstance(const v1::EndCircumstanceRequest& request,
                                           Violations& violations);

void WriteCircumstance(DebtorId debtor, const LifeCircumstance& one, v1::Circumstance& out);

}  // namespace parley::grpc_api

#endif  // PARLEY_ADAPTERS_GRPC_CONVERT_CIRCUMSTANCE_H_
