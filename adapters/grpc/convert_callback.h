// SPDX-License-Identifier: Apache-2.0
#ifndef PARLEY_ADAPTERS_GRPC_CONVERT_CALLBACK_H_
#define PARLEY_ADAPTERS_GRPC_CONVERT_CALLBACK_H_

#include <string>

#include "absl/time/time.h"
#include "domain/common/violations.h"
#include "domain/communication/callback.h"
#include "domain/debtor/debtor.h"
#include "parley/v1/callback.pb.h"

namespace parley::grpc_api {

CallSlot ReadSlot(const v1::CallSlot& in, const std::string& field, Violations& violations);
CallbackRequest ReadCallback(DebtorId debtor, const v1::Callback& in, Violations& violations);
// As it stands at that instant.
void Write(DebtorId debtor, const CallbackRequest& request, absl::Time now, v1::Callback& out);

}  // namespace parley::grpc_api

#endif  // PARLEY_ADAPTERS_GRPC_CONVERT_CALLBACK_H_
