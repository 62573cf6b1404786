// SPDX-License-Identifier: Apache-2.0
#ifndef PARLEY_ADAPTERS_GRPC_CONVERT_AUTHORITY_H_
#define PARLEY_ADAPTERS_GRPC_CONVERT_AUTHORITY_H_

#include "application/debtors/ask_authority.h"
#include "application/debtors/show_right_party.h"
#include "application/ports/plain_words.h"
#include "domain/common/violations.h"
#include "parley/v1/authority.pb.h"

namespace parley::grpc_api {

AskAuthority::Query ReadCheckAuthority(const v1::CheckAuthorityRequest& request, TenantId tenant,
                                       Violations& violations);
ShowRightParty::Command ReadVerifyRightParty(const v1::VerifyRightPartyRequest& request,
                                             Violations& violations);

void WriteAuthority(const Authority& authority, const Voice& voice,
                    v1::CheckAuthorityResponse& out);
void WriteTry(const ShowRightParty::Result& result, v1::VerifyRightPartyResponse& out);

}  // namespace parley::grpc_api

#endif  // PARLEY_ADAPTERS_GRPC_CONVERT_AUTHORITY_H_
