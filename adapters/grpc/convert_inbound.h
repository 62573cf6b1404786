// SPDX-License-Identifier: Apache-2.0
#ifndef PARLEY_ADAPTERS_GRPC_CONVERT_INBOUND_H_
#define PARLEY_ADAPTERS_GRPC_CONVERT_INBOUND_H_

#include <vector>

#include "application/inbound/judge_inbound.h"
#include "application/inbound/match_inbound.h"
#include "application/inbound/receive_inbound.h"
#include "application/ports/inbound.h"
#include "domain/common/violations.h"
#include "domain/communication/inbound/inbound_item.h"
#include "parley/v1/inbound_service.pb.h"

namespace parley::grpc_api {

ReceiveInbound::Command ReadReceiveInbound(const v1::ReceiveInboundRequest& request,
                                           Violations& violations);
MatchInbound::Command ReadMatchInbound(const v1::MatchInboundRequest& request,
                                       Violations& violations);
JudgeInbound::Correction ReadLabelInbound(const v1::LabelInboundRequest& request,
                                          Violations& violations);
JudgeInbound::Ending ReadAnswerInbound(const v1::AnswerInboundRequest& request,
                                       Violations& violations);
JudgeInbound::Reference ReadInboundReference(const std::string& name, const std::string& etag,
                                             Violations& violations);

// The debtor of a list; the nil one for `inbox`.
DebtorId ReadInboundParent(const std::string& parent, Violations& violations);

// Where a list goes on, as the two ids that a page token carries.
InboundPosition ReadInboundPosition(const std::vector<Uuid>& ids);
std::vector<Uuid> WriteInboundPosition(const InboundItem& last);

void Write(const InboundItem& item, v1::InboundItem& out);

}  // namespace parley::grpc_api

#endif  // PARLEY_ADAPTERS_GRPC_CONVERT_INBOUND_H_
