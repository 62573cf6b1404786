// SPDX-License-Identifier: Apache-2.0
#include "adapters/grpc/method_plan.h"

#include "absl/strings/str_cat.h"
#include "parley/v1/options.pb.h"

namespace parley::grpc_api {

using google::protobuf::Descriptor;
using google::protobuf::Message;
using google::protobuf::MessageFactory;
using google::protobuf::MethodDescriptor;

namespace {

const Message* PrototypeOf(const Descriptor& type) {
  return MessageFactory::generated_factory()->GetPrototype(&type);
}

}  // namespace

const MethodPlan& MethodPlans::Of(const MethodDescriptor& method) {
  std::unique_ptr<MethodPlan>& plan = plans_[&method];
  if (plan != nullptr) return *plan;
  const v1::MethodRules& rules = method.options().GetExtension(v1::method);
  const Descriptor& request = *method.input_type();
  GOOGLE_CHECK(!rules.scope().empty()) << method.full_name() << " has no scope";
  plan = std::make_unique<MethodPlan>();
  plan->descriptor = &method;
  plan->name = absl::StrCat(method.service()->full_name(), "/", method.name());
  plan->scope = rules.scope();
  plan->mutation = rules.effect() != v1::EFFECT_READ;
  plan->target = FieldRoute(request, rules.target());
  const bool named = rules.target().empty() && request.FindFieldByName("name") != nullptr;
  plan->subject = named ? FieldRoute(request, "name") : plan->target;
  plan->request_id_field = request.FindFieldByName("request_id");
  if (plan->request_id_field != nullptr) plan->request_id = FieldRoute(request, "request_id");
  plan->validate_only = request.FindFieldByName("validate_only");
  plan->shape = &shapes_.Of(request);
  plan->personal = &personal_data_.Of(*method.output_type());
  plan->request = PrototypeOf(request);
  plan->response = PrototypeOf(*method.output_type());
  return *plan;
}

}  // namespace parley::grpc_api
