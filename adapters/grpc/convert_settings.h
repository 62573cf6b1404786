// SPDX-License-Identifier: Apache-2.0
#ifndef PARLEY_ADAPTERS_GRPC_CONVERT_SETTINGS_H_
#define PARLEY_ADAPTERS_GRPC_CONVERT_SETTINGS_H_

#include <google/protobuf/repeated_field.h>

#include <optional>
#include <string>
#include <string_view>

#include "domain/common/currency.h"
#include "domain/common/days.h"
#include "domain/common/violations.h"
#include "domain/debt/settings.h"
#include "parley/v1/debt.pb.h"
#include "parley/v1/settings.pb.h"

namespace parley::grpc_api {

// A list of buckets: none when it is empty, and BUCKET_MISSING unless it has each of them once.
std::optional<AllocationOrder> ReadOrder(const google::protobuf::RepeatedField<int>& in,
                                         const std::string& field, Violations& violations);

// Terms whose amounts are in this currency; the domain judges the rest. `interest_from` is that of
// terms which name none.
InterestTerms ReadTerms(const v1::InterestTerms& in, std::string_view currency_code,
                        Day interest_from, const std::string& field, Violations& violations);

// What a debt that is to be placed says of the rules of its ledger.
GivenTerms ReadGivenTerms(const v1::Debt& in, Day itemisation_date, Violations& violations);

void Write(const AllocationOrder& order, google::protobuf::RepeatedField<int>& out);
void Write(const InterestTerms& terms, Currency currency, v1::InterestTerms& out);

}  // namespace parley::grpc_api

#endif  // PARLEY_ADAPTERS_GRPC_CONVERT_SETTINGS_H_
