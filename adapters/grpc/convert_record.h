// SPDX-License-Identifier: Apache-2.0
#ifndef PARLEY_ADAPTERS_GRPC_CONVERT_RECORD_H_
#define PARLEY_ADAPTERS_GRPC_CONVERT_RECORD_H_

#include "absl/time/time.h"
#include "application/ports/time_zones.h"
#include "domain/debtor/debtor_record.h"
#include "parley/v1/debtor_record.pb.h"

namespace parley::grpc_api {

// What bears on whether a debtor may be spoken to, as of now: wishes, places and needs as far as
// they are in force, and all that was ever known of the rest.
void WriteRecord(const DebtorRecord& record, const TimeZones& zones, absl::Time now,
                 v1::DebtorRecord& out);

}  // namespace parley::grpc_api

#endif  // PARLEY_ADAPTERS_GRPC_CONVERT_RECORD_H_
