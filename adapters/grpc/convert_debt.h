// SPDX-License-Identifier: Apache-2.0
#ifndef PARLEY_ADAPTERS_GRPC_CONVERT_DEBT_H_
#define PARLEY_ADAPTERS_GRPC_CONVERT_DEBT_H_

#include <google/protobuf/repeated_ptr_field.h>

#include <optional>
#include <vector>

#include "application/debts/place_debt.h"
#include "domain/common/days.h"
#include "domain/common/violations.h"
#include "domain/debt/debt.h"
#include "parley/v1/debt.pb.h"
#include "parley/v1/debt_service.pb.h"

namespace parley::grpc_api {

// `latest_today` is the latest day that it is anywhere. None when there is no command to be made of
// the request; then there are violations.
std::optional<PlaceDebt::Command> ReadPlaceDebt(const v1::PlaceDebtRequest& request,
                                                Day latest_today, Violations& violations);

void Write(const Debt& debt, v1::Debt& out);
void Write(const std::vector<CoDebtor>& co_debtors,
           google::protobuf::RepeatedPtrField<v1::CoDebtor>& out);

}  // namespace parley::grpc_api

#endif  // PARLEY_ADAPTERS_GRPC_CONVERT_DEBT_H_
