// SPDX-License-Identifier: Apache-2.0
#ifndef PARLEY_ADAPTERS_GRPC_PIPELINE_H_
#define PARLEY_ADAPTERS_GRPC_PIPELINE_H_

#include <google/protobuf/message.h>
#include <grpcpp/server_context.h>
#include <grpcpp/support/byte_buffer.h>
#include <grpcpp/support/status.h>

#include <cstddef>

#include "absl/status/status.h"
#include "adapters/grpc/gate.h"
#include "adapters/grpc/method_plan.h"
#include "adapters/grpc/reporter.h"
#include "adapters/grpc/unary_method.h"
#include "application/access_log.h"
#include "application/call.h"
#include "application/ports/fingerprints.h"

namespace parley::grpc_api {

// The largest request that is taken, in bytes. The transport takes a little more, so that a caller
// who sends more is told by us, with a reason.
inline constexpr std::size_t kLargestRequest = 1U << 20U;

// Errors: DEADLINE_EXCEEDED and CANCELLED, when nobody waits for the answer any more.
absl::Status CheckInTime(const grpc::CallbackServerContext& context);

// Errors: QUOTA_EXCEEDED for a request that is larger than kLargestRequest.
absl::Status CheckSize(const grpc::ByteBuffer& request);

// Reads a message from the wire. What is wrong with it is added to `violations`.
// False when it could not be read at all.
bool ReadMessage(const grpc::ByteBuffer& buffer, google::protobuf::Message& message,
                 Violations& violations);

// What every call goes through, in this order: its deadline, who calls, what they may do, whether
// the request has its shape, and then the method; after it, what the caller may see of the answer,
// and that somebody saw it. The first thing that is wrong ends the call.
class Pipeline {
 public:
  struct Parts {
    Gate& gate;
    Reporter& reporter;
    const Fingerprints& fingerprints;
    AccessLog& access_log;
  };

  // One call on its way.
  struct Transfer {
    const grpc::CallbackServerContext& context;
    const grpc::ByteBuffer& request;
    grpc::ByteBuffer& response;
  };

  explicit Pipeline(const Parts& parts) : parts_(parts) {}

  // Runs a call on the present thread, and reports it. Throws nothing.
  grpc::Status Serve(const MethodPlan& plan, const UnaryMethod& method, const Transfer& transfer,
                     CallRecord record) const;

 private:
  // What becomes known of a call while it is served.
  struct Progress {
    CallerRef caller;
    std::string request_id;
    std::string subject;
  };

  absl::Status Run(const MethodPlan& plan, const UnaryMethod& method, const Transfer& transfer,
                   Progress& progress) const;
  absl::Status Answer(const MethodPlan& plan, const UnaryMethod& method, const Transfer& transfer,
                      Progress& progress) const;
  Call MakeCall(const MethodPlan& plan, const Caller& caller,
                google::protobuf::Message& request) const;
  // Records who saw whose personal data in an answer.
  absl::Status NotePersonalData(const MethodPlan& plan, Call& call,
                                const google::protobuf::Message& request,
                                const google::protobuf::Message& answer) const;

  Parts parts_;
};

}  // namespace parley::grpc_api

#endif  // PARLEY_ADAPTERS_GRPC_PIPELINE_H_
