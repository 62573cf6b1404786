// SPDX-License-Identifier: Apache-2.0
#ifndef PARLEY_ADAPTERS_GRPC_CONVERT_INTEREST_H_
#define PARLEY_ADAPTERS_GRPC_CONVERT_INTEREST_H_

#include "domain/common/currency.h"
#include "domain/debt/interest_detail.h"
#include "parley/v1/entry.pb.h"

namespace parley::grpc_api {

void Write(const InterestDetail& detail, Currency currency, v1::InterestDetail& out);

}  // namespace parley::grpc_api

#endif  // PARLEY_ADAPTERS_GRPC_CONVERT_INTEREST_H_
