// SPDX-License-Identifier: Apache-2.0
#ifndef PARLEY_ADAPTERS_GRPC_METHOD_PLAN_H_
#define PARLEY_ADAPTERS_GRPC_METHOD_PLAN_H_

#include <google/protobuf/descriptor.h>
#include <google/protobuf/message.h>

#include <map>
#include <memory>
#include <string>
#include <string_view>

#include "adapters/grpc/field_path.h"
#include "adapters/grpc/personal_data.h"
#include "adapters/grpc/shape.h"

namespace parley::grpc_api {

// All that a method's descriptor and options say of how its calls are treated, worked out once.
struct MethodPlan {
  const google::protobuf::MethodDescriptor* descriptor = nullptr;
  std::string name;  // "parley.v1.DebtService/GetDebt".
  // "parley.debt.read"; empty where any caller will do, which no method of the API is.
  std::string scope;
  bool mutation = false;
  FieldRoute target;      // To the name that places a call under one debtor.
  FieldRoute subject;     // To the name of what a refusal is about.
  FieldRoute request_id;  // Empty where the method has none.
  const google::protobuf::FieldDescriptor* request_id_field = nullptr;
  const google::protobuf::FieldDescriptor* validate_only = nullptr;
  const Shape* shape = nullptr;                        // Of the request.
  const PersonalData* personal = nullptr;              // Of the response.
  const google::protobuf::Message* request = nullptr;  // The prototypes.
  const google::protobuf::Message* response = nullptr;
};

// The plans of the methods that are served, each made once.
class MethodPlans {
 public:
  // The plan lives as long as this does.
  const MethodPlan& Of(const google::protobuf::MethodDescriptor& method);

  Shapes& shapes() { return shapes_; }

 private:
  Shapes shapes_;
  PersonalDataIndex personal_data_;
  std::map<const google::protobuf::MethodDescriptor*, std::unique_ptr<MethodPlan>> plans_;
};

}  // namespace parley::grpc_api

#endif  // PARLEY_ADAPTERS_GRPC_METHOD_PLAN_H_
