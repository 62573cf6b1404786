// SPDX-License-Identifier: Apache-2.0
#ifndef PARLEY_ADAPTERS_GRPC_CONVERT_TEMPLATE_VALUE_H_
#define PARLEY_ADAPTERS_GRPC_CONVERT_TEMPLATE_VALUE_H_

#include <google/protobuf/repeated_field.h>

#include <string>

#include "domain/common/violations.h"
#include "domain/communication/templates/values.h"
#include "parley/v1/template_value.pb.h"

namespace parley::grpc_api {

// Whether they fit a template's variables is judged where it is filled. Faults, of `field[2].date`:
// what does not read as the kind of value that it says it is; DUPLICATE, of `field[2].name`.
TemplateValues ReadValues(const google::protobuf::RepeatedPtrField<v1::TemplateValue>& in,
                          const std::string& field, Violations& violations);

void Write(const TemplateValue& value, v1::TemplateValue& out);

}  // namespace parley::grpc_api

#endif  // PARLEY_ADAPTERS_GRPC_CONVERT_TEMPLATE_VALUE_H_
