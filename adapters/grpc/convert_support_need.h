// SPDX-License-Identifier: Apache-2.0
#ifndef PARLEY_ADAPTERS_GRPC_CONVERT_SUPPORT_NEED_H_
#define PARLEY_ADAPTERS_GRPC_CONVERT_SUPPORT_NEED_H_

#include <string>

#include "absl/time/time.h"
#include "application/debtors/support_needs.h"
#include "domain/common/violations.h"
#include "parley/v1/support_need.pb.h"

namespace parley::grpc_api {

Vulnerability ReadVulnerability(const v1::Vulnerability& in, const std::string& field,
                                absl::Time now, Violations& violations);
SupportNeed ReadSupportNeed(const v1::SupportNeed& in, absl::Time now, Violations& violations);
SupportNeeds::End ReadEndSupportNeed(const v1::EndSupportNeedRequest& request,
                                     Violations& violations);

void WriteVulnerability(const Vulnerability& vulnerability, v1::Vulnerability& out);
void WriteSupportNeed(DebtorId debtor, const SupportNeed& need, v1::SupportNeed& out);

}  // namespace parley::grpc_api

#endif  // PARLEY_ADAPTERS_GRPC_CONVERT_SUPPORT_NEED_H_
