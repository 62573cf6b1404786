// SPDX-License-Identifier: Apache-2.0
#ifndef PARLEY_ADAPTERS_GRPC_CONVERT_WORK_H_
#define PARLEY_ADAPTERS_GRPC_CONVERT_WORK_H_

#include <string>
#include <string_view>
#include <vector>

#include "application/ports/work_items.h"
#include "application/worklist/claim_next_work.h"
#include "application/worklist/claim_work.h"
#include "domain/common/sensitive.h"
#include "domain/common/violations.h"
#include "domain/worklist/work_item.h"
#include "parley/v1/work.pb.h"
#include "parley/v1/work_service.pb.h"

namespace parley::grpc_api {

// Which item a request names by its `name`, with its `etag`.
WorkTarget ReadWorkTarget(const std::string& name, const std::string& etag, Violations& violations);

// What a caller says of an item: a text that may be empty.
SensitiveText ReadRemark(const std::string& text, const std::string& field, Violations& violations);

// What somebody can do, as they say it of themselves. Faults: UNKNOWN_VALUE, TOO_LONG,
// LANGUAGE_MALFORMED.
ClaimNextWork::Command ReadAbilities(const v1::ClaimNextWorkRequest& request,
                                     Violations& violations);

// Reads the filter of ListWork: terms for its fields, joined by AND, each at most once. Fault, of
// `filter`: FILTER_INVALID.
WorkFilter ReadWorkFilter(std::string_view filter, Violations& violations);

// Where a list goes on, as the two ids that a page token carries.
WorkPosition ReadWorkPosition(const std::vector<Uuid>& ids);
std::vector<Uuid> WriteWorkPosition(const WorkItem& last);

void Write(const WorkItem& item, v1::WorkItem& out);
// One that would have been made, in a rehearsal, has no name and no etag.
void Write(const WorkItem& item, bool rehearsal, v1::WorkItem& out);

}  // namespace parley::grpc_api

#endif  // PARLEY_ADAPTERS_GRPC_CONVERT_WORK_H_
