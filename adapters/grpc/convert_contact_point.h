// SPDX-License-Identifier: Apache-2.0
#ifndef PARLEY_ADAPTERS_GRPC_CONVERT_CONTACT_POINT_H_
#define PARLEY_ADAPTERS_GRPC_CONVERT_CONTACT_POINT_H_

#include <string>

#include "absl/time/time.h"
#include "application/debtors/contact_points.h"
#include "application/debtors/look_up_debtors.h"
#include "application/ports/addresses.h"
#include "domain/common/violations.h"
#include "domain/debtor/contact_point.h"
#include "parley/v1/contact_point.pb.h"
#include "parley/v1/debtor_requests.pb.h"

namespace parley::grpc_api {

ContactPoints::Addition ReadAddContactPoint(const v1::AddContactPointRequest& request,
                                            const Addresses& addresses, absl::Time now,
                                            Violations& violations);
ContactPoints::Change ReadUpdateContactPoint(const v1::UpdateContactPointRequest& request,
                                             Violations& violations);
LookUpDebtors::Query ReadLookUpDebtors(const v1::LookUpDebtorsRequest& request, TenantId tenant,
                                       Violations& violations);

void WriteContactPoint(const KnownPoint& point, v1::ContactPoint& out);

// The contact point of a name, and what of it the caller has seen.
PartReference<ContactPointId> ReadPoint(const std::string& name, const std::string& etag,
                                        Violations& violations);

}  // namespace parley::grpc_api

#endif  // PARLEY_ADAPTERS_GRPC_CONVERT_CONTACT_POINT_H_
