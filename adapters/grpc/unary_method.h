// SPDX-License-Identifier: Apache-2.0
#ifndef PARLEY_ADAPTERS_GRPC_UNARY_METHOD_H_
#define PARLEY_ADAPTERS_GRPC_UNARY_METHOD_H_

#include <google/protobuf/descriptor.h>
#include <google/protobuf/message.h>

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "application/call.h"
#include "domain/common/violations.h"

namespace parley::grpc_api {

// What a service's method is given beside its request. The method adds what else is malformed to
// `violations`, and calls its use case only when there are none.
struct Incoming {
  const Call& call;
  Violations& violations;
};

// What a method answers: a read fills the message, a mutation gives the bytes that were stored with
// its effect.
struct Outgoing {
  google::protobuf::Message& message;
  std::optional<std::string> bytes;
};

// A method of a service, as the pipeline calls it.
struct UnaryMethod {
  std::string_view name;  // "GetDebt".
  const google::protobuf::Descriptor* request;
  std::function<absl::Status(const Incoming&, const google::protobuf::Message&, Outgoing&)> run;
};

template <typename Service, typename Request, typename Response>
UnaryMethod OnRead(std::string_view name, const Service* service,
                   absl::Status (Service::*read)(const Incoming&, const Request&, Response&)
                       const) {
  return {
      name, Request::descriptor(),
      [service, read](const Incoming& in, const google::protobuf::Message& request, Outgoing& out) {
        return (service->*read)(in, static_cast<const Request&>(request),
                                static_cast<Response&>(out.message));
      }};
}

template <typename Service, typename Request>
UnaryMethod OnMutation(std::string_view name, const Service* service,
                       absl::StatusOr<Answer> (Service::*change)(const Incoming&, const Request&)
                           const) {
  return {name, Request::descriptor(),
          [service, change](const Incoming& in, const google::protobuf::Message& request,
                            Outgoing& out) -> absl::Status {
            absl::StatusOr<Answer> answer =
                (service->*change)(in, static_cast<const Request&>(request));
            if (!answer.ok()) return std::move(answer).status();
            out.bytes = std::move(answer->bytes);
            return absl::OkStatus();
          }};
}

}  // namespace parley::grpc_api

#endif  // PARLEY_ADAPTERS_GRPC_UNARY_METHOD_H_
