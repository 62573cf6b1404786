// SPDX-License-Identifier: Apache-2.0
#ifndef PARLEY_ADAPTERS_GRPC_CONVERT_WISHES_H_
#define PARLEY_ADAPTERS_GRPC_CONVERT_WISHES_H_

#include "absl/time/time.h"
#include "application/debtors/contact_wishes.h"
#include "application/ports/time_zones.h"
#include "domain/common/violations.h"
#include "parley/v1/contact_wishes.pb.h"

namespace parley::grpc_api {

ContactWishes::Liking ReadLiking(const v1::Preferences& in, Violations& violations);
Inconvenience ReadInconvenience(DebtorId debtor, const v1::Inconvenience& in, absl::Time now,
                                Violations& violations);
Location ReadLocation(const v1::Location& in, const TimeZones& zones, absl::Time now,
                      Violations& violations);

void WriteLiking(const ContactWishes::Liking& liking, v1::Preferences& out);
void WriteInconvenience(DebtorId debtor, const Inconvenience& inconvenience,
                        v1::Inconvenience& out);
void WriteLocation(const Location& location, v1::Location& out);

}  // namespace parley::grpc_api

#endif  // PARLEY_ADAPTERS_GRPC_CONVERT_WISHES_H_
