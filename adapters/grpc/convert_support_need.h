// SPDX-License-Identifier: Apache-2.0
#ifndef PARLEY_ADAPTERS_GRPC_CONVERT_SUPPORT_NEED_H_
#define PARLEY_ADAPTERS_GRPC_CONVERT_SUPPORT_NEED_H_

#include "absl/time/time.h"
#include "application/debtors/support_needs.h"
#include "domain/common/violations.h"
#include "parley/v1/support_need.pb.h"

namespace parley::grpc_api {

SupportNeed ReadSupportNeed(const v1::SupportNeed& in, absl::Time now, Violations& violations);
SupportNeeds::End ReadEndSupportNeed(const v1::EndSupportNeedRequest& request,
                                     Violations& violations);

void WriteSupportNeed(DebtorId debtor, const SupportNeed& need, v1::SupportNeed& out);

}  // namespace parley::grpc_api

#endif  // PARLEY_ADAPTERS_GRPC_CONVERT_SUPPORT_NEED_H_
