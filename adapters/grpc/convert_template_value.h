// SPDX-License-Identifier: Apache-2.0
#ifndef PARLEY_ADAPTERS_GRPC_CONVERT_TEMPLATE_VALUE_H_
#define PARLEY_ADAPTERS_GRPC_CONVERT_TEMPLATE_VALUE_H_

#include <string>

#include "domain/common/violations.h"
#include "domain/communication/templates/values.h"
#include "parley/v1/template_value.pb.h"

namespace parley::grpc_api {

// What is malformed is added to the violations at `values[2].date`, and left out.
TemplateValues ReadTemplateValues(
    const google::protobuf::RepeatedPtrField<v1::TemplateValue>& values, const std::string& field,
    Violations& violations);

}  // namespace parley::grpc_api

#endif  // PARLEY_ADAPTERS_GRPC_CONVERT_TEMPLATE_VALUE_H_
